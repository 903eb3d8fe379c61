import { describe, expect, it } from 'vitest'
import {
  cutWedges,
  fitRings,
  fromField,
  isInRings,
  pointOfSeat,
  ringCount,
  seatAt,
  seatWithin,
  toField,
} from '@/lib/layout/rings'

describe('rings', () => {
  it('VIEWS-6: a seat is found again where it stands, in every ring and direction', () => {
    for (let ring = 0; ring < ringCount; ring += 1) {
      for (const angle of [-3, -1.5, 0, 0.1, 2.9]) {
        const seat = seatAt(pointOfSeat({ ring, angle }))
        expect(seat.ring).toBe(ring)
        expect(seat.angle).toBeCloseTo(angle, 9)
        expect(isInRings(pointOfSeat({ ring, angle }))).toBe(true)
      }
    }
  })

  it('VIEWS-6: the middle belongs to the first ring, what is beyond to the last; far outside is nowhere', () => {
    expect(seatAt({ x: 0, y: 0 }).ring).toBe(0)
    expect(seatAt({ x: 440, y: 0 }).ring).toBe(ringCount - 1)
    expect(isInRings({ x: 900, y: 0 })).toBe(false)
  })

  it('VIEWS-6: fills a field, wide or high, and a point goes there and back', () => {
    for (const size of [
      { width: 1200, height: 600 },
      { width: 360, height: 500 },
    ]) {
      const fit = fitRings(size)
      const edge = toField(fit, pointOfSeat({ ring: ringCount - 1, angle: Math.PI }))
      expect(edge.x).toBeGreaterThan(0)
      const back = fromField(fit, toField(fit, { x: 120, y: -80 }))
      expect(back.x).toBeCloseTo(120, 9)
      expect(back.y).toBeCloseTo(-80, 9)
    }
  })

  it('VIEWS-7: slices go once round, the larger group has the wider one, and none is a sliver', () => {
    const wedges = cutWedges([
      { group: 'health', members: 18 },
      { group: 'media', members: 0 },
      { group: 'business', members: 2 },
    ])
    const widths = wedges.map(({ from, to }) => to - from)
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(2 * Math.PI, 9)
    expect(widths[0]).toBeGreaterThan(widths[2] ?? 0)
    expect(Math.min(...widths)).toBeGreaterThanOrEqual(Math.PI / 3 - 1e-9)
  })

  it('VIEWS-7: members of a slice stand within it, apart from each other, in their rings', () => {
    const seats = seatWithin({ from: 1, to: 2 }, [
      { id: 'a', ring: 0 },
      { id: 'b', ring: 0 },
      { id: 'c', ring: 2 },
    ])
    expect(seats.get('a')).toEqual({ ring: 0, angle: 1.25 })
    expect(seats.get('b')).toEqual({ ring: 0, angle: 1.75 })
    expect(seats.get('c')).toEqual({ ring: 2, angle: 1.5 })
  })
})
