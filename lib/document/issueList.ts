import type { MapIssue } from '../model/mapView'

/** More than this is no use to anybody, and a hostile document could have millions. */
const mostListed = 1_000

/** The faults found on reading, by place, as a list that keeps its identity until it changes. */
export interface IssueList {
  set(place: string, found: readonly MapIssue[]): void
  clear(): void
  /** At most 1,000, oldest place first. */
  list(): readonly MapIssue[]
}

/** Makes an empty list. */
export function createIssueList(): IssueList {
  const byPlace = new Map<string, readonly MapIssue[]>()
  let listed: readonly MapIssue[] | undefined = []
  return {
    set(place, found) {
      const before = byPlace.get(place)
      if (found.length === 0 && before === undefined) return
      if (found.length === 0) byPlace.delete(place)
      else byPlace.set(place, found)
      listed = undefined
    },
    clear() {
      byPlace.clear()
      listed = undefined
    },
    list() {
      listed ??= [...byPlace.values()].flat().slice(0, mostListed)
      return listed
    },
  }
}
