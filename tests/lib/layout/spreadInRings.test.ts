import { describe, expect, it } from 'vitest'
import { createSeededRandom } from '@/lib/base/random'
import { measureText } from '@/lib/geometry/textMetrics'
import { overlaps, rectAround } from '@/lib/geometry/rect'
import { sizeOfChip, sizeOfShortChip } from '@/lib/layout/chipSize'
import { isQuestionCut, linesOfQuestion, placeInRings, questionSize } from '@/lib/layout/ringChips'
import { placeRingNames } from '@/lib/layout/ringLabels'
import {
  fitRings,
  freeAngle,
  fromField,
  pointOfSeat,
  ringCount,
  ringRadii,
  seatAt,
  type RingSeat,
} from '@/lib/layout/rings'
import type { ElementId } from '@/lib/base/ids'
import type { Stakeholder } from '@/lib/model/element'
import { firstSeed, seedCount } from '../../helpers/seeds'

const rings = ['Inner table', 'Working with us', 'Affected', 'Looking on']
const words = { rings, sector: (sector: string) => sector }
const phone = { width: 366, height: 470 }
const desktop = { width: 1_360, height: 640 }
const actor = (id: string, sector?: string): Stakeholder => ({
  id: id as ElementId,
  kind: 'stakeholder',
  label: `Food Bank ${id}`,
  description: '',
  ...(sector === undefined ? {} : { sector }),
})

function place(
  seats: readonly RingSeat[],
  field: { readonly width: number; readonly height: number },
  bySector = false,
) {
  const list = seats.map((_, at) => actor(`s${at}`, bySector ? `sector ${at % 4}` : undefined))
  const positions = new Map(list.map(({ id }, at) => [id, pointOfSeat(seats[at] as RingSeat)]))
  return placeInRings(list, positions, field, words, bySector)
}

describe('chips in the rings', () => {
  it.each([
    ['a phone', phone],
    ['a small phone', { width: 336, height: 320 }],
    ['a desktop', desktop],
  ])('VIEWS-3: whoever is alone is drawn in their ring, in every direction, clear of the names, %s', (_, field) => {
    const fit = fitRings(field)
    for (let ring = 0; ring < ringCount; ring += 1) {
      for (let turn = -18; turn < 18; turn += 1) {
        const { placed, look } = place([{ ring, angle: (turn * Math.PI) / 18 }], field)
        const [one] = placed
        if (one === undefined) throw new Error('nobody')
        expect(seatAt(fromField(fit, one.chip)).ring, `ring ${ring}, turn ${turn}`).toBe(ring)
        const box = rectAround(one.chip, sizeOfChip(one.stakeholder, look))
        for (const name of placeRingNames(fit, rings)) expect(overlaps(box, rectAround(name, name))).toBe(false)
      }
    }
  })

  it.each([false, true])(
    'VIEWS-3: a dozen drawn anywhere keep their rings and lie on nobody, by sector: %s',
    (bySector) => {
      for (let seed = firstSeed(); seed < firstSeed() + seedCount(20); seed += 1) {
        const random = createSeededRandom(seed)
        const seats = Array.from({ length: 12 }, (_, at) => ({ ring: at % 4, angle: random.below(628) / 100 }))
        const { placed, look } = place(seats, desktop, bySector)
        const boxes = placed.map(({ stakeholder, chip, isShort }) =>
          rectAround(chip, isShort ? sizeOfShortChip(look) : sizeOfChip(stakeholder, look)),
        )
        for (const [index, { chip, seat }] of placed.entries()) {
          expect(seatAt(fromField(fitRings(desktop), chip)).ring, `seed ${seed}`).toBe(seat.ring)
          for (const other of boxes.slice(index + 1)) expect(overlaps(boxes[index] ?? other, other)).toBe(false)
        }
      }
    },
  )

  it('VIEWS-3: who is in the inmost ring keeps a place there, whoever else crowds round it, on a phone', () => {
    const crowd = Array.from({ length: 9 }, (_, at) => ({ ring: 1, angle: (at * 2 * Math.PI) / 9 }))
    const { placed } = place([...crowd, { ring: 0, angle: Math.PI / 2 }], phone)
    const last = placed.at(-1)
    expect(seatAt(fromField(fitRings(phone), last?.chip ?? { x: 0, y: 0 })).ring).toBe(0)
  })

  it('VIEWS-21: at the sides nobody of the outermost ring stands over its edge while they stand clearly in it', () => {
    const { placed, look } = place(
      [
        { ring: 3, angle: 0 },
        { ring: 3, angle: Math.PI },
      ],
      desktop,
    )
    const { centre, across } = fitRings(desktop)
    const edge = (ringRadii.at(-1) ?? 0) * across
    for (const { stakeholder, chip, seat } of placed) {
      const { width } = sizeOfChip(stakeholder, look)
      expect(Math.abs(chip.x - centre.x) + width / 2).toBeLessThanOrEqual(edge)
      expect(seatAt(fromField(fitRings(desktop), chip)).ring).toBe(seat.ring)
    }
  })

  it('VIEWS-6: a key places people where no name stands, each in a direction of their own', () => {
    const angles: number[] = []
    for (let count = 0; count < 8; count += 1) angles.push(freeAngle(angles))
    for (const angle of angles) expect(Math.abs(angle + Math.PI / 2)).toBeGreaterThan(Math.PI / 4)
    expect(new Set(angles.map((angle) => angle.toFixed(3))).size).toBe(8)
    for (const angle of angles) {
      const { placed } = place([{ ring: 3, angle }], desktop)
      expect(Math.hypot((placed[0]?.chip.x ?? 0) - (placed[0]?.at.x ?? 9), 0)).toBeLessThan(120)
    }
  })

  it('VIEWS-6: the question in the middle has room for its words, also on a phone', () => {
    const { width, height } = questionSize(fitRings(phone))
    for (const word of ['Harbour', 'quarter']) expect(measureText(word, { size: 12, weight: 600 })).toBeLessThan(width)
    expect(height).toBeGreaterThanOrEqual(2 * 16)
    expect(linesOfQuestion({ width, height })).toBe(2)
    expect(linesOfQuestion(questionSize(fitRings(desktop)))).toBe(3)
    const long = 'What keeps people in the Harbour quarter from finding a home that they can pay for?'
    expect(isQuestionCut(long, { width, height })).toBe(true)
    expect(isQuestionCut('Who can help?', { width, height })).toBe(false)
  })
})
