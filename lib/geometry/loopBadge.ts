import type { ElementId, LinkId } from '../base/ids'
import { linkMetrics } from './linkShape'
import { distanceBetween, inflate, rectAround, unite, type Point, type Rect } from './rect'
import { wrapText } from './wrapText'

/** A loop that is to have a badge. */
export interface BadgedLoop {
  readonly key: string
  /** What stands behind the letter of its tag. */
  readonly number: number
  readonly kind: 'reinforcing' | 'balancing' | 'undetermined'
  /** R1, B2, ?3. */
  readonly tag: string
  readonly name: string
  readonly delayed: boolean
  /** In order of travel; `links[i]` goes from `variables[i]` to the next. */
  readonly variables: readonly ElementId[]
  readonly links: readonly LinkId[]
  /** Where people put the badge, from the middle of the loop's variables. */
  readonly at?: readonly [number, number] | undefined
  /** Keeps its place free and has no badge. */
  readonly isAway?: boolean
}

export type Turn = 'clockwise' | 'counterclockwise'

/** Where a badge has its name, the usual place first. */
export const nameSides = ['below', 'right', 'left', 'above'] as const
export type NameSide = (typeof nameSides)[number]

/** The words at a badge, from its centre. */
interface BadgeName {
  readonly lines: readonly string[]
  readonly x: number
  readonly anchor: 'start' | 'middle' | 'end'
  /** Baseline of the first line. */
  readonly baseline: number
  readonly lineHeight: number
  readonly size: number
  readonly weight: 500
}

/** A loop's badge in its place: a ring that turns as the loop does, its tag, and its name below. */
export interface LoopBadge {
  readonly key: string
  readonly loop: BadgedLoop
  readonly centre: Point
  /** The middle of the loop's variables: what a place chosen by people is measured from. */
  readonly middle: Point
  readonly turn: Turn
  readonly name: BadgeName | undefined
  readonly side: NameSide
  readonly bounds: Rect
}

/** True where the look of a map is about other links than all of the loop's. @param links as they are drawn */
export function isBadgeFaded(
  { loop }: LoopBadge,
  links: ReadonlyMap<LinkId, { readonly link: { readonly paint?: { readonly faded?: boolean } } }>,
): boolean {
  return loop.links.some((id) => links.get(id)?.link.paint?.faded === true)
}

/** Sizes, in canvas units. */
export const badgeMetrics = {
  /** Of the disc that keeps lines off the tag. */
  radius: 22,
  ringRadius: 19.5,
  ringWidth: 2.2,
  headLength: 9,
  tagSize: 14,
  nameSize: 13,
  nameWidth: 132,
  nameLines: 2,
  nameLineHeight: 16,
  nameGap: 5,
  /** Where the ring is broken under the strokes of a delay. */
  delayGap: 'M-2.5 19.5H2.5',
} as const

const { radius, ringRadius, headLength } = badgeMetrics

/**
 * How much larger than the map a badge is drawn at a zoom: seen from afar, where names are not
 * written any more, it stays large enough to be read and taken. In steps, so that it is seldom drawn anew.
 */
export function badgeScale(zoom: number): number {
  return Math.round(Math.min(2, Math.max(1, 0.6 / zoom)) * 10) / 10
}

/** Longer tags are written smaller, so that they stay within the ring; a letter alone, as in a legend, larger. */
export function tagSizeOf(tag: string): number {
  if (tag.length === 1) return badgeMetrics.tagSize + 4
  return tag.length <= 3 ? badgeMetrics.tagSize : Math.max(8, (badgeMetrics.tagSize * 3.4) / tag.length)
}

/** The name at a badge in lines; undefined for none. */
export function layoutBadgeName(name: string, side: NameSide = 'below'): BadgeName | undefined {
  const text = name.replace(/\s+/g, ' ').trim()
  if (text === '') return undefined
  const style = { size: badgeMetrics.nameSize, weight: 500 } as const
  const { lines } = wrapText(text, { ...style, width: badgeMetrics.nameWidth, lines: badgeMetrics.nameLines })
  const top = nameTop(side, lines.length)
  const baseline = top + 2 + badgeMetrics.nameLineHeight / 2 + style.size * 0.36
  const [x, anchor] = nameStart[side]
  return { lines, x, anchor, baseline, lineHeight: badgeMetrics.nameLineHeight, ...style }
}

const beside = radius + 6
const nameStart: Readonly<Record<NameSide, readonly [number, BadgeName['anchor']]>> = {
  below: [0, 'middle'],
  above: [0, 'middle'],
  right: [beside, 'start'],
  left: [-beside, 'end'],
}

/** How far below the centre the room of a name begins. */
function nameTop(side: NameSide, lines: number): number {
  const height = lines * badgeMetrics.nameLineHeight
  if (side === 'below') return radius + badgeMetrics.nameGap - 2
  return side === 'above' ? -radius - badgeMetrics.nameGap - height : -height / 2
}

/** What the room of a badge follows from, beside its centre. */
export interface NameSize {
  readonly width: number
  readonly lines: number
  readonly side: NameSide
}

/** What a badge covers around a centre: its disc, and its name where it has one. */
export function badgeRects(centre: Point, name: NameSize): readonly Rect[] {
  const disc = rectAround(centre, { width: radius * 2, height: radius * 2 })
  if (name.lines === 0) return [disc]
  const height = name.lines * badgeMetrics.nameLineHeight
  const [start, anchor] = nameStart[name.side]
  const left = anchor === 'start' ? start : anchor === 'end' ? start - name.width : -name.width / 2
  const top = nameTop(name.side, name.lines)
  return [disc, { x: centre.x + left, y: centre.y + top, width: name.width, height }]
}

/** Everything that is drawn of a badge, the head of its ring included. */
export function badgeBounds(rects: readonly Rect[]): Rect {
  const [disc] = rects
  const all = unite(rects)
  if (disc === undefined || all === undefined) return { x: 0, y: 0, width: 0, height: 0 }
  return unite([inflate(disc, 2), all]) ?? disc
}

/** The middle of a loop's variables. */
export function middleOf(centres: readonly Point[]): Point {
  const sum = centres.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), { x: 0, y: 0 })
  return { x: sum.x / Math.max(1, centres.length), y: sum.y / Math.max(1, centres.length) }
}

/**
 * Which way a loop turns on the map: by the area that its variables enclose in order of travel.
 * Where they lie nearly in a line, as two always do, by the way of its links.
 *
 * @param centres of the variables, in order of travel
 * @param middles of the links, each from the variable of the same index to the next
 */
export function turnOf(centres: readonly Point[], middles: readonly Point[]): Turn {
  const longest = centres.reduce((most, point) => Math.max(most, distanceBetween(point, centres[0] ?? point)), 0)
  const area = signedArea(centres)
  const flat = Math.abs(area) < longest * longest * 0.02
  const way = flat ? centres.flatMap((centre, index) => [centre, ...middles.slice(index, index + 1)]) : centres
  return (flat ? signedArea(way) : area) < 0 ? 'counterclockwise' : 'clockwise'
}

/** Positive for a clockwise way on a canvas whose y grows downwards. */
function signedArea(points: readonly Point[]): number {
  const [origin] = points
  if (origin === undefined) return 0
  let twice = 0
  for (const [index, a] of points.entries()) {
    const b = points[(index + 1) % points.length] ?? origin
    // From the first point on, so that far-away maps lose no digits.
    twice += (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y)
  }
  return twice / 2
}

/** Degrees clockwise from the right hand. */
function onRing(degrees: number, at: number): Point {
  const angle = (degrees / 180) * Math.PI
  return { x: Math.cos(angle) * at, y: Math.sin(angle) * at }
}

function write({ x, y }: Point): string {
  return `${Math.round(x * 100) / 100} ${Math.round(y * 100) / 100}`
}

/**
 * The ring of a badge as svg path data around its centre: three quarters of a circle, open at the
 * top, with a head where it ends, and the two strokes of a delay across its bottom.
 */
export function badgeRing(turn: Turn): { readonly arc: string; readonly head: string; readonly delay: string } {
  const mirror = ({ x, y }: Point): Point => (turn === 'clockwise' ? { x, y } : { x: -x, y })
  const sweep = turn === 'clockwise' ? 1 : 0
  const from = mirror(onRing(-48, ringRadius))
  const to = mirror(onRing(-140, ringRadius))
  const arc = `M${write(from)}A${ringRadius} ${ringRadius} 0 1 ${sweep} ${write(to)}`
  // The head points along the ring, a little inwards, as one would draw it by hand.
  const base = onRing(-142, ringRadius)
  const along = { x: Math.cos((-44 / 180) * Math.PI), y: Math.sin((-44 / 180) * Math.PI) }
  const aside = { x: -along.y, y: along.x }
  const half = headLength * 0.55
  const corners = [
    { x: base.x + along.x * headLength, y: base.y + along.y * headLength },
    { x: base.x + aside.x * half, y: base.y + aside.y * half },
    { x: base.x - aside.x * half, y: base.y - aside.y * half },
  ].map(mirror)
  const stroke = (x: number): string =>
    `M${x} ${ringRadius - linkMetrics.delayLength / 2 + 2}V${ringRadius + linkMetrics.delayLength / 2 - 2}`
  const apart = linkMetrics.delayApart / 2
  return { arc, head: `M${corners.map(write).join('L')}Z`, delay: stroke(-apart) + stroke(apart) }
}
