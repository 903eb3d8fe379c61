import type { ElementId, LinkId } from '../base/ids'
import type { Point } from '../geometry/rect'
import type { Tie } from '../model/link'
import { wayOfTie, type TieDirection, type TieLook, type TieTypes } from '../model/tie'
import type { ColumnPicture } from './columnPlaces'
import { layLanes, type WireEnd } from './tieLanes'

/** A tie between two chips, as a path of the field, with its two tips. */
export interface TieRoute {
  readonly path: string
  readonly start: Tip
  readonly end: Tip
  /** Where its letters may stand, the best first. */
  readonly letters: readonly Point[]
}

interface Tip {
  readonly x: number
  readonly y: number
  /** Where the line comes from: from the right if 1. */
  readonly side: 1 | -1
}

/** Pixels: of a bend, and from a chip to the first way beside it. */
const bend = 4
const besideChip = 12
const mostStep = 6

/**
 * Ways for ties that run behind no chip: to the next column across, within a column at its right side, and past a
 * column below its last chip. Where they run up, down or along each has a lane of its own, and a place of its own at its
 * chips. Cost: of `layLanes`.
 */
export function routeTies(picture: ColumnPicture, ties: readonly Tie[]): ReadonlyMap<LinkId, TieRoute> {
  const { wires, counts } = layLanes(picture, ties)
  const laneX = ({ box, side, lane }: WireEnd): number => {
    const column = side === 1 ? box.column : box.column - 1
    const lanes = (counts[column]?.right ?? 0) + (counts[column + 1]?.left ?? 0)
    const [one, next] = [picture.columns[column], picture.columns[column + 1]]
    const until = next === undefined ? picture.width : next.left
    const free = one === undefined ? 0 : until - one.left - one.width - 2 * besideChip
    const step = Math.max(1, Math.min(mostStep, free / Math.max(1, lanes - 1)))
    return (side === 1 ? box.x + box.width : box.x) + side * (besideChip + lane * step)
  }
  return new Map(
    wires.map((wire) => {
      const [start, end] = [tipOf(wire.start), tipOf(wire.end)]
      if (wire.way === 'across') return [wire.id, across(start, end)]
      const turns = [laneX(wire.start), laneX(wire.end)] as const
      return [wire.id, wire.way === 'beside' ? beside(start, end, turns[0]) : under(start, end, turns, wire.floor)]
    }),
  )
}

/** The ties of one kind as one path of lines and one of heads, so that thousands of them are a few things to draw. */
export interface RouteBundle {
  readonly look: TieLook
  readonly lines: string
  readonly heads: string
}

/** All routes by kind of tie, in the order in which kinds come. Cost: linear in ties. */
export function bundleRoutes(
  routes: ReadonlyMap<LinkId, TieRoute>,
  ties: readonly Tie[],
  types: TieTypes,
): readonly RouteBundle[] {
  const bundles = new Map<TieLook, { readonly lines: string[]; readonly heads: string[] }>()
  for (const tie of ties) {
    const route = routes.get(tie.id)
    if (route === undefined) continue
    const look = types.of(tie.type)
    const bundle = bundles.get(look) ?? { lines: [], heads: [] }
    bundles.set(look, bundle)
    bundle.lines.push(route.path)
    bundle.heads.push(endsOf(route, look.style, wayOfTie(tie, types)))
  }
  return [...bundles].map(([look, { lines, heads }]) => ({ look, lines: lines.join(''), heads: heads.join('') }))
}

/** The ties of each of their ends. Cost: linear in ties. */
export function tiesByEnd(ties: readonly Tie[]): ReadonlyMap<ElementId, readonly Tie[]> {
  const byEnd = new Map<ElementId, Tie[]>()
  for (const tie of ties) {
    for (const end of new Set([tie.from, tie.to])) {
      const known = byEnd.get(end)
      if (known === undefined) byEnd.set(end, [tie])
      else known.push(tie)
    }
  }
  return byEnd
}

/** What a tie ends in, as on the map: heads of its kind where it leads, dots of those that have them, nothing at a mutual conflict. */
export function endsOf(
  { start, end }: Pick<TieRoute, 'start' | 'end'>,
  style: TieLook['style'],
  way: TieDirection,
): string {
  if (style === 'dots') return dotAt(start) + (way === 'one-way' ? headAt(end) : dotAt(end))
  if (way === 'none' || (style === 'zigzag' && way === 'mutual')) return ''
  return headAt(end, style) + (way === 'mutual' ? headAt(start, style) : '')
}

/** A head at a tip: half of one, one with barbs for thin lines, else a triangle. */
export function headAt({ x, y, side }: Tip, style: TieLook['style'] = 'solid'): string {
  if (style === 'half') return `M${x} ${y}l${8 * side} -5v5z`
  const barbs = style === 'thin' || style === 'plain'
  return barbs ? `M${x} ${y}l${8 * side} -4l${-4 * side} 4l${4 * side} 4z` : `M${x} ${y}l${7 * side} -3.5v7z`
}

function dotAt({ x, y, side }: Tip): string {
  return `M${x} ${y}a3 3 0 1 0 ${6 * side} 0a3 3 0 1 0 ${-6 * side} 0z`
}

function tipOf({ box, y, side }: WireEnd): Tip {
  return { x: side === 1 ? box.x + box.width + 1 : box.x - 1, y, side }
}

function across(start: Tip, end: Tip): TieRoute {
  const reach = Math.abs(end.x - start.x) / 2
  const [one, other] = [start.x + reach * start.side, end.x + reach * end.side]
  return {
    path: `M${start.x} ${start.y}C${one} ${start.y} ${other} ${end.y} ${end.x + 5 * end.side} ${end.y}`,
    start,
    end,
    letters: shares.map((t) => {
      const [a, b, c, d] = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3]
      return { x: a * start.x + b * one + c * other + d * end.x, y: (a + b) * start.y + (c + d) * end.y }
    }),
  }
}

/** Out to its lane, up or down there, and back to the other chip. */
function beside(start: Tip, end: Tip, x: number): TieRoute {
  const down = end.y > start.y ? 1 : -1
  const small = Math.min(bend, Math.abs(end.y - start.y) / 2)
  const path = [
    `M${start.x} ${start.y}`,
    ...corner({ x, y: start.y }, start.side, down, small),
    ...corner({ x, y: end.y }, -end.side as 1 | -1, down, small, true),
    `L${end.x + 5 * end.side} ${end.y}`,
  ]
  const letters = shares.map((share) => ({ x, y: start.y + share * (end.y - start.y) }))
  return { path: path.join(''), start, end, letters }
}

/** Down or up beside the chip, along below the columns between, and to the other. */
function under(start: Tip, end: Tip, [x1, x2]: readonly [number, number], y: number): TieRoute {
  const path = [
    `M${start.x} ${start.y}`,
    ...corner({ x: x1, y: start.y }, start.side, y > start.y ? 1 : -1, bend),
    ...corner({ x: x1, y }, start.side, y > start.y ? 1 : -1, bend, true),
    ...corner({ x: x2, y }, -end.side as 1 | -1, y > end.y ? -1 : 1, bend),
    ...corner({ x: x2, y: end.y }, -end.side as 1 | -1, y > end.y ? -1 : 1, bend, true),
    `L${end.x + 5 * end.side} ${end.y}`,
  ]
  return { path: path.join(''), start, end, letters: shares.map((share) => ({ x: x1 + share * (x2 - x1), y })) }
}

/** Along the way from its one end to the other: where letters stand, the best first. */
const shares = [0.5, 0.35, 0.65, 0.22, 0.78] as const

/** A rounded corner where a way turns from across to down or up, or, with `isBack`, from that to across. */
function corner(
  { x, y }: { readonly x: number; readonly y: number },
  along: 1 | -1,
  down: 1 | -1,
  small: number,
  isBack = false,
): readonly string[] {
  return isBack
    ? [`L${x} ${y - small * down}`, `Q${x} ${y} ${x + small * along} ${y}`]
    : [`L${x - small * along} ${y}`, `Q${x} ${y} ${x} ${y + small * down}`]
}
