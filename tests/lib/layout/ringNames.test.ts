import { describe, expect, it } from 'vitest'
import type { ElementId } from '@/lib/base/ids'
import { createSeededRandom } from '@/lib/base/random'
import { containsPoint, overlaps, rectAround, type Size } from '@/lib/geometry/rect'
import { sizeOfChip, sizeOfShortChip } from '@/lib/layout/chipSize'
import { placeInRings, questionSize, type RingPicture } from '@/lib/layout/ringChips'
import { placeRingNames } from '@/lib/layout/ringLabels'
import { fitRings, fromField, pointOfSeat, seatAt, toField, type RingSeat } from '@/lib/layout/rings'
import type { Stakeholder } from '@/lib/model/element'
import { firstSeed, seedCount } from '../../helpers/seeds'

const rings = ['Core', 'Directly involved', 'Affected', 'Context']
const words = { rings, sector: (sector: string) => sector }
/** What the rings have on a screen of 390x844, and on one of 1440x900. */
const phone = { width: 366, height: 320 }
const desktop = { width: 1_360, height: 640 }
const labels = ['City Council', 'Mayor Okafor', 'Food Bank', 'Dr Marta Ruiz', 'Community Workers’ Association', 'Jo']

function place(seats: readonly RingSeat[], field: Size, bySector = false): RingPicture {
  const list = seats.map((_, at): Stakeholder => ({
    id: `s${at}` as ElementId,
    kind: 'stakeholder',
    label: labels[at % labels.length] ?? '',
    description: '',
    sector: `sector ${at % 4}`,
  }))
  const positions = new Map(list.map(({ id }, at) => [id, pointOfSeat(seats[at] as RingSeat)]))
  return placeInRings(list, positions, field, words, bySector)
}

function drawSeats(count: number, seed: number): readonly RingSeat[] {
  const random = createSeededRandom(seed)
  return Array.from({ length: count }, () => ({ ring: random.below(4), angle: random.below(628) / 100 - 3.14 }))
}

/** Who is drawn in another ring than they are in. */
function findStrays({ placed }: RingPicture, field: Size): readonly string[] {
  const fit = fitRings(field)
  return placed
    .filter(({ chip, seat }) => seatAt(fromField(fit, chip)).ring !== seat.ring)
    .map(({ stakeholder: { id } }) => id)
}

function boxesOf({ placed, look }: RingPicture) {
  return placed.map(({ stakeholder, chip, isShort }) => {
    const { width, height } = isShort ? sizeOfShortChip(look) : sizeOfChip(stakeholder, look)
    return rectAround(chip, { width: width - 1, height: height - 1 })
  })
}

function namesOf({ wedgeNames }: RingPicture, field: Size) {
  const fit = fitRings(field)
  const question = { ...fit.centre, ...questionSize(fit) }
  return [...placeRingNames(fit, rings), ...wedgeNames, question].map((name) => rectAround(name, name))
}

describe.each([
  ['a phone', phone],
  ['a desktop', desktop],
])('names in the rings, %s', (_, field) => {
  it.each([6, 12, 25])('VIEWS-21: %d people are drawn in their rings, on nobody and on no name', (count) => {
    for (const bySector of [false, true]) {
      for (let seed = firstSeed(); seed < firstSeed() + seedCount(20); seed += 1) {
        const picture = place(drawSeats(count, seed), field, bySector)
        expect(findStrays(picture, field), `seed ${seed}`).toEqual([])
        if (picture.isDense) continue
        const boxes = boxesOf(picture)
        for (const [index, box] of boxes.entries()) {
          for (const other of boxes.slice(index + 1)) expect(overlaps(box, other), `seed ${seed}`).toBe(false)
          for (const name of namesOf(picture, field)) expect(overlaps(box, name), `seed ${seed}`).toBe(false)
        }
      }
    }
  })

  it.each([6, 12, 25, 40])(
    'VIEWS-23: of %d people nobody with a name stands in another slice or far from their point',
    (count) => {
      for (const bySector of [false, true]) {
        for (let seed = firstSeed(); seed < firstSeed() + seedCount(10); seed += 1) {
          const picture = place(drawSeats(count, seed), field, bySector)
          if (picture.isDense) continue
          for (const { stakeholder, chip, seat, isShort } of picture.placed) {
            if (isShort) continue
            const point = pointOfSeat(seat)
            const stands = toField(fitRings(field), point)
            const off =
              Math.hypot(stands.x - chip.x, stands.y - chip.y) - sizeOfChip(stakeholder, picture.look).width / 2
            // The mark itself may have given way to a name.
            expect(off, `seed ${seed}`).toBeLessThan(160)
            const { x, y } = fromField(fitRings(field), chip)
            const slice = picture.wedges.find(({ group }) => group === (stakeholder.sector ?? ''))
            if (slice === undefined) continue
            const turn = (Math.atan2(y, x) - slice.from + 4 * Math.PI) % (2 * Math.PI)
            expect(turn, `seed ${seed}, ${stakeholder.id}`).toBeLessThanOrEqual(slice.to - slice.from)
          }
        }
      }
    },
  )

  it.each([6, 12])(
    'VIEWS-3: no name of a ring or a slice, and no question, lies on the mark of a point, %d',
    (count) => {
      for (const bySector of [false, true]) {
        for (let seed = firstSeed(); seed < firstSeed() + seedCount(20); seed += 1) {
          const picture = place(drawSeats(count, seed), field, bySector)
          for (const { at, seat } of picture.placed) {
            expect(seatAt(fromField(fitRings(field), at)).ring, `seed ${seed}`).toBe(seat.ring)
            for (const name of namesOf(picture, field)) expect(containsPoint(name, at), `seed ${seed}`).toBe(false)
          }
        }
      }
    },
  )
})

describe('initials in the rings', () => {
  it('VIEWS-21: three in the inmost ring of a phone stand in it, as initials, and others keep their names', () => {
    const picture = place(
      [
        { ring: 0, angle: -1.6 },
        { ring: 0, angle: 1.4 },
        { ring: 0, angle: 3.1 },
        { ring: 1, angle: 2.2 },
        { ring: 3, angle: -0.5 },
        { ring: 3, angle: 3.1 },
      ],
      phone,
    )
    expect(picture.isDense).toBe(false)
    expect(findStrays(picture, phone)).toEqual([])
    expect(picture.placed.filter(({ isShort }) => isShort).length).toBeGreaterThan(0)
    expect(picture.placed.filter(({ isShort }) => !isShort).length).toBeGreaterThan(1)
  })

  it('VIEWS-21: on a desk a few keep their names, and the same stand as initials whoever comes first', () => {
    expect(place(drawSeats(6, 1), desktop).placed.filter(({ isShort }) => isShort)).toEqual([])
    const seats = drawSeats(12, 3)
    expect(place(seats, phone)).toEqual(place(seats, phone))
  })
})
