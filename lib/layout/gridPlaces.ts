import type { ElementId } from '../base/ids'
import type { Size } from '../geometry/rect'
import { measureText } from '../geometry/textMetrics'
import { fitsChips, spreadDots } from './chipRoom'
import { spreadChips, type ChipPlace, type WishedChip } from './spreadChips'
import type { Stakeholder } from '../model/element'
import { findQuadrant, quadrants, type Quadrant } from '../model/powerInterest'
import { chipLookFor, sizeOfChip, type ChipLook } from './chipSize'

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
    : spreadChips([...sized, ...placeQuadrantNames(field, names)], field)
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

/** What is written into the corners of the field, by its middle; chips give way to it. */
export function placeQuadrantNames(
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
