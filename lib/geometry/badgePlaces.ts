import type { ElementId, LinkId } from '../base/ids'
import { frameTitleHeight } from './elementLayout'
import { boundsOfElement, type ElementShape } from './elementShape'
import { badgeMargin, badgeWork, createBadgeSearch } from './badgeSearch'
import { BadgeSurroundings } from './badgeSurroundings'
import { marksOf, pointsOn, pointsOnWithin } from './linkCover'
import type { LinkShape } from './linkShape'
import {
  badgeBounds,
  badgeRects,
  layoutBadgeName,
  middleOf,
  turnOf,
  type BadgedLoop,
  type LoopBadge,
} from './loopBadge'
import { inflate, overlaps, rectAround, unite, type Point, type Rect } from './rect'
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
  /**
   * Something is in a hand, or on its way: whatever has a place goes along with its loop, and what it
   * covers then is seen to at the end. A frame of a drag looks for no places.
   */
  readonly isInFlight?: boolean | undefined
  /** Counts the places tried and the comparisons made. */
  readonly effort?: { looks: number } | undefined
}

type Obstacle = ElementShape | LinkShape | LoopBadge

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
 * Cost: for each badge one look at every element and link, and where something near has changed a search
 * that is bounded by the places tried. While something is in flight, next to nothing.
 */
export function placeBadges(input: BadgeInput): BadgeMemory {
  const { loops, elements, links, moved, memory, isInFlight = false, effort } = input
  const found = new Map<string, FoundPlace>()
  const placed: LoopBadge[] = []
  const maxLooks = badgeWork(loops.length)
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
    const kept = isSameLook(known, loop) ? known : undefined
    const isChosen = loop.at !== undefined
    const search = { wish, size, elements, links, badges: placed, isChosen, maxLooks, effort }
    const place = hand === undefined && !(isInFlight && kept !== undefined) ? findPlace(search, kept) : undefined
    const centre = hand ?? place?.centre ?? (kept === undefined ? wish : goneAlong(kept, wish))
    const fresh: LoopBadge = {
      key: loop.key,
      loop,
      centre,
      middle,
      turn: turnOf(
        centres,
        ways.map(({ mid }) => mid),
      ),
      name,
      bounds: badgeBounds(badgeRects(centre, size)),
    }
    const badge = known !== undefined && isSameBadge(known.badge, fresh) ? known.badge : fresh
    if (place !== undefined) found.set(loop.key, { ...place, wish, badge })
    // What it was found from counts again where the flight ends.
    else if (known !== undefined) found.set(loop.key, known)
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

/** Where a badge is that keeps its distance from where it would like to stand. */
function goneAlong({ centre, wish: before }: FoundPlace, wish: Point): Point {
  return { x: wish.x + (centre.x - before.x), y: wish.y + (centre.y - before.y) }
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

interface PlaceSearch extends Pick<BadgeInput, 'elements' | 'links' | 'effort'> {
  readonly wish: Point
  readonly size: { readonly width: number; readonly lines: number }
  readonly badges: readonly LoopBadge[]
  readonly isChosen: boolean
  readonly maxLooks: number
}

type Place = Pick<FoundPlace, 'centre' | 'near' | 'reach'>

/** The best place; the one found before if nothing that mattered for it has changed. */
function findPlace(search: PlaceSearch, known: FoundPlace | undefined): Place {
  if (known !== undefined && known.wish.x === search.wish.x && known.wish.y === search.wish.y) {
    if (isSameList(obstaclesWithin(search, known.reach), known.near)) return known
  }
  const { wish, effort } = search
  const steps = createBadgeSearch(search)
  let place: Place = { centre: wish, near: [], reach: 0 }
  for (const reach of reaches) {
    const near = obstaclesWithin(search, reach)
    const centre = steps.within(reach, survey(near, areaAround(search, reach), steps.mindsLines(reach)))
    place = { centre: centre ?? steps.best() ?? wish, near, reach }
    if (centre !== undefined) break
  }
  if (effort !== undefined) effort.looks += steps.looks()
  return place
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
  return inflate(around, reach + badgeMargin)
}

/** What of the surroundings decides on a place. */
function survey(near: readonly Obstacle[], area: Rect, withLines: boolean): BadgeSurroundings {
  const around = new BadgeSurroundings()
  const addBlock = (rect: Rect): void => {
    if (overlaps(rect, area)) around.addBlock(rect)
  }
  const addLine = (points: () => readonly Point[]): void => {
    if (withLines) around.addLine(points())
  }
  for (const obstacle of near) {
    if ('turn' in obstacle) for (const rect of rectsOf(obstacle)) addBlock(rect)
    else if ('curves' in obstacle) {
      for (const rect of marksOf(obstacle)) addBlock(rect)
      addLine(() => obstacle.curves.flatMap((curve) => pointsOnWithin(curve, area)))
    } else if (obstacle.element.kind === 'frame') {
      addBlock(titleOf(obstacle))
      addLine(() => borderOf(obstacle.rect))
    } else if (obstacle.element.kind === 'ink') {
      const { x, y } = obstacle.centre
      const { points } = obstacle.element
      addLine(() => points.map(([dx, dy]) => ({ x: x + dx, y: y + dy })))
    } else addBlock(boundsOfElement(obstacle))
  }
  return around
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
