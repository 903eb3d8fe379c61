import { describe, expect, it } from 'vitest'
import { blockPlaces } from '@/lib/commands/blockPlaces'
import { withMinus } from '@/components/hooks/withMinus'
import { deletionValues } from '@/components/hooks/deletionNews'
import { toggleTie } from '@/lib/commands/toggleTie'
import { element, patchOf, testView } from '../../helpers/testMap'

describe('where a list of new elements goes', () => {
  it('CMD-20: lands on nobody: the whole block goes to free room near by', () => {
    const taken = Array.from({ length: 60 }, (_, index) => ({
      x: (index % 10) * 150 - 700,
      y: Math.floor(index / 10) * 90 - 250,
    }))
    for (const count of [1, 5, 40]) {
      const places = blockPlaces(count, { x: 0, y: 0 }, taken)
      expect(places).toHaveLength(count)
      for (const { x, y } of places) {
        for (const one of taken) expect(Math.abs(one.x - x) >= 180 || Math.abs(one.y - y) >= 60).toBe(true)
      }
    }
    expect(blockPlaces(1, { x: 5, y: 6 }, [{ x: 900, y: 0 }])).toEqual([{ x: 5, y: 6 }])
  })

  it('CMD-20: rows are shifted: a line straight down to the next but one passes what stands between', () => {
    for (const count of [2, 3, 4, 7, 12, 20]) {
      const places = blockPlaces(count, { x: 0, y: 0 })
      expect(new Set(places.map(({ x, y }) => `${String(x)},${String(y)}`)).size).toBe(count)
      const middle = (values: readonly number[]) => (Math.min(...values) + Math.max(...values)) / 2
      expect(middle(places.map(({ y }) => y))).toBe(0)
      for (const from of places) {
        const below = places.filter(({ x, y }) => x === from.x && y > from.y).sort((one, other) => one.y - other.y)[0]
        if (below === undefined) continue
        const between = places.filter(({ y }) => y > from.y && y < below.y)
        for (const { x } of between) expect(Math.abs(x - from.x)).toBeGreaterThanOrEqual(100)
      }
    }
  })
})

describe('what is said of a tie that was taken back', () => {
  it('VIEWS-10: one way of a tie that keeps the other is told, as a deleted tie is', () => {
    const people = { a: { kind: 'stakeholder', label: 'Clinic' }, b: { kind: 'stakeholder', label: 'Council' } }
    const tie = { kind: 'tie', type: 'money', from: 'a', to: 'b', direction: 'mutual' }
    const ends = { from: element('a'), to: element('b'), type: 'money' }
    const both = testView({ elements: people, links: { tie } })
    expect(deletionValues(both, patchOf(both, toggleTie, ends))).toMatchObject({ elements: 0, links: 1, named: 'yes' })
    const oneWay = testView({ elements: people, links: { tie: { ...tie, direction: 'one-way' } } })
    expect(deletionValues(oneWay, patchOf(oneWay, toggleTie, ends))).toMatchObject({ elements: 0, links: 1 })
    const none = testView({ elements: people, links: {} })
    expect(deletionValues(none, patchOf(none, toggleTie, ends))).toBeUndefined()
  })
})

describe('numbers', () => {
  it('have a true minus, and words keep their hyphens', () => {
    expect(['-0.12', '-.5', '3', '+1', '- none', 'well-known'].map(withMinus)).toEqual([
      '−0.12',
      '−.5',
      '3',
      '+1',
      '- none',
      'well-known',
    ])
  })
})
