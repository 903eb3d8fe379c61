import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { largeMap } from '../../../bench/sampleMaps'
import type { ElementId, LinkId, ViewId } from '../../../lib/base/ids'
import type { Point } from '../../../lib/geometry/rect'
import { computeScene, type Scene } from '../../../lib/geometry/scene'
import type { MapView } from '../../../lib/model/mapView'
import { boardView } from '../../../lib/model/position'
import { anyMap, elementOf, mapOf, sceneOf } from './maps'

const id = (text: string): ElementId => text as ElementId
const straight = { curvature: 0 }

/** A scene made from the one before, and the same made afresh, with links and elements in their order. */
function bothWays(view: MapView, options: { previous: Scene; moved?: Map<ElementId, Point> }) {
  const { previous, ...others } = options
  const inOrder = ({ elements, links, bounds }: Scene) => ({
    elements: [...elements.values()],
    links: [...links.values()],
    bounds,
  })
  return {
    quick: inOrder(computeScene(view, boardView, { ...others, previous })),
    fresh: inOrder(computeScene(view, boardView, others)),
  }
}

function without(view: MapView, link: string): MapView {
  return { ...view, links: new Map([...view.links].filter(([key]) => key !== link)) }
}

describe('scenes', () => {
  it('GEO-20: leave out what has no position, and links with such an end', () => {
    const view = mapOf(
      [
        ['a', 0, 0],
        ['b', 300, 0],
      ],
      [['a', 'b']],
    )
    const scene = computeScene(view, 'rings' as ViewId)
    expect(scene).toMatchObject({ bounds: undefined })
    const positions = new Map([[boardView, new Map([[id('a'), { x: 0, y: 0 }]])]])
    const partly = computeScene({ ...view, positions }, boardView)
    expect([...partly.elements.keys()]).toEqual(['a'])
    expect(partly.links.size).toBe(0)
  })

  it('GEO-1: an element is drawn around its position; ink from it', () => {
    const scene = sceneOf([
      ['a', 100, 50],
      [
        'ink',
        10,
        10,
        {
          kind: 'ink',
          points: [
            [0, 0],
            [20, 5],
          ],
        },
      ],
    ])
    const { rect } = elementOf(scene, 'a')
    expect(rect.x + rect.width / 2).toBe(100)
    expect(rect.y + rect.height / 2).toBe(50)
    expect(elementOf(scene, 'ink').rect).toEqual({ x: 9, y: 9, width: 22, height: 7 })
  })

  it('GEO-12: drawing order: frames below, large before small, then by z', () => {
    const scene = sceneOf([
      ['top', 0, 0, { z: 2 }],
      ['small', 0, 0, { kind: 'frame', width: 100, height: 100 }],
      ['plain', 0, 0],
      ['large', 0, 0, { kind: 'frame', width: 300, height: 300 }],
      ['low', 0, 0, { z: -1 }],
      ['picture', 0, 0, { kind: 'image', source: '' }],
    ])
    expect([...scene.elements.keys()]).toEqual(['large', 'small', 'picture', 'low', 'plain', 'top'])
  })

  it('GEO-1: a drag in flight overrides the stored place', () => {
    const view = mapOf([['a', 0, 0]])
    const moved = new Map([[id('a'), { x: 70, y: 80 }]])
    expect(elementOf(computeScene(view, boardView, { moved }), 'a').centre).toEqual({ x: 70, y: 80 })
  })

  it('GEO-19: nothing changed, nothing new', () => {
    const view = largeMap(60, 90)
    const first = computeScene(view, boardView)
    const second = computeScene({ ...view, links: new Map(view.links) }, boardView, { previous: first })
    for (const [key, shape] of second.elements) expect(shape).toBe(first.elements.get(key))
    for (const [key, shape] of second.links) expect(shape).toBe(first.links.get(key))
    expect(computeScene(view, boardView, { previous: second }).links).toBe(second.links)
  })

  it('GEO-19: moving one element renews its own links and leaves distant ones alone', () => {
    const view = mapOf(
      [
        ['a', 0, 0],
        ['b', 300, 0],
        ['c', 600, 0],
        ['d', 600, 400],
        ['e', 0, 400],
      ],
      [
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'd'],
        ['d', 'e'],
      ],
    )
    const first = computeScene(view, boardView)
    const second = computeScene(view, boardView, { previous: first, moved: new Map([[id('a'), { x: -20, y: 30 }]]) })
    const renewed = [...second.links.keys()].filter((key) => second.links.get(key) !== first.links.get(key))
    expect(renewed).toEqual(['a>b'])
    expect([...second.elements.keys()].filter((key) => second.elements.get(key) !== first.elements.get(key))).toEqual([
      'a',
    ])
  })

  it('GEO-19: in a large map, moving one element renews few links', () => {
    const view = largeMap()
    const first = computeScene(view, boardView)
    const mover = id('v150')
    const own = [...view.links.values()].filter((link) => link.from === mover || link.to === mover).length
    const { centre } = elementOf(first, 'v150')
    const moved = new Map([[mover, { x: centre.x + 11, y: centre.y + 7 }]])
    const second = computeScene(view, boardView, { previous: first, moved })
    const renewed = [...second.links].filter(([key, shape]) => first.links.get(key) !== shape).length
    expect(renewed).toBeGreaterThanOrEqual(own)
    expect(renewed).toBeLessThanOrEqual(own * 4)
  })

  it('GEO-19: a scene made from the one before equals one made afresh', () => {
    const shift = fc.integer({ min: -300, max: 300 })
    fc.assert(
      fc.property(anyMap, fc.nat(7), shift, shift, fc.nat(11), fc.nat(11), (view, index, dx, dy, drop, turn) => {
        const first = computeScene(view, boardView)
        const key = [...view.elements.keys()][index % view.elements.size] as ElementId
        const moved = new Map([[key, { x: dx, y: dy }]])
        const rows = [...view.links].filter((_, at) => at !== drop)
        // Now and then the first links come last, as where someone took a removal back.
        const links = new Map(turn < 9 ? rows : [...rows.slice(turn - 8), ...rows.slice(0, turn - 8)])
        const next = { ...view, links }
        const { quick, fresh } = bothWays(next, { previous: first, moved })
        expect(quick).toEqual(fresh)
      }),
      { numRuns: 200 },
    )
  })

  it('GEO-19: an end that has to land a hair elsewhere than before lands there, among parallel links', () => {
    const parallel = mapOf(
      [
        ['e0', 0, -141, { label: 'enim' }],
        ['e1', 399, 234, { label: 'nulla id' }],
        ['e2', 0, 9, { kind: 'note', label: 'praesent nec tortor nunc consequat rhoncus pretium' }],
      ],
      [
        ['e1', 'e0', straight],
        ['e0', 'e1', straight],
        ['e2', 'e1', { kind: 'relation' }],
        ['e1', 'e2', straight],
        ['e2', 'e1', { kind: 'contribution' }],
        ['e1', 'e2', { kind: 'relation' }],
      ],
    )
    const { quick, fresh } = bothWays(parallel, {
      previous: computeScene(parallel, boardView),
      moved: new Map([[id('e0'), { x: 180, y: 5 }]]),
    })
    expect(quick).toEqual(fresh)
  })

  it('GEO-19: an end that has to land a hair elsewhere than before lands there, beside a removed link', () => {
    const looped = mapOf(
      [
        ['e0', 0, 0, { label: 'metus felis' }],
        ['e1', 0, -226, { label: 'duis' }],
        ['e3', -540, -334, { kind: 'stakeholder', label: 'velit ipsum vel' }],
        ['e4', 483, 35, { label: 'non' }],
      ],
      [
        ['e3', 'e0', straight],
        ['e4', 'e3', straight],
        ['e1', 'e3', straight],
        ['e3', 'e3'],
      ],
    )
    const { quick, fresh } = bothWays(without(looped, 'e4>e3'), {
      previous: computeScene(looped, boardView),
      moved: new Map([[id('e0'), { x: 174, y: -117 }]]),
    })
    expect(quick).toEqual(fresh)
  })

  it('GEO-19: links that only changed their order are drawn as in their new order', () => {
    const view = mapOf(
      [
        ['a', 0, 0],
        ['b', 300, 0],
        ['c', 300, 4],
      ],
      [
        ['a', 'b'],
        ['a', 'b'],
        ['a', 'c'],
        ['c', 'a'],
      ],
    )
    const turned = { ...view, links: new Map([...view.links].reverse()) }
    const { quick, fresh } = bothWays(turned, { previous: computeScene(view, boardView) })
    expect(quick).toEqual(fresh)
  })

  it('GEO-1: links far from each other that only changed their order have the new one', () => {
    const view = mapOf(
      [
        ['a', 0, 0],
        ['b', 300, 0],
        ['c', 0, 300],
        ['d', 300, 300],
      ],
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    )
    const turned = { ...view, links: new Map([...view.links].reverse()) }
    const first = computeScene(view, boardView)
    const { links } = computeScene(turned, boardView, { previous: first })
    expect([...links.keys()]).toEqual(['c>d', 'a>b'])
    for (const [key, shape] of links) expect(shape).toBe(first.links.get(key))
  })

  it('GEO-19: the scene before is left as it was', () => {
    const view = largeMap(40, 80)
    const first = computeScene(view, boardView)
    const before = JSON.stringify([...first.links.values()])
    computeScene(view, boardView, { previous: first, moved: new Map([[id('v5'), { x: 900, y: 900 }]]) })
    expect(JSON.stringify([...first.links.values()])).toBe(before)
  })

  it('GEO-1: links keep the order of the map', () => {
    const view = largeMap(40, 80)
    expect([...computeScene(view, boardView).links.keys()]).toEqual([...view.links.keys()] as LinkId[])
  })

  it('GEO-1: bounds hold titles of frames and signs of links', () => {
    const { bounds } = sceneOf([['f', 0, 0, { kind: 'frame', label: 'Homes', width: 200, height: 100 }]])
    expect(bounds).toEqual({ x: -100, y: -76, width: 200, height: 126 })
  })
})
