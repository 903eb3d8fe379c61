import { describe, expect, it } from 'vitest'
import type { ElementId } from '@/lib/base/ids'
import { createSeededRandom } from '@/lib/base/random'
import { overlaps, rectAround } from '@/lib/geometry/rect'
import { sizeOfChip, sizeOfShortChip } from '@/lib/layout/chipSize'
import { placeOnGrid, type GridPicture } from '@/lib/layout/gridPlaces'
import { initialsOf } from '@/lib/layout/initials'
import type { Stakeholder } from '@/lib/model/element'
import { firstSeed, seedCount } from '../../helpers/seeds'

const names = { satisfy: 'Keep satisfied', manage: 'Manage closely', monitor: 'Monitor', inform: 'Keep informed' }
const fields = [
  ['a phone', { width: 316, height: 408 }],
  ['a low phone', { width: 310, height: 320 }],
  ['a desk', { width: 1_360, height: 680 }],
] as const

type Spread = 'anywhere' | 'on one side' | 'medium'

function actor(at: number, power: number, interest: number): Stakeholder {
  const label = `Stakeholder ${'of the town '.repeat(at % 3)}${at}`
  return { id: `s${at}` as ElementId, kind: 'stakeholder', label, description: '', power, interest }
}

function crowd(count: number, seed: number, spread: Spread): readonly Stakeholder[] {
  const random = createSeededRandom(seed)
  const share = (): number => random.below(101) / 100
  return Array.from({ length: count }, (_, at) => {
    if (spread === 'anywhere') return actor(at, share(), share())
    if (spread === 'on one side') return actor(at, 0.5 + share() / 2, 0.5 + share() / 2)
    return actor(at, [0.25, 0.5, 0.75][random.below(3)] ?? 0.5, [0.25, 0.5, 0.75][random.below(3)] ?? 0.5)
  })
}

/** Who stands with the middle of its chip across a middle line from its point. */
function findAcross({ placed }: GridPicture, { width, height }: { width: number; height: number }): readonly string[] {
  return placed
    .filter(({ stakeholder: { power = 0, interest = 0 }, chip }) => {
      const isAside = interest >= 0.5 ? chip.x < width / 2 - 0.01 : chip.x > width / 2 + 0.01
      return isAside || (power >= 0.5 ? chip.y > height / 2 + 0.01 : chip.y < height / 2 - 0.01)
    })
    .map(({ stakeholder: { id } }) => id)
}

function countOverlaps({ placed, look }: GridPicture): number {
  const boxes = placed.map(({ stakeholder, chip, isShort }) => {
    const { width, height } = isShort ? sizeOfShortChip(look) : sizeOfChip(stakeholder, look)
    return rectAround(chip, { width: width - 1, height: height - 1 })
  })
  return boxes.flatMap((box, at) => boxes.slice(at + 1).filter((other) => overlaps(box, other))).length
}

describe('stakeholders on the grid', () => {
  describe.each(fields)('%s', (_, field) => {
    it.each(['anywhere', 'on one side', 'medium'] as const)(
      'VIEWS-20: whatever people say, nobody stands across a middle line from the point, and no chip on another (%s)',
      (spread) => {
        for (let seed = firstSeed(); seed < firstSeed() + seedCount(8); seed += 1) {
          for (const count of [1, 8, 17, 30, 60]) {
            const picture = placeOnGrid(crowd(count, seed, spread), field, names)
            expect(findAcross(picture, field), `seed ${seed}, ${count}`).toEqual([])
            if (!picture.isDense) expect(countOverlaps(picture), `seed ${seed}, ${count}`).toBe(0)
          }
        }
      },
    )
  })

  it('VIEWS-20: names are shortened only where they find no room, the same way whoever comes first', () => {
    const field = { width: 316, height: 408 }
    const apart = [0.95, 0.75, 0.62, 0.4, 0.28, 0.15].map((power, at) => actor(at, power, at % 2 === 0 ? 0.3 : 0.7))
    const few = placeOnGrid(apart, field, names)
    expect(few.placed.filter(({ isShort }) => isShort)).toEqual([])
    for (let seed = firstSeed(); seed < firstSeed() + seedCount(8); seed += 1) {
      const list = crowd(17, seed, 'on one side')
      const shortOf = (picture: GridPicture) =>
        picture.placed.flatMap(({ stakeholder, isShort }) => (isShort ? [stakeholder.id] : [])).sort()
      const picture = placeOnGrid(list, field, names)
      expect(picture.isDense, `seed ${seed}`).toBe(false)
      expect(shortOf(picture).length, `seed ${seed}`).toBeGreaterThan(0)
      expect(shortOf(placeOnGrid(list.toReversed(), field, names)), `seed ${seed}`).toEqual(shortOf(picture))
    }
  })

  it('VIEWS-20: what stands on a middle counts as high', () => {
    const field = { width: 316, height: 320 }
    for (const count of [4, 90]) {
      const list = Array.from({ length: count }, (_, at) => actor(at, 0.5, 0.5))
      const picture = placeOnGrid(list, field, names)
      expect(picture.isDense).toBe(count === 90)
      expect(findAcross(picture, field)).toEqual([])
      const spots = picture.placed.map(({ chip }) => `${chip.x} ${chip.y}`)
      expect(new Set(spots).size).toBe(count)
    }
  })
})

/** What a screen of 390x844 and one of 1440x900 leave for the grid. */
const screens = [
  ['a phone', { width: 316, height: 408 }, 0.05],
  ['a desktop', { width: 1_340, height: 620 }, 0.01],
] as const

/** Two in one quadrant of whom the one with clearly more power stands lower. */
function findTurned({ placed, look }: GridPicture, { width, height }: { width: number; height: number }) {
  const side = ({ at }: GridPicture['placed'][number]): string => `${at.x >= width / 2} ${at.y <= height / 2}`
  return placed.flatMap((upper) =>
    placed
      .filter((lower) => side(upper) === side(lower))
      .filter((lower) => lower.at.y - upper.at.y > look.height / 2 && upper.chip.y > lower.chip.y + 1)
      .map((lower) => [upper, lower] as const),
  )
}

describe.each(screens)('the order of power on the grid, %s', (_, field, most) => {
  it.each([6, 12, 25])(
    'VIEWS-22: of two of %d whose order is turned, the one that is farther off has no whole name',
    (count) => {
      for (const spread of ['anywhere', 'on one side'] as const) {
        for (let seed = firstSeed(); seed < firstSeed() + seedCount(12); seed += 1) {
          const picture = placeOnGrid(crowd(count, seed, spread), field, names)
          if (picture.isDense) continue
          for (const pair of findTurned(picture, field)) {
            const [far] = pair.toSorted((a, b) => Math.abs(b.chip.y - b.at.y) - Math.abs(a.chip.y - a.at.y))
            expect(far?.isShort, `seed ${seed}, ${count}, ${spread}`).toBe(true)
          }
          expect(countOverlaps(picture), `seed ${seed}`).toBe(0)
        }
      }
    },
  )

  it('VIEWS-22: who stands over whom is told rightly, but for few pairs of a crowd', () => {
    let [turned, pairs] = [0, 0]
    for (let seed = firstSeed(); seed < firstSeed() + seedCount(12); seed += 1) {
      for (const count of [6, 12, 25]) {
        const picture = placeOnGrid(crowd(count, seed, 'anywhere'), field, names)
        turned += findTurned(picture, field).length
        pairs += (count * (count - 1)) / 8
      }
    }
    expect(turned / pairs).toBeLessThan(most)
  })
})

describe('initials', () => {
  it.each([
    ['Mayor Okafor', 'MO'],
    ['Tenants’ League', 'TL'],
    ['Radio 98', 'R98'],
    ['Board of district 16', 'B16'],
    ['City of 2030', 'C20'],
    ['Church', 'Ch'],
    ['  (the) Elders', 'tE'],
    ['👩‍👩‍👧 group', '👩‍👩‍👧g'],
    ['', '?'],
  ])('VIEWS-20: of %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials)
  })
})
