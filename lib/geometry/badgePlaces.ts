import type { ElementId, LinkId } from '../base/ids'
import { isLinkable } from '../model/element'
import { frameTitleHeight } from './elementLayout'
import { boundsOfElement, type ElementShape } from './elementShape'
import { badgeMargin, badgeWork, createBadgeSearch } from './badgeSearch'
import { BadgeSurroundings } from './badgeSurroundings'
import { convexHull } from './hull'
import { marksOf, pointsOn, pointsOnWithin } from './linkCover'
import type { LinkShape } from './linkShape'
import {
  badgeBounds,
  badgeRects,
  layoutBadgeName,
  middleOf,
  nameSides,
  turnOf,
  type BadgedLoop,
  type LoopBadge,
  type NameSide,
  type NameSize,
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
  readonly hull: readonly Point[]
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
 * the nearest place where it covers no element, sign, tag, label, delay mark or other badge, nor a dot at an element from which one pulls links; and,
 * unless people chose the place, no line, and stands within its loop, where that is not too far. What is nowhere free within
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
    const size = sizeOfName(layoutBadgeName(loop.name), 'below')
    const wish = loop.at === undefined ? middle : { x: middle.x + loop.at[0], y: middle.y + loop.at[1] }
    const hand = moved?.get(loop.key)
    const kept = isSameLook(known, loop) ? known : undefined
    const isChosen = loop.at !== undefined
    // What only two variables make has no inside in which a badge has room.
    const hull = isChosen || centres.length < 3 ? [] : convexHull([...centres, ...ways.map(({ mid }) => mid)])
    const search = { wish, hull, size, elements, links, badges: placed, isChosen, maxLooks, effort }
    const place = hand === undefined && !(isInFlight && kept !== undefined) ? findPlace(search, kept) : undefined
    const centre = hand ?? place?.centre ?? (kept === undefined ? wish : goneAlong(kept, wish))
    const side = place?.side ?? known?.badge.side ?? 'below'
    const fresh: LoopBadge = {
      key: loop.key,
      loop,
      centre,
      middle,
      turn: turnOf(
        centres,
        ways.map(({ mid }) => mid),
      ),
      name: layoutBadgeName(loop.name, side),
      side,
      bounds: badgeBounds(badgeRects(centre, { ...size, side })),
    }
    const badge = known !== undefined && isSameBadge(known.badge, fresh) ? known.badge : fresh
    if (place !== undefined) found.set(loop.key, { ...place, wish, hull, badge })
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
    a.side === b.side &&
    a.centre.x === b.centre.x &&
    a.centre.y === b.centre.y &&
    a.middle.x === b.middle.x &&
    a.middle.y === b.middle.y
  )
}

interface PlaceSearch extends Pick<BadgeInput, 'elements' | 'links' | 'effort'> {
  readonly wish: Point
  readonly hull: readonly Point[]
  readonly size: NameSize
  readonly badges: readonly LoopBadge[]
  readonly isChosen: boolean
  readonly maxLooks: number
}

type Place = Pick<FoundPlace, 'centre' | 'near' | 'reach'> & { readonly side: NameSide }

/** What a badge whose name stands below costs at most before another side is tried. */
const fairlyWell = 36
/** What it is worth that the name stands where it usually does. */
const worthOfUsual = 12
/** Of the work for one badge, what each other side may take. */
const shareOfSide = 0.2

/** The best place; the one found before if nothing that mattered for it has changed. */
function findPlace(search: PlaceSearch, known: FoundPlace | undefined): Place {
  if (known !== undefined && isSamePoint(known.wish, search.wish) && isSameHull(known.hull, search.hull)) {
    if (isSameList(obstaclesWithin(search, known.reach), known.near)) return { ...known, side: known.badge.side }
  }
  const usual = findPlaceOnSide(search)
  if (search.size.lines === 0 || usual.cost <= fairlyWell) return usual.place
  let best = usual
  let { near, reach } = usual.place
  for (const side of nameSides.slice(1)) {
    const maxLooks = search.maxLooks * shareOfSide
    const other = findPlaceOnSide({ ...search, size: { ...search.size, side }, maxLooks })
    if (other.cost + worthOfUsual < best.cost) best = { ...other, cost: other.cost + worthOfUsual }
    // What was looked at for any side decides whether the place found may be kept.
    if (other.place.reach > reach) ({ near, reach } = other.place)
  }
  return { ...best.place, near, reach }
}

function findPlaceOnSide(search: PlaceSearch): { readonly place: Place; readonly cost: number } {
  const { wish, effort } = search
  const steps = createBadgeSearch(search)
  const { side } = search.size
  let place: Place = { centre: wish, near: [], reach: 0, side }
  for (const reach of reaches) {
    const near = obstaclesWithin(search, reach)
    const around = survey(near, areaAround(search, reach), steps.mindsLines(reach))
    const centre = steps.within(reach, around, dotsAmong(near))
    place = { centre: centre ?? steps.best() ?? wish, near, reach, side }
    if (centre !== undefined) break
  }
  if (effort !== undefined) effort.looks += steps.looks()
  return { place, cost: steps.least() }
}

function isSamePoint(a: Point, b: Point | undefined): boolean {
  return a.x === b?.x && a.y === b.y
}

function isSameHull(a: readonly Point[], b: readonly Point[]): boolean {
  return a.length === b.length && a.every((point, index) => isSamePoint(point, b[index]))
}

function isSameList(a: readonly Obstacle[], b: readonly Obstacle[]): boolean {
  return a.length === b.length && a.every((entry, index) => entry === b[index])
}

function obstaclesWithin({ wish, size, elements, links, badges }: PlaceSearch, reach: number): readonly Obstacle[] {
  const area = areaAround({ wish, size }, reach)
  const near: Obstacle[] = []
  for (const shape of elements.values()) {
    if (overlaps(inflate(boundsOfElement(shape), dotReach), area)) near.push(shape)
  }
  for (const shape of links.values()) if (overlaps(shape.bounds, area)) near.push(shape)
  for (const badge of badges) if (overlaps(badge.bounds, area)) near.push(badge)
  return near
}

/** All that a badge could cover within a reach, on whatever side its name stands. */
function areaAround({ wish, size }: Pick<PlaceSearch, 'wish' | 'size'>, reach: number): Rect {
  const around =
    unite(nameSides.flatMap((side) => badgeRects(wish, { ...size, side }))) ?? rectAround(wish, { width: 0, height: 0 })
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

/** How far the dots from which one pulls a link reach out from an element, as large as the mouse takes them. */
const dotReach = 26

/** The dots would take the press meant for the disc of a badge under them; its name takes none. */
function dotsAmong(near: readonly Obstacle[]): BadgeSurroundings {
  const dots = new BadgeSurroundings()
  for (const obstacle of near) {
    if ('turn' in obstacle || 'curves' in obstacle || !isLinkable(obstacle.element)) continue
    for (const rect of dotsOf(obstacle.rect)) dots.addBlock(rect)
  }
  return dots
}

/** Where the dots of an element appear. */
function dotsOf({ x, y, width, height }: Rect): readonly Rect[] {
  const [side, away] = [24, dotReach - 12]
  const [middle, half] = [x + width / 2, y + height / 2]
  return [
    { x: middle, y: y - away },
    { x: x + width + away, y: half },
    { x: middle, y: y + height + away },
    { x: x - away, y: half },
  ].map((centre) => rectAround(centre, { width: side, height: side }))
}

/** A badge covers what it bounds, but not the corners beside its name. */
function rectsOf({ centre, name, side }: LoopBadge): readonly Rect[] {
  return badgeRects(centre, sizeOfName(name, side))
}

function sizeOfName(name: LoopBadge['name'], side: NameSide): NameSize {
  const width = Math.max(0, ...(name?.lines.map((line) => measureText(line, name)) ?? []))
  return { width, lines: name?.lines.length ?? 0, side }
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
