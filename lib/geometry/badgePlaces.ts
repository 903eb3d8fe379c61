import type { ElementId, LinkId } from '../base/ids'
import { frameTitleHeight } from './elementLayout'
import { boundsOfElement, type ElementShape } from './elementShape'
import { marksOf, pointsOn, sampled } from './linkCover'
import type { LinkShape } from './linkShape'
import {
  badgeBounds,
  badgeMetrics,
  badgeRects,
  layoutBadgeName,
  middleOf,
  turnOf,
  type BadgedLoop,
  type LoopBadge,
} from './loopBadge'
import { containsPoint, distanceBetween, inflate, overlaps, rectAround, unite, type Point, type Rect } from './rect'
import { measureText } from './textMetrics'

/** What the places of one scene's badges were found from, so that the next can keep them. */
export interface BadgeMemory {
  readonly badges: ReadonlyMap<string, LoopBadge>
  readonly found: ReadonlyMap<string, FoundPlace>
}

interface FoundPlace {
  readonly wish: Point
  readonly near: readonly Obstacle[]
  readonly reach: number
  readonly centre: Point
  readonly badge: LoopBadge
}

interface BadgeInput {
  readonly loops: readonly BadgedLoop[]
  readonly elements: ReadonlyMap<ElementId, ElementShape>
  readonly links: ReadonlyMap<LinkId, LinkShape>
  /** Centres of badges that are being moved by hand. */
  readonly moved?: ReadonlyMap<string, Point> | undefined
  readonly memory?: BadgeMemory | undefined
}

type Obstacle = ElementShape | LinkShape | LoopBadge

/** Room kept between a badge and what it may not cover. */
const margin = 3
/** Room between a badge's disc and a line that it does not cover. */
const lineRoom = 4
/** How far a badge goes to cover no line: beyond, it covers one. A second line is worth as much again. */
const worthOfLine = 80
/** How far from where it would like to stand a place is looked for; the first that suffices. */
const reaches = [140, 480, 1_400] as const

/**
 * Gives each loop its badge: in the middle of the loop's variables, or where people put it, moved to
 * the nearest place where it covers no element, sign, tag, label, delay mark or other badge; and,
 * unless people chose the place, no line, where that is not too far. What is nowhere free within
 * 1,400 units stays where it would like to be. Loops whose variables do not all stand in the scene
 * have none, nor have those that are away, whose places are kept. Those that people placed come first,
 * else those named first.
 *
 * A place depends on what is near alone: what happens far away moves no badge.
 *
 * Cost: for each badge one look at every element and link; a search of a few milliseconds at most
 * where something near has changed.
 */
export function placeBadges({ loops, elements, links, moved, memory }: BadgeInput): BadgeMemory {
  const found = new Map<string, FoundPlace>()
  const placed: LoopBadge[] = []
  const inOrder = [...loops].sort((a, b) => Number(b.at !== undefined) - Number(a.at !== undefined))
  for (const loop of inOrder) {
    const centres = loop.variables.flatMap((id) => elements.get(id)?.centre ?? [])
    const ways = loop.links.flatMap((id) => links.get(id) ?? [])
    if (centres.length < loop.variables.length || ways.length < loop.links.length || centres.length === 0) continue
    const known = memory?.found.get(loop.key)
    const middle = middleOf(centres)
    const name = layoutBadgeName(loop.name)
    const size = {
      lines: name?.lines.length ?? 0,
      width: Math.max(0, ...(name?.lines.map((line) => measureText(line, name)) ?? [])),
    }
    const wish = loop.at === undefined ? middle : { x: middle.x + loop.at[0], y: middle.y + loop.at[1] }
    const hand = moved?.get(loop.key)
    const search = { wish, size, elements, links, badges: placed, isChosen: loop.at !== undefined }
    const place = hand === undefined ? findPlace(search, isSameLook(known, loop) ? known : undefined) : undefined
    const fresh: LoopBadge = {
      key: loop.key,
      loop,
      centre: hand ?? place?.centre ?? wish,
      middle,
      turn: turnOf(
        centres,
        ways.map(({ mid }) => mid),
      ),
      name,
      bounds: badgeBounds(badgeRects(hand ?? place?.centre ?? wish, size)),
    }
    const badge = known !== undefined && isSameBadge(known.badge, fresh) ? known.badge : fresh
    if (place !== undefined) found.set(loop.key, { ...place, wish, badge })
    placed.push(badge)
  }
  const byKey = new Map(placed.map((badge) => [badge.key, badge]))
  const badges = new Map<string, LoopBadge>()
  for (const { key } of loops) {
    const badge = byKey.get(key)
    if (badge !== undefined && badge.loop.isAway !== true) badges.set(key, badge)
  }
  return { badges, found }
}

function isSameLook(known: FoundPlace | undefined, { name, at }: BadgedLoop): boolean {
  if (known === undefined) return false
  const before = known.badge.loop
  return before.name === name && (before.at === undefined) === (at === undefined)
}

function isSameBadge(a: LoopBadge, b: LoopBadge): boolean {
  return (
    a.loop === b.loop &&
    a.turn === b.turn &&
    a.centre.x === b.centre.x &&
    a.centre.y === b.centre.y &&
    a.middle.x === b.middle.x &&
    a.middle.y === b.middle.y
  )
}

interface PlaceSearch extends Pick<BadgeInput, 'elements' | 'links'> {
  readonly wish: Point
  readonly size: { readonly width: number; readonly lines: number }
  readonly badges: readonly LoopBadge[]
  readonly isChosen: boolean
}

type Place = Pick<FoundPlace, 'centre' | 'near' | 'reach'>

/** The best place; the one found before if nothing that mattered for it has changed. */
function findPlace(search: PlaceSearch, known: FoundPlace | undefined): Place {
  if (known !== undefined && known.wish.x === search.wish.x && known.wish.y === search.wish.y) {
    if (isSameList(obstaclesWithin(search, known.reach), known.near)) return known
  }
  for (const reach of reaches) {
    const near = obstaclesWithin(search, reach)
    const centre = findNear(search, near, reach)
    if (centre !== undefined) return { centre, near, reach }
  }
  return { centre: search.wish, near: obstaclesWithin(search, reaches[2]), reach: reaches[2] }
}

function isSameList(a: readonly Obstacle[], b: readonly Obstacle[]): boolean {
  return a.length === b.length && a.every((entry, index) => entry === b[index])
}

function obstaclesWithin({ wish, size, elements, links, badges }: PlaceSearch, reach: number): readonly Obstacle[] {
  const area = areaAround({ wish, size }, reach)
  const near: Obstacle[] = []
  for (const shape of elements.values()) if (overlaps(boundsOfElement(shape), area)) near.push(shape)
  for (const shape of links.values()) if (overlaps(shape.bounds, area)) near.push(shape)
  for (const badge of badges) if (overlaps(badge.bounds, area)) near.push(badge)
  return near
}

/** All that a badge could cover within a reach. */
function areaAround({ wish, size }: Pick<PlaceSearch, 'wish' | 'size'>, reach: number): Rect {
  const around = unite(badgeRects(wish, size)) ?? rectAround(wish, { width: 0, height: 0 })
  return inflate(around, reach + margin)
}

/** What of the surroundings decides on a place. */
interface Surroundings {
  /** May not be covered. */
  readonly blocks: readonly Rect[]
  /** Better not covered: each a row of points. */
  readonly lines: readonly Line[]
}

interface Line {
  readonly bounds: Rect
  readonly points: readonly Point[]
}

function findNear(search: PlaceSearch, near: readonly Obstacle[], reach: number): Point | undefined {
  const { wish, size, isChosen } = search
  const { blocks, lines } = survey(near, areaAround(search, reach))
  let best: Point | undefined
  let least = Infinity
  for (let distance = 0, step = 8; distance <= reach && distance < least; distance += step) {
    step = distance < 160 ? 8 : distance < 480 ? 16 : 32
    const count = distance === 0 ? 1 : Math.max(8, Math.ceil((distance * Math.PI * 2) / (step * 1.5)))
    for (let index = 0; index < count; index += 1) {
      const angle = (index / count) * Math.PI * 2
      const centre = { x: wish.x + Math.cos(angle) * distance, y: wish.y + Math.sin(angle) * distance }
      const rects = badgeRects(centre, size)
      const kept = rects.map((rect) => inflate(rect, margin))
      if (blocks.some((block) => kept.some((rect) => overlaps(rect, block)))) continue
      const cost = distance + (isChosen ? 0 : worthOfLine * countLines(centre, rects, lines, least - distance))
      if (cost >= least) continue
      least = cost
      best = centre
    }
  }
  // Beyond the reach there may be a place without a line that costs less.
  return least <= reach || reach === reaches[2] ? best : undefined
}

function countLines(
  centre: Point,
  [disc, name]: readonly Rect[],
  lines: Surroundings['lines'],
  allowed: number,
): number {
  let count = 0
  for (const { bounds, points } of lines) {
    if (count * worthOfLine > allowed) return count
    const reachesDisc = disc !== undefined && overlaps(bounds, inflate(disc, lineRoom))
    const reachesName = name !== undefined && overlaps(bounds, name)
    if (!reachesDisc && !reachesName) continue
    const isCovered = points.some(
      (point) =>
        (reachesDisc && distanceBetween(point, centre) < badgeMetrics.radius + lineRoom) ||
        (reachesName && containsPoint(name, point)),
    )
    if (isCovered) count += 1
  }
  return count
}

function survey(near: readonly Obstacle[], area: Rect): Surroundings {
  const blocks: Rect[] = []
  const lines: Line[] = []
  // Long links have most of their points elsewhere.
  const addLine = (all: readonly Point[]): void => {
    const points = all.filter((point) => containsPoint(area, point))
    const bounds = unite(points.map((point) => rectAround(point, { width: 0, height: 0 })))
    if (bounds !== undefined) lines.push({ bounds, points })
  }
  for (const obstacle of near) {
    if ('turn' in obstacle) blocks.push(...rectsOf(obstacle))
    else if ('curves' in obstacle) {
      blocks.push(...marksOf(obstacle))
      addLine(sampled(obstacle))
    } else if (obstacle.element.kind === 'frame') {
      blocks.push(titleOf(obstacle))
      addLine(borderOf(obstacle.rect))
    } else if (obstacle.element.kind === 'ink') {
      const { x, y } = obstacle.centre
      addLine(obstacle.element.points.map(([dx, dy]) => ({ x: x + dx, y: y + dy })))
    } else blocks.push(boundsOfElement(obstacle))
  }
  return { blocks, lines }
}

/** A badge covers what it bounds, but not the corners beside its name. */
function rectsOf({ centre, name }: LoopBadge): readonly Rect[] {
  const width = Math.max(0, ...(name?.lines.map((line) => measureText(line, name)) ?? []))
  return badgeRects(centre, { width, lines: name?.lines.length ?? 0 })
}

function titleOf({ rect, layout }: ElementShape): Rect {
  const width = Math.max(0, ...layout.lines.map((line) => measureText(line, layout.text)))
  return { x: rect.x, y: rect.y - frameTitleHeight, width: Math.min(rect.width, width), height: frameTitleHeight }
}

function borderOf({ x, y, width, height }: Rect): readonly Point[] {
  const corners = [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ]
  return corners.flatMap((corner, index) => {
    const next = corners[(index + 1) % corners.length] ?? corner
    return pointsOn({ start: corner, control: middleOf([corner, next]), end: next })
  })
}
