import { isSameJson } from '../base/json'
import type { MapView } from '../model/mapView'
import { openRoots } from '../model/openRoots'
import { boardView } from '../model/position'
import { findStanding, reviewElements } from './reviewElements'
import { reviewDeleted, reviewFields } from './reviewFields'
import { reviewLinks } from './reviewLinks'
import { rowKinds, type BreakoutMaps, type Decisions, type LeftThere, type Review, type TurnRow } from './reviewRow'

/**
 * Everything in which the groups' maps differ from this one because of what was done there, row by row: what a group left as it got it is
 * no row, nor what this map says by now as well. Links are compared between what their ends are taken to be: as
 * decided, else as suggested. Changes nothing. Cost: new elements times elements.
 */
export function reviewBreakouts(now: MapView, maps: BreakoutMaps, decisions: Decisions = {}): Review {
  const elements = reviewElements(maps, now, decisions)
  const assumed = findStanding(elements, decisions, now, true)
  const links = reviewLinks(maps, now, elements, assumed)
  const turned = links.filter((row): row is TurnRow => row.kind === 'turned')
  const rows = [...elements, ...links, ...reviewFields(maps, now, assumed), ...reviewDeleted(maps, now, turned)]
  const order = (kind: (typeof rowKinds)[number]): number => rowKinds.indexOf(kind)
  return { rows: rows.sort((a, b) => order(a.kind) - order(b.kind)), leftThere: countLeft(maps) }
}

/** Places, loops, looks, scenarios, what practices keep and claims stay in the groups' maps. */
function countLeft({ before, groups }: BreakoutMaps): LeftThere {
  const left = { moved: 0, loops: 0, views: 0, scenarios: 0, practices: 0, claims: 0 }
  for (const { map } of groups) {
    const places = map.positions.get(boardView) ?? new Map()
    for (const [id, at] of before.positions.get(boardView) ?? []) {
      if (places.has(id) && !isSameJson(places.get(id), at)) left.moved += 1
    }
    for (const root of openRoots) {
      for (const [id, record] of map[root]) if (!isSameJson(before[root].get(id), record)) left[root] += 1
    }
    for (const link of map.links.values()) {
      const known = before.links.get(link.id)?.claims ?? []
      left.claims += (link.claims ?? []).filter((claim) => !known.some((one) => isSameJson(one, claim))).length
    }
  }
  return left
}
