import { describe, expect, it } from 'vitest'
import { toCausalGraph } from '@/lib/analysis/causalGraph'
import { findIndependentLoops } from '@/lib/analysis/independentLoops'
import { loopsToDraw } from '@/lib/analysis/loopsToDraw'
import type { ElementId } from '@/lib/base/ids'
import { convexHull, isInHull } from '@/lib/geometry/hull'
import type { Rect } from '@/lib/geometry/rect'
import { computeScene } from '@/lib/geometry/scene'
import { arrangeMap } from '@/lib/layout/arrangeMap'
import { countRounds, isTooDense } from '@/lib/layout/countRounds'
import { findHiddenLinks } from '@/lib/layout/findHiddenLinks'
import { fromWeftMap } from '@/lib/model/mapFile'
import type { MapView } from '@/lib/model/mapView'
import { boardView, type Position } from '@/lib/model/position'
import { templateNames } from '@/lib/protocol/api'
import { buildTemplate } from '@/lib/templates/buildTemplate'
import texts from '@/messages/en/templates.json'
import { elements, testView } from '../../helpers/testMap'
import { readabilityOf, type Readability } from './readability'

function translate(key: string): string {
  return key.split('.').reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], texts) as string
}

/** A map from ways such as `a b c a`, whose labels are as wide as people's. */
function drawn(...ways: readonly string[]): MapView {
  const pairs = ways.flatMap((way) => {
    const stops = way.split(' ')
    return stops.slice(1).map((to, at) => [stops[at] ?? '', to] as const)
  })
  const ids = [...new Set(ways.flatMap((way) => way.split(' ')))]
  return testView({
    elements: Object.fromEntries(ids.map((id) => [id, { label: `Amount of ${id}` }])),
    links: Object.fromEntries(pairs.map(([from, to]) => [`${from}-${to}`, { from, to }])),
  })
}

/** The loops that are to be circles, as the page asks for them. */
function loopsOf(view: MapView): readonly (readonly ElementId[])[] {
  const graph = toCausalGraph(view)
  return findIndependentLoops(graph)
    .loops.map((arcs) => Array.from(arcs, (arc) => graph.variables[graph.from[arc] ?? 0] as ElementId))
    .toSorted((a, b) => a.length - b.length || (a.join() < b.join() ? -1 : 1))
}

/** Links that run behind an element that is not one of their ends. */
function hiddenLinks(view: MapView, places: ReadonlyMap<ElementId, Position>): readonly string[] {
  const after = new Map(view.positions.get(boardView))
  for (const [id, place] of places) after.set(id, { ...after.get(id), ...place })
  return findHiddenLinks({ ...view, positions: new Map([[boardView, after]]) })
}

/** Of several maps together. */
function total(seen: readonly Readability[]): Readability {
  const sum = (of: (one: Readability) => number): number => seen.reduce((all, one) => all + of(one), 0)
  return {
    hidden: sum(({ hidden }) => hidden),
    crossings: sum(({ crossings }) => crossings),
    struckSigns: sum(({ struckSigns }) => struckSigns),
  }
}

const long = 'fish landings profit power influence state consent quota fish'
const around = [
  'weather spread',
  'advice state',
  'rivals consent',
  'gear jobs',
  'predators fish',
  'landings jobs taxes',
  'profit taxes budget',
]
const inner = ['fish landings ratio fish', 'fish spread quota fish', 'quota effort fish', 'landings export profit']

describe('loops as circles on a map whose loops share links', () => {
  it('LAYOUT-16: most of the loops that were to be circles are seen as such', () => {
    const view = drawn(long, ...inner, 'spread state', 'effort landings', 'fish yield ratio', ...around)
    const loops = loopsOf(view)
    expect(loops.length).toBeGreaterThan(6)
    const { asked, round } = countRounds(arrangeMap(view, { style: 'loops', loops }), loops)
    expect(round).toBeGreaterThanOrEqual(asked - 2)
  })

  it('LAYOUT-16: no link runs behind an element that it does not belong to', () => {
    const view = drawn(long, ...inner, 'spread effort landings', 'spread state', ...around)
    expect(hiddenLinks(view, arrangeMap(view, { style: 'loops', loops: loopsOf(view) }))).toEqual([])
  })

  it.each(templateNames)(
    'LAYOUT-16: in the template "%s" none does, notes and links that people bent included',
    (name) => {
      const view = fromWeftMap(buildTemplate(name, translate))
      const loops = loopsToDraw(view, () => false)
      const places = arrangeMap(view, { style: 'loops', loops })
      expect(hiddenLinks(view, places)).toEqual([])
      const { asked, round } = countRounds(places, loops)
      expect(round).toBe(asked)
    },
  )

  it('LAYOUT-16: the buses of the template are two circles beside each other, with room between neighbours', () => {
    const view = fromWeftMap(buildTemplate('causal-loop', translate))
    const loops = loopsToDraw(view, () => false)
    const places = arrangeMap(view, { style: 'loops', loops })
    const [two, ...circles] = loops.toSorted((a, b) => a.length - b.length)
    expect(two).toHaveLength(2)
    const shapes = computeScene({ ...view, positions: new Map([[boardView, places]]) }, boardView).elements
    for (const circle of circles) {
      const centres = circle.flatMap((id) => places.get(id) ?? [])
      const inside = [...places.keys()].filter((id) => !circle.includes(id) && isInHull(convexHull(centres), at(id)))
      expect(inside).toEqual([])
    }
    for (const { from, to } of view.links.values()) {
      const [a, b] = [shapes.get(from)?.rect, shapes.get(to)?.rect] as [Rect, Rect]
      const apart = Math.max(a.x - b.x - b.width, b.x - a.x - a.width, a.y - b.y - b.height, b.y - a.y - a.height)
      expect(apart).toBeGreaterThan(40)
    }
    function at(id: ElementId): Position {
      return places.get(id) ?? { x: NaN, y: NaN }
    }
  })

  it('LAYOUT-16: in all templates together, hardly a link crosses another or a sign', () => {
    const seen = templateNames.map((name) => {
      const view = fromWeftMap(buildTemplate(name, translate))
      return readabilityOf(view, arrangeMap(view, { style: 'loops', loops: loopsToDraw(view, () => false) }))
    })
    expect(total(seen)).toMatchObject({ hidden: 0 })
    expect(total(seen).crossings).toBeLessThanOrEqual(4)
    expect(total(seen).struckSigns).toBeLessThanOrEqual(2)
  })

  it('LAYOUT-20: in columns, no link of a template runs behind an element, and few cross another or a sign', () => {
    const seen = templateNames.map((name) => {
      const view = fromWeftMap(buildTemplate(name, translate))
      return readabilityOf(view, arrangeMap(view, { style: 'order' }))
    })
    expect(total(seen)).toMatchObject({ hidden: 0 })
    expect(total(seen).crossings).toBeLessThanOrEqual(12)
    expect(total(seen).struckSigns).toBeLessThanOrEqual(6)
  })

  it('LAYOUT-20: a link behind an element is found, one behind a frame or before its own ends is none', () => {
    const view = drawn('a b', 'c')
    const at = (x: number, y: number): Position => ({ x, y })
    const row = new Map(
      elements('a', 'b', 'c').map((id, index) => [id, at([0, 600, 300][index] ?? 0, [0, 0, -66][index] ?? 0)]),
    )
    expect(hiddenLinks(view, row)).toEqual(['a-b'])
    expect(hiddenLinks(view, new Map(row).set('c' as ElementId, at(300, 200)))).toEqual([])
  })

  it('LAYOUT-17: where most cannot be circles, that is known', () => {
    const square: ReadonlyMap<ElementId, Position> = new Map(
      elements('a', 'b', 'c', 'd').map((id, at) => [id, { x: (at % 2) * 200, y: at < 2 ? 0 : 200 }] as const),
    )
    const [round, crossed] = [elements('a', 'b', 'd', 'c'), elements('a', 'b', 'c', 'd')]
    expect(countRounds(square, [round, crossed, elements('a', 'c', 'b', 'd')])).toEqual({ asked: 3, round: 1 })
    const pairs = Array.from({ length: 30 }, () => elements('a', 'b'))
    expect(countRounds(square, [...pairs, crossed])).toEqual({ asked: 1, round: 0 })
    // A thin triangle, and one full of others, are nobody's circle.
    const thin = new Map(square).set('e' as ElementId, { x: 1_500, y: 5 })
    expect(countRounds(thin, [elements('a', 'b', 'e')])).toEqual({ asked: 1, round: 0 })
    const ring = elements('a', 'b', 'c')
    const crowd = Array.from({ length: 4 }, (_, at) => [`n${at}` as ElementId, { x: 70 + at, y: 70 }] as const)
    expect(countRounds(square, [ring])).toEqual({ asked: 1, round: 1 })
    expect(countRounds(new Map<ElementId, Position>([...square, ...crowd]), [ring])).toEqual({ asked: 1, round: 0 })
    expect(isTooDense({ asked: 3, round: 1 })).toBe(true)
    expect(isTooDense({ asked: 3, round: 2 })).toBe(false)
    expect(isTooDense(countRounds(square, [elements('a', 'b')]))).toBe(false)
  })
})
