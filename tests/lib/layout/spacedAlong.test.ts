import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spacedAlong } from '@/lib/layout/spacedAlong'
import { firstSeed } from '../../helpers/seeds'

describe('places along a line', () => {
  it('are the wishes where these are far enough from each other', () => {
    expect(spacedAlong([10, 30, 70], 100, 10)).toEqual([10, 30, 70])
  })

  it('are around the wishes where these are the same, and within the line', () => {
    expect(spacedAlong([50, 50, 50], 100, 10)).toEqual([40, 50, 60])
    expect(spacedAlong([0, 0], 100, 10)).toEqual([5, 15])
    expect(spacedAlong([100, 100], 100, 10)).toEqual([85, 95])
  })

  it('are even where there is no room', () => {
    expect(spacedAlong([1, 1, 1, 1], 20, 10)).toEqual([2.5, 7.5, 12.5, 17.5])
  })

  it('keep order, distance and ends', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 60 }),
        fc.double({ min: 0.1, max: 9, noNaN: true }),
        (wishes, spacing) => {
          const places = spacedAlong(
            [...wishes].sort((a, b) => a - b),
            100,
            spacing,
          )
          const least = Math.min(spacing, 100 / Math.max(1, wishes.length))
          for (const [index, at] of places.entries()) {
            expect(at).toBeGreaterThanOrEqual(least / 2 - 1e-6)
            expect(at).toBeLessThanOrEqual(100 - least / 2 + 1e-6)
            if (index > 0) expect(at - (places[index - 1] ?? 0)).toBeGreaterThanOrEqual(least - 1e-6)
          }
        },
      ),
      { seed: firstSeed() },
    )
  })
})
