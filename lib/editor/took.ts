import type { ElementId, LinkId } from '../base/ids'
import { isSameJson, type Json, type JsonFields } from '../base/json'
import type { KeptNews, KeptRecords } from '../document/keptRecords'
import type { MapElement } from '../model/element'
import type { MapLink } from '../model/link'
import { toRecordFields } from '../model/mapFile'
import type { MapView } from '../model/mapView'
import { readElement, readLink } from '../model/readRecord'
import { findMissing, type MissingFields, type ToldStale } from './stale'
import { describeTaken, joinTaken, type Taken } from './taken'

/**
 * Elements that this tab deleted while somebody else, who did not know of it yet, changed them. Or, where
 * `before` is empty, links, with those of their ends that are gone too.
 */
export interface ToldTook extends Taken {
  /** As they were when they were deleted; `elements` has what others made of them. */
  readonly before: ReadonlyMap<ElementId, MapElement>
  /** Name of whoever changed them, if it was one person and they are known. */
  readonly by: string | undefined
  /** The same with what others have made of them since it was told: what is to be put back. */
  newest(): Taken
}

/** What this tab has deleted, to tell later what was lost by it. */
export interface OwnDeletions {
  /** Told of every change of the map that was made in this tab. Answers the elements that it deleted. */
  follow(before: MapView, after: MapView): readonly ElementId[]
  /** Others have changed what this tab deleted. */
  heard(news: readonly KeptNews[]): void
  /**
   * What of that is not as it was, since this was last asked: what is still gone, and what is there again
   * without what they made of it.
   */
  take(view: MapView): { readonly took: readonly ToldTook[]; readonly stale: ToldStale | undefined }
}

/** Elements, and as many links, of which it is remembered how they were; the oldest are forgotten. */
const mostRemembered = 5_000

/**
 * Cost: one pass over links and positions per deletion; what was deleted stays in memory, not the map.
 * @param kept what others made of deleted records
 * @param nameOf name of the person in a tab, by its Yjs client id
 */
export function createOwnDeletions(
  kept: Pick<KeptRecords, 'bringUpToDate' | 'drain'>,
  nameOf: (client: number) => string | undefined,
): OwnDeletions {
  /** What went in the deletion that an element went in. */
  const lostWith = new Map<ElementId, Taken>()
  /** The same for links that were deleted, by themselves or with an end. */
  const linkLostWith = new Map<LinkId, Taken>()
  const pending = new Map<ElementId, { readonly fields: Set<string>; readonly clients: Set<number> }>()
  const pendingLinks = new Map<LinkId, Set<number>>()

  /** An element that is gone, with its links, as others have made them. */
  const describeNewest = (id: ElementId): Taken | undefined => {
    const all = lostWith.get(id)
    const lost = all && describeTaken(all, [id], new Set([id]))
    const was = lost?.elements.get(id)
    if (lost === undefined || was === undefined) return undefined
    const { record } = readElement(id, kept.bringUpToDate('elements', id, toRecordFields(was)))
    const links = [...lost.links].map(([key, link]) => [key, readNewest(link)] as const)
    return { ...lost, elements: new Map([[id, record ?? was]]), links: new Map(links) }
  }
  const describeAll = (ids: readonly ElementId[]): Taken | undefined =>
    ids.reduce<Taken | undefined>((joined, id) => {
      const lost = describeNewest(id)
      return lost === undefined ? joined : joinTaken(joined, lost)
    }, undefined)

  const readNewest = (link: MapLink): MapLink =>
    readLink(link.id, kept.bringUpToDate('links', link.id, toRecordFields(link))).record ?? link
  /** A link that is gone, as others have made it, with those of its ends that went in the same deletion. */
  const describeLink = (id: LinkId, view: MapView): Taken | undefined => {
    const all = linkLostWith.get(id)
    const was = all?.links.get(id)
    if (all === undefined || was === undefined) return undefined
    const link = readNewest(was)
    const ends = [link.from, link.to].filter((end) => all.elements.has(end) && !view.elements.has(end))
    const lost = describeAll(ends) ?? { elements: new Map(), positions: new Map(), changed: new Set() }
    return { ...lost, links: new Map([[id, link]]) }
  }
  const describeLinks = (ids: readonly LinkId[], view: MapView): Taken | undefined =>
    ids.reduce<Taken | undefined>((joined, id) => {
      const lost = describeLink(id, view)
      return lost === undefined ? joined : joinTaken(joined, lost)
    }, undefined)

  const takeLinks = (view: MapView, told: Taken | undefined): ToldTook | undefined => {
    const names = new Set<string | undefined>()
    const ids: LinkId[] = []
    for (const [id, clients] of pendingLinks) {
      const was = linkLostWith.get(id)?.links.get(id)
      if (was === undefined || view.links.has(id) || told?.links.has(id) === true) continue
      if (isSameJson(toRecordFields(readNewest(was)), toRecordFields(was))) continue
      ids.push(id)
      for (const client of clients) names.add(nameOf(client))
    }
    pendingLinks.clear()
    const took = describeLinks(ids, view)
    return took && { ...took, before: new Map(), by: onlyOf(names), newest: () => describeLinks(ids, view) ?? took }
  }

  const findStale = (now: MapElement, fields: ReadonlySet<string>): [MapElement, MissingFields] | undefined => {
    const filled: Record<string, Json> = { ...toRecordFields(now) }
    for (const [field, words] of kept.drain('elements', now.id)) {
      if (words === undefined) delete filled[field]
      else filled[field] = words
    }
    const { record } = readElement(now.id, filled satisfies JsonFields)
    const missing = record === undefined ? undefined : findMissing(now, record, fields)
    return record === undefined || missing === undefined || missing.size === 0 ? undefined : [record, missing]
  }

  return {
    follow(before, after) {
      const gone = listGone(before.elements, after.elements)
      const links = new Map(listGone(before.links, after.links).flatMap((id) => toEntry(before.links, id)))
      if (gone.length + links.size === 0) return gone
      const none: Taken = { elements: new Map(), links: new Map(), positions: new Map(), changed: new Set() }
      const lost: Taken = { ...(describeTaken(before, gone, new Set()) ?? none), links }
      remember(lostWith, gone, lost)
      remember(linkLostWith, lost.links.keys(), lost)
      return gone
    },
    heard(news) {
      for (const { root, id, fields, clients } of news) {
        if (root === 'links') {
          const by = pendingLinks.get(id as LinkId) ?? new Set()
          pendingLinks.set(id as LinkId, new Set([...by, ...clients]))
        }
        if (root !== 'elements') continue
        const heard = pending.get(id as ElementId) ?? { fields: new Set(), clients: new Set() }
        for (const field of fields) heard.fields.add(field)
        for (const client of clients) heard.clients.add(client)
        pending.set(id as ElementId, heard)
      }
    },
    take(view) {
      const [names, staleNames] = [new Set<string | undefined>(), new Set<string | undefined>()]
      const before = new Map<ElementId, MapElement>()
      const stale = new Map<ElementId, MapElement>()
      const missing = new Map<ElementId, MissingFields>()
      for (const [id, { fields, clients }] of pending) {
        const now = view.elements.get(id)
        if (now !== undefined) {
          const found = findStale(now, fields)
          if (found === undefined) continue
          stale.set(id, found[0])
          missing.set(id, found[1])
          for (const client of clients) staleNames.add(nameOf(client))
          continue
        }
        const was = lostWith.get(id)?.elements.get(id)
        const newest = describeNewest(id)?.elements.get(id)
        if (was === undefined || newest === undefined) continue
        if (isSameJson(toRecordFields(newest), toRecordFields(was))) continue
        before.set(id, was)
        for (const client of clients) names.add(nameOf(client))
      }
      pending.clear()
      const ids = [...before.keys()]
      const lost = describeAll(ids)
      const took = lost && { ...lost, before, by: onlyOf(names), newest: () => describeAll(ids) ?? lost }
      return {
        took: [took ?? [], takeLinks(view, lost) ?? []].flat(),
        stale: stale.size === 0 ? undefined : { elements: stale, missing, whose: 'other', by: onlyOf(staleNames) },
      }
    },
  }
}

function listGone<Id, Value>(before: ReadonlyMap<Id, Value>, after: ReadonlyMap<Id, Value>): readonly Id[] {
  const gone: Id[] = []
  if (before !== after) for (const id of before.keys()) if (!after.has(id)) gone.push(id)
  return gone
}

function toEntry<Id, Value>(values: ReadonlyMap<Id, Value>, id: Id): readonly (readonly [Id, Value])[] {
  const value = values.get(id)
  return value === undefined ? [] : [[id, value]]
}

function remember<Id>(known: Map<Id, Taken>, ids: Iterable<Id>, lost: Taken): void {
  for (const id of ids) {
    known.delete(id)
    known.set(id, lost)
  }
  for (const id of known.keys()) {
    if (known.size <= mostRemembered) return
    known.delete(id)
  }
}

function onlyOf<Value>(values: ReadonlySet<Value>): Value | undefined {
  return values.size === 1 ? [...values][0] : undefined
}
