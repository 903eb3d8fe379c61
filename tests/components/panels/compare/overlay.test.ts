import { describe, expect, it } from 'vitest'
import { paintAgreement, paintPair } from '../../../../components/panels/compare/overlay'
import { compareMaps } from '../../../../lib/analysis/compareMaps'
import { alignMap } from '../../../../lib/analysis/learning/alignMaps'
import { joinMaps } from '../../../../lib/analysis/learning/joinMaps'
import { measureAgreement } from '../../../../lib/analysis/learning/mapAgreement'
import type { MapView } from '../../../../lib/model/mapView'
import { boardView } from '../../../../lib/model/position'
import { renderMap } from '../../../../lib/render/renderMap'
import { testView } from '../../../helpers/testMap'
import { mapOf } from '../../../lib/analysis/learning/someMaps'

const paints = (view: MapView): readonly string[] => [
  ...[...view.elements.values()].map(({ label, paint }) => `${label} ${paint?.tag ?? 'faint'}`),
  ...[...view.links.values()].map(({ from, to, paint }) => {
    const name = (id: typeof from): string => view.elements.get(id)?.label ?? ''
    return `${name(from)}${name(to)} ${paint?.tag ?? 'faint'}${paint?.dashed === true ? ' dashed' : ''}`
  }),
]
const spots = (view: MapView): readonly string[] =>
  [...(view.positions.get(boardView)?.values() ?? [])].map(({ x, y }) => `${Math.round(x)} ${Math.round(y)}`)

describe('compared maps as pictures', () => {
  it('LEARN-52: one over the other, what only one has and what is otherwise by sign and dash; nothing covers anything', () => {
    const first = mapOf('A>B+,B>C+,C>A+')
    const aligned = alignMap(first, mapOf('A>B-,B>C+,B>D+'))
    const { overlaid } = paintPair(first, aligned, compareMaps(first, aligned.view))
    expect(paints(overlaid)).toEqual([
      ...['A faint', 'B faint', 'C faint', 'D +'],
      ...['AB +→−', 'BC faint', 'CA − dashed', 'BD +'],
    ])
    expect(new Set(spots(overlaid)).size).toBe(4)
  })

  it('LEARN-52: side by side each stands as its people drew it', () => {
    const first = testView({ elements: { a: { label: 'A' }, b: { label: 'B' } } })
    const other = testView({
      elements: { p: { label: 'B' }, q: { label: 'A' }, r: { label: 'C' } },
      positions: { p: [10, 900], q: [700, 20], r: [50, 50] },
    })
    const aligned = alignMap(first, other)
    const { first: left, second } = paintPair(first, aligned, compareMaps(first, aligned.view))
    expect(paints(left)).toEqual(['A faint', 'B faint'])
    expect(paints(second)).toEqual(['B faint', 'A faint', 'C +'])
    expect(spots(second)).toEqual(['10 900', '700 20', '50 50'])
  })

  it('LEARN-53: several maps as one: width and number by support, contested and lone by sign and dash', () => {
    const joined = joinMaps([mapOf('A>B+,B>C+'), mapOf('A>B+,B>C-'), mapOf('A>B+,A>D+')])
    const painted = paintAgreement(joined, measureAgreement(joined))
    expect(paints(painted)).toEqual(['A 3', 'B 3', 'C 2', 'D 1', 'AB 3', 'BC ±', 'AD 1 dashed'])
    expect([...painted.links.values()].map(({ strength }) => strength)).toEqual([1, 2 / 3, 1 / 3])
    expect(new Set(spots(painted)).size).toBe(4)
    const svg = renderMap(painted)
    expect(svg).toContain('±')
    expect(svg).toContain('stroke-width="4"')
  })
})
