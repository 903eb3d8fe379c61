import { describe, expect, it } from 'vitest'
import { setPolarity } from '../../../lib/commands/setPolarity'
import { after, link, links, patchOf, problemOf, testView } from '../../helpers/testMap'

const view = testView({
  elements: { a: {}, b: {}, s: { kind: 'stakeholder' } },
  links: { ab: { from: 'a', to: 'b', polarity: '+' }, sa: { kind: 'relation', from: 's', to: 'a' } },
})

describe('setPolarity', () => {
  it('gives and takes a sign, and leaves other links alone', () => {
    expect(after(view, setPolarity, { links: links('ab', 'sa'), polarity: '-' }).links.get(link('ab'))).toMatchObject({
      polarity: '-',
    })
    const bare = after(view, setPolarity, { links: links('ab'), polarity: null })
    expect(bare.links.get(link('ab'))).not.toHaveProperty('polarity')
    expect(patchOf(view, setPolarity, { links: links('ab', 'sa'), polarity: '?' }).label).toEqual({
      step: 'set-sign',
      count: 1,
    })
  })

  it('refuses links that have no sign, and the sign they have', () => {
    expect(problemOf(view, setPolarity, { links: links('sa'), polarity: '+' })).toEqual({ code: 'not-a-causal-link' })
    expect(problemOf(view, setPolarity, { links: links('ab'), polarity: '+' })).toEqual({ code: 'nothing-to-do' })
  })
})
