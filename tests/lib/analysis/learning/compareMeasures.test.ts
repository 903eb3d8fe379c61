import { describe, expect, it } from 'vitest'
import { alignMap } from '../../../../lib/analysis/learning/alignMaps'
import { compareMeasures } from '../../../../lib/analysis/learning/compareMeasures'
import { mapOf } from './someMaps'

function compare(before: string, after: string) {
  const first = mapOf(before)
  const { view } = alignMap(first, mapOf(after))
  const { moves, ...whole } = compareMeasures(first, view)
  const named = moves.map(({ id, ...move }) => ({ name: first.elements.get(id)?.label, ...move }))
  return { moves: named, ...whole }
}

describe('measures that moved', () => {
  it('LEARN-30: of what both have, the largest change first, with what it was and is', () => {
    const { moves, elements, links, density } = compare('A>B+,C', 'A>B+,B>C+,D')
    expect(moves.map(({ name, measure, before, after }) => [name, measure, before, after])).toEqual([
      ['A', 'reach', 1, 2],
      ['B', 'links', 1, 2],
      ['B', 'reach', 0, 1],
      ['C', 'links', 0, 1],
      ['B', 'between', 0, 1 / 6],
    ])
    expect(elements).toEqual({ before: 3, after: 4 })
    expect(links).toEqual({ before: 1, after: 2 })
    expect(density).toEqual({ before: 1 / 6, after: 2 / 12 })
  })

  it('LEARN-30: nothing moved between a map and itself, and empty maps have no density', () => {
    expect(compare('A>B+,B>A-', 'A>B+,B>A-').moves).toEqual([])
    expect(compare('', '').density.before).toBeNaN()
  })
})
