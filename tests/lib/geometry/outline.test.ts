import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { borderLength, distanceToOutline, pointAlongBorder, wayAlongBorder } from '../../../lib/geometry/outline'

const pill = { rect: { x: 0, y: 0, width: 100, height: 34 }, radius: 17 }
const card = { rect: { x: -40, y: -20, width: 80, height: 40 }, radius: 8 }

describe('outlines', () => {
  it('GEO-6: distance is negative inside, nothing on the border, positive outside', () => {
    expect(distanceToOutline(pill, 50, 17)).toBe(-17)
    expect(distanceToOutline(pill, 50, 0)).toBe(0)
    expect(distanceToOutline(pill, 50, -6)).toBe(6)
    expect(distanceToOutline(pill, 110, 17)).toBeCloseTo(10)
  })

  it('GEO-6: the corner of a pill is outside, though it lies in the rectangle', () => {
    expect(distanceToOutline(pill, 1, 1)).toBeGreaterThan(0)
    expect(distanceToOutline(card, -36, -17)).toBeLessThan(0)
    expect(distanceToOutline(card, -39.9, -19.9)).toBeGreaterThan(0)
  })

  it('GEO-7: the way along a border leads back to its point, all round', () => {
    for (const outline of [pill, card]) {
      const length = borderLength(outline, 5)
      for (let way = 0.5; way < length; way += 3.7) {
        expect(wayAlongBorder(outline, 5, pointAlongBorder(outline, 5, way))).toBeCloseTo(way, 5)
      }
    }
  })

  it('GEO-7: any way, however far round, is on the grown rectangle', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5000, max: 5000 }), (way) => {
        const { x, y } = pointAlongBorder(card, 5, way)
        const onSide = Math.abs(Math.abs(x) - 45) < 0.001 && Math.abs(y) <= 25.001
        const onEdge = Math.abs(Math.abs(y) - 25) < 0.001 && Math.abs(x) <= 45.001
        expect(onSide || onEdge).toBe(true)
      }),
    )
  })
})
