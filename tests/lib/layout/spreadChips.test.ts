import { describe, expect, it } from 'vitest'
import { spreadChips, type WishedChip } from '@/lib/layout/spreadChips'
import { createSeededRandom } from '@/lib/base/random'
import { firstSeed, seedCount } from '../../helpers/seeds'

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
        expect(Math.abs((place?.y ?? Infinity) - y), `seed ${seed}, ${id}`).toBeLessThan(220)
        expect(Math.abs((place?.x ?? Infinity) - x), `seed ${seed}, ${id}`).toBeLessThan(220)
      }
    }
  })
})
