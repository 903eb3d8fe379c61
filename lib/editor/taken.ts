import type { Clock } from '../base/clock'
import type { ElementId, LinkId, ViewId } from '../base/ids'
import { isSameJson } from '../base/json'
import type { MapElement } from '../model/element'
import { toRecordFields } from '../model/mapFile'
import type { MapLink } from '../model/link'
import type { MapView } from '../model/mapView'
import type { Position } from '../model/position'
import type { UnsentWork } from './localCopy'
import { findMissing, type MissingFields } from './stale'

/** Elements that a deletion from elsewhere took from under the hands of whoever sits here, as they last were. */
export interface Taken {
  readonly elements: ReadonlyMap<ElementId, MapElement>
  /** Those that began or ended there. */
  readonly links: ReadonlyMap<LinkId, MapLink>
  readonly positions: ReadonlyMap<ViewId, ReadonlyMap<ElementId, Position>>
  /** Those of the elements that this person had just changed; the others were only in their hands. */
  readonly changed: ReadonlySet<ElementId>
}

/** The same as it is told. A deletion does not carry whose it was; who made it may say so, as long as they are here. */
export interface ToldTaken extends Taken {
  /** Name of whoever deleted it. */
  readonly by: string | undefined
  /** Another tab of the same person is on the map, and may have been the one. */
  readonly perhapsOwn: boolean
}

/** What the person in this tab has just been working on. */
export interface OwnWork {
  /**
   * Told of every change of the map. Answers what it took of that work, if anybody else made it.
   * @param held elements that are selected alone, being named or written in
   */
  follow(
    before: MapView,
    after: MapView,
    change: { readonly isOwn: boolean; readonly held: readonly ElementId[] },
  ): Taken | undefined
  /** Of elements that somebody else set anew, which they do who delete and put back: those of one's recent work. */
  listRecent(ids: Iterable<ElementId>): readonly ElementId[]
  /** What `now` lacks of what one wrote in this tab, of an element that was `was`. */
  findMissing(was: MapElement, now: MapElement): MissingFields
  /** The server has everything that was done so far. */
  saved(): void
  /** What was done by hand since then, the latest last, for a page that comes after this one. */
  listUnsent(): readonly UnsentWork[]
  /** The same of the page before this one: it counts as one's own, as far as it is on the map. */
  takeOver(work: readonly UnsentWork[], view: MapView): void
}

/** More of it is no work that anybody remembers piece by piece. */
const mostUnsent = 200

/** Milliseconds for which a change that the server has is one's own recent work. */
const recent = 10 * 60_000
/** A step over more elements, such as an import, is no work on each of them. */
const mostByHand = 10

/**
 * Remembers which elements were added, edited or linked in this tab in the last ten minutes, or since the
 * server last had everything: what was done without a connection counts however long ago it was.
 * Moving is no edit: where something stood comes back with it, and is no thought of anybody's.
 *
 * Cost: one look at every element per change of an element, at every link per change of a link.
 */
export function createOwnWork(clock: Clock): OwnWork {
  const edits = new Map<ElementId, { readonly at: number; readonly fields: ReadonlySet<string> }>()
  const unsaved = new Set<ElementId>()
  /** Links that were made or changed by hand, and when; and those of which the server did not have everything. */
  const links = new Map<LinkId, number>()
  const unsavedLinks = new Set<LinkId>()

  const rememberLinks = (before: MapView, after: MapView): void => {
    if (before.links === after.links) return
    const edited: LinkId[] = []
    for (const [id, link] of after.links) if (before.links.get(id) !== link) edited.push(id)
    for (const id of links.keys()) {
      if (!before.links.has(id) || after.links.has(id)) continue
      links.delete(id)
      unsavedLinks.delete(id)
    }
    if (edited.length > mostByHand) return
    for (const id of edited) {
      links.set(id, clock.now())
      unsavedLinks.add(id)
    }
  }
  /** The ends of one's recent links that went and took them along. */
  const listLostEnds = (before: MapView, after: MapView): readonly ElementId[] =>
    [...links].flatMap(([id, at]) => {
      const link = before.links.get(id)
      const isMine = unsavedLinks.has(id) || clock.now() - at <= recent
      if (link === undefined || after.links.has(id) || !isMine) return []
      return [link.from, link.to].filter((end) => before.elements.has(end) && !after.elements.has(end))
    })
  const remember = (before: MapView, after: MapView): void => {
    const edited: ElementId[] = []
    for (const [id, element] of after.elements) if (before.elements.get(id) !== element) edited.push(id)
    for (const id of edits.keys()) if (before.elements.has(id) && !after.elements.has(id)) forget(id)
    if (edited.length > mostByHand) return
    for (const id of edited) {
      const fields = listChanged(before.elements.get(id), after.elements.get(id))
      edits.set(id, { at: clock.now(), fields: new Set([...(edits.get(id)?.fields ?? []), ...fields]) })
      unsaved.add(id)
    }
  }
  const forget = (id: ElementId): void => {
    edits.delete(id)
    unsaved.delete(id)
  }
  const isRecent = (id: ElementId): boolean =>
    unsaved.has(id) || clock.now() - (edits.get(id)?.at ?? Number.NEGATIVE_INFINITY) <= recent

  return {
    follow(before, after, { isOwn, held }) {
      if (isOwn) {
        rememberLinks(before, after)
        if (before.elements !== after.elements) remember(before, after)
        return undefined
      }
      if (before.elements === after.elements) return undefined
      // What others take is remembered: it may come back, and go again.
      const wentNow = (id: ElementId): boolean => before.elements.has(id) && !after.elements.has(id)
      const edited = [...edits.keys()].filter((id) => wentNow(id) && isRecent(id))
      const changed = new Set([...edited, ...listLostEnds(before, after)])
      const gone = [...new Set([...changed, ...held])].filter((id) => !after.elements.has(id))
      return describeTaken(before, gone, changed)
    },
    listRecent: (ids) => [...ids].filter((id) => edits.has(id) && isRecent(id)),
    findMissing: (was, now) => findMissing(now, was, edits.get(was.id)?.fields ?? []),
    saved: () => {
      unsaved.clear()
      unsavedLinks.clear()
    },
    listUnsent: () => [...unsaved].slice(-mostUnsent).map((id) => ({ id, fields: [...(edits.get(id)?.fields ?? [])] })),
    takeOver(work, view) {
      for (const { id, fields } of work) {
        if (!view.elements.has(id) || edits.has(id)) continue
        edits.set(id, { at: clock.now(), fields: new Set(fields) })
        unsaved.add(id)
      }
    },
  }
}

function listChanged(before: MapElement | undefined, after: MapElement | undefined): readonly string[] {
  const [old, now] = [before ? toRecordFields(before) : {}, after ? toRecordFields(after) : {}]
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((field) => !isSameJson(old[field], now[field]))
}

/** What of a map would be lost with these elements. Cost: one pass over its links and positions. */
export function describeTaken(
  before: Pick<MapView, 'elements' | 'links' | 'positions'>,
  gone: readonly ElementId[],
  changed: ReadonlySet<ElementId>,
): Taken | undefined {
  const elements = new Map(
    gone.flatMap((id) => {
      const element = before.elements.get(id)
      return element === undefined ? [] : [[id, element] as const]
    }),
  )
  if (elements.size === 0) return undefined
  const links = new Map([...before.links].filter(([, { from, to }]) => elements.has(from) || elements.has(to)))
  const positions = new Map(
    [...before.positions].map(([view, places]) => [view, new Map([...places].filter(([id]) => elements.has(id)))]),
  )
  return { elements, links, positions, changed }
}

/**
 * Two takings told as one; what came later is nearer to how things last were. But what one had changed,
 * and has come back and gone again since, may have come back without one's words: of that the first counts.
 */
export function joinTaken(first: Taken | undefined, then: Taken): Taken {
  if (first === undefined) return then
  const own = keepElements(first, (id) => first.changed.has(id))
  const views = new Set([...first.positions.keys(), ...then.positions.keys()])
  return {
    elements: new Map([...first.elements, ...then.elements, ...(own?.elements ?? [])]),
    links: new Map([...first.links, ...then.links, ...(own?.links ?? [])]),
    positions: new Map(
      [...views].map((view) => [
        view,
        new Map([...(first.positions.get(view) ?? []), ...(then.positions.get(view) ?? [])]),
      ]),
    ),
    changed: new Set([...first.changed, ...then.changed]),
  }
}

/** What of it is still gone; undefined if all of it has come back. */
export function keepGone<Some extends Taken>(taken: Some, view: MapView): Some | undefined {
  return keepElements(taken, (id) => !view.elements.has(id))
}

/** A taking without some of its elements, and without links that had to do with them alone; undefined if none is left. */
export function keepElements<Some extends Taken>(taken: Some, keeps: (id: ElementId) => boolean): Some | undefined {
  const elements = new Map([...taken.elements].filter(([id]) => keeps(id)))
  if (elements.size === 0) return undefined
  if (elements.size === taken.elements.size) return taken
  const links = new Map([...taken.links].filter(([, { from, to }]) => elements.has(from) || elements.has(to)))
  return { ...taken, elements, links }
}

/** How many losses are remembered to be put back by undo. */
const mostLosses = 20

/** What was taken of one's own work and told, for undo to put back as long as it is gone. */
export interface Losses {
  add(taken: ToldTaken): void
  /** These are there again: what takes them from now on is to be told anew. */
  cameBack(ids: readonly ElementId[], view: MapView): void
  /** An element of the last loss with it, as the person had last made it; undefined if it only was in their hands. */
  wordsIn(id: ElementId): MapElement | undefined
  /** The loss with one of these elements or links. */
  find(ids: readonly string[]): ToldTaken | undefined
}

/** Remembers the last of them. */
export function createLosses(): Losses {
  const losses: ToldTaken[] = []
  return {
    add(taken) {
      losses.push(taken)
      losses.splice(0, losses.length - mostLosses)
    },
    cameBack(ids, view) {
      if (!ids.some((id) => losses.some(({ elements }) => elements.has(id)))) return
      const kept = losses.flatMap((loss) => keepGone(loss, view) ?? [])
      losses.splice(0, losses.length, ...kept)
    },
    wordsIn: (id) => losses.findLast(({ elements, changed }) => elements.has(id) && changed.has(id))?.elements.get(id),
    find: (ids) =>
      losses.findLast(({ elements, links }) =>
        ids.some((id) => elements.has(id as ElementId) || links.has(id as LinkId)),
      ),
  }
}
