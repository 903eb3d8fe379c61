import { describe, expect, it } from 'vitest'
import { traceDeclaredLoop } from '../../../lib/analysis/declaredTrace'
import { testView } from '../../helpers/testMap'

const view = testView({
  elements: { a: {}, b: {}, c: {}, d: {}, e: {} },
  links: {
    ab: { from: 'a', to: 'b' },
    ba: { from: 'b', to: 'a' },
    bc: { from: 'b', to: 'c' },
    cb: { from: 'c', to: 'b' },
    cd: { from: 'c', to: 'd' },
    ce: { from: 'c', to: 'e' },
    aa: { from: 'a', to: 'a' },
  },
})
const ways = (list: readonly { readonly variables: readonly string[] }[]) => list.map((one) => one.variables.join(' '))

describe('where links that somebody named as a loop lead', () => {
  it('LOOP-17: an open chain is told from its beginning to where it stops, whatever the order of its links', () => {
    for (const key of ['ab.bc.cd', 'cd.ab.bc']) {
      const trace = traceDeclaredLoop(view, key)
      expect(trace.cycle).toBeUndefined()
      expect(ways(trace.chains)).toEqual(['a b c d'])
      expect(trace.chains[0]?.links).toEqual(['ab', 'bc', 'cd'])
    }
  })

  it('LOOP-17: a chain that forks is told in pieces, each link once', () => {
    const trace = traceDeclaredLoop(view, 'ab.bc.cd.ce')
    expect(ways(trace.chains)).toEqual(['a b c', 'c d', 'c e'])
    expect(trace.meetings).toEqual(['c'])
  })

  it('LOOP-17: the cycle and the tail are told apart', () => {
    const trace = traceDeclaredLoop(view, 'ba.ab.bc.cd')
    expect(trace.cycle).toEqual({ variables: ['a', 'b'], links: ['ab', 'ba'] })
    expect(ways(trace.chains)).toEqual(['b c d'])
    expect(traceDeclaredLoop(view, 'aa.ab').cycle?.variables).toEqual(['a'])
  })

  it('LOOP-17: of several loops at once it is told where they meet', () => {
    const trace = traceDeclaredLoop(view, 'ab.ba.bc.cb')
    expect(trace.cycle).toBeUndefined()
    expect(trace.chains).toEqual([])
    expect(trace.meetings).toEqual(['b'])
  })

  it('LOOP-17: of one that lost links it is told what is left', () => {
    const trace = traceDeclaredLoop(view, 'ab.bc.gone')
    expect(trace.links).toEqual(['ab', 'bc'])
    expect(ways(trace.chains)).toEqual(['a b c'])
    expect(traceDeclaredLoop(view, 'gone')).toEqual({
      links: [],
      variables: [],
      cycle: undefined,
      chains: [],
      meetings: [],
    })
  })
})
