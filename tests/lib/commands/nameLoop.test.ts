import { describe, expect, it } from 'vitest'
import { nameLoop } from '../../../lib/commands/nameLoop'
import { fromWeftMap } from '../../../lib/model/mapFile'
import { applied, testContext, testMap } from '../../helpers/testMap'

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
})
