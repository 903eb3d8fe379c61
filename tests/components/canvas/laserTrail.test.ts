import { describe, expect, it } from 'vitest'
import { createLaserTrail, trailTime } from '../../../components/canvas/laser/laserTrail'

const at = (x: number) => ({ x, y: 0 })

describe('the trail of a laser', () => {
  it('PEOPLE-37: is seen for a moment, and fades from its beginning', () => {
    const trail = createLaserTrail()
    trail.point(at(0), 0)
    trail.point(at(10), 600)
    const pieces = trail.pieces(600)
    expect(pieces.map(({ from, to }) => [from.x, to.x])).toEqual([
      [0, 0],
      [0, 10],
    ])
    expect(pieces[0]?.strength).toBeCloseTo(0.5)
    expect(pieces[1]?.strength).toBe(1)
    expect(trail.pieces(trailTime)).toHaveLength(1)
    expect(trail.pieces(600 + trailTime)).toEqual([])
  })

  it('PEOPLE-37: what is drawn after lifting is another stroke', () => {
    const trail = createLaserTrail()
    trail.point(at(0), 0)
    trail.point(undefined, 10)
    trail.point(at(100), 20)
    trail.point(at(110), 30)
    expect(trail.pieces(30).map(({ from, to }) => [from.x, to.x])).toEqual([
      [0, 0],
      [100, 100],
      [100, 110],
    ])
  })

  it('PEOPLE-37: a laser that rests goes out', () => {
    const trail = createLaserTrail()
    for (let now = 0; now < 3 * trailTime; now += 50) trail.point(at(5), now)
    expect(trail.pieces(3 * trailTime)).toEqual([])
  })
})
