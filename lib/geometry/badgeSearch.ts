import type { BadgeSurroundings } from './badgeSurroundings'
import { isInHull } from './hull'
import { badgeMetrics, badgeRects, type NameSize } from './loopBadge'
import { inflate, type Point, type Rect } from './rect'

/** Room kept between a badge and what it may not cover. */
export const badgeMargin = 3
/** Room between a badge's disc and a line that it does not cover. */
const lineRoom = 4
/** Room between a badge's name and a line that it does not cover. */
const nameRoom = 3
/** How far a badge goes to cover no line: beyond, it covers one. A second line is worth as much again. */
const worthOfLine = 130
/** How far a badge goes to stay within its loop: outside, it could be taken for a neighbour's. */
const worthOfInside = 40
/** Lines are counted up to here: what covers so many covers many. */
const manyLines = 8
/** Beyond, a badge is so far away that lines count no more: it is a matter of covering nothing else. */
const farAway = 480

/** What a search may cost: places tried and comparisons made. Not a time, so that the same map gives the same places. */
const work = { ofAll: 140_000, least: 3_500, most: 20_000 } as const

/** For each of so many badges. */
export function badgeWork(badges: number): number {
  return Math.min(work.most, Math.max(work.least, Math.floor(work.ofAll / Math.max(1, badges))))
}

export interface BadgeSearch {
  /**
   * Looks as far as `reach` from where the badge would like to stand, on from where the last call ended.
   * @param around what lies within it
   * @param dots what the disc alone may not cover
   * @returns the best place; undefined if there is none, or a better one may lie beyond
   */
  within(reach: number, around: BadgeSurroundings, dots: BadgeSurroundings): Point | undefined
  /** Whether lines count so far away. */
  mindsLines(reach: number): boolean
  /** The best place so far. */
  best(): Point | undefined
  /** What the best place so far costs, in units that a badge would go for a better one. */
  least(): number
  /** Places tried and comparisons made so far. */
  looks(): number
}

interface BadgeWish {
  /** Where it would like to stand. */
  readonly wish: Point
  /** Of its name. */
  readonly size: NameSize
  /** Around the loop: a badge stands rather in there. */
  readonly hull: readonly Point[]
  /** People chose the place: it may cover lines, and stand beside its loop. */
  readonly isChosen: boolean
  /** Places and comparisons after which the best place so far has to do. */
  readonly maxLooks: number
}

/**
 * Looks for the place nearest to where a badge would like to stand at which it covers nothing that it
 * may not and, unless people chose the place, few lines, and rather within its loop than beside it.
 */
export function createBadgeSearch({ wish, size, hull, isChosen, maxLooks }: BadgeWish): BadgeSearch {
  let best: Point | undefined
  let least = Infinity
  let distance = 0
  let looks = 0
  const countLines = (centre: Point, below: Rect | undefined, around: BadgeSurroundings): number => {
    if (isChosen) return 0
    if (distance > farAway) return manyLines
    const most = Math.min(manyLines, (least - distance) / worthOfLine)
    return Math.min(
      manyLines,
      around.countLines(centre, badgeMetrics.radius + lineRoom, below && inflate(below, nameRoom), most),
    )
  }
  const tryAt = (centre: Point, around: BadgeSurroundings, dots: BadgeSurroundings): void => {
    const rects = badgeRects(centre, size)
    if (rects.some((rect) => around.isBlocked(inflate(rect, badgeMargin)))) return
    if (rects[0] !== undefined && dots.isBlocked(rects[0])) return
    const aside = isChosen || isInHull(hull, centre) ? 0 : worthOfInside
    if (distance + aside >= least) return
    const cost = distance + aside + worthOfLine * countLines(centre, rects[1], around)
    if (cost >= least) return
    least = cost
    best = centre
  }
  return {
    looks: () => looks,
    best: () => best,
    least: () => least,
    mindsLines: (reach) => !isChosen && reach <= farAway,
    within(reach, around, dots) {
      while (distance <= reach && distance < least && looks < maxLooks) {
        const before = around.looks + dots.looks
        const step = distance < 160 ? 8 : distance < 480 ? 16 : 32
        const count = distance === 0 ? 1 : Math.max(8, Math.ceil((distance * Math.PI * 2) / (step * 1.5)))
        for (let index = 0; index < count; index += 1) {
          const angle = (index / count) * Math.PI * 2
          tryAt({ x: wish.x + Math.cos(angle) * distance, y: wish.y + Math.sin(angle) * distance }, around, dots)
        }
        looks += count + around.looks + dots.looks - before
        distance += step
      }
      // Beyond the reach there may be a place without a line that costs less.
      return least <= reach || looks >= maxLooks ? best : undefined
    },
  }
}
