import type { ElementId } from '../base/ids'
import type { MapLink } from '../model/link'
import { aimOf, defaultBow } from './linkCurve'
import { linkMetrics } from './linkShape'
import { centreOf, distanceBetween } from './rect'
import type { ElementShape } from './elementShape'

type Elements = ReadonlyMap<ElementId, ElementShape>

/**
 * The bow of each link between one pair of elements: how far its control point lies to the left of
 * its travel. Opposite links bow apart by themselves; several of one direction are fanned out.
 * Bends that people made are kept as they are. For links from an element to itself: 0, 1, 2 …
 * Links whose elements are not in the scene are left out.
 */
export function laneBows(group: readonly MapLink[], elements: Elements): readonly (readonly [MapLink, number])[] {
  const first = group[0]
  if (!first) return []
  const from = elements.get(first.from)
  const to = elements.get(first.to)
  if (!from || !to) return []
  if (from === to) return group.map((link, index) => [link, index])
  const chord = distanceBetween(aimOf(from, centreOf(to.rect)), aimOf(to, centreOf(from.rect)))
  const ownBow = (link: MapLink): number =>
    link.curvature === undefined ? defaultBow(link.kind, chord) : link.curvature * chord
  if (group.length === 1) return [[first, ownBow(first)]]

  // Seen from the first link's direction, so that opposite links can be compared.
  const sign = (link: MapLink): number => (link.from === first.from ? 1 : -1)
  const lanes = group
    .map((link, index) => ({ link, index, free: link.curvature === undefined, bow: ownBow(link) * sign(link) }))
    .sort((a, b) => a.bow - b.bow || a.index - b.index)
  spread(lanes)
  return lanes.sort((a, b) => a.index - b.index).map(({ link, bow }) => [link, bow * sign(link)])
}

/** Pushes neighbouring lanes apart until each has room, moving only links that nobody bent. */
function spread(lanes: { bow: number; readonly free: boolean }[]): void {
  for (let round = 0; round < 12; round += 1) {
    let moved = false
    for (let index = 1; index < lanes.length; index += 1) {
      const a = lanes[index - 1]
      const b = lanes[index]
      if (!a || !b || (!a.free && !b.free)) continue
      const missing = linkMetrics.laneStep - (b.bow - a.bow)
      if (missing < 0.5) continue
      moved = true
      if (a.free) a.bow -= b.free ? missing / 2 : missing
      if (b.free) b.bow += a.free ? missing / 2 : missing
    }
    if (!moved) return
  }
}
