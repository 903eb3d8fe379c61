import { describe, expect, it } from 'vitest'
import { findLostLoops } from '../../../components/panels/loops/loopList'
import { readNotedLoops } from '../../../lib/analysis/notedLoops'
import { testView } from '../../helpers/testMap'

const view = testView({
  elements: { a: {}, b: {}, c: {} },
  links: {
    m1: { from: 'a', to: 'b' },
    m2: { from: 'b', to: 'a' },
    z1: { from: 'a', to: 'b' },
    bc: { from: 'b', to: 'c' },
  },
  loops: {
    'm1.m2': { name: 'Shown' },
    'm2.z1': { name: 'By the parallel link' },
    'm2.m1': { note: 'Turned' },
    'm1.bc': { name: 'Open' },
    'm1.m2.bc': { archetype: 'escalation' },
  },
})

describe('what people noted and the list cannot show', () => {
  it('LOOPS-9: a second note of one loop is told, beside what is no loop', () => {
    expect(findLostLoops(view, readNotedLoops(view)).map(({ name, reason }) => [name, reason.kind])).toEqual([
      ['By the parallel link', 'doubled'],
      ['', 'doubled'],
      ['Open', 'open'],
    ])
  })

  it('LOOPS-9: as long as loops are not known, nothing is said to be noted twice', () => {
    expect(findLostLoops(view).map(({ name }) => name)).toEqual(['Open'])
  })
})
