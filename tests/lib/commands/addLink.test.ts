import { describe, expect, it } from 'vitest'
import { addLink } from '../../../lib/commands/addLink'
import { after, element, link, patchOf, problemOf, testView } from '../../helpers/testMap'

const mixed = testView({
  elements: { a: {}, b: {}, s: { kind: 'stakeholder' }, t: { kind: 'stakeholder' }, f: { kind: 'frame' } },
  links: { ab: { from: 'a', to: 'b' }, st: { kind: 'tie', type: 'money', from: 's', to: 't' } },
})
const [a, b, s, t, f] = ['a', 'b', 's', 't', 'f'].map(element) as [never, never, never, never, never]

describe('addLink', () => {
  it('links variables by a causal link with sign and delay, and names both ends', () => {
    const input = { from: b, to: a, polarity: '-', delay: true, id: link('new') } as const
    expect(after(mixed, addLink, input).links.get(link('new'))).toMatchObject({
      kind: 'causal',
      from: 'b',
      to: 'a',
      polarity: '-',
      delay: true,
      createdBy: 'Ana',
    })
    const patch = patchOf(mixed, addLink, input)
    expect(patch.label.name).toBe('B → A')
    expect(patch.select?.links).toEqual(['new'])
  })

  it('chooses the kind that the ends mean, unless told', () => {
    expect(after(mixed, addLink, { from: t, to: s, id: link('n') }).links.get(link('n'))?.kind).toBe('tie')
    expect(after(mixed, addLink, { from: s, to: a, id: link('n') }).links.get(link('n'))?.kind).toBe('relation')
    const told = { from: a, to: b, kind: 'relation', id: link('n') } as const
    expect(after(mixed, addLink, told).links.get(link('n'))?.kind).toBe('relation')
  })

  it('CMD-5: refuses the same link, not the other way round nor a tie of another type', () => {
    expect(problemOf(mixed, addLink, { from: a, to: b })).toEqual({ code: 'already-linked', subject: 'A → B' })
    expect(problemOf(mixed, addLink, { from: s, to: t, fields: { type: 'money' } }).code).toBe('already-linked')
    expect(after(mixed, addLink, { from: b, to: a }).links.size).toBe(3)
    expect(after(mixed, addLink, { from: s, to: t, fields: { type: 'information' } }).links.size).toBe(3)
    expect(after(mixed, addLink, { from: s, to: t }).links.size).toBe(3)
  })

  it('CMD-6: refuses a link to itself and to scenery', () => {
    expect(problemOf(mixed, addLink, { from: a, to: a })).toEqual({ code: 'cannot-link', subject: 'A' })
    expect(problemOf(mixed, addLink, { from: a, to: f })).toEqual({ code: 'cannot-link', subject: 'F' })
  })

  it('CMD-8: refuses a sign on a tie, an end that is gone and an id that is taken', () => {
    expect(problemOf(mixed, addLink, { from: t, to: s, polarity: '+' })).toEqual({
      code: 'bad-input',
      subject: 'polarity',
    })
    expect(problemOf(mixed, addLink, { from: a, to: element('gone') })).toEqual({ code: 'not-found', subject: 'gone' })
    expect(problemOf(mixed, addLink, { from: b, to: a, id: link('ab') }).code).toBe('bad-input')
    expect(problemOf(mixed, addLink, { from: b, to: a, fields: { from: 's' } }).subject).toBe('from')
  })

  it('CMD-4: refuses a link too many', () => {
    const crowded = {
      ...mixed,
      links: new Map(Array.from({ length: 20_000 }, (_, n) => [link('l' + String(n)), mixed.links.get(link('st'))!])),
    }
    expect(problemOf(crowded, addLink, { from: a, to: b })).toEqual({ code: 'too-many-links', subject: '20000' })
  })

  it.each(['createdBy', 'createdAt', 'from'])('CMD-18: %s cannot be brought along', (field) => {
    const input = { from: element('b'), to: element('a'), fields: { [field]: 'Eve' } }
    expect(problemOf(testView(), addLink, input)).toEqual({ code: 'bad-input', subject: field })
  })
})
