import type { ElementId } from '../base/ids'
import { isSameJson, type JsonFields } from '../base/json'
import type { KeptNews } from '../document/keptRecords'
import type { MapElement } from '../model/element'
import { toRecordFields } from '../model/mapFile'
import type { MapView } from '../model/mapView'
import { readElement, readLink } from '../model/readRecord'
import { saysElse, type ToldStale } from './stale'
import { describeTaken, joinTaken, type Taken } from './taken'

/** Elements that this tab deleted while somebody else, who did not know of it yet, changed them. */
export interface ToldTook extends Taken {
  /** As they were when they were deleted; `elements` has what others made of them. */
  readonly before: ReadonlyMap<ElementId, MapElement>
  /** Name of whoever changed them, if it was one person and they are known. */
  readonly by: string | undefined
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
  take(view: MapView): { readonly took: ToldTook | undefined; readonly stale: ToldStale | undefined }
}

/** Elements of which it is remembered how they were; the oldest are forgotten. */
const mostRemembered = 5_000

/**
 * @param bringUpToDate the fields of a deleted record with what others made of them
 * @param nameOf name of the person in a tab, by its Yjs client id
 */
export function createOwnDeletions(
  bringUpToDate: (root: 'elements' | 'links', id: string, fields: JsonFields) => JsonFields,
  nameOf: (client: number) => string | undefined,
): OwnDeletions {
  const mapBefore = new Map<ElementId, MapView>()
  const pending = new Map<ElementId, Set<number>>()

  return {
    follow(before, after) {
      if (before.elements === after.elements) return []
      const gone = [...before.elements.keys()].filter((id) => !after.elements.has(id))
      for (const id of gone) {
        mapBefore.delete(id)
        mapBefore.set(id, before)
      }
      for (const id of mapBefore.keys()) {
        if (mapBefore.size <= mostRemembered) break
        mapBefore.delete(id)
      }
      return gone
    },
    heard(news) {
      for (const { root, id, clients } of news) {
        if (root !== 'elements') continue
        const by = pending.get(id as ElementId) ?? new Set()
        for (const client of clients) by.add(client)
        pending.set(id as ElementId, by)
      }
    },
    take(view) {
      const names = new Set<string | undefined>()
      let joined: Taken | undefined
      const before = new Map<ElementId, MapElement>()
      const stale = new Map<ElementId, MapElement>()
      const staleNames = new Set<string | undefined>()
      for (const [id, clients] of pending) {
        const old = mapBefore.get(id)?.elements.get(id)
        const was = mapBefore.get(id)
        const now = view.elements.get(id)
        if (now !== undefined) {
          const { record } = readElement(id, bringUpToDate('elements', id, toRecordFields(now)))
          if (record === undefined || !saysElse(record, now)) continue
          stale.set(id, record)
          for (const client of clients) staleNames.add(nameOf(client))
          continue
        }
        if (old === undefined || was === undefined) continue
        const fields = toRecordFields(old)
        const newest = bringUpToDate('elements', id, fields)
        const { record } = readElement(id, newest)
        const lost = isSameJson(newest, fields) ? undefined : describeTaken(was, [id], new Set([id]))
        if (lost === undefined || record === undefined) continue
        const links = [...lost.links].map(([key, link]) => {
          const read = readLink(key, bringUpToDate('links', key, toRecordFields(link)))
          return [key, read.record ?? link] as const
        })
        joined = joinTaken(joined, { ...lost, elements: new Map([[id, record]]), links: new Map(links) })
        before.set(id, old)
        for (const client of clients) names.add(nameOf(client))
      }
      pending.clear()
      return {
        took: joined && { ...joined, before, by: onlyOf(names) },
        stale: stale.size === 0 ? undefined : { elements: stale, whose: 'other', by: onlyOf(staleNames) },
      }
    },
  }
}

function onlyOf<Value>(values: ReadonlySet<Value>): Value | undefined {
  return values.size === 1 ? [...values][0] : undefined
}
