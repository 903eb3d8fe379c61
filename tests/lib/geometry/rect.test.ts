import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  centreOf,
  contains,
  containsPoint,
  distanceBetween,
  inflate,
  overlaps,
  rectAround,
  rectBetween,
  scaleToFit,
  unite,
} from '../../../lib/geometry/rect'

const number = fc.integer({ min: -5000, max: 5000 })
const extent = fc.integer({ min: 1, max: 2000 })
const rect = fc.record({ x: number, y: number, width: extent, height: extent })

describe('rectangles', () => {
  it('GEO-1: a rectangle around a centre has that centre', () => {
    fc.assert(
      fc.property(number, number, extent, extent, (x, y, width, height) => {
        expect(centreOf(rectAround({ x, y }, { width, height }))).toEqual({ x, y })
      }),
    )
  })

  it('GEO-13: touching counts as overlapping; holding is stricter', () => {
    const a = { x: 0, y: 0, width: 10, height: 10 }
    expect(overlaps(a, { x: 10, y: 10, width: 5, height: 5 })).toBe(true)
    expect(overlaps(a, { x: 10.1, y: 0, width: 5, height: 5 })).toBe(false)
    expect(contains(a, { x: 0, y: 0, width: 10, height: 10 })).toBe(true)
    expect(contains(a, { x: 5, y: 5, width: 10, height: 1 })).toBe(false)
    expect(containsPoint(a, { x: 10, y: 0 })).toBe(true)
  })

  it('GEO-13: a rectangle dragged in any direction is the same', () => {
    const expected = { x: -5, y: 2, width: 15, height: 8 }
    expect(rectBetween({ x: -5, y: 2 }, { x: 10, y: 10 })).toEqual(expected)
    expect(rectBetween({ x: 10, y: 2 }, { x: -5, y: 10 })).toEqual(expected)
  })

  it('GEO-1: a union holds each part and nothing makes it smaller', () => {
    expect(unite([])).toBeUndefined()
    fc.assert(
      fc.property(fc.array(rect, { minLength: 1, maxLength: 8 }), (parts) => {
        const whole = unite(parts)
        expect(whole && parts.every((part) => contains(whole, part))).toBe(true)
      }),
    )
  })

  it('GEO-1: shrinking stops at nothing', () => {
    expect(inflate({ x: 0, y: 0, width: 10, height: 4 }, -20)).toEqual({ x: 5, y: 2, width: 0, height: 0 })
    expect(inflate({ x: 0, y: 0, width: 10, height: 4 }, 3)).toEqual({ x: -3, y: -3, width: 16, height: 10 })
  })

  it('GEO-1: fitting shows the whole rectangle in the middle, within the zoom allowed', () => {
    const viewport = { width: 1440, height: 900 }
    fc.assert(
      fc.property(rect, (target) => {
        const { zoom, x, y } = scaleToFit(target, viewport, 40, { least: 0.001, most: 4 })
        expect(target.x * zoom + x).toBeGreaterThanOrEqual(39.9)
        expect((target.y + target.height) * zoom + y).toBeLessThanOrEqual(860.1)
        const centre = centreOf(target)
        expect(centre.x * zoom + x).toBeCloseTo(720)
        expect(centre.y * zoom + y).toBeCloseTo(450)
      }),
    )
    expect(scaleToFit({ x: 0, y: 0, width: 10, height: 10 }, viewport, 40).zoom).toBe(1)
    expect(scaleToFit({ x: 0, y: 0, width: 1e6, height: 10 }, viewport, 40).zoom).toBe(0.1)
  })

  it('GEO-1: distance is straight', () => {
    expect(distanceBetween({ x: 0, y: 0 }, { x: 3, y: 4 })).toBe(5)
  })
})
