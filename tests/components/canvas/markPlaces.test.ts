import { describe, expect, it } from 'vitest'
import { placeLinkMarks } from '@/components/canvas/markPlaces'
import { marksOf, sampled } from '@/lib/geometry/linkCover'
import { overlaps, rectAround, type Rect } from '@/lib/geometry/rect'
import { computeScene } from '@/lib/geometry/scene'
import { fromWeftMap } from '@/lib/model/mapFile'
import { boardView } from '@/lib/model/position'
import { link, testMap } from '../../helpers/testMap'

const scene = computeScene(
  fromWeftMap(
    testMap({
      elements: { a: { label: 'Rain' }, b: { label: 'Floods' }, c: { label: 'Harvest' } },
      links: {
        ab: { from: 'a', to: 'b', polarity: '+', delay: true },
        ba: { from: 'b', to: 'a', polarity: '-' },
        bc: { from: 'b', to: 'c', polarity: '+' },
      },
      positions: { a: [0, 0], b: [400, 0], c: [400, 60] },
    }),
  ),
  boardView,
)
const size = { width: 60, height: 20 }
const wish = (id: string) => ({ id: link(id), ...size })

describe('words of an experiment at links', () => {
  it('EXPERIMENT-4: stand on their lines, and cover neither elements nor signs nor each other where there is room', () => {
    const places = placeLinkMarks(scene, [wish('ab'), wish('ba')])
    const boxes = [...places.values()].map((at): Rect => rectAround(at, size))
    expect(boxes).toHaveLength(2)
    expect(boxes[0] && boxes[1] && overlaps(boxes[0], boxes[1])).toBe(false)
    for (const [id, at] of places) {
      const shape = scene.links.get(id)
      expect(shape && sampled(shape)).toContainEqual(at)
    }
    const taken = [
      ...[...scene.elements.values()].map(({ rect }) => rect),
      ...[...scene.links.values()].flatMap((shape) => marksOf(shape)),
    ]
    for (const box of boxes) expect(taken.filter((rect) => overlaps(rect, box))).toEqual([])
  })

  it('EXPERIMENT-4: one that finds no room stands there all the same; one of a link that is gone does not', () => {
    const places = placeLinkMarks(scene, [{ ...wish('bc'), width: 600, height: 300 }, wish('gone')])
    expect([...places.keys()]).toEqual(['bc'])
    expect(placeLinkMarks(scene, []).size).toBe(0)
  })
})
