import type { ElementId } from '../base/ids'
import { rectAround, type Point, type Size } from '../geometry/rect'
import {
  cutWedges,
  fitRings,
  ringRadii,
  pointOfSeat,
  seatAt,
  seatWithin,
  toField,
  type RingFit,
  type RingSeat,
  type Wedge,
} from './rings'
import { fitsChips } from './chipRoom'
import { packRings } from './packRings'
import { spreadInRings } from './spreadInRings'
import type { Stakeholder } from '../model/element'
import type { Position } from '../model/position'
import { chipLookFor, sizeOfChip, type ChipLook } from './chipSize'
import { placeRingNames, placeWedgeNames, type RingLabel } from './ringLabels'

/** A stakeholder in the rings. In pixels of the field. */
export interface RingChip {
  readonly stakeholder: Stakeholder
  readonly seat: RingSeat
  readonly at: Point
  readonly chip: Point
}

export interface RingPicture {
  readonly look: ChipLook
  readonly placed: readonly RingChip[]
  readonly waiting: readonly Stakeholder[]
  /** There are too many for names: they stand as dots. */
  readonly isDense: boolean
  /** Sectors as slices, where that is asked for; '' is for those without a sector. */
  readonly wedges: readonly Wedge<string>[]
  /** Their names, in the same order. */
  readonly wedgeNames: readonly RingLabel[]
}

/** What is written into the rings. */
export interface RingWords {
  readonly rings: readonly string[]
  readonly sector: (sector: string) => string
}

/** Stakeholders with a place in the rings, and those who wait for one. By sector each keeps its ring, and stands in its sector's slice. */
export function placeInRings(
  stakeholders: readonly Stakeholder[],
  positions: ReadonlyMap<ElementId, Position> | undefined,
  field: Size,
  words: RingWords,
  bySector: boolean,
  look: ChipLook = chipLookFor(field.width),
): RingPicture {
  const own = new Map<ElementId, RingSeat>()
  for (const { id } of stakeholders) {
    const position = positions?.get(id)
    if (position !== undefined) own.set(id, seatAt(position))
  }
  const known = stakeholders.filter(({ id }) => own.has(id))
  const wedges = bySector ? cutBySector(known) : []
  const seats = bySector ? seatBySector(known, own, wedges) : own
  const fit = fitRings(field)
  const points = known.map((stakeholder) => {
    const seat = seats.get(stakeholder.id) ?? { ring: 0, angle: 0 }
    return { stakeholder, seat, at: toField(fit, pointOfSeat(seat)) }
  })
  const ringNames = placeRingNames(fit, words.rings)
  const wedgeNames = placeWedgeNames(fit, wedges, words.sector, { field, taken: ringNames })
  const sized = points.map(({ stakeholder, at }) => ({ id: stakeholder.id, ...at, ...sizeOfChip(stakeholder, look) }))
  const isDense = !fitsChips(sized, field)
  const chips = isDense
    ? packRings(
        points.map(({ stakeholder: { id, sector = '' }, seat }) => ({ id, seat, group: sector })),
        field,
        { wedges, names: [...ringNames, ...wedgeNames].map((name) => rectAround(name, name)) },
      )
    : spreadInRings(
        points.map(({ stakeholder, seat }) => {
          const { id, sector = '' } = stakeholder
          return { id, seat, ...sizeOfChip(stakeholder, look), slice: wedges.find(({ group }) => group === sector) }
        }),
        [...ringNames, ...wedgeNames, { ...fit.centre, ...questionSize(fit) }],
        { fit, field },
      )
  return {
    look,
    isDense,
    placed: points.map((point) => ({ ...point, chip: chips.get(point.stakeholder.id) ?? point.at })),
    waiting: stakeholders.filter(({ id }) => !own.has(id)),
    wedges,
    wedgeNames,
  }
}

/** As much as most words need, and two lines, where the middle itself is smaller, as on a phone. */
const leastQuestion: Size = { width: 88, height: 36 }

/** The room that the question of the map has in the middle, in pixels; chips give way to it. */
export function questionSize({ across, down }: RingFit): Size {
  const radius = ringRadii[0] ?? 0
  return {
    width: Math.max(leastQuestion.width, Math.round(radius * 1.7 * across)),
    height: Math.max(leastQuestion.height, Math.round(radius * 1.2 * down)),
  }
}

function cutBySector(stakeholders: readonly Stakeholder[]): readonly Wedge<string>[] {
  const counts = new Map<string, number>()
  for (const { sector = '' } of stakeholders) counts.set(sector, (counts.get(sector) ?? 0) + 1)
  const groups = [...counts].map(([group, members]) => ({ group, members }))
  return cutWedges(groups.sort((a, b) => (a.group < b.group ? -1 : 1)))
}

function seatBySector(
  stakeholders: readonly Stakeholder[],
  own: ReadonlyMap<ElementId, RingSeat>,
  wedges: readonly Wedge<string>[],
): ReadonlyMap<ElementId, RingSeat> {
  const seats = new Map<ElementId, RingSeat>()
  for (const wedge of wedges) {
    const members = stakeholders
      .filter(({ sector = '' }) => sector === wedge.group)
      .map(({ id }) => ({ id, ring: own.get(id)?.ring ?? 0, angle: own.get(id)?.angle ?? 0 }))
      .sort((a, b) => a.angle - b.angle || (a.id < b.id ? -1 : 1))
    for (const [id, seat] of seatWithin(wedge, members)) seats.set(id, seat)
  }
  return seats
}
