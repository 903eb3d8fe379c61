import { describe, expect, it } from 'vitest'
import type { ElementId } from '@/lib/base/ids'
import { overlaps, rectAround, type Rect } from '@/lib/geometry/rect'
import { sizeOf } from '@/lib/geometry/elementLayout'
import { arrangeMap } from '@/lib/layout/arrangeMap'
import { arrangeStyles } from '@/lib/layout/arrangeStyle'
import { findOrder } from '@/lib/layout/arrangeColumns'
import { findHiddenLinks } from '@/lib/layout/findHiddenLinks'
import { placeMissing } from '@/lib/layout/placeMissing'
import { isConvex } from '@/lib/layout/roundLoops'
import { fromWeftMap } from '@/lib/model/mapFile'
import type { MapView } from '@/lib/model/mapView'
import { boardView, type Position } from '@/lib/model/position'
import { firstSeed, seedCount } from '../../helpers/seeds'
import { elements, testView } from '../../helpers/testMap'
import { mapOf, randomMap } from './arranging'

/** A reinforcing ring of four, one of three that shares a link with it, and a cause outside. */
const twoLoops = testView({
  elements: { a: {}, b: {}, c: {}, d: {}, e: {}, out: {} },
  links: {
    ab: { from: 'a', to: 'b' },
    bc: { from: 'b', to: 'c' },
    cd: { from: 'c', to: 'd' },
    da: { from: 'd', to: 'a' },
    be: { from: 'b', to: 'e' },
    ea: { from: 'e', to: 'a' },
    oa: { from: 'out', to: 'a' },
  },
})
const loops = [elements('a', 'b', 'c', 'd'), elements('a', 'b', 'e')]

type Places = ReadonlyMap<ElementId, Position>
const at = (places: Places, id: string): Position => places.get(id as ElementId) ?? { x: NaN, y: NaN }
function rects(view: MapView, places: Places): readonly (readonly [string, Rect])[] {
  return [...view.elements.values()].flatMap((element) => {
    const place = places.get(element.id) ?? view.positions.get(boardView)?.get(element.id)
    return place === undefined ? [] : [[element.id, rectAround(place, sizeOf(element, place))] as const]
  })
}
function crowded(view: MapView, places: Places): readonly string[] {
  const all = rects(view, places)
  return all.flatMap(([id, rect], index) =>
    all.slice(index + 1).flatMap(([other, its]) => (overlaps(rect, its) ? [`${id} on ${other}`] : [])),
  )
}
/** The loop's elements as `isConvex` wants them. */
const round = (places: Places, loop: readonly ElementId[]): boolean =>
  isConvex(
    loop.map((id) => ({ id, width: 0, height: 0, ...at(places, id) })),
    loop.map((_, index) => index),
  )
/** Positive if one who goes round goes clockwise on the screen. */
const turn = (places: Places, loop: readonly ElementId[]): number =>
  loop.reduce((sum, id, index) => {
    const [a, b] = [at(places, id), at(places, loop[(index + 1) % loop.length] ?? id)]
    return sum + a.x * b.y - b.x * a.y
  }, 0)

describe('arranging a map', () => {
  it('LAYOUT-11: loops read as circles, the first one clockwise', () => {
    const places = arrangeMap(twoLoops, { style: 'loops', loops })
    for (const loop of loops) expect(round(places, loop)).toBe(true)
    expect(turn(places, loops[0] ?? [])).toBeGreaterThan(0)
  })

  it('LAYOUT-12: causes are left of their effects where no loop forbids it', () => {
    const chain = testView({
      elements: { a: {}, b: {}, c: {}, d: {} },
      links: {
        ab: { from: 'a', to: 'b' },
        ac: { from: 'a', to: 'c' },
        bd: { from: 'b', to: 'd' },
        cd: { from: 'c', to: 'd' },
      },
    })
    const places = arrangeMap(chain, { style: 'order' })
    for (const [from, to] of ['ab', 'ac', 'bd', 'cd'])
      expect(at(places, from ?? '').x).toBeLessThan(at(places, to ?? '').x)
  })

  it('LAYOUT-22: many columns make a picture that fills a screen, and what follows stays right of what it follows from', () => {
    const names = Array.from({ length: 18 }, (_, index) => `what people do ${index}`)
    const steps = names.slice(1).map((_, index) => [index, index + 1] as const)
    const others = [
      [2, 13],
      [6, 0],
      [13, 14],
      [9, 4],
      [7, 17],
      [3, 10],
    ] as const
    const view = fromWeftMap(placeMissing(mapOf(names, [...steps, ...others])))
    const places = arrangeMap(view, { style: 'order' })
    expect(crowded(view, places)).toEqual([])
    const all = rects(view, places).map(([, rect]) => rect)
    const width = Math.max(...all.map((rect) => rect.x + rect.width)) - Math.min(...all.map((rect) => rect.x))
    const height = Math.max(...all.map((rect) => rect.y + rect.height)) - Math.min(...all.map((rect) => rect.y))
    // Whole on a laptop at 70 %; side by side, these columns take 4,000 units.
    expect(width).toBeLessThan(1_340 / 0.7)
    expect(height).toBeLessThan(756 / 0.7)
    const back = [...steps, ...others].filter(([from, to]) => at(places, `e${from}`).x >= at(places, `e${to}`).x)
    expect(back.length).toBeLessThanOrEqual(2)
  })

  it('LAYOUT-12: many are put in an order in which no link of a map without loops goes back', () => {
    const edges = [
      [3, 1, 0],
      [1, 0, 0],
      [3, 2, 0],
      [2, 0, 0],
    ] as const
    const order = findOrder(4, edges)
    for (const [from, to] of edges) expect(order.indexOf(from)).toBeLessThan(order.indexOf(to))
  })

  it.each(arrangeStyles)(
    'LAYOUT-13: by %s, no two elements overlap, and the same map gets the same places',
    (style) => {
      for (let seed = firstSeed(); seed < firstSeed() + seedCount(2); seed += 1) {
        const view = fromWeftMap(placeMissing(randomMap(14, 20, seed)))
        const places = arrangeMap(view, { style, loops: [] })
        expect(crowded(view, places), `seed ${seed}`).toEqual([])
        expect(places.size).toBe(14)
        const other = {
          ...view,
          elements: new Map([...view.elements].reverse()),
          links: new Map([...view.links].reverse()),
        }
        expect(arrangeMap(other, { style, loops: [] }), `seed ${seed}`).toEqual(places)
      }
    },
  )

  it('LAYOUT-14: only what is asked for moves, around its own middle, and covers nothing that stays', () => {
    const view = testView({
      elements: { a: {}, b: {}, c: {}, stays: {}, locked: { locked: true } },
      links: { ab: { from: 'a', to: 'b' }, bc: { from: 'b', to: 'c' }, ca: { from: 'c', to: 'a' } },
      positions: { a: [0, 0], b: [200, 0], c: [400, 0], stays: [200, 30], locked: [900, 900] },
    })
    const places = arrangeMap(view, { style: 'force', only: new Set(elements('a', 'b', 'c', 'locked')) })
    expect([...places.keys()].toSorted()).toEqual(['a', 'b', 'c'])
    expect(crowded(view, places)).toEqual([])
    const middle = ['a', 'b', 'c'].reduce((sum, id) => sum + at(places, id).x / 3, 0)
    expect(Math.abs(middle - 200)).toBeLessThan(400)
  })

  it('LAYOUT-14: a part is turned so that its links to what stays do not cross', () => {
    for (const [upper, lower] of [
      ['b', 'c'],
      ['c', 'b'],
    ] as const) {
      const view = testView({
        elements: { a: {}, b: {}, c: {}, up: {}, down: {} },
        links: {
          ab: { from: 'a', to: 'b' },
          ac: { from: 'a', to: 'c' },
          toUp: { from: upper, to: 'up' },
          toDown: { from: lower, to: 'down' },
        },
        positions: { a: [0, 0], b: [200, 0], c: [200, 90], up: [900, -200], down: [900, 200] },
      })
      const places = arrangeMap(view, { style: 'order', only: new Set(elements('a', 'b', 'c')) })
      expect(at(places, upper).y, `${upper} above`).toBeLessThan(at(places, lower).y)
    }
  })

  it('LAYOUT-14: links of a part to what stays run behind no element where that can be helped', () => {
    for (let seed = firstSeed(); seed < firstSeed() + seedCount(2); seed += 1) {
      const view = fromWeftMap(placeMissing(randomMap(20, 26, seed)))
      const only = new Set([...view.elements.keys()].slice(0, 8))
      const places = arrangeMap(view, { style: 'force', only })
      const after = new Map([...(view.positions.get(boardView) ?? []), ...places])
      const hidden = findHiddenLinks({ ...view, positions: new Map([[boardView, after]]) })
      expect(hidden.length, `seed ${seed}`).toBeLessThanOrEqual(findHiddenLinks(view).length + 2)
      expect(crowded(view, places), `seed ${seed}`).toEqual([])
      expect([...places.keys()].every((id) => only.has(id))).toBe(true)
    }
  })

  it('LAYOUT-15: frames keep what they hold and fit it; a note stays beside what it stood by', () => {
    const view = testView({
      elements: {
        a: {},
        b: {},
        c: {},
        f: { kind: 'frame', label: 'Homes' },
        n: { kind: 'note', label: 'Ask' },
      },
      links: { ab: { from: 'a', to: 'b' }, bc: { from: 'b', to: 'c' } },
      positions: { f: [0, 0, 600, 400], a: [-100, 0], b: [100, 0], c: [900, 0], n: [900, 120] },
    })
    const places = arrangeMap(view, { style: 'order' })
    const frame = at(places, 'f')
    const inside = rectAround(frame, { width: frame.width ?? 0, height: frame.height ?? 0 })
    for (const id of ['a', 'b']) {
      const { x, y } = at(places, id)
      expect(x).toBeGreaterThan(inside.x)
      expect(x).toBeLessThan(inside.x + inside.width)
      expect(y).toBeGreaterThan(inside.y)
      expect(y).toBeLessThan(inside.y + inside.height)
    }
    expect(at(places, 'c').x).toBeGreaterThan(inside.x + inside.width)
    const [note, host] = [at(places, 'n'), at(places, 'c')]
    expect(Math.hypot(note.x - host.x, note.y - host.y)).toBeLessThan(250)
  })

  it('LAYOUT-14: a map of which everything is locked stays as it is', () => {
    const view = testView({
      elements: { a: { locked: true }, b: { locked: true } },
      links: { ab: { from: 'a', to: 'b' } },
    })
    expect(arrangeMap(view, { style: 'force' }).size).toBe(0)
  })
})
