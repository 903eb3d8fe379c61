import { describe, expect, it } from 'vitest'
import { findProposal, proposeTie } from '@/lib/commands/proposeTie'
import { after, element, problemOf, testView } from '../../helpers/testMap'

describe('proposeTie', () => {
  const view = testView({
    elements: { a: { kind: 'stakeholder' }, b: { kind: 'stakeholder' }, c: { kind: 'stakeholder' } },
  })
  const ends = [element('a'), element('b')] as const
  const input = { ends, at: { x: 10, y: 20 }, label: 'Connect A and B' }

  it('NET-33: puts an action with a contribution to either end on the map, and no tie', () => {
    const made = after(view, proposeTie, input)
    const action = findProposal(made, ends)
    expect(action === undefined ? undefined : made.elements.get(action)).toMatchObject({
      kind: 'action',
      label: 'Connect A and B',
    })
    expect([...made.links.values()].map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['contribution', action, 'a'],
      ['contribution', action, 'b'],
    ])
    expect(findProposal(made, [element('a'), element('c')])).toBeUndefined()
  })

  it('NET-33: the action says who could introduce the two, where somebody could', () => {
    const described = (now: typeof view) => {
      const action = findProposal(now, ends)
      return action === undefined ? undefined : now.elements.get(action)?.description
    }
    const description = 'Could introduce: C'
    expect(described(after(view, proposeTie, { ...input, description }))).toBe(description)
    expect(described(after(view, proposeTie, input))).toBe('')
  })

  it('NET-33: is not proposed twice, nor to who is gone', () => {
    const made = after(view, proposeTie, input)
    expect(problemOf(made, proposeTie, { ...input, ends: [element('b'), element('a')] }).code).toBe('nothing-to-do')
    expect(problemOf(view, proposeTie, { ...input, ends: [element('a'), element('gone')] }).code).toBe('not-found')
  })
})
