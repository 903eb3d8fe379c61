import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { begin, interrupt } from '../../../scripts/standIns/journeys.mjs'
import { interpolate, interpolateZoom } from '../../../scripts/standIns/viewPaths.mjs'

let now = 0
let waiting = new Map<number, () => void>()
let asked = 0

beforeEach(() => {
  now = 0
  waiting = new Map()
  vi.spyOn(performance, 'now').mockImplementation(() => now)
  vi.stubGlobal('requestAnimationFrame', (act: () => void) => {
    asked += 1
    waiting.set(asked, act)
    return asked
  })
  vi.stubGlobal('cancelAnimationFrame', (frame: number) => waiting.delete(frame))
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

/** Draws frames, one every 16 milliseconds, for as long as is said. */
function draw(milliseconds: number): void {
  for (const end = now + milliseconds; now < end;) {
    now += 16
    const frames = waiting
    waiting = new Map()
    for (const act of frames.values()) act()
  }
}

/** Starts a journey at the node and gives what it tells, in order. */
function follow(node: object, duration: number): readonly string[] {
  const told: string[] = []
  begin(
    {
      duration,
      ease: (part) => part * part,
      listeners: (['start', 'interrupt', 'end'] as const).map((type) => [type, () => void told.push(type)]),
      tweens: [
        () => {
          told.push('tween')
          return (part) => void told.push(part.toFixed(2))
        },
      ],
    },
    node,
    [],
  )
  return told
}

test('PAGE-13: a journey of the view starts at its first frame, goes by its ease and ends at its end', () => {
  const told = follow({}, 160)
  expect(told).toEqual([])
  draw(400)
  expect(told.slice(0, 3)).toEqual(['start', 'tween', '0.01'])
  expect(told.slice(-2)).toEqual(['1.00', 'end'])
  expect(told.filter((word) => word === 'end')).toHaveLength(1)
  const parts = told.slice(2, -1).map(Number)
  expect(parts).toEqual(parts.toSorted((a, b) => a - b))
  expect(parts.length).toBeGreaterThan(5)
})

test('PAGE-13: the hand, and a later journey, end the one that is on its way; one that waits goes without a word', () => {
  const node = {}
  const first = follow(node, 1000)
  draw(100)
  const second = follow(node, 1000)
  expect(first).not.toContain('interrupt')
  draw(100)
  expect(first.at(-1)).toBe('interrupt')
  expect(second[0]).toBe('start')
  const count = first.length
  interrupt(node)
  expect(second.at(-1)).toBe('interrupt')
  const third = follow(node, 1000)
  interrupt(node)
  draw(2000)
  expect(third).toEqual([])
  expect(first).toHaveLength(count)
  expect(second.at(-1)).toBe('interrupt')
})

test('PAGE-13: the way from one view to another is that of d3-interpolate, whose place it takes', () => {
  const way = interpolateZoom([0, 0, 1000], [3000, 400, 250])
  // Taken from d3-interpolate 3.0.1.
  const expected = [
    [0, [0, 0, 1000]],
    [0.25, [691.1791749791022, 92.15722333054696, 2698.2812570134306]],
    [0.5, [2400, 320, 2472.326839234652]],
    [0.75, [2944.9000767144594, 392.6533435619279, 860.4141770836759]],
    [1, [3000, 400, 250]],
  ] as const
  for (const [part, view] of expected)
    way(part).forEach((value, index) => expect(value).toBeCloseTo(view[index] ?? NaN, 6))
  expect(interpolateZoom([5, 6, 1000], [5, 6, 10])(0.5)[2]).toBeCloseTo(100, 6)
  expect(interpolate([0, 10], [4, 20])(0.25)).toEqual([1, 12.5])
})

test('PAGE-13: of two journeys asked for before the first frame, the later one is made', () => {
  const node = {}
  const [first, second] = [follow(node, 160), follow(node, 160)]
  draw(400)
  expect(first).not.toContain('end')
  expect(second.at(-1)).toBe('end')
})
