import { describe, expect, it } from 'vitest'
import { layoutRadar, radarMetrics, type RadarAxis } from '../../../lib/geometry/radar'

const { radius } = radarMetrics
const axis = (value: number | undefined, name = 'Trust'): RadarAxis => ({ name, values: [value], range: [1, 5] })

describe('a radar picture', () => {
  it('ROUND-77: has its first axis upwards and a value as far out as its share of the most', () => {
    const { centre, shapes, rings, spokes } = layoutRadar([axis(5), axis(2.5), axis(1), axis(5)], 5)
    const at = (x: number, y: number) => ({
      x: expect.closeTo(centre.x + x * radius, 9),
      y: expect.closeTo(centre.y + y * radius, 9),
    })
    expect(shapes).toEqual([[at(0, -1), at(0.5, 0), at(0, 0.2), at(-1, 0)]])
    expect(rings).toHaveLength(5)
    expect(rings[4]?.[1]).toEqual(at(1, 0))
    expect(spokes[1]?.range).toEqual([at(0.2, 0), at(1, 0)])
    expect(spokes.map(({ anchor }) => anchor)).toEqual(['middle', 'start', 'middle', 'end'])
  })

  it('ROUND-77: leaves out what has no value, and draws nothing of nothing', () => {
    expect(layoutRadar([axis(3), axis(undefined), axis(4)], 5).shapes[0]).toHaveLength(2)
    expect(layoutRadar([], 5)).toMatchObject({ spokes: [], shapes: [] })
  })

  it('ROUND-77: keeps names clear of the picture and within its page', () => {
    const names = [
      'A shared goal',
      'Shared measures',
      'Work that adds up',
      'Steady talk',
      'A team that holds us together',
    ]
    const { spokes, size, centre } = layoutRadar(
      names.map((name) => axis(3, name)),
      5,
    )
    for (const { lines, at, anchor } of spokes) {
      expect(at.y).toBeGreaterThan(0)
      expect(at.y + lines.length * radarMetrics.lineHeight).toBeLessThan(size.height + radarMetrics.lineHeight)
      if (anchor === 'start') expect(at.x + radarMetrics.labelWidth).toBeLessThanOrEqual(size.width)
      if (anchor === 'end') expect(at.x - radarMetrics.labelWidth).toBeGreaterThanOrEqual(0)
    }
    expect(spokes[0]?.at.y).toBeLessThan(centre.y - radius)
  })
})
