import type { MapId } from '../../lib/base/ids'
import type { Forbidden } from '../../lib/practice/forbidden'
import { nameIdentity, type Identity } from '../access/identity'
import type { Touched } from './touchedCopy'

/** What it takes to put something back, which is done while everybody else waits. */
export interface PutBackCost {
  /** Records and places that are put back. */
  readonly parts: number
  /** In the units of the budget. */
  readonly units: number
}

/** So many records and places are put back in one turn of the room; an update of which more have to be is taken in pieces. */
export const partsPerTurn = 1_000
/** Records and places that one piece touches. */
export const partsPerPiece = 500

/** What a person may have put back on one map within `span` milliseconds, whatever sockets they come by. */
const budget = 40
const span = 10_000
/** So many parts that are put back, or structs that are copied beforehand, cost as much as being put back does. */
const partsPerUnit = 50
const structsPerUnit = 5_000

/** @param touched what of the document is copied to put it back */
export function putBackCost({ elements, links, places }: Forbidden, touched: Pick<Touched, 'structs'>): PutBackCost {
  const parts = elements.size + links.size + places.length
  return { parts, units: 1 + parts / partsPerUnit + Math.min(budget / 2, touched.structs / structsPerUnit) }
}

/** Counts what was put back of whom of late, on all maps of a process. */
export interface PutBackBudget {
  /** Counts that this is put back on a map. @returns false, and counts nothing, if that would be too much. Cost: one look at each who had something put back of late */
  spend(map: MapId, identity: Identity, cost: PutBackCost, now: number): boolean
}

export function createPutBackBudget(): PutBackBudget {
  const spent = new Map<string, { readonly at: number; readonly units: number }[]>()
  return {
    spend(map, identity, { units }, now) {
      // What is more than the budget by itself counts for as long as it would take to come by so much.
      const isRecent = (one: { readonly at: number; readonly units: number }): boolean =>
        now - one.at < span * Math.max(1, one.units / budget)
      for (const [who, all] of spent) if (!all.some(isRecent)) spent.delete(who)
      const who = `${map} ${nameIdentity(identity)}`
      const recent = (spent.get(who) ?? []).filter(isRecent)
      spent.set(who, recent)
      // One alone is always let through: nobody could come back with what they did without a network.
      if (recent.length > 0 && recent.reduce((sum, one) => sum + one.units, units) > budget) return false
      recent.push({ at: now, units })
      return true
    },
  }
}
