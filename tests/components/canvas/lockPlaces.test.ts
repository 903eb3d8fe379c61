import { describe, expect, it } from 'vitest'
import { lockRects, lockSize, placeLocks } from '@/components/canvas/lockPlaces'
import { placeCommentPins } from '@/components/canvas/pinPlaces'
import { marksOf } from '@/lib/geometry/linkCover'
import { containsPoint, overlaps, rectAround } from '@/lib/geometry/rect'
import { computeScene } from '@/lib/geometry/scene'
import { fromWeftMap } from '@/lib/model/mapFile'
import type { MapView } from '@/lib/model/mapView'
import { boardView } from '@/lib/model/position'
import { coverProtection } from '@/lib/editor/protectionCover'
import { noProtection } from '@/lib/practice/protection'
import { element, link, testMap } from '../../helpers/testMap'

const map = fromWeftMap(
  testMap({
    elements: {
      a: { label: 'Rain' },
      b: { label: 'Floods', locked: true },
      f: { kind: 'frame', label: 'Town' },
    },
    links: { ab: { from: 'a', to: 'b', polarity: '+', delay: true, label: 'after a while' } },
    positions: { a: [0, 0], b: [300, 0], f: [150, 0, 700, 300] },
  }),
)

const seen = (isFree: boolean): MapView =>
  coverProtection({
    protection: { ...noProtection, elements: ['a', 'f'], links: ['ab'] },
    isFree,
    isOwn: () => false,
  }).show(map)

const sceneOf = (view: MapView) => computeScene(view, boardView)
const boxOf = (at: { readonly x: number; readonly y: number }) => rectAround(at, { width: lockSize, height: lockSize })

describe('padlocks on the map', () => {
  it('LOOK-3: what a look draws faintly has a faint padlock', () => {
    const view = seen(true)
    const faint = {
      ...view,
      elements: new Map(
        [...view.elements].map(([id, one]) => [id, id === 'b' ? one : { ...one, paint: { faded: true } }]),
      ),
      links: new Map([...view.links].map(([id, one]) => [id, { ...one, paint: { faded: true } }])),
    }
    const marks = placeLocks(sceneOf(faint), lockSize)
    expect(Object.fromEntries(marks.map(({ id, isFaded }) => [id, isFaded]))).toEqual({
      ...{ a: true, b: false, f: true, ab: true },
    })
  })

  it('PROTECT-27: stand at each locked element, frame and link, told apart from ordinary ones, for those who run the meeting, too', () => {
    expect(placeLocks(sceneOf(map), lockSize).map(({ id, isSealed }) => [id, isSealed])).toEqual([['b', false]])
    for (const isFree of [true, false]) {
      const marks = placeLocks(sceneOf(seen(isFree)), lockSize)
      expect(new Map(marks.map(({ id, isSealed }) => [id, isSealed]))).toEqual(
        new Map<string, boolean>([
          ['a', true],
          ['b', false],
          ['f', true],
          ['ab', true],
        ]),
      )
    }
  })

  it('PROTECT-27: cover no sign, label or mark, nor each other', () => {
    const scene = sceneOf(seen(false))
    const boxes = lockRects(scene)
    const marks = [...scene.links.values()].flatMap(marksOf)
    expect(boxes).toHaveLength(4)
    for (const [index, box] of boxes.entries()) {
      expect(marks.some((mark) => overlaps(mark, box))).toBe(false)
      expect(boxes.some((other, place) => place !== index && overlaps(other, box))).toBe(false)
    }
    // One of a link stands on its line, beside the elements that it joins.
    const onLine = placeLocks(scene, lockSize).find(({ id }) => id === link('ab'))
    expect(onLine?.at.x).toBeGreaterThan((scene.elements.get(element('a'))?.rect.width ?? 0) / 2)
  })

  it('PROTECT-27: cover no arrowhead at what is locked, whoever drew the link and from wherever it comes', () => {
    for (let turn = 0; turn < 24; turn += 1) {
      const angle = (turn * Math.PI) / 12
      const round = fromWeftMap(
        testMap({
          elements: { a: { label: 'Rain' }, b: { label: 'Floods', locked: true } },
          links: { ab: { from: 'a', to: 'b', polarity: '+' } },
          positions: { a: [Math.round(260 * Math.cos(angle)), Math.round(260 * Math.sin(angle))], b: [0, 0] },
        }),
      )
      const scene = sceneOf(round)
      const [lock] = placeLocks(scene, lockSize)
      const tip = scene.links.get(link('ab'))?.end
      if (lock === undefined || tip === undefined) throw new Error('nothing there')
      expect(containsPoint(boxOf(lock.at), tip), `turn ${turn}`).toBe(false)
    }
  })

  it('PROTECT-27: leave comments their place, and these leave them theirs', () => {
    const scene = sceneOf(seen(false))
    const pins = placeCommentPins([{ kind: 'element', id: element('a') }], scene, 24)
    for (const at of pins.values()) {
      for (const { at: lock } of placeLocks(scene, lockSize)) {
        expect(overlaps(rectAround(at, { width: 16, height: 16 }), boxOf(lock))).toBe(false)
      }
    }
  })
})
