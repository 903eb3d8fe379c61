import { describe, expect, it } from 'vitest'
import { createSeededRandom } from '../../../lib/base/random'
import { changeGroup, groupOf, moveTo, spreadEvenly, type Breakouts } from '../../../lib/practice/breakouts'

const people = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `p${index}`)
const breakouts: Breakouts = {
  id: 'b',
  mode: 'even',
  begunAt: 0,
  groups: [
    { id: 'g1', name: 'One', map: 'm1', people: ['ana'] },
    { id: 'g2', name: 'Two', map: 'm2', people: ['ben'] },
  ],
}

describe('spreadEvenly', () => {
  it.each([
    [0, 3],
    [1, 3],
    [7, 3],
    [22, 4],
    [200, 20],
  ])('BREAKOUT-31: %i people in %i groups: everyone once, sizes differ by one at most', (count, groups) => {
    const spread = spreadEvenly(people(count), groups, createSeededRandom(count))
    expect(spread).toHaveLength(groups)
    expect(spread.flat().sort()).toEqual([...people(count)].sort())
    const sizes = spread.map((group) => group.length)
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
  })

  it('BREAKOUT-31: chance mixes, the same chance in the same way', () => {
    const of = (seed: number) => spreadEvenly(people(12), 3, createSeededRandom(seed))
    expect(of(1)).toEqual(of(1))
    expect(of(1)).not.toEqual(of(2))
  })
})

describe('moving between groups', () => {
  it('BREAKOUT-31: somebody is in one group at a time', () => {
    const moved = moveTo(breakouts, 'ana', 'g2')
    expect(moved.ok && moved.value.groups.map((group) => group.people)).toEqual([[], ['ben', 'ana']])
    expect(moved.ok && groupOf(moved.value, 'ana')?.id).toBe('g2')
    const out = moveTo(breakouts, 'ana', undefined)
    expect(out.ok && groupOf(out.value, 'ana')).toBeUndefined()
  })

  it('BREAKOUT-31: who is there already stays, and a group that is not there takes nobody', () => {
    const same = moveTo(breakouts, 'ana', 'g1')
    expect(same.ok && same.value).toBe(breakouts)
    expect(moveTo(breakouts, 'ana', 'g9')).toEqual({ ok: false, reason: 'no-such-group' })
    expect(changeGroup(breakouts, 'g9', { name: 'x' })).toEqual({ ok: false, reason: 'no-such-group' })
  })
})
