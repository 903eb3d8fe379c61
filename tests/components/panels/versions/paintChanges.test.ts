import { describe, expect, it } from 'vitest'
import { paintChanges } from '../../../../components/panels/versions/paintChanges'
import { compareMaps } from '../../../../lib/analysis/compareMaps'
import type { MapView } from '../../../../lib/model/mapView'
import { boardView } from '../../../../lib/model/position'
import { element, link, testView } from '../../../helpers/testMap'

function paint(then: MapView, now: MapView): MapView {
  return paintChanges(then, now, compareMaps(then, now))
}

describe('the picture of a version', () => {
  it('VERSION-32: shows what went where it was, what came where it is, what changed, and the rest faintly', () => {
    const then = testView({
      elements: { a: {}, b: {}, c: {} },
      links: { ab: { from: 'a', to: 'b', polarity: '+' }, ac: { from: 'a', to: 'c' } },
    })
    const now = testView({
      elements: { a: {}, b: { label: 'Renamed' }, d: {} },
      links: { ab: { from: 'a', to: 'b', polarity: '+' }, ad: { from: 'a', to: 'd' } },
      positions: { b: [200, 0], d: [700, 300] },
    })
    const seen = paint(then, now)
    const tags = [...seen.elements.values()].map(({ id, paint: look }) => [
      id,
      look?.tag ?? (look?.faded === true ? 'faint' : ''),
    ])
    expect(tags).toEqual([
      ['a', 'faint'],
      ['b', '≠'],
      ['c', '−'],
      ['d', '+'],
    ])
    // As it was called then.
    expect(seen.elements.get(element('b'))?.label).toBe('B')
    expect(seen.positions.get(boardView)?.get(element('c'))).toEqual({ x: 400, y: 0 })
    expect(seen.positions.get(boardView)?.get(element('d'))).toEqual({ x: 700, y: 300 })
    expect(seen.links.get(link('ab'))?.paint).toEqual({ faded: true })
    expect([...seen.links.keys()]).toEqual(['ab', 'ac', 'ad'])
    expect(seen.links.get(link('ac'))?.paint).toEqual({ hue: 'red', tag: '−', dashed: true })
    expect(seen.links.get(link('ad'))?.paint).toEqual({ hue: 'green', tag: '+' })
  })

  it('VERSION-32: a link with another sign says which it was and is', () => {
    const [was, is] = [
      testView({ elements: { a: {}, b: {} }, links: { ab: { from: 'a', to: 'b', polarity: '+' } } }),
      testView({ elements: { a: {}, b: {} }, links: { ab: { from: 'a', to: 'b', polarity: '-', delay: true } } }),
    ]
    expect(paint(was, is).links.get(link('ab'))?.paint).toEqual({ hue: 'yellow', tag: '+→−' })
  })

  it('VERSION-32: where nothing changed it is the map as it was', () => {
    const then = testView()
    expect(paint(then, testView())).toBe(then)
  })
})
