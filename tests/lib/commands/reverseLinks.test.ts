import { describe, expect, it } from 'vitest'
import { reverseLinks } from '../../../lib/commands/reverseLinks'
import { after, link, links, problemOf, testView } from '../../helpers/testMap'

const view = testView({
  elements: { a: {}, b: {}, c: {} },
  links: { ab: { from: 'a', to: 'b', polarity: '-' }, ba: { from: 'b', to: 'a' }, bc: { from: 'b', to: 'c' } },
})

describe('reverseLinks', () => {
  it('turns links round and keeps the rest', () => {
    expect(after(view, reverseLinks, { links: links('bc') }).links.get(link('bc'))).toMatchObject({
      from: 'c',
      to: 'b',
    })
    const both = after(view, reverseLinks, { links: links('ab', 'ba') })
    expect(both.links.get(link('ab'))).toMatchObject({ from: 'b', to: 'a', polarity: '-' })
    expect(both.links.get(link('ba'))).toMatchObject({ from: 'a', to: 'b' })
  })

  it('CMD-5: refuses to say twice what another link says', () => {
    expect(problemOf(view, reverseLinks, { links: links('ab') })).toEqual({ code: 'already-linked', subject: 'B → A' })
    expect(problemOf(view, reverseLinks, { links: links('x') }).code).toBe('not-found')
  })
})
