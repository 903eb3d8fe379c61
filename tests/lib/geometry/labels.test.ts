import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ElementId, LinkId } from '../../../lib/base/ids'
import { boundsOfElement } from '../../../lib/geometry/elementShape'
import { contains, overlaps, type Rect } from '../../../lib/geometry/rect'
import { computeScene, type Scene } from '../../../lib/geometry/scene'
import type { MapLink } from '../../../lib/model/link'
import type { MapView } from '../../../lib/model/mapView'
import { boardView } from '../../../lib/model/position'
import { anyMap, elementOf, linkOf, mapOf, sceneOf, type Row } from './maps'

const pair: readonly Row[] = [
  ['a', 0, 0],
  ['b', 420, 0],
]
const words = { polarity: '+', label: 'Takes a long while to show' }

function labelOf(scene: Scene, id: string): Rect {
  const { label } = linkOf(scene, id)
  if (label === undefined) throw new Error(`${id} has no label`)
  return label.rect
}

describe('the label of a link', () => {
  const usual = labelOf(sceneOf(pair, [['a', 'b', words]]), 'a>b')

  it('GEO-21: stands at the middle of its line, outside the bend, where nothing is in the way', () => {
    const far = sceneOf([...pair, ['c', 200, -300]], [['a', 'b', words]])
    expect(labelOf(far, 'a>b')).toEqual(usual)
    expect(usual.x + usual.width / 2).toBeCloseTo(210, -1)
    expect(usual.y).toBeLessThan(0)
  })

  it.each([
    ['an element outside the bend', [['c', 210, usual.y + usual.height / 2]]],
    [
      'elements on both sides of the middle',
      [
        ['c', 200, usual.y + usual.height / 2],
        ['d', 210, 0],
      ],
    ],
    ['a note', [['c', 190, -130, { kind: 'note', width: 160, height: 120 }]]],
  ] as readonly (readonly [string, readonly Row[]])[])('GEO-21: does not stand behind %s', (_, others) => {
    const scene = sceneOf([...pair, ...others], [['a', 'b', words]])
    const rect = labelOf(scene, 'a>b')
    for (const id of ['a', 'b', ...others.map(([other]) => other)]) {
      expect(overlaps(rect, boundsOfElement(elementOf(scene, id))), id).toBe(false)
    }
    expect(contains(linkOf(scene, 'a>b').bounds, rect)).toBe(true)
  })

  it('GEO-21: a frame behind it moves it not', () => {
    const scene = sceneOf([...pair, ['f', 210, 0, { kind: 'frame', width: 900, height: 500 }]], [['a', 'b', words]])
    expect(labelOf(scene, 'a>b')).toEqual(usual)
  })

  it('GEO-21: where no place is free, it stands where it usually does or where more of it is seen', () => {
    const wall: Row = ['w', 210, 0, { kind: 'note', width: 900, height: 900 }]
    expect(labelOf(sceneOf([...pair, wall], [['a', 'b', words]]), 'a>b')).toEqual(usual)
  })

  it('GEO-19, GEO-21: after a move a scene made from the one before equals one made afresh', () => {
    const labelled = anyMap.map((view): MapView => ({
      ...view,
      links: new Map(
        [...view.links].map(([id, link]): readonly [LinkId, MapLink] => [
          id,
          { ...link, label: 'Some words beside it' },
        ]),
      ),
    }))
    const move = fc.record({
      id: fc.nat(7),
      x: fc.integer({ min: -600, max: 600 }),
      y: fc.integer({ min: -400, max: 400 }),
    })
    fc.assert(
      fc.property(labelled, fc.array(move, { minLength: 1, maxLength: 3 }), (view, moves) => {
        let previous = computeScene(view, boardView)
        for (const { id, x, y } of moves) {
          const moved = new Map([[`e${id % view.elements.size}` as ElementId, { x, y }]])
          const quick = computeScene(view, boardView, { previous, moved })
          expect([...quick.links.values()]).toEqual([...computeScene(view, boardView, { moved }).links.values()])
          previous = quick
        }
      }),
    )
  })

  it('GEO-19, GEO-21: a label that stays is the same object when something far away moves', () => {
    const rows: readonly Row[] = [...pair, ['c', 210, usual.y + 10], ['far', 4_000, 4_000]]
    const view = mapOf(rows, [['a', 'b', words]])
    const before = computeScene(view, boardView)
    const moved = new Map([['far' as ElementId, { x: 3_900, y: 4_000 }]])
    const after = computeScene(view, boardView, { previous: before, moved })
    expect(linkOf(after, 'a>b')).toBe(linkOf(before, 'a>b'))
  })
})
