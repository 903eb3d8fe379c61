import { describe, expect, it } from 'vitest'
import { setLinkFields } from '../../../lib/commands/setLinkFields'
import { after, link, links, problemOf, testView } from '../../helpers/testMap'

const view = testView({
  elements: { a: {}, b: {}, s: { kind: 'stakeholder' }, t: { kind: 'stakeholder' } },
  links: { ab: { from: 'a', to: 'b', strength: 0.5 }, st: { kind: 'tie', from: 's', to: 't' } },
})

describe('setLinkFields', () => {
  it('sets and removes fields of several links', () => {
    const now = after(view, setLinkFields, { links: links('ab', 'st'), fields: { confidence: 0.2, strength: null } })
    expect(now.links.get(link('ab'))).toMatchObject({ confidence: 0.2 })
    expect(now.links.get(link('ab'))).not.toHaveProperty('strength')
    expect(now.links.get(link('st'))).toMatchObject({ confidence: 0.2 })
  })

  it('links of a kind that lacks the field stay as they are', () => {
    const now = after(view, setLinkFields, { links: links('ab', 'st'), fields: { type: 'money' } })
    expect(now.links.get(link('st'))).toMatchObject({ type: 'money' })
    expect(now.links.get(link('ab'))).toBe(now.links.get(link('ab')))
    expect(now.links.get(link('ab'))).not.toHaveProperty('type')
    expect(problemOf(view, setLinkFields, { links: links('ab'), fields: { type: 'money' } })).toEqual({
      code: 'bad-input',
      subject: 'type',
    })
  })

  it.each(['kind', 'from', 'to', 'createdAt'])('CMD-8: refuses %s', (subject) => {
    const input = { links: links('ab'), fields: { [subject]: 'x' } }
    expect(problemOf(view, setLinkFields, input)).toEqual({ code: 'bad-input', subject })
  })

  it('CMD-8: refuses a value that does not fit and links that are gone', () => {
    expect(problemOf(view, setLinkFields, { links: links('ab'), fields: { strength: 3 } }).subject).toBe('strength')
    expect(problemOf(view, setLinkFields, { links: links('x'), fields: { strength: 1 } }).code).toBe('not-found')
    expect(problemOf(view, setLinkFields, { links: [], fields: { strength: 1 } }).code).toBe('nothing-to-do')
  })
})
