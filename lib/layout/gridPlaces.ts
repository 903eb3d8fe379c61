import type { ElementId } from '../base/ids'
import type { Size } from '../geometry/rect'
import { measureText } from '../geometry/textMetrics'
import { dotSizeFor, fitsChips, mostInitials, spreadDots } from './chipRoom'
import { placeGridChips } from './gridChips'
import { isAcross, type ChipPlace, type WishedChip } from './spreadChips'
import type { Stakeholder } from '../model/element'
import { findQuadrant, quadrants, type Quadrant } from '../model/powerInterest'
import { chipLookFor, sizeOfChip, sizeOfShortChip, type ChipLook } from './chipSize'

/** A stakeholder on the grid: where it is by its figures, and where its chip has room. In pixels of the field. */
export interface GridPlace {
  readonly stakeholder: Stakeholder
  readonly at: ChipPlace
  readonly chip: ChipPlace
  /** There is no room for its name in its quadrant: its chip shows initials. */
  readonly isShort: boolean
}

export interface GridPicture {
  readonly look: ChipLook
  /** There are too many for names: they stand as dots. */
  readonly isDense: boolean
  readonly placed: readonly GridPlace[]
  readonly waiting: readonly Stakeholder[]
  /** How many stand in each quadrant. */
  readonly counts: ReadonlyMap<Quadrant, number>
  /** Where their names are written. */
  readonly corners: readonly WishedChip<ElementId>[]
}

/** Stakeholders of whom power and interest were said, and those who wait for it. */
export function placeOnGrid(
  stakeholders: readonly Stakeholder[],
  field: Size,
  names: Readonly<Record<Quadrant, string>>,
  look: ChipLook = chipLookFor(field.width),
): GridPicture {
  const known = stakeholders.filter(({ power, interest }) => power !== undefined && interest !== undefined)
  const sized = known.map((one) => ({ id: one.id, ...pointOf(one, field), ...sizeOfChip(one, look) }))
  const corners = placeQuadrantNames(field, names)
  const isFew = sized.length <= mostInitials || fitsChips(sized, field)
  const named = isFew ? placeGridChips(sized, sizeOfShortChip(look), corners, field) : undefined
  const isDense = named === undefined
  const chips = named?.places ?? placeDots(sized, field, corners)
  const counts = new Map<Quadrant, number>()
  for (const one of known) {
    const quadrant = findQuadrant(one)
    if (quadrant !== undefined) counts.set(quadrant, (counts.get(quadrant) ?? 0) + 1)
  }
  return {
    look,
    isDense,
    placed: known.map((stakeholder) => {
      const at = wholeWithin(pointOf(stakeholder, field), field)
      return {
        stakeholder,
        at,
        chip: chips.get(stakeholder.id) ?? at,
        isShort: named?.short.has(stakeholder.id) ?? false,
      }
    }),
    waiting: stakeholders.filter(({ power, interest }) => power === undefined || interest === undefined),
    counts,
    corners,
  }
}

/** Room for the mark of a point, in pixels: at the edge of the field it stands so far within. */
const markRoom = 4

function wholeWithin({ x, y }: ChipPlace, { width, height }: Size): ChipPlace {
  return {
    x: Math.min(width - markRoom, Math.max(markRoom, x)),
    y: Math.min(height - markRoom, Math.max(markRoom, y)),
  }
}

/** Dots at their points; those that would lie on the name of a quadrant stand at its edge, as near as can be. */
function placeDots(
  points: readonly ({ readonly id: ElementId } & ChipPlace)[],
  field: Size,
  corners: readonly WishedChip<ElementId>[],
): ReadonlyMap<ElementId, ChipPlace> {
  const half = dotSizeFor(field) / 2
  const leave = (at: ChipPlace): ChipPlace => {
    const name = corners.find(
      ({ x, y, width, height }) => Math.abs(at.x - x) < width / 2 + half && Math.abs(at.y - y) < height / 2 + half,
    )
    if (name === undefined) return at
    // Towards the middle of the field: the other sides are its edges.
    const x = name.x + Math.sign(field.width / 2 - name.x) * (name.width / 2 + half)
    const y = name.y + Math.sign(field.height / 2 - name.y) * (name.height / 2 + half)
    const aside = { x, y: at.y }
    const isNearer = Math.abs(x - at.x) < Math.abs(y - at.y)
    return isNearer && !isAcross(aside, at, field) ? aside : { x: at.x, y }
  }
  const spread = spreadDots(
    points.map(({ id, x, y }) => ({ id, at: leave({ x, y }) })),
    field,
  )
  return new Map(Array.from(spread, ([id, at]) => [id, leave(at)]))
}

/** From the edges of the field to what is written into its corners, and how that is set. */
const cornerInset = { across: 12, down: 10 }
/** Of how many stand in a quadrant, beside its name. */
const figureRoom = 44
const cornerText = { size: 14, weight: 600, lineHeight: 20 } as const

/** What is written into the corners of the field, by its middle; chips give way to it. */
export function placeQuadrantNames(
  { width, height }: Size,
  names: Readonly<Record<Quadrant, string>>,
): readonly WishedChip<ElementId>[] {
  return quadrants.map((quadrant) => {
    const most = width * 0.46
    // With the figure that stands there beside it where there are dots.
    const length = measureText(names[quadrant], cornerText) + figureRoom
    const lines = Math.max(1, Math.ceil(length / most))
    const size = {
      width: Math.min(most, length) + cornerInset.across,
      height: cornerText.lineHeight * lines + cornerInset.down,
    }
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
