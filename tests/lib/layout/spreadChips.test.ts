import { describe, expect, it } from 'vitest'
import { contains as inside, meetsSegment, rectAround, type Rect } from '@/lib/geometry/rect'
import { spreadChips, type WishedChip } from '@/lib/layout/spreadChips'
import { createSeededRandom } from '@/lib/base/random'
import { firstSeed, seedCount } from '../../helpers/seeds'

const covers = (box: Rect, { x, y }: { readonly x: number; readonly y: number }): boolean =>
  inside(box, { x, y, width: 0, height: 0 })
const field = { width: 800, height: 600 }
const chip = (id: string, x: number, y: number): WishedChip<string> => ({ id, x, y, width: 120, height: 32 })
const overlap = (places: ReadonlyMap<string, { x: number; y: number }>): number => {
  const all = [...places.values()]
  let count = 0
  for (const [index, a] of all.entries()) {
    for (const b of all.slice(index + 1)) if (Math.abs(a.x - b.x) < 119 && Math.abs(a.y - b.y) < 31) count += 1
  }
  return count
}

describe('chips on a field', () => {
  it('VIEWS-3: who is alone stands at the point, and within the field', () => {
    const places = spreadChips([chip('a', 300, 200), chip('b', 800, 0)], field)
    expect(places.get('a')).toEqual({ x: 300, y: 200 })
    expect(places.get('b')).toEqual({ x: 740, y: 16 })
  })

  it('VIEWS-3: those at one point stand under each other, the same way whoever comes first', () => {
    const chips = ['a', 'b', 'c'].map((id) => chip(id, 400, 300))
    const places = spreadChips(chips, field)
    expect(overlap(places)).toBe(0)
    expect(spreadChips(chips.toReversed(), field)).toEqual(places)
  })

  it('VIEWS-3: what is fixed stays, and the others keep clear of it', () => {
    const places = spreadChips([{ ...chip('name', 60, 16), fixed: true }, chip('a', 60, 16), chip('b', 60, 20)], field)
    expect(places.get('name')).toEqual({ x: 60, y: 16 })
    expect(overlap(places)).toBe(0)
  })

  it('VIEWS-3: thirty drawn anywhere do not cover each other, and stay near', () => {
    for (let seed = firstSeed(); seed < firstSeed() + seedCount(20); seed += 1) {
      const random = createSeededRandom(seed)
      const chips = Array.from({ length: 30 }, (_, index) =>
        chip(`c${String(index).padStart(2, '0')}`, random.below(800), random.below(600)),
      )
      const places = spreadChips(chips, field)
      expect(overlap(places), `seed ${seed}`).toBe(0)
      for (const { id, x, y } of chips) {
        const place = places.get(id)
        expect(Math.abs((place?.y ?? Infinity) - y), `seed ${seed}, ${id}`).toBeLessThan(240)
        expect(Math.abs((place?.x ?? Infinity) - x), `seed ${seed}, ${id}`).toBeLessThan(240)
      }
    }
  })

  it('VIEWS-3: who has to give way goes to the nearest free place, sideways too, and moves nobody else', () => {
    const column = [60, 100, 140, 180, 220, 260].map((y, at) => chip(`c${at}`, 200, y))
    const places = spreadChips([...column, chip('late', 200, 180)], field)
    for (const { id, x, y } of column) expect(places.get(id)).toEqual({ x, y })
    const late = places.get('late')
    expect(Math.hypot((late?.x ?? 0) - 200, (late?.y ?? 0) - 180)).toBeLessThan(130)
    expect(overlap(places)).toBe(0)
  })

  it('VIEWS-3: chips give way on their side of the middle while there is room', () => {
    const crowd = Array.from({ length: 6 }, (_, at) => chip(`c${at}`, 330, 282))
    for (const { x, y } of spreadChips(crowd, field).values()) {
      expect(x).toBeLessThan(400)
      expect(y).toBeLessThan(300)
    }
  })

  it('VIEWS-3: the line to a point runs under no chip but those that lie on the point, as far as can be', () => {
    for (let seed = firstSeed(); seed < firstSeed() + seedCount(10); seed += 1) {
      const random = createSeededRandom(seed)
      const chips = Array.from({ length: 24 }, (_, index) =>
        chip(`c${String(index).padStart(2, '0')}`, 100 + random.below(600), 60 + random.below(480)),
      )
      const places = spreadChips(chips, field)
      const crossed = chips.filter((one) => {
        const from = places.get(one.id) ?? one
        return chips.some((other) => {
          const box = rectAround(places.get(other.id) ?? other, other)
          return other.id !== one.id && !covers(box, one) && meetsSegment(box, from, one)
        })
      })
      expect(crossed.length, `seed ${seed}`).toBeLessThanOrEqual(2)
    }
  })
})
