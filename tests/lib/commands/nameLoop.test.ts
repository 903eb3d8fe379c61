import { describe, expect, it } from 'vitest'
import { nameLoop } from '../../../lib/commands/nameLoop'
import { readNotedLoops } from '../../../lib/analysis/notedLoops'
import { fromWeftMap, toWeftMap } from '../../../lib/model/mapFile'
import { after, applied, problemOf, testContext, testMap, testView } from '../../helpers/testMap'

const map = testMap({ elements: { a: {}, b: {} }, links: { ab: { from: 'a', to: 'b' }, ba: { from: 'b', to: 'a' } } })
const view = fromWeftMap(map)
const named = fromWeftMap({ ...map, loops: { 'ab.ba': { name: 'Spiral', note: 'Round and round' } } })
const run = (on: typeof view, input: Parameters<typeof nameLoop>[1]) => nameLoop(on, input, testContext())

describe('naming a loop', () => {
  it('LOOPS-3: keeps name and story apart, and lets go of both together', () => {
    const first = run(view, { key: 'ab.ba', name: '  Spiral ' })
    if (!first.ok) throw new Error(first.reason.code)
    expect(applied(view, first.value).loops.get('ab.ba')).toEqual({ name: 'Spiral' })
    const second = run(named, { key: 'ab.ba', note: '' })
    if (!second.ok) throw new Error(second.reason.code)
    expect(applied(named, second.value).loops.get('ab.ba')).toEqual({ name: 'Spiral' })
    const last = run(named, { key: 'ab.ba', name: '', note: '' })
    if (!last.ok) throw new Error(last.reason.code)
    expect(applied(named, last.value).loops.size).toBe(0)
  })

  it('CMD-4, CMD-7: refuses links that are not there, texts that are too long and what changes nothing', () => {
    expect(run(view, { key: 'ab.gone', name: 'x' })).toMatchObject({ reason: { code: 'not-found' } })
    expect(run(view, { key: 'ab.ba', name: 'x'.repeat(301) })).toMatchObject({ reason: { code: 'label-too-long' } })
    expect(run(named, { key: 'ab.ba', name: 'Spiral' })).toMatchObject({ reason: { code: 'nothing-to-do' } })
  })

  describe('by whatever key it is named', () => {
    const ring = testView({
      elements: { a: {}, b: {}, c: {} },
      links: {
        m1: { from: 'a', to: 'b' },
        m2: { from: 'b', to: 'c' },
        m3: { from: 'c', to: 'a' },
        z1: { from: 'a', to: 'b' },
        t: { from: 'c', to: 'b' },
      },
    })

    it('LOOPS-9: a loop named from another link on, or in another order, has one note under its canonical key', () => {
      for (const key of ['m1.m2.m3', 'm2.m3.m1', 'm3.m2.m1']) {
        expect([...after(ring, nameLoop, { key, name: 'Ring' }).loops.keys()]).toEqual(['m1.m2.m3'])
      }
    })

    it('LOOPS-9: of two links that make one arc, either names the loop that has a note', () => {
      const first = after(ring, nameLoop, { key: 'z1.m2.m3', name: 'Ring' })
      expect([...first.loops]).toEqual([['m2.m3.z1', { name: 'Ring' }]])
      const both = after(first, nameLoop, { key: 'm1.m2.m3', note: 'Round' })
      expect([...both.loops]).toEqual([['m2.m3.z1', { name: 'Ring', note: 'Round' }]])
      expect(readNotedLoops(both).map(({ key, name }) => [key, name])).toEqual([['m2.m3.z1', 'Ring']])
    })

    it('LOOPS-9: what does not close, or is more than one loop, is refused', () => {
      for (const key of ['m1', 'm1.m2', 'm1.m2.m3.t', 'm1.m1', 'm2.t.m1.m3']) {
        expect(problemOf(ring, nameLoop, { key, name: 'None' }), key).toEqual({ code: 'bad-input', subject: 'key' })
      }
      expect(problemOf(ring, nameLoop, { key: '', name: 'None' }).code).toBe('not-found')
    })

    it('LOOPS-9: what was noted before, under whatever key, can be changed and let go', () => {
      for (const key of ['m3.m1.m2', 'm1', 'm1.gone']) {
        const old = fromWeftMap({ ...toWeftMap(ring), loops: { [key]: { name: 'Old' } } })
        expect([...after(old, nameLoop, { key, name: 'New' }).loops]).toEqual([[key, { name: 'New' }]])
        expect(after(old, nameLoop, { key, name: '' }).loops.size).toBe(0)
      }
    })
  })
})
