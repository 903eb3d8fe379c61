import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ElementId } from '../../../lib/base/ids'
import type { BadgedLoop } from '../../../lib/geometry/loopBadge'
import { frameMembers, frameOf } from '../../../lib/geometry/frameMembers'
import { findFreeSpot, spotBeside } from '../../../lib/geometry/freeSpot'
import { nearestInDirection, readingOrder, type Direction } from '../../../lib/geometry/neighbours'
import { pointAt, type Curve } from '../../../lib/geometry/curve'
import { pointsOn } from '../../../lib/geometry/linkCover'
import { containsPoint, distanceBetween, inflate, overlaps, rectAround } from '../../../lib/geometry/rect'
import { computeScene, type Scene } from '../../../lib/geometry/scene'
import { snapMove } from '../../../lib/geometry/snap'
import { boardView } from '../../../lib/model/position'
import { anyMap, elementOf, linkOf, mapOf, sceneOf } from './maps'

const id = (text: string): ElementId => text as ElementId
const step = (scene: Scene, from: string, direction: Direction) =>
  nearestInDirection(scene, { kind: 'element', id: id(from) }, direction)?.id
const frame = (width: number, height: number): object => ({ kind: 'frame', width, height })

describe('frames', () => {
  it('GEO-14: carry what has its centre in them, and inner frames with their contents', () => {
    const scene = sceneOf([
      ['outer', 0, 0, frame(800, 600)],
      ['inner', 100, 0, frame(300, 300)],
      ['a', -200, 0],
      ['b', 100, 50],
      ['edge', 399, 0],
      ['out', 500, 0],
    ])
    expect(new Set(frameMembers(scene, id('outer')))).toEqual(new Set(['inner', 'a', 'b', 'edge']))
    expect(frameMembers(scene, id('inner'))).toEqual(['b'])
    expect(frameOf(scene, id('b'))).toBe('inner')
    expect(frameOf(scene, id('inner'))).toBe('outer')
    expect(frameOf(scene, id('out'))).toBeUndefined()
  })

  it('GEO-14: two frames of one size and place do not carry each other', () => {
    const scene = sceneOf([
      ['f', 0, 0, frame(300, 300)],
      ['g', 0, 0, frame(300, 300)],
      ['a', 0, 0],
    ])
    const carriers = ['f', 'g'].filter((key) =>
      frameMembers(scene, id(key)).some((member) => member === 'f' || member === 'g'),
    )
    expect(carriers).toHaveLength(1)
  })

  it('GEO-14: what is no frame carries nothing', () => {
    const scene = sceneOf([
      ['a', 0, 0],
      ['b', 0, 0],
    ])
    expect(frameMembers(scene, id('a'))).toEqual([])
    expect(frameMembers(scene, id('nobody'))).toEqual([])
  })
})

describe('neighbours', () => {
  const grid = sceneOf([
    ['nw', 0, 0],
    ['n', 200, 10],
    ['ne', 400, -10],
    ['w', 0, 150],
    ['c', 200, 150],
    ['e', 400, 160],
    ['f', 200, 100, frame(900, 500)],
  ])

  it('GEO-16: arrow keys lead to the nearest that way, never to a frame', () => {
    expect(step(grid, 'c', 'up')).toBe('n')
    expect(step(grid, 'c', 'left')).toBe('w')
    expect(step(grid, 'c', 'right')).toBe('e')
    expect(step(grid, 'c', 'down')).toBeUndefined()
    expect(step(grid, 'nobody', 'up')).toBeUndefined()
  })

  it('GEO-16: straight ahead comes before nearer but aside', () => {
    const scene = sceneOf([
      ['a', 0, 0],
      ['aside', 120, 100],
      ['ahead', 260, 0],
    ])
    expect(step(scene, 'a', 'right')).toBe('ahead')
  })

  it('GEO-17: reading order is by rows, though rows are not quite straight', () => {
    expect(readingOrder(grid)).toEqual(['f', 'nw', 'n', 'ne', 'w', 'c', 'e'])
  })

  it('GEO-17: reading order names each element once', () => {
    fc.assert(
      fc.property(anyMap, (view) => {
        const order = readingOrder(computeScene(view, boardView))
        expect(order.toSorted()).toEqual([...view.elements.keys()].toSorted())
      }),
    )
  })
})

describe('free spots', () => {
  const size = { width: 120, height: 34 }

  it('GEO-18: where it is asked for, if nothing is there', () => {
    expect(findFreeSpot(sceneOf([]), { x: 5, y: 6 }, size)).toEqual({ x: 5, y: 6 })
  })

  it('GEO-18: covers no element, whatever the map', () => {
    fc.assert(
      fc.property(anyMap, fc.integer({ min: -500, max: 500 }), (view, x) => {
        const scene = computeScene(view, boardView)
        const spot = findFreeSpot(scene, { x, y: 0 }, size)
        const own = rectAround(spot, size)
        for (const shape of scene.elements.values()) expect(overlaps(own, shape.rect)).toBe(false)
      }),
    )
  })

  it('GEO-18: keeps its margin and avoids middles of links', () => {
    const scene = sceneOf(
      [
        ['a', 0, 0],
        ['b', 600, 0],
      ],
      [['a', 'b']],
    )
    const { mid } = linkOf(scene, 'a>b')
    const spot = findFreeSpot(scene, mid, size)
    expect(overlaps(rectAround(spot, size), rectAround(mid, { width: 2, height: 2 }))).toBe(false)
    const beside = findFreeSpot(scene, { x: 0, y: 0 }, size, { margin: 50 })
    expect(overlaps(inflate(rectAround(beside, size), 49), elementOf(scene, 'a').rect)).toBe(false)
  })

  it('GEO-18: avoids badges of loops and their names', () => {
    const view = mapOf(
      [
        ['a', -300, 0],
        ['b', 300, 0],
      ],
      [
        ['a', 'b'],
        ['b', 'a'],
      ],
    )
    const loop: BadgedLoop = {
      key: 'ab',
      number: 1,
      kind: 'reinforcing',
      tag: 'R1',
      name: 'The spiral of burnout',
      delayed: false,
      variables: [id('a'), id('b')],
      links: ['a>b', 'b>a'] as unknown as BadgedLoop['links'],
    }
    const scene = computeScene(view, boardView, { loops: [loop] })
    const badge = scene.badges.get('ab')
    if (badge === undefined) throw new Error('no badge')
    const { bounds } = badge
    for (const near of [badge.centre, { x: badge.centre.x, y: bounds.y + bounds.height - 4 }]) {
      const spot = findFreeSpot(scene, near, size)
      expect(overlaps(rectAround(spot, size), bounds)).toBe(false)
      expect(distanceBetween(spot, near)).toBeLessThan(300)
    }
  })

  it('GEO-18: no line passes under it where there is room nearby, else it stays near', () => {
    const scene = sceneOf(
      [
        ['a', 0, 0],
        ['b', 1200, 0],
      ],
      [['a', 'b']],
    )
    const near = pointAt(linkOf(scene, 'a>b').curves[0] as Curve, 0.3)
    const spot = findFreeSpot(scene, near, size)
    expect(
      pointsOn(linkOf(scene, 'a>b').curves[0] as Curve).filter((at) => containsPoint(rectAround(spot, size), at)),
    ).toEqual([])
    expect(distanceBetween(spot, near)).toBeLessThan(200)
    const within = { x: near.x - 70, y: near.y - 40, width: 140, height: 80 }
    expect(containsPoint(within, findFreeSpot(scene, near, size, { within }))).toBe(true)
  })

  it('GEO-18: avoids labels of links', () => {
    const scene = sceneOf(
      [
        ['a', 0, 0],
        ['b', 700, 0],
      ],
      [['a', 'b', { label: 'Takes a long while to show in the numbers' }]],
    )
    const { label } = linkOf(scene, 'a>b')
    if (label === undefined) throw new Error('no label')
    const { x, y } = label.rect
    const spot = findFreeSpot(scene, { x: x + 10, y: y + 5 }, size)
    expect(overlaps(rectAround(spot, size), label.rect)).toBe(false)
  })

  it('GEO-18: stays in view if there is room, and leaves it if there is none', () => {
    const scene = sceneOf([['a', 0, 0]])
    const within = { x: -100, y: -100, width: 400, height: 200 }
    const inside = rectAround(findFreeSpot(scene, { x: 0, y: 0 }, size, { within }), size)
    expect(inside.x).toBeGreaterThanOrEqual(-100)
    expect(inside.x + inside.width).toBeLessThanOrEqual(300)
    const full = findFreeSpot(scene, { x: 0, y: 0 }, size, { within: { x: -70, y: -20, width: 140, height: 40 } })
    expect(overlaps(rectAround(full, size), elementOf(scene, 'a').rect)).toBe(false)
  })

  it('GEO-18: frames may be covered', () => {
    const scene = sceneOf([['f', 0, 0, frame(400, 400)]])
    expect(findFreeSpot(scene, { x: 0, y: 0 }, size)).toEqual({ x: 0, y: 0 })
  })

  it('GEO-18: beside an element is clear of it on every side', () => {
    const shape = elementOf(sceneOf([['a', 10, 20]]), 'a')
    for (const direction of ['up', 'down', 'left', 'right'] as const) {
      expect(overlaps(rectAround(spotBeside(shape, direction, size), size), shape.rect)).toBe(false)
    }
    expect(spotBeside(shape, 'up', size).y).toBeLessThan(20)
    expect(spotBeside(shape, 'right', size).x).toBeGreaterThan(10)
  })
})

describe('snapping', () => {
  const moving = new Set([id('m')])
  const note = { kind: 'note', width: 100, height: 100 }

  it('GEO-15: centres fall in line with centres, with a guide through both', () => {
    const scene = sceneOf([
      ['m', 0, 0],
      ['long name of other', 300, 200],
    ])
    const { delta, lines } = snapMove(scene, moving, { x: 297, y: 40 }, { zoom: 1 })
    expect(delta).toEqual({ x: 300, y: 40 })
    expect(lines).toEqual([{ axis: 'x', at: 300, from: 23, to: 217 }])
  })

  it('GEO-15: edges fall in line with edges', () => {
    const scene = sceneOf([
      ['m', 0, 0, note],
      ['o', 400, 300, { ...note, width: 300 }],
    ])
    expect(snapMove(scene, moving, { x: 296, y: 0 }, { zoom: 1 }).delta.x).toBe(300)
    expect(snapMove(scene, moving, { x: 197, y: 0 }, { zoom: 1 }).delta.x).toBe(200)
  })

  it('GEO-15: the pull is 5 px on screen', () => {
    const scene = sceneOf([
      ['m', 0, 0],
      ['o', 300, 200],
    ])
    expect(snapMove(scene, moving, { x: 292, y: 40 }, { zoom: 1 }).lines).toEqual([])
    expect(snapMove(scene, moving, { x: 292, y: 40 }, { zoom: 0.5 }).delta.x).toBe(300)
    expect(snapMove(scene, moving, { x: 297, y: 40 }, { zoom: 4 }).delta.x).toBe(297)
  })

  it('GEO-15: gaps in a row become equal', () => {
    const scene = sceneOf([
      ['a', 0, 0, note],
      ['b', 250, 0, note],
      ['m', 900, 300, note],
    ])
    const { delta } = snapMove(scene, moving, { x: 500 - 900 - 3, y: -290 }, { zoom: 1 })
    expect(900 + delta.x).toBe(500)
    const between = sceneOf([
      ['a', 0, 0, note],
      ['b', 500, 0, note],
      ['m', 0, 300, note],
    ])
    expect(snapMove(between, moving, { x: 253, y: -290 }, { zoom: 1 }).delta.x).toBe(250)
  })

  it('GEO-15: only what is within the window attracts, and nothing moves if nothing is moved', () => {
    const scene = sceneOf([
      ['m', 0, 0],
      ['o', 300, 200],
    ])
    const within = { x: -100, y: -100, width: 200, height: 200 }
    expect(snapMove(scene, moving, { x: 298, y: 40 }, { zoom: 1, within }).delta.x).toBe(298)
    expect(snapMove(scene, new Set(), { x: 1, y: 2 }, { zoom: 1 })).toEqual({ delta: { x: 1, y: 2 }, lines: [] })
  })

  it('GEO-15: never moves farther than the pull, and guides lie on the snapped place', () => {
    fc.assert(
      fc.property(anyMap, fc.integer({ min: -300, max: 300 }), fc.integer({ min: -300, max: 300 }), (view, x, y) => {
        const scene = computeScene(view, boardView)
        const { delta } = snapMove(scene, new Set([id('e0')]), { x, y }, { zoom: 1 })
        expect(Math.abs(delta.x - x)).toBeLessThanOrEqual(5)
        expect(Math.abs(delta.y - y)).toBeLessThanOrEqual(5)
      }),
    )
  })
})
