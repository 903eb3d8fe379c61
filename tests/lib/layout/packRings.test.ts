import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Point, Rect } from '@/lib/geometry/rect'
import { dotSizeFor } from '@/lib/layout/chipRoom'
import { packRings, type RingDot } from '@/lib/layout/packRings'
import { cutWedges, fitRings, fromField, ringRadii, seatWithin } from '@/lib/layout/rings'
import { firstSeed } from '../../helpers/seeds'

const desktop = { width: 1300, height: 640 }
const phone = { width: 358, height: 420 }
const names: readonly Rect[] = [
  { x: 600, y: 12, width: 110, height: 18 },
  { x: 1000, y: 300, width: 90, height: 18 },
]

/** So many dots of so many groups, by a simple rule, with what they stand in. */
function sample(count: number, groups: number) {
  const dots = Array.from({ length: count }, (_, at) => ({
    id: `d${at}`,
    group: `g${(at * 7) % groups}`,
    ring: (at * 5) % 4,
    angle: ((at * 2.4) % (2 * Math.PI)) - Math.PI,
  }))
  const members = new Map<string, number>()
  for (const { group } of dots) members.set(group, (members.get(group) ?? 0) + 1)
  const wedges = cutWedges([...members].map(([group, own]) => ({ group, members: own })))
  const seated = wedges.flatMap((wedge) => {
    const seats = seatWithin(
      wedge,
      dots.filter(({ group }) => group === wedge.group),
    )
    return [...seats].map(([id, seat]): RingDot<string> => ({ id, seat, group: wedge.group }))
  })
  const free = dots.map(({ id, group, ring, angle }): RingDot<string> => ({ id, group, seat: { ring, angle } }))
  return { free, seated, wedges }
}

const nearest = (places: ReadonlyMap<string, Point>): number => {
  const all = [...places.values()]
  let least = Infinity
  for (const [index, one] of all.entries())
    for (const other of all.slice(index + 1)) least = Math.min(least, Math.hypot(one.x - other.x, one.y - other.y))
  return least
}

const params = { seed: firstSeed(), numRuns: 25 }
const anySample = fc.record({ count: fc.integer({ min: 1, max: 500 }), groups: fc.integer({ min: 1, max: 12 }) })

describe('dots in rings', () => {
  it('VIEWS-15: stand inside their ring and their slice, whole, and clear of names', () => {
    fc.assert(
      fc.property(anySample, fc.constantFrom(desktop, phone), ({ count, groups }, field) => {
        const { seated, wedges } = sample(count, groups)
        const fit = fitRings(field)
        const half = dotSizeFor(field) / 2
        const clear = field === desktop ? names : []
        const places = packRings(seated, field, { wedges, names: clear })
        expect(places.size).toBe(count)
        for (const { id, seat, group } of seated) {
          const at = places.get(id) ?? { x: NaN, y: NaN }
          const { x, y } = fromField(fit, at)
          const radius = Math.hypot(x, y)
          const margin = half / Math.max(fit.across, fit.down) - 1e-6
          expect(radius).toBeGreaterThanOrEqual((ringRadii[seat.ring] ?? 0) + margin)
          expect(radius).toBeLessThanOrEqual((ringRadii[seat.ring + 1] ?? 0) - margin)
          const wedge = wedges.find((one) => one.group === group) ?? { from: 0, to: 0 }
          const angle = wedge.from + ((((Math.atan2(y, x) - wedge.from) % 6.2831853072) + 6.2831853072) % 6.2831853072)
          expect(angle).toBeLessThanOrEqual(wedge.to + 1e-6)
          for (const name of clear) {
            const isOver =
              at.x > name.x - half &&
              at.x < name.x + name.width + half &&
              at.y > name.y - half &&
              at.y < name.y + name.height + half
            expect(isOver).toBe(false)
          }
        }
      }),
      params,
    )
  })

  it('VIEWS-15: none lies on another while there is room', () => {
    for (const [count, groups] of [
      [320, 1],
      [200, 5],
      [160, 9],
    ] as const) {
      const { seated, free, wedges } = sample(count, groups)
      expect(nearest(packRings(seated, desktop, { wedges, names }))).toBeGreaterThanOrEqual(dotSizeFor(desktop))
      expect(nearest(packRings(free, desktop, { wedges: [], names }))).toBeGreaterThanOrEqual(dotSizeFor(desktop))
    }
    // All in one direction of one ring.
    const heap = Array.from({ length: 200 }, (_, at): RingDot<string> => ({
      id: `h${at}`,
      group: '',
      seat: { ring: 2, angle: 1 },
    }))
    expect(nearest(packRings(heap, desktop, { wedges: [], names }))).toBeGreaterThanOrEqual(dotSizeFor(desktop))
  })

  it('VIEWS-15: where there is no room for all, they stand evenly', () => {
    const { seated, wedges } = sample(6000, 5)
    const places = packRings(seated, desktop, { wedges, names })
    expect(nearest(places)).toBeGreaterThan(2)
    const taken = new Set([...places.values()].map(({ x, y }) => `${Math.round(x)} ${Math.round(y)}`))
    expect(taken.size).toBeGreaterThan(5990)
  })

  it('VIEWS-15: stand the same way in whatever order they come', () => {
    const { seated, wedges } = sample(300, 6)
    const one = packRings(seated, desktop, { wedges, names })
    const other = packRings(seated.toReversed(), desktop, { wedges, names })
    for (const [id, at] of one) expect(other.get(id)).toEqual(at)
  })

  it('VIEWS-15: use the depth of the ring, and stay near their direction', () => {
    const { free } = sample(400, 1)
    const places = packRings(free, desktop, { wedges: [], names: [] })
    const fit = fitRings(desktop)
    const radii = new Set<number>()
    const turns = free.map(({ id, seat }) => {
      const { x, y } = fromField(fit, places.get(id) ?? fit.centre)
      if (seat.ring === 3) radii.add(Math.round(Math.hypot(x, y)))
      const off = Math.abs(Math.atan2(y, x) - seat.angle)
      return Math.min(off, 2 * Math.PI - off)
    })
    expect(radii.size).toBeGreaterThan(2)
    expect(turns.reduce((sum, one) => sum + one, 0) / turns.length).toBeLessThan(0.2)
  })

  it('VIEWS-15: one more moves the others by a little', () => {
    const { free } = sample(480, 1)
    const before = packRings(free, desktop, { wedges: [], names })
    const more: RingDot<string> = { id: 'new', group: '', seat: { ring: 2, angle: 0.4 } }
    const after = packRings([...free, more], desktop, { wedges: [], names })
    const moves = free.map(({ id }) => {
      const [one, other] = [before.get(id), after.get(id)]
      return one === undefined || other === undefined ? NaN : Math.hypot(one.x - other.x, one.y - other.y)
    })
    // Other rings stay; in its own hardly anybody goes farther than across the ring.
    expect(moves.filter((far) => far < 0.001).length).toBeGreaterThanOrEqual(360)
    expect(Math.max(...moves)).toBeLessThan(110)
    expect(moves.reduce((sum, far) => sum + far, 0) / moves.length).toBeLessThan(dotSizeFor(desktop))
  })
})
