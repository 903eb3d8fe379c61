import type { ElementId, LinkId } from '../base/ids'
import type { KeptRecords } from '../document/keptRecords'
import type { MapLink } from '../model/link'
import { toRecordFields } from '../model/mapFile'
import type { MapView } from '../model/mapView'
import { readLink } from '../model/readRecord'
import type { Taken } from './taken'

/** Links that went since one of their ends went, whoever deleted that, so that they come back with their second end. */
export interface LostLinks {
  /** Told of every change of the map. Cost: nothing unless links went or came; then one pass over them. */
  follow(before: MapView, after: MapView): void
  /**
   * What is to be put back, with the links that went with one of it, or with what has come back meanwhile: two ends
   * may be told, and put back, one after the other.
   */
  addTo<Some extends Omit<Taken, 'changed'>>(taken: Some, view: MapView): Some
}

/** The oldest are forgotten. */
const mostRemembered = 5_000

/** @param kept what others made of deleted records */
export function createLostLinks(kept: Pick<KeptRecords, 'bringUpToDate'>): LostLinks {
  const lost = new Map<LinkId, MapLink>()
  return {
    follow(before, after) {
      if (before.links === after.links) return
      for (const id of lost.keys()) if (after.links.has(id)) lost.delete(id)
      if (before.elements === after.elements) return
      const isGone = (id: ElementId): boolean => before.elements.has(id) && !after.elements.has(id)
      for (const [id, link] of before.links) {
        if (!after.links.has(id) && (isGone(link.from) || isGone(link.to))) lost.set(id, link)
      }
      for (const id of lost.keys()) {
        if (lost.size <= mostRemembered) break
        lost.delete(id)
      }
    },
    addTo(taken, view) {
      const isBack = (id: ElementId): boolean => taken.elements.has(id)
      const isThere = (id: ElementId): boolean => isBack(id) || view.elements.has(id)
      const links = new Map(taken.links)
      for (const [id, link] of lost) {
        const { from, to } = link
        if (links.has(id) || !isThere(from) || !isThere(to) || !(isBack(from) || isBack(to))) continue
        links.set(id, readLink(id, kept.bringUpToDate('links', id, toRecordFields(link))).record ?? link)
      }
      return links.size === taken.links.size ? taken : { ...taken, links }
    },
  }
}
