import type { ElementId } from '../../../lib/base/ids'
import type { Size } from '../../../lib/geometry/rect'
import { measureText } from '../../../lib/geometry/textMetrics'
import { fitsChips, spreadDots } from '../../../lib/layout/chipRoom'
import { spreadChips, type ChipPlace, type WishedChip } from '../../../lib/layout/spreadChips'
import type { Stakeholder } from '../../../lib/model/element'
import { findQuadrant, quadrants, type Quadrant } from '../../../lib/model/powerInterest'
import { chipLookFor, sizeOfChip, type ChipLook } from '../chips/chipSize'

/** A stakeholder on the grid: where it is by its figures, and where its chip has room. In pixels of the field. */
export interface GridPlace {
  readonly stakeholder: Stakeholder
  readonly at: ChipPlace
  readonly chip: ChipPlace
}

export interface GridPicture {
  readonly look: ChipLook
  /** There are too many for names: they stand as dots. */
  readonly isDense: boolean
  readonly placed: readonly GridPlace[]
  readonly waiting: readonly Stakeholder[]
  /** How many stand in each quadrant. */
  readonly counts: ReadonlyMap<Quadrant, number>
}

/** Stakeholders of whom power and interest were said, and those who wait for it. */
export function placeOnGrid(
  stakeholders: readonly Stakeholder[],
  field: Size,
  names: Readonly<Record<Quadrant, string>>,
): GridPicture {
  const look = chipLookFor(field.width)
  const known = stakeholders.filter(({ power, interest }) => power !== undefined && interest !== undefined)
  const sized = known.map((one) => ({ id: one.id, ...pointOf(one, field), ...sizeOfChip(one, look) }))
  const isDense = !fitsChips(sized, field)
  const chips: ReadonlyMap<ElementId, ChipPlace> = isDense
    ? spreadDots(
        sized.map(({ id, x, y }) => ({ id, at: { x, y } })),
        field,
      )
    : spreadChips([...sized, ...cornerNames(field, names)], field)
  const counts = new Map<Quadrant, number>()
  for (const one of known) {
    const quadrant = findQuadrant(one)
    if (quadrant !== undefined) counts.set(quadrant, (counts.get(quadrant) ?? 0) + 1)
  }
  return {
    look,
    isDense,
    placed: known.map((stakeholder) => {
      const at = pointOf(stakeholder, field)
      return { stakeholder, at, chip: chips.get(stakeholder.id) ?? at }
    }),
    waiting: stakeholders.filter(({ power, interest }) => power === undefined || interest === undefined),
    counts,
  }
}

/** From the edges of the field to what is written into its corners, and how that is set. */
const cornerInset = { across: 12, down: 10 }
const cornerText = { size: 14, weight: 600, lineHeight: 20 } as const

/** What is written into the corners of the field; chips give way to it. */
function cornerNames(
  { width, height }: Size,
  names: Readonly<Record<Quadrant, string>>,
): readonly WishedChip<ElementId>[] {
  return quadrants.map((quadrant) => {
    const length = Math.min(width * 0.46, measureText(names[quadrant], cornerText))
    const size = { width: length + cornerInset.across, height: cornerText.lineHeight + cornerInset.down }
    return {
      id: `:${quadrant}` as ElementId,
      ...size,
      fixed: true,
      x: quadrant === 'satisfy' || quadrant === 'monitor' ? size.width / 2 : width - size.width / 2,
      y: quadrant === 'satisfy' || quadrant === 'manage' ? size.height / 2 : height - size.height / 2,
    }
  })
}

/** Interest grows to the right, power upwards. */
function pointOf(
  { power = 0, interest = 0 }: Pick<Stakeholder, 'power' | 'interest'>,
  { width, height }: Size,
): ChipPlace {
  return { x: interest * width, y: (1 - power) * height }
}

/** What a point of the field says, in hundredths; points outside say what the nearest on its edge does. */
export function valuesAt(
  { x, y }: ChipPlace,
  { width, height }: Size,
): { readonly power: number; readonly interest: number } {
  return { power: toShare(1 - y / height), interest: toShare(x / width) }
}

/** How far an arrow key moves a chip; with Shift a fifth of it. */
const step = 0.05
const fineStep = 0.01
const arrows: Readonly<Record<string, readonly ['power' | 'interest', 1 | -1]>> = {
  ArrowLeft: ['interest', -1],
  ArrowRight: ['interest', 1],
  ArrowUp: ['power', 1],
  ArrowDown: ['power', -1],
}

/** What an arrow key says of a stakeholder: the one that it is about, from the middle on if nothing was said of it. */
export function valueAfterKey(
  stakeholder: Pick<Stakeholder, 'power' | 'interest'>,
  key: string,
  isFine: boolean,
): { readonly power: number } | { readonly interest: number } | undefined {
  const arrow = arrows[key]
  if (arrow === undefined) return undefined
  const [field, way] = arrow
  const value = toShare((stakeholder[field] ?? 0.5) + way * (isFine ? fineStep : step))
  return field === 'power' ? { power: value } : { interest: value }
}

/** Within 0 to 1, in hundredths. */
function toShare(value: number): number {
  return Math.round(Math.min(1, Math.max(0, value)) * 100) / 100
}
