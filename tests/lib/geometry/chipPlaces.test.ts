import { describe, expect, it } from 'vitest'
import type { ElementId } from '@/lib/base/ids'
import { placeChips, type ChipWish } from '@/lib/geometry/chipPlaces'
import { overlaps, rectAround, type Rect } from '@/lib/geometry/rect'

const size = { width: 60, height: 30 }
/** Elements of one size, side by side, and how much each chip matters. */
const row = (count: number, step: number): readonly ChipWish[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `e${at}` as ElementId,
    rect: { x: at * step, y: (at % 3) * 14, width: 90, height: 30 },
    radius: 12,
    ...size,
    weight: at % 5,
  }))
const boxes = (wishes: readonly ChipWish[]): readonly Rect[] =>
  [...placeChips(wishes).values()].map((centre) => rectAround(centre, size))

describe('figures at elements', () => {
  it('GEO-23: stand at the upper right corner where there is room', () => {
    const places = placeChips(row(3, 400))
    expect(places.get('e1' as ElementId)).toEqual({ x: 400 + 90 - 6, y: 14 - 7.5 })
  })

  it.each([130, 95, 60, 20, 2])('GEO-23: none covers another where elements stand %i apart', (step) => {
    const all = boxes(row(12, step))
    for (const [at, box] of all.entries()) {
      expect(all.slice(at + 1).filter((other) => overlaps(box, other))).toEqual([])
    }
    expect(all.length).toBeGreaterThan(0)
  })

  it('GEO-23: cover no sign where another place is free, and an element no sooner than a sign', () => {
    const [wish, next] = row(2, 400)
    if (wish === undefined || next === undefined) throw new Error('no wishes')
    const usual = placeChips([wish]).get(wish.id)
    if (usual === undefined) throw new Error('no place')
    const sign = rectAround(usual, { width: 18, height: 18 })
    const moved = placeChips([wish], [sign]).get(wish.id)
    if (moved === undefined) throw new Error('no place')
    expect(overlaps(rectAround(moved, size), sign)).toBe(false)
    // Signs all around: then it stands where it would without them.
    const all = [{ x: -200, y: -200, width: 600, height: 600 }]
    expect(placeChips([wish], all).get(wish.id)).toEqual(usual)
  })

  it('GEO-23: where there is no room for all, who matters most is shown', () => {
    const crowd = row(40, 1)
    const shown = placeChips(crowd)
    expect(shown.size).toBeLessThan(crowd.length)
    const most = crowd.filter(({ id }) => shown.has(id)).map(({ weight }) => weight)
    expect(Math.min(...most)).toBeGreaterThanOrEqual(3)
  })
})
