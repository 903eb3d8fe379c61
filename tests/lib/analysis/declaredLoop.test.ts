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

  it('LOOP-13: a self-link is a loop; what hangs on one by a long way is its tail', () => {
    const chain = Array.from({ length: 30 }, (_, index) => `t${index}`)
    const long = testView({
      elements: Object.fromEntries(['a', ...chain].map((id) => [id, {}])),
      links: {
        aa: { from: 'a', to: 'a' },
        ...Object.fromEntries(chain.map((id, index) => [`l${index}`, { from: chain[index - 1] ?? 'a', to: id }])),
      },
    })
    expect(examineDeclaredLoop(long, 'aa')).toEqual({ kind: 'loop', key: 'aa' })
    const tail = chain.map((_, index) => `l${index}`)
    expect(examineDeclaredLoop(long, ['aa', ...tail].join('.'))).toEqual({ kind: 'loop-and-tail', key: 'aa', tail })
  })

  it('LOOP-16: a long chain that closes nowhere costs so many looks a link, however long it is', () => {
    const looksPerLink = (count: number): number => {
      const ids = Array.from({ length: count + 1 }, (_, index) => `e${index}`)
      const made = testView({
        elements: Object.fromEntries(ids.map((id) => [id, {}])),
        links: Object.fromEntries(ids.slice(1).map((to, index) => [`l${index}`, { from: ids[index] ?? to, to }])),
      })
      let looks = 0
      const links = new Map(made.links)
      links.get = (id) => {
        looks += 1
        return made.links.get(id)
      }
      const key = [...made.links.keys()].join('.')
      expect(examineDeclaredLoop({ links }, key)).toEqual({ kind: 'open' })
      return looks / count
    }
    expect(looksPerLink(100)).toBeLessThan(8)
    expect(looksPerLink(800)).toBeLessThan(8)
  })
})
