import { describe, expect, it } from 'vitest'
import { toCausalGraph } from '@/lib/analysis/causalGraph'
import { findIndependentLoops } from '@/lib/analysis/independentLoops'
import type { ElementId } from '@/lib/base/ids'
import { pointAt } from '@/lib/geometry/curve'
import { containsPoint } from '@/lib/geometry/rect'
import { computeScene } from '@/lib/geometry/scene'
import { arrangeMap } from '@/lib/layout/arrangeMap'
import { countRounds, isTooDense } from '@/lib/layout/countRounds'
import type { MapView } from '@/lib/model/mapView'
import { boardView, type Position } from '@/lib/model/position'
import { elements, testView } from '../../helpers/testMap'

/** A map from ways such as `a b c a`, whose labels are as wide as people's. */
function drawn(...ways: readonly string[]): MapView {
  const pairs = ways.flatMap((way) => {
    const stops = way.split(' ')
    return stops.slice(1).map((to, at) => [stops[at] ?? '', to] as const)
  })
  const ids = [...new Set(pairs.flat())]
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
  const scene = computeScene({ ...view, positions: new Map([[boardView, places]]) }, boardView)
  return [...scene.links.values()].flatMap(({ id, from, to, curves }) => {
    const points = curves.flatMap((curve) => Array.from({ length: 41 }, (_, at) => pointAt(curve, at / 40)))
    return [...scene.elements.values()].flatMap((shape) =>
      shape.id !== from && shape.id !== to && points.some((point) => containsPoint(shape.rect, point))
        ? [`${id} behind ${shape.id}`]
        : [],
    )
  })
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
