import { linkMetrics } from './linkShape'
import { borderLength, ontoOutline, pointAlongBorder, type Outline } from './outline'
import type { Point } from './rect'

/** One end of a link at an element, and where along the border it would land by itself. */
export interface LinkEnd {
  readonly kind: 'head' | 'tail'
  readonly way: number
}

/** Room that two neighbouring ends need between them along the border. */
function roomBetween(a: LinkEnd, b: LinkEnd): number {
  if (a.kind === 'head' && b.kind === 'head') return 16
  return a.kind === 'head' || b.kind === 'head' ? 13 : 9
}

/**
 * Parts ends that would land on top of each other: for each end the place it must move to, on the
 * border as seen with its gap. Ends with room enough are undefined: they stay where they are. A border that is too short for all shares what it has.
 */
export function spreadEnds(outline: Outline, gap: number, ends: readonly LinkEnd[]): readonly (Point | undefined)[] {
  const count = ends.length
  if (count < 2) return ends.map(() => undefined)
  const length = borderLength(outline, gap)
  const order = ends.map((_, index) => index).sort((a, b) => wayOf(ends, a) - wayOf(ends, b) || a - b)
  const ways = order.map((index) => wayOf(ends, index))
  if (hasRoom(ways, length)) return ends.map(() => undefined)
  const wanted = order.map((index, at) =>
    roomBetween(endOf(ends, index), endOf(ends, order[(at + 1) % count] ?? index)),
  )
  const demand = wanted.reduce((sum, room) => sum + room, 0)
  const share = Math.min(1, (length * 0.9) / demand)
  const placed = [...ways]
  for (let round = 0; round < 24; round += 1) {
    let moved = false
    for (let at = 0; at < count; at += 1) {
      const next = (at + 1) % count
      const wrap = next === 0 ? length : 0
      const missing = (wanted[at] ?? 0) * share - ((placed[next] ?? 0) + wrap - (placed[at] ?? 0))
      if (missing < 0.25) continue
      moved = true
      placed[at] = (placed[at] ?? 0) - missing / 2
      placed[next] = (placed[next] ?? 0) + missing / 2
    }
    if (!moved) break
  }
  const places: (Point | undefined)[] = ends.map(() => undefined)
  order.forEach((index, at) => {
    const before = ways[at] ?? 0
    const after = placed[at] ?? 0
    if (Math.abs(after - before) < 0.75) return
    const own = endOf(ends, index).kind === 'head' ? linkMetrics.gap : linkMetrics.tailGap
    places[index] = ontoOutline(outline, own, pointAlongBorder(outline, gap, after))
  })
  return places
}

/** True if no two neighbours are nearer than the widest room that any two ends need. */
function hasRoom(ways: readonly number[], length: number): boolean {
  for (let at = 0; at < ways.length; at += 1) {
    const next = at + 1 < ways.length ? (ways[at + 1] ?? 0) : (ways[0] ?? 0) + length
    if (next - (ways[at] ?? 0) < 16) return false
  }
  return true
}

function endOf(ends: readonly LinkEnd[], index: number): LinkEnd {
  return ends[index] as LinkEnd
}

function wayOf(ends: readonly LinkEnd[], index: number): number {
  return endOf(ends, index).way
}
