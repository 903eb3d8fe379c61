import type { ElementId } from '../base/ids'
import { overlaps, unite, type Point, type Rect } from './rect'
import type { Scene } from './scene'

/** A guide to draw while something snaps: a vertical line for axis `x`, a horizontal one for `y`. */
export interface SnapLine {
  readonly axis: 'x' | 'y'
  readonly at: number
  /** From where to where it runs on the other axis. */
  readonly from: number
  readonly to: number
}

export interface SnapOptions {
  /** Pixels per unit: the pull is 5 px on screen, however far out one has zoomed. */
  readonly zoom: number
  /** Only elements that touch it attract; usually what is visible. */
  readonly within?: Rect
}

export interface Snapped {
  readonly delta: Point
  readonly lines: readonly SnapLine[]
}

const pull = 5

/**
 * Adjusts a move so that edges or centres of what is moved fall in line with those of other elements
 * (also so that gaps to its neighbours in a row become equal). Each axis snaps by itself.
 * @param delta how far the pointer has moved since the start of the drag
 */
export function snapMove(scene: Scene, moving: ReadonlySet<ElementId>, delta: Point, options: SnapOptions): Snapped {
  const start = unite(rectsOf(scene, (id) => moving.has(id)))
  if (!start) return { delta, lines: [] }
  const others = rectsOf(scene, (id) => !moving.has(id)).filter(
    (rect) => !options.within || overlaps(rect, options.within),
  )
  const tolerance = pull / options.zoom
  const moved = { ...start, x: start.x + delta.x, y: start.y + delta.y }
  const dx = bestShift(moved, others, 'x', tolerance)
  const dy = bestShift(moved, others, 'y', tolerance)
  const placed = { ...moved, x: moved.x + dx, y: moved.y + dy }
  return {
    delta: { x: delta.x + dx, y: delta.y + dy },
    lines: [...linesFor(placed, others, 'x'), ...linesFor(placed, others, 'y')],
  }
}

function rectsOf(scene: Scene, wanted: (id: ElementId) => boolean): readonly Rect[] {
  const rects: Rect[] = []
  for (const shape of scene.elements.values()) if (wanted(shape.id)) rects.push(shape.rect)
  return rects
}

/** Low edge, centre and high edge on an axis. */
function stops(rect: Rect, axis: 'x' | 'y'): readonly [number, number, number] {
  const low = axis === 'x' ? rect.x : rect.y
  const extent = axis === 'x' ? rect.width : rect.height
  return [low, low + extent / 2, low + extent]
}

function bestShift(moved: Rect, others: readonly Rect[], axis: 'x' | 'y', tolerance: number): number {
  let best = 0
  let least = tolerance
  const consider = (shift: number): void => {
    if (Math.abs(shift) > least || (Math.abs(shift) === least && best !== 0)) return
    least = Math.abs(shift)
    best = shift
  }
  const own = stops(moved, axis)
  for (const other of others) {
    const theirs = stops(other, axis)
    // Centres to centres and edges to edges: a centre on an edge looks like chance.
    consider(theirs[1] - own[1])
    for (const mine of [own[0], own[2]]) for (const edge of [theirs[0], theirs[2]]) consider(edge - mine)
  }
  for (const low of equalGaps(moved, others, axis)) consider(low - own[0])
  return best
}

/** Places on an axis at which the gaps to two neighbours of the same row or column would be equal. */
function equalGaps(moved: Rect, others: readonly Rect[], axis: 'x' | 'y'): readonly number[] {
  const extent = axis === 'x' ? moved.width : moved.height
  const [low, , high] = stops(moved, axis)
  const across = axis === 'x' ? 'y' : 'x'
  const [crossLow, , crossHigh] = stops(moved, across)
  const row = others
    .map((rect) => ({ along: stops(rect, axis), cross: stops(rect, across) }))
    .filter(({ cross }) => cross[0] < crossHigh && cross[2] > crossLow)
  const before = row.filter(({ along }) => along[2] <= low + extent / 2).sort((a, b) => b.along[2] - a.along[2])
  const after = row.filter(({ along }) => along[0] >= high - extent / 2).sort((a, b) => a.along[0] - b.along[0])
  const places: number[] = []
  const [left, lefter] = before
  const [right, righter] = after
  if (left && right) places.push((left.along[2] + right.along[0] - extent) / 2)
  if (left && lefter) places.push(left.along[2] + (left.along[0] - lefter.along[2]))
  if (right && righter) places.push(right.along[0] - (righter.along[0] - right.along[2]) - extent)
  return places
}

function linesFor(placed: Rect, others: readonly Rect[], axis: 'x' | 'y'): readonly SnapLine[] {
  const across = axis === 'x' ? 'y' : 'x'
  const own = stops(placed, axis)
  const ownAcross = stops(placed, across)
  const lines = new Map<number, { from: number; to: number }>()
  const add = (at: number, rect: Rect): void => {
    const theirs = stops(rect, across)
    const key = Math.round(at * 10) / 10
    const line = lines.get(key) ?? { from: ownAcross[0], to: ownAcross[2] }
    line.from = Math.min(line.from, theirs[0])
    line.to = Math.max(line.to, theirs[2])
    lines.set(key, line)
  }
  const same = (a: number, b: number): boolean => Math.abs(a - b) < 0.05
  for (const other of others) {
    const theirs = stops(other, axis)
    if (same(own[1], theirs[1])) add(own[1], other)
    for (const mine of [own[0], own[2]])
      for (const edge of [theirs[0], theirs[2]]) if (same(mine, edge)) add(mine, other)
  }
  return [...lines].map(([at, { from, to }]) => ({ axis, at, from, to }))
}
