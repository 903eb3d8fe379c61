import type { useTranslations } from 'next-intl'
import type { ElementId, LinkId } from '../../lib/base/ids'
import type { MapView } from '../../lib/model/mapView'
import { boardView } from '../../lib/model/position'
import type { Speech } from './speech'

interface Words {
  readonly t: ReturnType<typeof useTranslations<'canvas'>>
  readonly speech: Speech
  readonly self: string
  /** What was said of otherwise. */
  readonly deleted: ReadonlySet<ElementId>
  /** What one added oneself, or brought back: whoever made it. */
  readonly brought: ReadonlySet<ElementId | LinkId>
}

/**
 * What changed between two views in one short line: the first thing in full, the rest as a count.
 * Undefined if nothing that has a name changed. Moves are not told: others' are for the eye, one's own see `describeMoved`.
 */
export function describeChanges(
  before: MapView,
  after: MapView,
  { t, speech, self, deleted, brought }: Words,
): string | undefined {
  const told: string[] = []
  const author = (name: string | undefined): string => name ?? t('said.someone')
  if (before.elements !== after.elements) {
    for (const [id, element] of after.elements) {
      const known = before.elements.get(id)
      if (known === element) continue
      const name = speech.label(element)
      if (known === undefined) {
        told.push(
          element.createdBy === self
            ? t('said.added', { name })
            : brought.has(id)
              ? t('said.back', { name })
              : t('said.otherAdded', { author: author(element.createdBy), name }),
        )
      } else if (known.label !== element.label) {
        told.push(t('said.otherRenamed', { before: speech.label(known), name }))
      } else if ((known.locked === true) !== (element.locked === true)) {
        told.push(t(element.locked === true ? 'said.locked' : 'said.unlocked', { name }))
      } else told.push(t('said.otherChanged', { name }))
    }
    for (const [id, element] of before.elements) {
      if (!after.elements.has(id) && !deleted.has(id))
        told.push(t('said.otherDeleted', { name: speech.label(element) }))
    }
  }
  if (before.links !== after.links) {
    for (const [id, link] of after.links) {
      const known = before.links.get(id)
      if (known === link) continue
      const from = speech.label(after.elements.get(link.from))
      const to = speech.label(after.elements.get(link.to))
      if (known === undefined && link.createdBy !== self && !brought.has(id)) {
        told.push(t('said.otherLinked', { author: author(link.createdBy), from, to }))
      } else
        told.push(
          t('said.linked', {
            link: speech.linkBetween(link, after.elements.get(link.from), after.elements.get(link.to)),
          }),
        )
    }
  }
  const [first] = told
  if (first === undefined || told.length === 1) return first
  return t('said.more', { first: first.replace(/\.$/, ''), count: told.length - 1 })
}

/** What one moved oneself, for whoever does not see it go. Undefined if none of it is on the map. */
export function describeMoved(
  { elements }: MapView,
  moved: ReadonlySet<ElementId>,
  { t, speech }: Pick<Words, 't' | 'speech'>,
): string | undefined {
  const there = [...moved].flatMap((id) => elements.get(id) ?? [])
  return there.length === 0 ? undefined : t('said.moved', { count: there.length, name: speech.label(there[0]) })
}

/** Elements that stood somewhere on the board before and stand elsewhere after. Cost: one look at each place. */
export function listMoved(before: Pick<MapView, 'positions'>, after: Pick<MapView, 'positions'>): readonly ElementId[] {
  const [was, is] = [before.positions.get(boardView), after.positions.get(boardView)]
  if (was === undefined || is === undefined || was === is) return []
  return [...is].flatMap(([id, place]) => {
    const old = was.get(id)
    return old !== undefined && (old.x !== place.x || old.y !== place.y) ? [id] : []
  })
}
