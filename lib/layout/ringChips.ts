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
import { fitsChips, mostInitials } from './chipRoom'
import { nameInRings, type RingChips } from './nameInRings'
import { packRings } from './packRings'
import { clearSeat } from './ringMarks'
import { spreadInRings } from './spreadInRings'
import { wrapText } from '../geometry/wrapText'
import type { Stakeholder } from '../model/element'
import type { Position } from '../model/position'
import { chipLookFor, sizeOfChip, sizeOfShortChip, type ChipLook } from './chipSize'
import { placeRingNames, placeWedgeNames, type RingLabel } from './ringLabels'

/** A stakeholder in the rings. In pixels of the field. */
export interface RingChip {
  readonly stakeholder: Stakeholder
  readonly seat: RingSeat
  /** The mark of the seat: in its ring, where no name and no question lies on it. */
  readonly at: Point
  readonly chip: Point
  /** There is no room for its name in its ring: its chip shows initials. */
  readonly isShort: boolean
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
  const question = { ...fit.centre, ...questionSize(fit) }
  const ringNames = placeRingNames(fit, words.rings)
  const wished = known.map((stakeholder) => {
    const seat = seats.get(stakeholder.id) ?? { ring: 0, angle: 0 }
    return { stakeholder, seat, stand: clearSeat(fit, seat, [...ringNames, question]) }
  })
  const marks = wished.map(({ stand }) => toField(fit, pointOfSeat(stand)))
  const wedgeNames = placeWedgeNames(fit, wedges, words.sector, { field, taken: ringNames, marks })
  const fixed = [...ringNames, ...wedgeNames, question]
  const points = wished.map(({ stakeholder, seat }) => {
    const stand = clearSeat(fit, seat, fixed)
    return { stakeholder, seat, stand, at: toField(fit, pointOfSeat(stand)) }
  })
  const sized = points.map(({ stakeholder, stand }) => {
    const { id, sector = '' } = stakeholder
    const slice = wedges.find(({ group }) => group === sector)
    return { id, seat: stand, ...sizeOfChip(stakeholder, look), slice }
  })
  // Pictures grow until whole names have room.
  const isPicture = look.wraps === true
  const mayBeNamed = fitsChips(sized, field) || (!isPicture && sized.length <= mostInitials)
  const spread = (): RingChips<ElementId> => ({ places: spreadInRings(sized, fixed, { fit, field }), short: new Set() })
  const named = !mayBeNamed
    ? undefined
    : isPicture
      ? spread()
      : nameInRings(sized, sizeOfShortChip(look), fixed, { fit, field })
  const chips =
    named?.places ??
    packRings(
      points.map(({ stakeholder: { id, sector = '' }, seat }) => ({ id, seat, group: sector })),
      field,
      { wedges, names: [...ringNames, ...wedgeNames].map((name) => rectAround(name, name)) },
    )
  return {
    look,
    isDense: named === undefined,
    placed: points.map(({ stakeholder, seat, at }) => {
      const { id } = stakeholder
      return { stakeholder, seat, at, chip: chips.get(id) ?? at, isShort: named?.short.has(id) ?? false }
    }),
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

/** A line of the question is as high as this at most, in pixels. */
const questionLine = 18

/** How many lines of the question have room in the middle; three at most. */
export function linesOfQuestion({ height }: Size): number {
  return Math.max(1, Math.min(3, Math.floor(height / questionLine)))
}

/** As it is set where there is much room; where there is little it is smaller, and cut a little later. */
const questionText = { size: 13, weight: 600 } as const

/** Whether the middle has no room for all of the question. */
export function isQuestionCut(question: string, size: Size): boolean {
  return wrapText(question, { ...questionText, width: size.width, lines: linesOfQuestion(size) }).cut
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
