import { describe, expect, it } from 'vitest'
import { compareMaps, isSameMap } from '../../../../lib/analysis/compareMaps'
import { alignMap, chooseMatching } from '../../../../lib/analysis/learning/alignMaps'
import { testView } from '../../../helpers/testMap'
import { mapOf } from './someMaps'

describe('two maps as pictures of one', () => {
  it('LEARN-20: copies of one map are matched by id, so that a new name is a new name', () => {
    const [a, b, c] = ['3QzTnUuPq1xYkA', '7HhWmVvRr2zLmB', '9KkXpSsTt3wNnC']
    const elements = { [b]: { label: 'Calm' }, [c]: { label: 'Rest' } }
    const first = testView({ elements: { [a]: { label: 'Load' }, ...elements } })
    const second = testView({ elements: { [a]: { label: 'Workload' }, ...elements } })
    const { view, by } = alignMap(first, second)
    expect(by).toBe('id')
    expect(compareMaps(first, view).elements.renamed).toEqual([{ id: a, before: 'Load', after: 'Workload' }])
  })

  it('LEARN-22: copies that were made maps of their own have no difference in title and places either', () => {
    const elements = { '3QzTnUuPq1xYkA': { label: 'Load' }, '7HhWmVvRr2zLmB': { label: 'Calm' } }
    const first = testView({ elements })
    const second = testView({ elements, meta: { title: 'Group 2' }, positions: { '3QzTnUuPq1xYkA': [9000, 0] } })
    const aligned = alignMap(first, second)
    expect(aligned).toMatchObject({ by: 'id', isOneMap: false })
    expect(isSameMap(compareMaps(first, aligned.view))).toBe(true)
  })

  it('LEARN-20: files of one map say when it was made, and then every id counts', () => {
    const meta = { createdAt: 1_700_000_000_000 }
    const first = testView({ meta, elements: { e1: { label: 'Load' }, e2: { label: 'Calm' } } })
    const second = testView({ meta, elements: { e1: { label: 'Workload' }, e2: { label: 'Peace' } } })
    expect(compareMaps(first, alignMap(first, second).view).elements.renamed).toHaveLength(2)
  })

  it('LEARN-20: what both added under one name to copies of a map is one', () => {
    const base = { 'a-long-random': { label: 'Load' }, b: { label: 'Calm' } }
    const first = testView({ elements: { ...base, x: { label: 'Trust' } } })
    const second = testView({
      elements: { ...base, y: { label: 'trust ' } },
      links: { ya: { from: 'y', to: 'a-long-random', polarity: '+' } },
    })
    const { view } = alignMap(first, second)
    expect([...view.elements.keys()]).toEqual(['a-long-random', 'b', 'x'])
    expect(view.links.get('ya' as never)).toMatchObject({ from: 'x', to: 'a-long-random' })
  })

  it('LEARN-21: ids of files that mean something else are not taken for the same, however many are alike', () => {
    const alike = { e1: { label: 'Rain' }, e2: { label: 'Snow' } }
    const one = testView({ elements: { ...alike, e3: { label: 'Debt' } } })
    const other = testView({ elements: { ...alike, e3: { label: 'Harvest' } } })
    expect(compareMaps(one, alignMap(one, other).view).elements).toMatchObject({
      renamed: [],
      added: [{ label: 'Harvest' }],
      removed: [{ label: 'Debt' }],
    })

    const first = testView({ elements: { 1: { label: 'Rain' }, 2: { label: 'Harvest' } } })
    const second = testView({
      elements: { 1: { label: 'Harvest' }, 2: { label: 'Debt' } },
      links: { 1: { from: '1', to: '2', polarity: '-' } },
    })
    expect(chooseMatching(first, second)).toBe('name')
    const { view } = alignMap(first, second)
    expect([...view.elements].map(([id, { label }]) => [id, label])).toEqual([
      ['2', 'Harvest'],
      ['2_2', 'Debt'],
    ])
    expect([...view.links.values()]).toMatchObject([{ from: '2', to: '2_2' }])
  })

  it('LEARN-22: maps that were made apart have no difference in title, places, spelling of a name and what is foreign', () => {
    const first = testView({
      elements: { a: { label: 'Trust' }, b: { label: 'Calm' } },
      links: { ab: { from: 'a', to: 'b', polarity: '+' } },
      loops: {},
    })
    const second = testView({
      meta: { title: 'Another' },
      elements: { p: { label: 'calm', foreign: 'x' }, q: { label: 'TRUST' } },
      links: { qp: { from: 'q', to: 'p', polarity: '+' } },
      positions: { p: [5000, 0], q: [0, 5000] },
    })
    expect(isSameMap(compareMaps(first, alignMap(first, second).view))).toBe(true)
  })

  it('LEARN-22: a tie without direction is one from either end, a directed one is not', () => {
    const people = { a: { kind: 'stakeholder', label: 'Ann' }, b: { kind: 'stakeholder', label: 'Bob' } }
    const tie = (direction: string, from: string, to: string): object => ({
      t: { kind: 'tie', type: 'money', direction, from, to },
    })
    const linksOf = (direction: string): readonly string[] => {
      const first = testView({ elements: people, links: tie(direction, 'a', 'b') as never })
      const second = testView({
        elements: { 1: people.b, 2: people.a },
        links: tie(direction, '1', '2') as never,
      })
      return [...alignMap(first, second).view.links].map(([id, { from, to }]) => `${id} ${from} ${to}`)
    }
    expect(linksOf('mutual')).toEqual(['t a b'])
    expect(linksOf('one-way')).toEqual(['t_2 b a'])
  })

  it('LEARN-23: loops keep their names where they come to be known by other links', () => {
    const first = mapOf('Trust>Calm+,Calm>Trust+')
    const ids = [...first.links.keys()]
    const second = testView({
      elements: { p: { label: 'Trust' }, q: { label: 'Calm' } },
      links: { x: { from: 'p', to: 'q', polarity: '+' }, y: { from: 'q', to: 'p', polarity: '+' } },
      loops: { 'x.y': { name: 'Good round' } },
    })
    const { view } = alignMap(first, second)
    expect([...view.loops]).toEqual([[ids.join('.'), { name: 'Good round' }]])
    expect(compareMaps(first, view).loops.renamed).toMatchObject([{ before: '', loop: { name: 'Good round' } }])
  })
})
