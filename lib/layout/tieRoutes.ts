import type { ElementId, LinkId } from '../base/ids'
import type { Point } from '../geometry/rect'
import type { Tie } from '../model/link'
import { wayOfTie, type TieLook, type TieTypes } from '../model/tie'
import { chipHeight, type ChipBox, type ColumnPicture } from './columnPlaces'

/** A tie between two chips, as a path of the field, with its two tips. */
export interface TieRoute {
  readonly path: string
  readonly start: Tip
  readonly end: Tip
  /** Where its letters stand. */
  readonly middle: Point
}

interface Tip {
  readonly x: number
  readonly y: number
  /** Where the line comes from: from the right if 1. */
  readonly side: 1 | -1
}

/** Pixels: of the ways below chips, between two of them, how many there are before they are used again, and their bends. */
const below = 12
const lane = 6
const lanes = 5
const bend = 8

/**
 * Ways for ties that run behind no chip: to the next column across, within a column at its right side, and past a
 * column below its last chip. Cost: linear in ties and columns.
 */
export function routeTies(picture: ColumnPicture, ties: readonly Tie[]): ReadonlyMap<LinkId, TieRoute> {
  const bottoms = picture.columns.map(({ members }) =>
    Math.max(0, ...members.map(({ id }) => (picture.chips.get(id)?.y ?? 0) + chipHeight)),
  )
  const routes = new Map<LinkId, TieRoute>()
  let long = 0
  for (const { id, from, to } of ties) {
    const [one, other] = [picture.chips.get(from), picture.chips.get(to)]
    if (one === undefined || other === undefined || one === other) continue
    const between = bottoms.slice(Math.min(one.column, other.column) + 1, Math.max(one.column, other.column))
    const bottom = Math.max(0, ...between)
    const isFree = between.length === 0 || bottom + below < Math.min(middle(one), middle(other))
    routes.set(id, isFree ? across(one, other) : under(one, other, bottom + below, long % lanes))
    if (!isFree) long += 1
  }
  return routes
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
    const way = wayOfTie(tie, types)
    if (way !== 'none') bundle.heads.push(headAt(route.end))
    if (way === 'mutual') bundle.heads.push(headAt(route.start))
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

/** A triangle at a tip. */
export function headAt({ x, y, side }: Tip): string {
  return `M${x} ${y}l${7 * side} -3.5v7z`
}

function middle({ y }: ChipBox): number {
  return y + chipHeight / 2
}

function tipsOf(from: ChipBox, to: ChipBox): readonly [start: Tip, end: Tip] {
  const isSame = from.column === to.column
  const goesRight = from.column < to.column
  return [isSame || goesRight ? right(from) : left(from), isSame || !goesRight ? right(to) : left(to)]
}

function across(from: ChipBox, to: ChipBox): TieRoute {
  const [start, end] = tipsOf(from, to)
  const reach =
    from.column === to.column ? Math.min(34, 14 + Math.abs(start.y - end.y) / 12) : Math.abs(end.x - start.x) / 2
  const [one, other] = [start.x + reach * start.side, end.x + reach * end.side]
  return {
    path: `M${start.x} ${start.y}C${one} ${start.y} ${other} ${end.y} ${end.x + 5 * end.side} ${end.y}`,
    start,
    end,
    // Half of the way along the curve.
    middle: {
      x: (start.x + 3 * one + 3 * other + end.x) / 8,
      y: (start.y + end.y) / 2,
    },
  }
}

/** Down or up beside the chip, along below the columns between, and to the other. */
function under(from: ChipBox, to: ChipBox, floor: number, slot: number): TieRoute {
  const [start, end] = tipsOf(from, to)
  const y = floor + slot * lane
  const x1 = start.x + (bend + slot * 4) * start.side
  const x2 = end.x + (bend + slot * 4) * end.side
  const path = [
    `M${start.x} ${start.y}`,
    ...corner({ x: x1, y: start.y }, start.side, y > start.y ? 1 : -1),
    ...corner({ x: x1, y }, start.side, y > start.y ? 1 : -1, true),
    ...corner({ x: x2, y }, -end.side as 1 | -1, y > end.y ? -1 : 1),
    ...corner({ x: x2, y: end.y }, -end.side as 1 | -1, y > end.y ? -1 : 1, true),
    `L${end.x + 5 * end.side} ${end.y}`,
  ]
  return { path: path.join(''), start, end, middle: { x: (x1 + x2) / 2 + (slot - (lanes - 1) / 2) * 26, y } }
}

/** A rounded corner where a way turns from across to down or up, or, with `isBack`, from that to across. */
function corner(
  { x, y }: { readonly x: number; readonly y: number },
  along: 1 | -1,
  down: 1 | -1,
  isBack = false,
): readonly string[] {
  const small = bend / 2
  return isBack
    ? [`L${x} ${y - small * down}`, `Q${x} ${y} ${x + small * along} ${y}`]
    : [`L${x - small * along} ${y}`, `Q${x} ${y} ${x} ${y + small * down}`]
}

function right(box: ChipBox): Tip {
  return { x: box.x + box.width + 1, y: middle(box), side: 1 }
}

function left(box: ChipBox): Tip {
  return { x: box.x - 1, y: middle(box), side: -1 }
}
