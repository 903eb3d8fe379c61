import { overlaps, rectAround, type Point, type Rect, type Size } from '../geometry/rect'

/** A chip or a name, by its middle. */
export type PlacedBox = Point & Size

/** A chip with the point that it stands for. */
export type ClearedChip = PlacedBox & { readonly at: Point }

/** Steps in which a free place is looked for, and how much more a step aside costs: what is meant is read by both axes. */
const stepX = 24
const stepY = 10
const asideCost = 1.6
const gap = 4

/**
 * Middles for chips of which some still lie on others after spreading: who lies on nobody stays, and the others, in the
 * order in which they come, go to the place nearest to their points within the field where nothing is. Where the field is
 * full they stay. Cost: the square of their number, and for each that moves as many looks as its way is long.
 * @param fixed what nobody may lie on, such as the names of quadrants
 * @param suits what a place and a point have to have in common, as long as there is such a place
 */
export function clearChips(
  chips: readonly ClearedChip[],
  fixed: readonly PlacedBox[],
  field: Size,
  suits: (place: Point, at: Point) => boolean = () => true,
): readonly Point[] {
  const taken: Rect[] = fixed.map((box) => boxOf(box, box))
  const places: Point[] = chips.map(({ x, y }) => ({ x, y }))
  const late: number[] = []
  for (const [index, chip] of chips.entries()) {
    const box = boxOf(chip, chip)
    if (!suits(chip, chip.at) || taken.some((other) => overlaps(other, box))) late.push(index)
    else taken.push(box)
  }
  for (const index of late) {
    const chip = chips[index]
    if (chip === undefined) continue
    const place =
      findRoom(chip, taken, field, (one) => suits(one, chip.at)) ?? findRoom(chip, taken, field, () => true) ?? chip
    places[index] = { x: place.x, y: place.y }
    taken.push(boxOf(place, chip))
  }
  return places
}

/** How many of these lie on another one, or on what stands fast. Cost: the square of their number. */
export function countClashes(chips: readonly PlacedBox[], fixed: readonly PlacedBox[]): number {
  const boxes = [...chips, ...fixed].map((box) => boxOf(box, box))
  return chips.filter((_, at) => {
    const own = boxes[at]
    return boxes.some((box, index) => index !== at && own !== undefined && overlaps(box, own))
  }).length
}

/** A little smaller than it is: what only touches does not lie on it. */
function boxOf(at: Point, { width, height }: Size): Rect {
  return rectAround(at, { width: width - 1, height: height - 1 })
}

function findRoom(
  chip: ClearedChip,
  taken: readonly Rect[],
  field: Size,
  suits: (place: Point) => boolean,
): Point | undefined {
  const near = taken.map((box) => ({
    x: box.x - gap,
    y: box.y - gap,
    width: box.width + 2 * gap,
    height: box.height + 2 * gap,
  }))
  let best: { readonly place: Point; readonly cost: number } | undefined
  const [columns, rows] = [Math.ceil(field.width / stepX), Math.ceil(field.height / stepY)]
  for (let column = 0; column <= columns; column += 1) {
    const aside = column * stepX * asideCost
    if (best !== undefined && aside >= best.cost) break
    for (let row = 0; row <= rows; row += 1) {
      const cost = Math.hypot(aside, row * stepY)
      if (best !== undefined && cost >= best.cost) break
      for (const [dx, dy] of directions(column, row)) {
        const place = { x: chip.at.x + dx, y: chip.at.y + dy }
        if (!isWithin(place, chip, field) || !suits(place)) continue
        const box = boxOf(place, chip)
        if (near.some((other) => overlaps(other, box))) continue
        best = { place, cost }
        break
      }
    }
  }
  return best?.place
}

function directions(column: number, row: number): readonly (readonly [number, number])[] {
  const [x, y] = [column * stepX, row * stepY]
  return [
    [x, y],
    [x, -y],
    [-x, y],
    [-x, -y],
  ]
}

function isWithin({ x, y }: Point, { width, height }: Size, field: Size): boolean {
  return x >= width / 2 && y >= height / 2 && x <= field.width - width / 2 && y <= field.height - height / 2
}
