import { describe, expect, it } from 'vitest'
import { examineDeclaredLoop } from '../../../lib/analysis/declaredLoop'
import { testView } from '../../helpers/testMap'

const view = testView({
  elements: { a: {}, b: {}, c: {}, d: {} },
  links: {
    ab: { from: 'a', to: 'b' },
    bc: { from: 'b', to: 'c' },
    ca: { from: 'c', to: 'a' },
    ba: { from: 'b', to: 'a' },
    da: { from: 'd', to: 'a' },
    tie: { kind: 'relation', from: 'c', to: 'd' },
  },
})

describe('links that somebody named as a loop', () => {
  it.each([
    ['ca.ab.bc', { kind: 'loop', key: 'ab.bc.ca' }],
    ['ab.da.bc.ca', { kind: 'loop-and-tail', key: 'ab.bc.ca', tail: ['da'] }],
    ['ab.bc', { kind: 'open' }],
    ['ab.bc.ca.ba', { kind: 'tangle' }],
    ['ab.bc.gone', { kind: 'broken', missing: ['gone'] }],
    ['ab.tie', { kind: 'broken', missing: ['tie'] }],
  ])('LOOP-13: %s', (key, expected) => {
    expect(examineDeclaredLoop(view, key)).toEqual(expected)
  })
})
