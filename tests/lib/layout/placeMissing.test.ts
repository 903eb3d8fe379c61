import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unite } from '@/lib/geometry/rect'
import { findPlaces, placeMissing } from '@/lib/layout/placeMissing'
import { fromWeftMap } from '@/lib/model/mapFile'
import type { WeftMap } from '@/lib/model/weftMap'
import { boxesOf, countOverlaps, mapOf, placesOf, randomMap } from './arranging'

const ring = (count: number) => Array.from({ length: count }, (_, index) => [index, (index + 1) % count] as const)
const named = (count: number) => Array.from({ length: count }, (_, index) => `Variable ${index}`)

describe('a map without places', () => {
  it('LAYOUT-1: every element gets a place and no two boxes overlap', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 0, max: 70 }),
        fc.nat(),
        (elements, links, seed) => {
          expect(countOverlaps(placeMissing(randomMap(elements, links, seed)))).toBe(0)
        },
      ),
      { numRuns: 15 },
    )
  })

  it.each([
    ['a star', 30, Array.from({ length: 29 }, (_, index) => [0, index + 1] as const)],
    ['a ring', 24, ring(24)],
    ['everyone with everyone', 14, Array.from({ length: 14 * 14 }, (_, i) => [i % 14, Math.floor(i / 14)] as const)],
    ['a chain', 40, ring(40).slice(0, 39)],
    ['many pairs', 40, Array.from({ length: 20 }, (_, index) => [index * 2, index * 2 + 1] as const)],
    ['no links', 50, []],
    [
      'self-loops and parallel links',
      3,
      [
        [0, 0],
        [0, 1],
        [0, 1],
        [1, 0],
        [2, 2],
      ] as const,
    ],
  ])('LAYOUT-1: %s comes out without overlaps', (_, count, links) => {
    const map = placeMissing(mapOf(named(count), links))
    expect(boxesOf(map).size).toBe(count)
    expect(countOverlaps(map)).toBe(0)
  })

  it('LAYOUT-2: the same map gets the same places, in whatever order its records stand', () => {
    const map = randomMap(20, 30, 7)
    const turned = {
      ...map,
      elements: Object.fromEntries(Object.entries(map.elements).reverse()),
      links: Object.fromEntries(Object.entries(map.links).reverse()),
    } as WeftMap
    expect(placeMissing(map)).toEqual(placeMissing(map))
    expect(placesOf(placeMissing(turned))).toEqual(placesOf(placeMissing(map)))
  })

  it('LAYOUT-3: the whole lies rather wider than tall', () => {
    for (const seed of [1, 2, 3]) {
      const bounds = unite(boxesOf(placeMissing(randomMap(30, 40, seed))).values())
      const ratio = (bounds?.width ?? 0) / (bounds?.height ?? 1)
      expect(ratio).toBeGreaterThan(0.9)
      expect(ratio).toBeLessThan(2.8)
    }
  })

  it('LAYOUT-4: linked elements are nearer to each other than others are', () => {
    const links = ring(12)
    const places = placesOf(placeMissing(mapOf(named(12), links)))
    const distance = (a: number, b: number): number => {
      const [one, other] = [places[`e${a}`] ?? [], places[`e${b}`] ?? []]
      return Math.hypot((one[0] ?? 0) - (other[0] ?? 0), (one[1] ?? 0) - (other[1] ?? 0))
    }
    const linked = links.map(([a, b]) => distance(a, b))
    expect(Math.max(...linked)).toBeLessThan(distance(0, 6))
  })

  it('LAYOUT-5: groups stand side by side, elements without links in rows below', () => {
    const places = placesOf(
      placeMissing(
        mapOf(named(12), [
          [0, 1],
          [1, 2],
          [3, 4],
          [4, 5],
        ]),
      ),
    )
    const heights = (ids: readonly number[]) => ids.map((id) => places[`e${id}`]?.[1] ?? 0)
    const alone = heights([6, 7, 8, 9, 10, 11])
    expect(Math.min(...alone)).toBeGreaterThan(Math.max(...heights([0, 1, 2, 3, 4, 5])))
    expect(new Set(alone).size).toBeLessThan(alone.length)
  })

  it('LAYOUT-6: 5,000 elements and 8,000 links come out without overlaps', () => {
    const map = randomMap(5_000, 8_000, 3)
    const placed = placeMissing(map)
    expect(countOverlaps(placed)).toBe(0)
  })
})

describe('a map with some places', () => {
  it('LAYOUT-7: elements with a place stay, the others come near those they are linked with', () => {
    const board = { e0: [0, 0], e1: [400, 0], e2: [200, 300] }
    const map = placeMissing(
      mapOf(
        named(6),
        [
          [0, 3],
          [3, 1],
          [2, 4],
        ],
        board,
      ),
    )
    expect(placesOf(map)).toMatchObject(board)
    expect(countOverlaps(map)).toBe(0)
    const [x = 0, y = 0] = placesOf(map)['e3'] ?? []
    expect(Math.hypot(x - 200, y)).toBeLessThan(200)
    const [, below = 0] = placesOf(map)['e5'] ?? []
    expect(below).toBeGreaterThan(300)
  })

  it('LAYOUT-7: new elements find room even where it is crowded', () => {
    const board = Object.fromEntries(
      Array.from({ length: 100 }, (_, i) => [`e${i}`, [(i % 10) * 150, Math.floor(i / 10) * 60]]),
    )
    const links = Array.from({ length: 20 }, (_, index) => [44, 100 + index] as const)
    const map = placeMissing(mapOf(named(130), links, board))
    expect(placesOf(map)).toMatchObject(board)
    expect(countOverlaps(map)).toBe(0)
  })

  it('LAYOUT-7: nothing lands in a frame that is there, so that it does not become a part of it', () => {
    const map = mapOf(named(2), [[0, 1]], { e0: [0, 0], f: [0, 300, 600, 400] })
    const framed = {
      ...map,
      elements: { ...map.elements, f: { kind: 'frame', label: 'Zone', description: '' } },
    } as WeftMap
    const placed = placeMissing(framed)
    const [x = 0, y = 0] = placesOf(placed)['e1'] ?? []
    expect(Math.abs(x) < 300 && Math.abs(y - 300) < 200).toBe(false)
  })

  it('LAYOUT-8: a map in which nothing is missing comes back as it is', () => {
    const map = mapOf(named(2), [[0, 1]], { e0: [0, 0], e1: [3, 3] })
    expect(placeMissing(map)).toBe(map)
    expect(findPlaces(fromWeftMap(map)).size).toBe(0)
    expect(placeMissing(mapOf([], []))).toEqual(mapOf([], []))
  })
})
