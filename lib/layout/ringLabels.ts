import { containsPoint, inflate, overlaps, rectAround, type Point, type Size } from '../geometry/rect'
import { measureText } from '../geometry/textMetrics'
import { markRoom } from './ringMarks'
import { ringRadii, toField, type RingFit, type Wedge } from './rings'

/** A name that is written into the rings, by its centre, in pixels of the field. */
export interface RingLabel extends Point, Size {
  readonly text: string
}

const ringText = { size: 12, weight: 400 } as const
const wedgeText = { size: 12, weight: 600 } as const
const height = 18
const narrowest = 64
const widest = 264

/** How wide the name of a ring is written. */
export function widthOfRingName(name: string): number {
  return Math.min(widest, Math.max(narrowest, Math.ceil(measureText(name, ringText)) + 16))
}

/** The names of the rings, each at its upper end. */
export function placeRingNames(fit: RingFit, names: readonly string[]): readonly RingLabel[] {
  return names.map((text, ring) => {
    const { x, y } = toField(fit, { x: 0, y: -(ringRadii[ring + 1] ?? 0) })
    return { text, x, y: y + 3 + height / 2, width: widthOfRingName(text), height }
  })
}

/**
 * The names of slices at their outer ends, whole within the field, and clear of those of the rings; and of the marks of
 * people where there is such a place.
 */
export function placeWedgeNames(
  fit: RingFit,
  wedges: readonly Wedge<string>[],
  nameOf: (group: string) => string,
  {
    field,
    taken,
    marks = [],
  }: { readonly field: Size; readonly taken: readonly RingLabel[]; readonly marks?: readonly Point[] },
): readonly RingLabel[] {
  const placed: RingLabel[] = []
  for (const { group, from, to } of wedges) {
    const text = nameOf(group)
    const width = Math.min(field.width, Math.ceil(measureText(text, wedgeText)) + 8)
    const wishes = wishesFor({ from, to }).map((wish) => labelAt(fit, field, wish, width))
    const isFree = (at: Point): boolean => {
      const box = rectAround(at, { width, height })
      return ![...taken, ...placed].some((other) => overlaps(rectAround(other, other), box))
    }
    const free = wishes.filter(isFree)
    const isClear = (at: Point): boolean => {
      const box = inflate(rectAround(at, { width, height }), markRoom)
      return !marks.some((mark) => containsPoint(box, mark))
    }
    const at = free.find(isClear) ?? free[0] ?? wishes[0]
    if (at !== undefined) placed.push({ text, ...at, width, height })
  }
  return placed
}

/** In units of the rings: from the outer edge of a slice to its name, and between two places that are tried. */
const inset = 14
const stepIn = 12

/** Where the name of a slice may stand: at its outer end, the middle first, then farther in. */
function wishesFor({ from, to }: Pick<Wedge<unknown>, 'from' | 'to'>): readonly RingPlace[] {
  const edge = (ringRadii.at(-1) ?? 0) - inset
  const inner = ringRadii[0] ?? 0
  const radii = Array.from({ length: Math.floor((edge - inner) / stepIn) }, (_, index) => edge - index * stepIn)
  return radii.flatMap((radius) =>
    [0.5, 0.35, 0.65, 0.2, 0.8].map((share) => ({ radius, angle: from + share * (to - from) })),
  )
}

interface RingPlace {
  readonly radius: number
  readonly angle: number
}

/** The middle of a name of this width that stands at a place, whole within the field and, at its sides, the rings. */
function labelAt(fit: RingFit, field: Size, { radius, angle }: RingPlace, width: number): Point {
  const wanted = toField(fit, { x: radius * Math.cos(angle), y: radius * Math.sin(angle) })
  const within = wanted.x - (Math.cos(angle) * width) / 2
  return {
    x: Math.min(field.width - width / 2, Math.max(width / 2, within)),
    y: Math.min(field.height - height / 2, Math.max(height / 2, wanted.y)),
  }
}
