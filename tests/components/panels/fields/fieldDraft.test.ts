import { describe, expect, it } from 'vitest'
import { findNameProblem, suggestPersonal, suggestWord, toFieldInput } from '@/components/panels/fields/fieldDraft'
import { testView } from '../../../helpers/testMap'

describe('the dialog of a field', () => {
  it.each([
    ['', 'none'],
    ['budget', 'taken'],
    [' SECTOR ', 'builtIn'],
    ['Motto', undefined],
    ['stance', undefined],
  ])('FIELD-1: a field called “%s”: %s', (name, problem) => {
    const known = { others: ['Budget'], builtIn: ['Sector', 'Stance'], before: 'Stance' }
    expect(findNameProblem(name, known)).toBe(problem)
  })

  it('FIELD-13: a new word on the line of one that went is taken for its new name', () => {
    const before = ['Ready', 'Not yet', 'Never']
    expect(suggestWord(before, ['Sure', 'Not yet', 'Never'], 'Ready')).toBe('Sure')
    expect(suggestWord(before, ['Not yet', 'Never'], 'Ready')).toBeUndefined()
    expect(suggestWord(before, ['Ready', 'Not yet'], 'Never')).toBeUndefined()
  })

  it('FIELD-16: a name that says so makes it personal, until somebody switches it', () => {
    const people = testView({ elements: { s: { kind: 'stakeholder' } } })
    const quantities = testView({ elements: { v: {} } })
    const fresh = { before: undefined, switched: undefined }
    expect(suggestPersonal(people, { name: 'Contact phone' }, fresh)).toBe(true)
    expect(suggestPersonal(people, { name: 'Power score' }, fresh)).toBe(true)
    expect(suggestPersonal(quantities, { name: 'Power score' }, fresh)).toBe(false)
    expect(suggestPersonal(people, { name: 'Power score', of: ['variable'] }, fresh)).toBe(false)
    expect(suggestPersonal(people, { name: 'Budget' }, fresh)).toBe(false)
    expect(suggestPersonal(people, { name: 'Contact phone' }, { ...fresh, switched: false })).toBe(false)
    // One that people left open stays so under its name; a new name is judged anew.
    const before = { name: 'Contact phone' }
    expect(suggestPersonal(people, before, { before, switched: undefined })).toBe(false)
    const plain = { name: 'Budget' }
    expect(suggestPersonal(people, { name: 'E-mail' }, { before: plain, switched: undefined })).toBe(true)
    expect(suggestPersonal(people, plain, { before: { ...plain, personal: true }, switched: undefined })).toBe(true)
    expect(toFieldInput({ name: 'Contact phone', type: 'text', personal: false }, false)['personal']).toBeNull()
  })
})
