import type { ElementId } from '../../../lib/base/ids'
import type { Size } from '../../../lib/geometry/rect'
import { spreadChips, type ChipPlace, type WishedChip } from '../../../lib/layout/spreadChips'
import type { Stakeholder } from '../../../lib/model/element'
import { quadrants } from '../../../lib/model/powerInterest'
import { chipLookFor, sizeOfChip, type ChipLook } from '../chips/chipSize'

/** A stakeholder on the grid: where it is by its figures, and where its chip has room. In pixels of the field. */
export interface GridPlace {
  readonly stakeholder: Stakeholder
  readonly at: ChipPlace
  readonly chip: ChipPlace
}

/** Stakeholders of whom power and interest were said, and those who wait for it. */
export function placeOnGrid(
  stakeholders: readonly Stakeholder[],
  field: Size,
): { readonly look: ChipLook; readonly placed: readonly GridPlace[]; readonly waiting: readonly Stakeholder[] } {
  const look = chipLookFor(field.width)
  const known = stakeholders.filter(({ power, interest }) => power !== undefined && interest !== undefined)
  const wished = known.map((one) => ({ id: one.id, ...pointOf(one, field), ...sizeOfChip(one, look) }))
  const chips: ReadonlyMap<ElementId, ChipPlace> = spreadChips([...wished, ...cornerNames(field)], field)
  return {
    look,
    placed: known.map((stakeholder) => {
      const at = pointOf(stakeholder, field)
      return { stakeholder, at, chip: chips.get(stakeholder.id) ?? at }
    }),
    waiting: stakeholders.filter(({ power, interest }) => power === undefined || interest === undefined),
  }
}

const cornerSize = { width: 128, height: 36 }

/** What is written into the corners of a field that has room for it; chips give way to it. */
function cornerNames({ width, height }: Size): readonly WishedChip<ElementId>[] {
  if (width < 600) return []
  return quadrants.map((quadrant) => ({
    id: `:${quadrant}` as ElementId,
    ...cornerSize,
    fixed: true,
    x: quadrant === 'satisfy' || quadrant === 'monitor' ? cornerSize.width / 2 : width - cornerSize.width / 2,
    y: quadrant === 'satisfy' || quadrant === 'manage' ? cornerSize.height / 2 : height - cornerSize.height / 2,
  }))
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

/** Within 0 to 1, in hundredths. */
export function toShare(value: number): number {
  return Math.round(Math.min(1, Math.max(0, value)) * 100) / 100
}
