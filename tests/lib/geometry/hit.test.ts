import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ElementId } from '../../../lib/base/ids'
import { distanceToLink, elementsInRect, hitElement, hitLink } from '../../../lib/geometry/hit'
import { computeScene } from '../../../lib/geometry/scene'
import { boardView } from '../../../lib/model/position'
import { anyMap, linkOf, sceneOf } from './maps'

describe('hitting', () => {
  it('GEO-11: every link is within reach at its own middle', () => {
    fc.assert(
      fc.property(anyMap, (view) => {
        const scene = computeScene(view, boardView)
        for (const link of scene.links.values()) {
          expect(distanceToLink(link, link.mid)).toBeLessThan(0.3)
          const hit = hitLink(scene, link.mid, 4)
          expect(distanceToLink(linkOf(scene, hit ?? 'nothing'), link.mid)).toBeLessThan(0.3)
        }
      }),
    )
  })

  it('GEO-11: of several links within reach the nearest is hit', () => {
    const scene = sceneOf(
      [
        ['a', 0, 0],
        ['b', 400, 0],
      ],
      [
        ['a', 'b'],
        ['b', 'a'],
      ],
    )
    const { mid } = linkOf(scene, 'a>b')
    expect(hitLink(scene, { x: mid.x, y: mid.y + 5 }, 200)).toBe('a>b')
    expect(hitLink(scene, { x: mid.x, y: -mid.y - 5 }, 200)).toBe('b>a')
  })

  it('GEO-11: the sign and the label belong to the link', () => {
    const scene = sceneOf(
      [
        ['a', 0, 0],
        ['b', 400, 0],
      ],
      [['a', 'b', { label: 'because of rain' }]],
    )
    const { sign, label } = linkOf(scene, 'a>b')
    expect(sign && hitLink(scene, { x: sign.x + 5, y: sign.y - 5 }, 0)).toBe('a>b')
    expect(label && hitLink(scene, { x: label.rect.x + 2, y: label.rect.y + 2 }, 0)).toBe('a>b')
  })

  it('GEO-11: nothing is hit beyond the tolerance', () => {
    const scene = sceneOf(
      [
        ['a', 0, 0],
        ['b', 400, 0],
      ],
      [['a', 'b']],
    )
    const { mid } = linkOf(scene, 'a>b')
    expect(hitLink(scene, { x: mid.x, y: mid.y + 12 }, 8)).toBeUndefined()
    expect(hitLink(scene, { x: mid.x, y: mid.y + 12 }, 12)).toBe('a>b')
  })

  it('GEO-12: the topmost element is hit, and not beside its round corner', () => {
    const scene = sceneOf([
      ['under', 0, 0],
      ['over', 10, 0, { z: 1 }],
    ])
    expect(hitElement(scene, { x: 5, y: 0 })).toBe('over')
    expect(hitElement(scene, { x: -30, y: 0 })).toBe('under')
    expect(hitElement(scene, { x: -31, y: -16 })).toBeUndefined()
  })

  it('GEO-12: a frame is hit by title and border only', () => {
    const scene = sceneOf([
      ['f', 0, 0, { kind: 'frame', width: 400, height: 200 }],
      ['in', 0, 0],
    ])
    expect(hitElement(scene, { x: 0, y: 0 })).toBe('in')
    expect(hitElement(scene, { x: 100, y: 50 })).toBeUndefined()
    expect(hitElement(scene, { x: 200, y: 50 })).toBe('f')
    expect(hitElement(scene, { x: -150, y: -112 })).toBe('f')
  })

  it('GEO-13: a selection takes what it touches, and frames that it holds whole', () => {
    const scene = sceneOf([
      ['f', 0, 0, { kind: 'frame', width: 300, height: 200 }],
      ['a', 0, 0],
      ['b', 500, 0],
    ])
    expect(elementsInRect(scene, { x: 20, y: -100, width: 100, height: 200 })).toEqual(['a'])
    expect(elementsInRect(scene, { x: -200, y: -200, width: 500, height: 400 })).toEqual(['f', 'a'])
    expect(elementsInRect(scene, { x: 900, y: 0, width: 10, height: 10 })).toEqual([] as ElementId[])
  })
})
