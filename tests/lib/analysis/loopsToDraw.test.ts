import { describe, expect, it } from 'vitest'
import { loopsToDraw } from '@/lib/analysis/loopsToDraw'
import type { ElementId } from '@/lib/base/ids'
import { fromWeftMap } from '@/lib/model/mapFile'
import { buildTemplate } from '@/lib/templates/buildTemplate'
import { elements } from '../../helpers/testMap'

const buses = fromWeftMap(buildTemplate('causal-loop', (key) => key))
const named = (loops: readonly (readonly ElementId[])[]): readonly string[] =>
  loops.map((loop) => loop.map((id) => buses.elements.get(id)?.label.split('.').at(-1) ?? '').join(' '))

describe('the loops that a drawing is to show', () => {
  it('LAYOUT-21: a loop that people named is there once, though it is independent of the others, too', () => {
    const loops = named(loopsToDraw(buses, () => false))
    expect(loops.map((loop) => loop.split(' ').toSorted().join(' ')).toSorted()).toEqual([
      'buses fares riders waiting',
      'cars jams riders waiting',
      'crowding riders',
    ])
  })

  it('LAYOUT-21: of a part, those that lie in it altogether', () => {
    const only = new Set<ElementId>(elements())
    for (const { id, label } of buses.elements.values()) if (/riders|crowding|cars$/.test(label)) only.add(id)
    const loops = named(loopsToDraw(buses, () => false, only))
    expect(loops.map((loop) => loop.split(' ').toSorted().join(' '))).toEqual(['crowding riders'])
  })
})
