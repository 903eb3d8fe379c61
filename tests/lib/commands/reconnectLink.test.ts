import { describe, expect, it } from 'vitest'
import { reconnectLink } from '../../../lib/commands/reconnectLink'
import { after, element, link, patchOf, problemOf, testView } from '../../helpers/testMap'

const view = testView({
  elements: { a: {}, b: {}, c: {}, s: { kind: 'stakeholder' }, f: { kind: 'frame' } },
  links: {
    ab: { from: 'a', to: 'b', polarity: '-', delay: true, strength: 0.5, weight: 1 },
    ac: { from: 'a', to: 'c' },
    told: { kind: 'relation', type: 'x', from: 'b', to: 'c' },
  },
})

describe('reconnectLink', () => {
  it('moves an end and keeps the rest', () => {
    const now = after(view, reconnectLink, { id: link('ab'), end: 'from', element: element('c') })
    expect(now.links.get(link('ab'))).toMatchObject({ from: 'c', to: 'b', polarity: '-', delay: true })
    const patch = patchOf(view, reconnectLink, { id: link('ab'), end: 'from', element: element('c') })
    expect(patch.label).toEqual({ step: 'reconnected', count: 1, name: 'C → B' })
  })

  it('CMD-13: becomes what its new ends mean, without the fields that lacks', () => {
    const now = after(view, reconnectLink, { id: link('ab'), end: 'to', element: element('s') }).links.get(link('ab'))
    expect(now).toMatchObject({ kind: 'relation', to: 's', strength: 0.5, unknown: { weight: 1 } })
    expect(now).not.toHaveProperty('polarity')
    expect(now).not.toHaveProperty('delay')
  })

  it('CMD-13: a kind that people chose against the rule stays', () => {
    const now = after(view, reconnectLink, { id: link('told'), end: 'to', element: element('a') })
    expect(now.links.get(link('told'))).toMatchObject({ kind: 'relation', type: 'x' })
  })

  it('CMD-5, CMD-6, CMD-7: refuses doubles, itself, scenery and the same end', () => {
    const to = (id: string, target: string) =>
      problemOf(view, reconnectLink, { id: link(id), end: 'to', element: element(target) }).code
    expect(to('ab', 'c')).toBe('already-linked')
    expect(to('ab', 'a')).toBe('cannot-link')
    expect(to('ab', 'f')).toBe('cannot-link')
    expect(to('ab', 'b')).toBe('nothing-to-do')
    expect(to('ab', 'x')).toBe('not-found')
    expect(to('x', 'a')).toBe('not-found')
  })
})
