import { describe, expect, it } from 'vitest'
import { placeBar, type BarSurroundings } from '../../../components/canvas/barPlace'
import { overlaps, type Rect } from '../../../lib/geometry/rect'

const size = { width: 300, height: 40 }
const air = 20
const free: Rect = { x: 70, y: 76, width: 1000, height: 750 }
const element: Rect = { x: 500, y: 400, width: 100, height: 34 }
const plain: BarSurroundings = { bounds: element, free, own: [element], badges: [], others: [] }

const barOf = (surroundings: Partial<BarSurroundings>): Rect => ({
  ...placeBar(size, { ...plain, ...surroundings }, air),
  ...size,
})

describe('placeBar', () => {
  it('CANVAS-8: stands above the middle of what is selected', () => {
    expect(barOf({})).toEqual({ x: 400, y: 340, ...size })
  })

  it('CANVAS-8: stands below where a badge or another element is above', () => {
    const above: Rect = { x: 520, y: 340, width: 44, height: 44 }
    for (const surroundings of [{ badges: [above] }, { others: [above] }]) {
      expect(barOf(surroundings).y).toBe(454)
    }
  })

  it('CANVAS-8: goes aside where something is above and below', () => {
    const badges: readonly Rect[] = [
      { x: 560, y: 340, width: 44, height: 44 },
      { x: 560, y: 450, width: 44, height: 44 },
    ]
    const bar = barOf({ badges })
    for (const badge of [...badges, element]) expect(overlaps(bar, badge)).toBe(false)
  })

  it('CANVAS-8: covers neither end of a selected link, nor its badge', () => {
    const from: Rect = { x: 480, y: 280, width: 120, height: 34 }
    const to: Rect = { x: 470, y: 560, width: 120, height: 34 }
    const bounds: Rect = { x: 530, y: 320, width: 40, height: 236 }
    const bar = barOf({ bounds, own: [from, to, bounds] })
    for (const box of [from, to, bounds]) expect(overlaps(bar, box)).toBe(false)
  })

  it('CANVAS-8: stays between the panels, and covers rather what else there is than what is selected', () => {
    const high: Rect = { x: 900, y: 80, width: 160, height: 34 }
    const bar = barOf({ bounds: high, own: [high], others: [{ x: 700, y: 130, width: 400, height: 100 }] })
    expect(bar.x + bar.width).toBeLessThanOrEqual(free.x + free.width)
    expect(bar.y).toBeGreaterThanOrEqual(free.y)
    expect(overlaps(bar, high)).toBe(false)
  })

  it('CANVAS-8: where all is selected up to the rims it stays on the screen', () => {
    const own = Array.from({ length: 40 }, (_, index) => ({
      x: 80 + (index % 8) * 120,
      y: 80 + Math.floor(index / 8) * 150,
      width: 100,
      height: 100,
    }))
    const bar = barOf({ bounds: { ...free, x: 80, y: 80 }, own })
    expect(bar.y).toBeGreaterThanOrEqual(free.y)
    expect(bar.y + bar.height).toBeLessThanOrEqual(free.y + free.height)
  })
})
