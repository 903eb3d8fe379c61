import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  boundsOfCurve,
  directionAt,
  distanceToCurve,
  leftOf,
  lengthOf,
  parameterBeforeEnd,
  pieceOf,
  pointAt,
  svgPath,
  svgPoint,
  type Curve,
} from '../../../lib/geometry/curve'
import { bowedCurve } from '../../../lib/geometry/linkCurve'
import { containsPoint, inflate } from '../../../lib/geometry/rect'

const coordinate = fc.integer({ min: -1000, max: 1000 })
const point = fc.record({ x: coordinate, y: coordinate })
const curve: fc.Arbitrary<Curve> = fc.record({ start: point, control: point, end: point })
/** Curves as links have them: bent, but not folded back. */
const arc = fc
  .tuple(point, point, fc.double({ min: -0.8, max: 0.8, noNaN: true }))
  .filter(([a, b]) => Math.hypot(a.x - b.x, a.y - b.y) > 30)
  .map(([a, b, bow]) => bowedCurve(a, b, bow * Math.hypot(a.x - b.x, a.y - b.y)))
const share = fc.double({ min: 0, max: 1, noNaN: true })

describe('curves', () => {
  it('GEO-5: left of travel is up when going right', () => {
    expect(leftOf({ x: 1, y: 0 })).toEqual({ x: 0, y: -1 })
    expect(directionAt({ start: { x: 0, y: 0 }, control: { x: 0, y: 0 }, end: { x: 0, y: 0 } }, 0.5)).toEqual({
      x: 1,
      y: 0,
    })
  })

  it('GEO-1: a piece of a curve lies on the curve', () => {
    fc.assert(
      fc.property(curve, share, share, share, (whole, a, b, t) => {
        const from = Math.min(a, b)
        const to = Math.max(a, b)
        const expected = pointAt(whole, from + (to - from) * t)
        const got = pointAt(pieceOf(whole, from, to), t)
        expect(Math.hypot(got.x - expected.x, got.y - expected.y)).toBeLessThan(0.001)
      }),
    )
  })

  it('GEO-1: bounds hold every point', () => {
    fc.assert(
      fc.property(curve, share, (whole, t) => {
        expect(containsPoint(inflate(boundsOfCurve(whole), 0.001), pointAt(whole, t))).toBe(true)
      }),
    )
  })

  it('GEO-8: walking back along an arc covers the distance asked for', () => {
    fc.assert(
      fc.property(arc, fc.integer({ min: 1, max: 25 }), (whole, distance) => {
        const t = parameterBeforeEnd(whole, distance)
        expect(lengthOf(pieceOf(whole, t, 1))).toBeCloseTo(distance, 0)
      }),
    )
  })

  it('GEO-8: walking back past the start stops there', () => {
    expect(parameterBeforeEnd(bowedCurve({ x: 0, y: 0 }, { x: 20, y: 0 }, 4), 500)).toBe(0)
  })

  it('GEO-11: a point of an arc has no distance to it, and a shift sideways is its distance', () => {
    fc.assert(
      fc.property(
        arc,
        fc.double({ min: 0.1, max: 0.9, noNaN: true }),
        fc.integer({ min: 0, max: 8 }),
        (whole, t, away) => {
          const at = pointAt(whole, t)
          const left = leftOf(directionAt(whole, t))
          const distance = distanceToCurve(whole, { x: at.x + left.x * away, y: at.y + left.y * away })
          expect(distance).toBeLessThanOrEqual(away + 0.2)
        },
      ),
    )
  })

  it('PIC-1: path data is short and plain', () => {
    expect(svgPoint({ x: -0.001, y: 12.345 })).toBe('0 12.35')
    expect(svgPoint({ x: -3.05, y: 1e6 + 0.5 })).toBe('-3.05 1000000.5')
    expect(svgPath({ start: { x: 0, y: 0 }, control: { x: 5, y: -2.5 }, end: { x: 10, y: 0 } })).toBe(
      'M0 0Q5 -2.5 10 0',
    )
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (value) => {
        const written = svgPoint({ x: value, y: 0 }).split(' ')[0] ?? ''
        expect(written).toMatch(/^-?\d+(\.\d{1,2})?$/)
        expect(Math.abs(Number(written) - value)).toBeLessThanOrEqual(0.00501)
      }),
    )
  })
})
