import { overlaps, rectAround, type Point, type Size } from '../geometry/rect'
import { measureText } from '../geometry/textMetrics'
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

/** The names of slices at their outer ends, whole within the field, and clear of those of the rings. */
export function placeWedgeNames(
  fit: RingFit,
  wedges: readonly Wedge<string>[],
  nameOf: (group: string) => string,
  { field, taken }: { readonly field: Size; readonly taken: readonly RingLabel[] },
): readonly RingLabel[] {
  const edge = (ringRadii.at(-1) ?? 0) - 14
  const placed: RingLabel[] = []
  for (const { group, from, to } of wedges) {
    const angle = (from + to) / 2
    const text = nameOf(group)
    const width = Math.min(field.width, Math.ceil(measureText(text, wedgeText)) + 8)
    const wanted = toField(fit, { x: edge * Math.cos(angle), y: edge * Math.sin(angle) })
    // Within the outermost ring, too, at its sides.
    const within = wanted.x - (Math.cos(angle) * width) / 2
    const x = Math.min(field.width - width / 2, Math.max(width / 2, within))
    // Towards the middle, until it is clear of the others.
    const inwards = wanted.y > fit.centre.y ? -height : height
    let y = Math.min(field.height - height / 2, Math.max(height / 2, wanted.y))
    for (let tries = 0; tries < 4; tries += 1) {
      const box = rectAround({ x, y }, { width, height })
      if (![...taken, ...placed].some((other) => overlaps(rectAround(other, other), box))) break
      y += inwards
    }
    placed.push({ text, x, y, width, height })
  }
  return placed
}
