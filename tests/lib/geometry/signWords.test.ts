import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distanceToLink } from '../../../lib/geometry/hit'
import { placeGrownMarks } from '../../../lib/geometry/grownMark'
import { marksOf, sampled } from '../../../lib/geometry/linkCover'
import { linkMetrics, type LinkShape } from '../../../lib/geometry/linkShape'
import { distanceToOutline } from '../../../lib/geometry/outline'
import { contains, inflate, overlaps, rectAround, type Rect } from '../../../lib/geometry/rect'
import { computeScene, type Scene } from '../../../lib/geometry/scene'
import type { MapView } from '../../../lib/model/mapView'
import { boardView } from '../../../lib/model/position'
import { renderMap } from '../../../lib/render/renderMap'
import { anyMap, linkOf, mapOf, type LinkRow, type Row } from './maps'

const inWords = { signStyle: 'words' }

function wordsOf(elements: readonly Row[], links: readonly LinkRow[]): Scene {
  return computeScene(mapOf(elements, links, inWords), boardView)
}

function pillOf({ sign }: LinkShape): { readonly rect: Rect; readonly radius: number } {
  if (sign === undefined) throw new Error('no sign')
  return { rect: rectAround(sign, { width: sign.width, height: linkMetrics.signRadius * 2 }), radius: 9 }
}

function around(count: number, width: number, height: number): { readonly rows: Row[]; readonly links: LinkRow[] } {
  const rows = Array.from({ length: count }, (_, index): Row => {
    const angle = (index / count) * Math.PI * 2
    return [`s${index}`, Math.cos(angle) * width, Math.sin(angle) * height]
  })
  return {
    rows: [['hub', 0, 0], ...rows],
    links: rows.map(([id], index) => [id, 'hub', { polarity: index % 2 === 0 ? '+' : '-' }]),
  }
}

describe('signs written as words', () => {
  it.each([
    [360, 0],
    [0, 300],
    [0, -300],
    [250, 250],
    [-260, 200],
    [-360, 0],
  ])('CLAIM-12: cover neither line nor head of a link to %i, %i', (x, y) => {
    const scene = wordsOf(
      [
        ['a', 0, 0],
        ['b', x, y],
      ],
      [['a', 'b', { polarity: '+' }]],
    )
    const shape = linkOf(scene, 'a>b')
    const pill = pillOf(shape)
    expect(pill.rect.width).toBe(linkMetrics.signWordWidth)
    for (const point of [...sampled(shape), ...shape.heads.flatMap(({ points }) => points)]) {
      expect(distanceToOutline(pill, point.x, point.y)).toBeGreaterThan(-1)
    }
    for (const { rect } of scene.elements.values()) expect(overlaps(rect, pill.rect)).toBe(false)
  })

  it.each([4, 6, 8, 10, 12])('GEO-8: of %i links that end at one element cover neither each other nor it', (count) => {
    const { rows, links } = around(count, 330, 250)
    const scene = wordsOf(rows, links)
    const pills = Array.from(scene.links.values(), pillOf)
    for (const [index, { rect }] of pills.entries()) {
      for (const other of pills.slice(index + 1)) {
        expect(overlaps(inflate(rect, -1), inflate(other.rect, -1)), `${index}`).toBe(false)
      }
      expect(overlaps(inflate(rect, -1), scene.elements.get('hub' as never)?.rect as Rect), `${index}`).toBe(false)
    }
  })

  it.each([4, 6, 8])('VIEW-9: of %i links that end at one element none covers another, seen from afar', (count) => {
    const by = 2
    const { rows, links } = around(count, 600, 450)
    const scene = wordsOf(rows, links)
    const pills = [...placeGrownMarks(scene.links.values(), scene.elements.values(), by).values()].map(
      ({ sign = '' }) => {
        const [x = NaN, y = NaN] = (/^translate\((\S+) (\S+)\)/.exec(sign) ?? []).slice(1).map(Number)
        // A word fills its pill but for some air around it.
        return rectAround({ x, y }, { width: (linkMetrics.signWordWidth - 4) * by, height: 14 * by })
      },
    )
    for (const [index, rect] of pills.entries()) {
      for (const other of pills.slice(index + 1)) expect(overlaps(rect, other), `${index}`).toBe(false)
    }
  })

  it('GEO-8: an unknown sign keeps its disc', () => {
    const shape = linkOf(
      wordsOf(
        [
          ['a', 0, 0],
          ['b', 300, 0],
        ],
        [['a', 'b']],
      ),
      'a>b',
    )
    expect(shape.sign?.width).toBe(linkMetrics.signRadius * 2)
  })

  it('GEO-11: are hit over their whole width, and taken for covered there', () => {
    const shape = linkOf(
      wordsOf(
        [
          ['a', 0, 0],
          ['b', 0, 300],
        ],
        [['a', 'b', { polarity: '+' }]],
      ),
      'a>b',
    )
    const { rect } = pillOf(shape)
    const far = { x: shape.sign && shape.sign.x > shape.end.x ? rect.x + rect.width - 1 : rect.x + 1, y: rect.y + 9 }
    expect(distanceToLink(shape, far)).toBe(0)
    expect(marksOf(shape).some((mark) => contains(inflate(mark, 0.01), rect))).toBe(true)
    expect(contains(inflate(shape.bounds, 0.01), rect)).toBe(true)
  })

  it('GEO-19: a map whose signs become words, and back, equals one drawn afresh', () => {
    fc.assert(
      fc.property(anyMap, (view) => {
        const words: MapView = { ...view, meta: { ...view.meta, signStyle: 'words' } }
        const discs = computeScene(view, boardView)
        const there = computeScene(words, boardView, { previous: discs })
        expect([...there.links]).toEqual([...computeScene(words, boardView).links])
        expect([...computeScene(view, boardView, { previous: there }).links]).toEqual([...discs.links])
      }),
    )
  })

  it('GEO-19: plus and minus written as letters stand where they stood', () => {
    const { rows, links } = around(5, 330, 250)
    const view = mapOf(rows, links)
    const discs = computeScene(view, boardView)
    const letters = { ...view, meta: { ...view.meta, signStyle: 's-o' } } satisfies MapView
    expect(computeScene(letters, boardView, { previous: discs }).links).toBe(discs.links)
  })

  it('GEO-1: a picture asked for with words has them where a map with words has them', () => {
    const { rows, links } = around(8, 330, 250)
    const view = mapOf(rows, links)
    const drawn = renderMap({ ...view, meta: { ...view.meta, signStyle: 'words' } })
    expect(renderMap(view, { signStyle: 'words' })).toBe(drawn)
  })
})
