import type { ElementId, LinkId } from '../base/ids'
import { textOf, type JsonFields } from '../base/json'
import type { CommandContext } from '../commands/command'
import { presentFields } from '../commands/fieldChanges'
import { claimantOf } from '../model/claim'
import { statementOf } from '../model/claimSpread'
import type { MapLink } from '../model/link'
import { toRecordFields } from '../model/mapFile'
import type { RecordChange } from '../model/mapPatch'
import { boardView } from '../model/position'
import { bringDefinitions } from './bringDefinitions'
import { placeNewcomers, type Comer } from './placeNewcomers'
import { linkKey } from './recordFields'
import { countCarried } from './takeFields'
import type { TogetherCounts, TogetherDraft } from './togetherDraft'

export interface SettledDraft {
  readonly changes: readonly RecordChange[]
  readonly comers: readonly Comer[]
  readonly counts: TogetherCounts
}

/**
 * The changes of one step that a draft comes to, and their counts: new elements with their places, links and fields as far as
 * their ends are there, and what goes. Cost: as placing the new elements.
 */
export function settleDraft(draft: TogetherDraft, context: CommandContext): SettledDraft {
  const comers = [...draft.comers.values()]
  const definitions = bringDefinitions(draft.view, comers, context)
  const links = settleLinks(draft)
  const sets = settleSets(draft)
  const changes = [...createElements(draft, comers), ...links.changes, ...sets.changes, ...deleteRecords(draft)]
  return {
    changes: [...definitions.changes, ...changes.map(definitions.follow)],
    comers,
    counts: {
      ...draft.counts,
      elements: comers.length,
      links: links.changes.length,
      cut: draft.counts.cut + links.cut + sets.cut,
      deletedLinks: countCarried(draft),
    },
  }
}

interface Settled {
  readonly changes: readonly RecordChange[]
  /** Decided, and cannot be. */
  readonly cut: number
}

function createElements(
  { view, standing, additions }: TogetherDraft,
  comers: readonly Comer[],
): readonly RecordChange[] {
  const places = placeNewcomers(view, comers, standing)
  return comers.flatMap(({ id, element }): readonly RecordChange[] => {
    const fields = presentFields({ ...toRecordFields(element), ...additions.get(id), locked: undefined })
    const position = places.get(id)
    return [
      { kind: 'create', root: 'elements', id, fields },
      ...(position === undefined ? [] : [{ kind: 'place', view: boardView, id, position } as const]),
    ]
  })
}

/** An element of this map that stays, or a new one. */
function isThere({ view, comers, deleted }: TogetherDraft, id: ElementId): boolean {
  return !deleted.has(id) && (view.elements.has(id) || comers.has(id))
}

/** Links that come: both their ends are there, and no other like them is. */
function settleLinks(draft: TogetherDraft): Settled {
  const { view, sets, standing } = draft
  const made = new Set(
    [...view.links.values()].map((link) => {
      const { from = link.from, to = link.to } = sets.get(link.id)?.fields ?? {}
      return linkKey(link, textOf(from), textOf(to))
    }),
  )
  const changes: RecordChange[] = []
  for (const { link, source, more } of draft.links) {
    const [from, to] = [standing(source.group, link.from) ?? link.from, standing(source.group, link.to) ?? link.to]
    const key = linkKey(link, from, to)
    if (!isThere(draft, from) || !isThere(draft, to) || made.has(key) || view.links.has(link.id)) continue
    made.add(key)
    const fields = presentFields({ ...ownFields(link), ...more, from, to })
    changes.push({ kind: 'create', root: 'links', id: link.id, fields })
  }
  return { changes, cut: draft.links.length - changes.length }
}

function settleSets(draft: TogetherDraft): Settled {
  const changes: RecordChange[] = []
  for (const [id, { root, fields }] of draft.sets) {
    const isLost =
      draft.deleted.has(id) ||
      ['from', 'to'].some((end) => end in fields && !isThere(draft, textOf(fields[end]) as ElementId))
    if (!isLost) changes.push({ kind: 'set', root, id, fields })
  }
  return { changes, cut: draft.sets.size - changes.length }
}

/** Links first, as an undo brings them back last: a link without its ends is none. */
function deleteRecords({ view, deleted }: TogetherDraft): readonly RecordChange[] {
  const links = [...deleted].filter((id) => view.links.has(id as LinkId))
  const elements = [...deleted].filter((id) => !view.links.has(id as LinkId))
  return [
    ...links.map((id): RecordChange => ({ kind: 'delete', root: 'links', id })),
    ...elements.flatMap((id): readonly RecordChange[] => [
      ...[...view.positions].flatMap(([viewId, all]): readonly RecordChange[] =>
        all.has(id as ElementId) ? [{ kind: 'place', view: viewId, id: id as ElementId, position: null }] : [],
      ),
      { kind: 'delete', root: 'elements', id },
    ]),
  ]
}

/** A link's fields as they come: without what people there said of it. */
function ownFields(link: MapLink): JsonFields {
  const { createdAs } = link
  const isAsAdded = createdAs === undefined || createdAs === statementOf(link)
  const fields = Object.entries(toRecordFields(link)).filter(
    ([field]) => claimantOf(field) === undefined && !(field === 'createdAs' && isAsAdded),
  )
  return Object.fromEntries(fields)
}
