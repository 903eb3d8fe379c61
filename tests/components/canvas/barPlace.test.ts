import { describe, expect, it } from 'vitest'
import {
  dockPlace,
  nextDock,
  placeBar,
  placeQuestion,
  type BarSurroundings,
  type QuestionSurroundings,
} from '../../../components/canvas/barPlace'
import { overlaps, type Rect } from '../../../lib/geometry/rect'

const size = { width: 300, height: 40 }
const air = 20
const free: Rect = { x: 70, y: 76, width: 1000, height: 750 }
const element: Rect = { x: 500, y: 400, width: 100, height: 34 }
const plain: BarSurroundings = { bounds: element, free, own: [element], panels: [], badges: [], others: [] }

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

  it('CANVAS-8: stays near what is selected beside, above or below the inspector, and never covers that', () => {
    const whole: Rect = { x: 70, y: 76, width: 1354, height: 750 }
    const low: Rect = { x: 1240, y: 600, width: 120, height: 34 }
    const panel: Rect = { x: 1128, y: 64, width: 300, height: 480 }
    const under = barOf({ bounds: low, own: [low], free: whole, panels: [panel] })
    expect(overlaps(under, panel)).toBe(false)
    expect(overlaps(under, low)).toBe(false)
    expect(under.x + under.width).toBeGreaterThan(low.x)

    // At the rim of it: beside the element, not far above it.
    const rim: Rect = { x: 1000, y: 300, width: 120, height: 34 }
    const beside = barOf({ bounds: rim, own: [rim], free: whole, panels: [panel] })
    expect(overlaps(beside, panel)).toBe(false)
    expect(rim.x - beside.x - beside.width).toBeLessThanOrEqual(air)
    expect(Math.abs(beside.y - rim.y)).toBeLessThanOrEqual(100)

    // All of the column is taken: left of it.
    const high = { ...panel, height: 762 }
    const left = barOf({ bounds: low, own: [low], free: whole, panels: [high] })
    expect(overlaps(left, high)).toBe(false)
    expect(left.x + left.width).toBeGreaterThan(panel.x - 20)
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

describe('placeQuestion', () => {
  const card = { width: 330, height: 160 }
  const from: Rect = { x: 340, y: 230, width: 110, height: 40 }
  const to: Rect = { x: 840, y: 230, width: 120, height: 40 }
  const link: QuestionSurroundings = {
    bounds: { x: 340, y: 230, width: 620, height: 40 },
    target: to,
    beyond: 'right',
    free: { x: 68, y: 76, width: 1040, height: 756 },
    own: [from, to],
    panels: [],
    badges: [],
    others: [],
  }
  const cardOf = (surroundings: Partial<QuestionSurroundings>): Rect => ({
    ...placeQuestion(card, { ...link, ...surroundings }, 14),
    ...card,
  })

  it('CANVAS-8: stands beyond the arrowhead where there is room', () => {
    expect(cardOf({ free: { ...link.free, width: 1400 } })).toMatchObject({ x: 974, y: 170 })
  })

  it('CANVAS-13: gives way to the inspector and to the legend of a look at once', () => {
    const whole: Rect = { x: 70, y: 76, width: 1360, height: 756 }
    const inspector: Rect = { x: 1128, y: 64, width: 300, height: 480 }
    const legend: Rect = { x: 172, y: 700, width: 700, height: 188 }
    for (const x of [300, 700, 1000]) {
      for (const y of [80, 400, 640, 690, 760]) {
        const low: Rect = { x, y, width: 110, height: 40 }
        const bar = barOf({ bounds: low, own: [low], free: whole, panels: [inspector, legend] })
        for (const panel of [inspector, legend]) expect(overlaps(bar, panel)).toBe(false)
      }
    }
  })

  it('CANVAS-8: else at another side, between the panels, and covers no element', () => {
    const below: Rect = { x: 840, y: 300, width: 120, height: 40 }
    for (const others of [[], [below], [below, { ...below, y: 120 }]]) {
      const { free } = link
      const place = cardOf({ others })
      expect(place.y).toBeGreaterThanOrEqual(free.y)
      expect(place.x + place.width).toBeLessThanOrEqual(free.x + free.width)
      for (const box of [from, to, ...others]) expect(overlaps(place, box)).toBe(false)
    }
  })
})

describe('nextDock', () => {
  const card = { width: 366, height: 190 }
  const room: BarSurroundings = { ...plain, free: { x: 12, y: 64, width: 366, height: 644 } }
  const low: Rect = { x: 100, y: 600, width: 120, height: 40 }
  const high: Rect = { x: 100, y: 90, width: 120, height: 40 }

  it('CANVAS-8: on a phone the question stands at the foot, or at the head where it covers less', () => {
    expect(nextDock(undefined, card, { ...room, own: [high] })).toBe('foot')
    expect(nextDock(undefined, card, { ...room, own: [], others: [low] })).toBe('head')
    expect(nextDock(undefined, card, { ...room, own: [], others: [low, high] })).toBe('foot')
    expect(dockPlace('foot', card, room)).toEqual({ x: 12, y: 518 })
  })

  it('CANVAS-8: it leaves its place only where it would cover its link, and need not', () => {
    expect(nextDock('foot', card, { ...room, own: [], others: [low] })).toBe('foot')
    expect(nextDock('foot', card, { ...room, own: [low] })).toBe('head')
    expect(nextDock('foot', card, { ...room, own: [low, high] })).toBe('foot')
    expect(nextDock('head', card, { ...room, own: [low] })).toBe('head')
  })
})
