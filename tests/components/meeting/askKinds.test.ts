import { describe, expect, it } from 'vitest'
import { emptyDraft, mayBeAbout, targetsOf, type AskDraft } from '../../../components/meeting/askDraft'
import { kindsOfElements, listAskKinds } from '../../../components/meeting/useAskEntries'
import { withKind } from '../../../components/meeting/AskForm'
import { roundKindNames, roundKinds } from '../../../lib/practice/round'
import { testView } from '../../helpers/testMap'

const usual = (kind: string): string => `usual of ${kind}`

describe('what a kind may be about', () => {
  it('ROUND-70: elements are no links and no loops, of what is selected neither', () => {
    for (const kind of roundKindNames.filter((name) => roundKinds[name].targets === 'elements')) {
      expect(['links', 'loops', 'none'].some((about) => mayBeAbout(kind, about as AskDraft['about']))).toBe(false)
      expect(withKind({ ...emptyDraft, about: 'loops' }, kind, usual).about).toBe('variables')
      expect(withKind({ ...emptyDraft, about: 'actions' }, kind, usual).about).toBe('actions')
      const view = testView({ elements: { a: {}, b: { kind: 'action' } }, links: { l: { from: 'a', to: 'b' } } })
      const selection = { elements: [...view.elements.keys()], links: [...view.links.keys()] }
      expect(targetsOf(view, selection, { kind, about: 'selection' })).toEqual(['a', 'b'])
      expect(targetsOf(view, selection, { kind: 'dots', about: 'selection' })).toHaveLength(3)
      expect(targetsOf(view, selection, { kind, about: 'actions' })).toEqual(['b'])
    }
  })
})

describe('the question of a kind', () => {
  it('ROUND-50: stands there for kinds that are mostly asked in the same words, and gives way to what is typed', () => {
    const asked = withKind(emptyDraft, 'challenge', usual)
    expect(asked.question).toBe('usual of challenge')
    expect(withKind(asked, 'dots', usual).question).toBe('')
    const typed = { ...asked, question: 'And this?' }
    expect(withKind(typed, 'dots', usual).question).toBe('And this?')
    expect(withKind(withKind(typed, 'dots', usual), 'challenge', usual).question).toBe('And this?')
  })
})

describe('asking about what is selected', () => {
  it('ROUND-84: offers the kinds that are about elements, dots for several and a grid for stakeholders', () => {
    const variable = { kind: 'variable' } as const
    const stakeholder = { kind: 'stakeholder' } as const
    expect(listAskKinds([variable])).toEqual(['challenge', 'pulse', 'scale'])
    expect(listAskKinds([variable, stakeholder])).toEqual(['challenge', 'pulse', 'dots', 'scale'])
    expect(listAskKinds([stakeholder])).toEqual(['challenge', 'pulse', 'scale', 'point'])
    const about = roundKindNames.filter((name) => roundKinds[name].targets !== 'never')
    expect([...kindsOfElements].toSorted()).toEqual(about.toSorted())
  })
})
