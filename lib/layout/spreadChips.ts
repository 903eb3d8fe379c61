import { meetsSegment, overlaps, rectAround, type Point, type Rect, type Size } from '../geometry/rect'

/** A chip that wants to stand with its centre at a point. */
export interface WishedChip<Id> extends Size {
  readonly id: Id
  readonly x: number
  readonly y: number
  /** Stays where it is: the others give way to it. */
  readonly fixed?: boolean
}

export interface ChipPlace {
  readonly x: number
  readonly y: number
}

/** Between two chips of which one gives way to the other. */
const gap = 4
/** How much more a step aside costs than one up or down: what is meant is read by both axes, and names are wide. */
const asideCost = 1.6
/** In pixels of way: what a line under a chip costs. */
const crossingCost = 60
/** What it costs to stand on the wrong side of somebody who is clearly higher or lower by their point. */
const turnedCost = 100
/** Of the height of a chip: who is higher by more than this is clearly so. */
const clearlyHigher = 0.5
/** Rounds in which those who gave way look once more, now that the others stand. */
const rounds = 1
/** Where more than these give way, lines run under chips anyhow, and each takes the place that is nearest. */
const mostSorted = 24

/**
 * Centres for chips that stand near their points, within the field and on no other. Who is on nobody stands where it
 * wants to; of those who would lie on each other the first stays, and the others go to the nearest free place on their
 * side of both middles of the field, whose other side says something else, and rather so that who is higher by the point stands higher and the line to their
 * point runs under no chip. The same chips always stand the same way, in whatever order they come. Who finds no room has no
 * place in the answer. Cost: the square of their number, and for each that gives way, at worst, the cube; mostly far less.
 */
export function spreadChips<Id extends string>(
  chips: readonly WishedChip<Id>[],
  field: Size,
): ReadonlyMap<Id, ChipPlace> {
  const sorted = [...chips].sort((a, b) => (a.id < b.id ? -1 : 1))
  const places = new Map<Id, ChipPlace>(sorted.map((chip) => [chip.id, startOf(chip, field)]))
  const standing = new Set<WishedChip<Id>>(sorted.filter(({ fixed }) => fixed === true))
  const boxesBeside = (chip: WishedChip<Id>): readonly Rect[] =>
    [...standing].filter((one) => one !== chip).map((one) => rectAround(places.get(one.id) ?? one, one))
  const late: WishedChip<Id>[] = []
  for (const chip of sorted) {
    if (chip.fixed === true) continue
    if (isFree(places.get(chip.id) ?? chip, chip, boxesBeside(chip), gap)) standing.add(chip)
    else late.push(chip)
  }
  const isCrowd = late.length > mostSorted
  for (let round = 0; round <= (isCrowd ? 0 : rounds); round += 1) {
    for (const chip of late) {
      const moved = isCrowd ? undefined : late.filter((one) => one !== chip && standing.has(one))
      const lines = moved?.map((one) => ({ from: places.get(one.id) ?? one, to: one }))
      const beside = isCrowd ? [] : [...standing].filter((one) => one !== chip && one.fixed !== true)
      const others = beside
        .filter((one) => !isAcross(one, chip, field))
        .map((one) => ({ point: one.y, place: places.get(one.id)?.y ?? one.y, height: one.height }))
      const place = findRoom(chip, boxesBeside(chip), { lines, others }, field)
      if (place === undefined) continue
      places.set(chip.id, place)
      standing.add(chip)
    }
  }
  for (const chip of late) if (!standing.has(chip)) places.delete(chip.id)
  return places
}

/**
 * Whether of two one stands clearly lower than the other though its point is clearly higher, or the other way round.
 * @param first by the heights of its point and of its place, downwards
 */
export function isTurned(first: Height, second: Height): boolean {
  const least = Math.max(first.height, second.height) * clearlyHigher
  const [point, place] = [first.point - second.point, first.place - second.place]
  return Math.abs(point) > least && place !== 0 && point > 0 !== place > 0
}

interface Height {
  readonly point: number
  readonly place: number
  /** Of the chip. */
  readonly height: number
}

interface Line {
  readonly from: Point
  readonly to: Point
}

/**
 * The cheapest place where a chip lies on nobody; undefined where there is none.
 * @param lines of those who gave way before; undefined where lines do not matter
 * @param others whose order with it matters
 */
function findRoom<Id>(
  chip: WishedChip<Id>,
  taken: readonly Rect[],
  { lines, others }: { readonly lines: readonly Line[] | undefined; readonly others: readonly Height[] },
  field: Size,
): ChipPlace | undefined {
  const start = startOf(chip, field)
  // The nearest free place touches what is in the way, on one side or on two.
  const half = { x: chip.width / 2 + gap, y: chip.height / 2 + gap }
  const columns = nearestFirst(start.x, [
    field.width / 2,
    ...taken.flatMap(({ x, width }) => [x - half.x, x + width + half.x]),
  ])
  const rows = nearestFirst(start.y, [
    field.height / 2,
    ...taken.flatMap(({ y, height }) => [y - half.y, y + height + half.y]),
  ])
  const turnedAt = new Map<number, number>()
  const countTurned = (y: number): number => {
    const own = { point: chip.y, place: y, height: chip.height }
    const count = turnedAt.get(y) ?? others.filter((other) => isTurned(own, other)).length
    turnedAt.set(y, count)
    return count
  }
  let best: { readonly place: ChipPlace; readonly cost: number } | undefined
  for (const x of columns) {
    const aside = Math.abs(x - start.x) * asideCost
    if (best !== undefined && aside >= best.cost) break
    if (isAcross({ x, y: chip.y }, chip, field) || !isWithin({ x, y: start.y }, chip, field)) continue
    const reach = half.x - 1
    const inWay = taken.filter((other) => x - reach <= other.x + other.width && other.x <= x + reach)
    for (const y of rows) {
      const way = Math.hypot(aside, y - start.y)
      if (best !== undefined && way >= best.cost) break
      const place = { x, y }
      if (isAcross(place, chip, field) || !isWithin(place, chip, field)) continue
      if (!isFree(place, chip, inWay, gap - 0.5)) continue
      const turned = countTurned(y) * turnedCost
      if (best !== undefined && way + turned >= best.cost) continue
      const cost = way + turned + (lines === undefined ? 0 : countCrossings(chip, place, taken, lines) * crossingCost)
      if (best === undefined || cost < best.cost) best = { place, cost }
    }
  }
  return best?.place
}

function nearestFirst(start: number, values: readonly number[]): readonly number[] {
  return [...new Set([start, ...values])].sort((a, b) => Math.abs(a - start) - Math.abs(b - start) || a - b)
}

/** How many chips the line from a place to the point runs under, and how many lines a chip there would lie on. */
function countCrossings(chip: PlacedWish, place: ChipPlace, taken: readonly Rect[], lines: readonly Line[]): number {
  const box = rectAround(place, chip)
  const under = taken.filter((other) => meetsSegment(other, place, chip)).length
  return under + lines.filter(({ from, to }) => meetsSegment(box, from, to)).length
}

type PlacedWish = Point & Size

/**
 * Whether a place is on the other side of a middle of the field than its point. The middles are to the right and above:
 * what stands on them counts as high.
 */
export function isAcross(place: Point, point: Point, { width, height }: Size): boolean {
  const isRight = point.x >= width / 2
  const isAbove = point.y <= height / 2
  return isRight !== place.x >= width / 2 || isAbove !== place.y <= height / 2
}

function isFree(place: ChipPlace, chip: Size, taken: readonly Rect[], air: number): boolean {
  const box = rectAround(place, { width: chip.width + 2 * air - 1, height: chip.height + 2 * air - 1 })
  return !taken.some((other) => overlaps(other, box))
}

function isWithin({ x, y }: ChipPlace, { width, height }: Size, field: Size): boolean {
  return x >= width / 2 && y >= height / 2 && x <= field.width - width / 2 && y <= field.height - height / 2
}

/** Where a chip wants to stand: whole within the field. */
function startOf<Id>(chip: WishedChip<Id>, field: Size): ChipPlace {
  if (chip.fixed === true) return { x: chip.x, y: chip.y }
  return {
    x: clamp(chip.x, chip.width / 2, field.width - chip.width / 2),
    y: clamp(chip.y, chip.height / 2, field.height - chip.height / 2),
  }
}

function clamp(value: number, low: number, high: number): number {
  return low > high ? (low + high) / 2 : Math.min(high, Math.max(low, value))
}
