import { describe, expect, it } from 'vitest'
import { limits } from '../../../lib/base/limits'
import { addElements } from '../../../lib/commands/addElements'
import { boardView } from '../../../lib/model/position'
import { applied, patchOf, problemOf, testView } from '../../helpers/testMap'

describe('addElements', () => {
  it('adds one variable per label in one step, in a block around the place', () => {
    const labels = Array.from({ length: 14 }, (_, index) => 'Label ' + String(index))
    const empty = testView({})
    const patch = patchOf(empty, addElements, { labels: ['', ...labels, '   '], at: { x: 100, y: 50 } })
    const view = applied(empty, patch)
    expect([...view.elements.values()].map((one) => one.label).sort()).toEqual([...labels].sort())
    const places = [...(view.positions.get(boardView)?.values() ?? [])]
    expect(new Set(places.map(({ x, y }) => x + ',' + String(y))).size).toBe(14)
    const middle = (values: readonly number[]) => (Math.min(...values) + Math.max(...values)) / 2
    expect(middle(places.map(({ x }) => x))).toBe(100)
    expect(middle(places.map(({ y }) => y))).toBe(50)
    expect(patch.label).toEqual({ step: 'added', count: 14 })
    expect(patch.select?.elements).toHaveLength(14)
  })

  it('CMD-7: nothing but empty labels is nothing to do', () => {
    expect(problemOf(testView(), addElements, { labels: [' '], at: { x: 0, y: 0 } })).toEqual({ code: 'nothing-to-do' })
  })

  it('CMD-4: refuses the whole list if one label is too long or there are too many', () => {
    const at = { x: 0, y: 0 }
    expect(problemOf(testView(), addElements, { labels: ['a', 'x'.repeat(301)], at }).code).toBe('label-too-long')
    const labels = Array.from({ length: limits.elements }, () => 'a')
    expect(problemOf(testView(), addElements, { labels, at }).code).toBe('too-many-elements')
  })
})
