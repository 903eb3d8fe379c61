import { describe, expect, it } from 'vitest'
import { detailAt, hintScale, markGrowth } from '../../../lib/gesture/detail'

describe('detailAt', () => {
  it('VIEW-9: everything at the scales at which it can be read, on small and large maps', () => {
    for (const count of [10, 60, 61, 1000]) {
      expect(detailAt(1, count)).toBe('full')
      expect(detailAt(0.6, count)).toBe('full')
    }
  })

  it('VIEW-9: on a small map names and signs are set larger further out, down to where boxes hold no letters', () => {
    expect([0.55, 0.4, 0.25].map((zoom) => detailAt(zoom, 25))).toEqual(['hints', 'hints', 'hints'])
    expect([0.24, 0.19].map((zoom) => detailAt(zoom, 25))).toEqual(['names', 'names'])
    expect(detailAt(0.17, 25)).toBe('blocks')
  })

  it('VIEW-9: on a large one marks, then letters, are left out', () => {
    expect(detailAt(0.55, 61)).toBe('full')
    expect(detailAt(0.4, 61)).toBe('plain')
    expect(detailAt(0.29, 61)).toBe('blocks')
  })
})

describe('hintScale', () => {
  it('VIEW-9: goes by steps below the scale, so that a zoom does not set names anew in every frame', () => {
    const steps = new Set<number | undefined>()
    for (let zoom = 0.2; zoom < 0.57; zoom += 0.001) {
      const scale = hintScale(zoom, 20) ?? 0
      expect(scale).toBeLessThanOrEqual(zoom + 1e-3)
      expect(scale).toBeGreaterThan(zoom * 0.8)
      steps.add(scale)
    }
    expect(steps.size).toBeLessThanOrEqual(12)
    expect(hintScale(1, 20)).toBeUndefined()
    expect(hintScale(0.4, 61)).toBeUndefined()
  })

  it('VIEW-9: signs keep their size on the screen, and are never smaller than on the map', () => {
    expect(markGrowth(0.25) * 0.25).toBeCloseTo(markGrowth(0.4) * 0.4)
    expect(markGrowth(1)).toBe(1)
  })
})
