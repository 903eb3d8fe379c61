import { describe, expect, it } from 'vitest'
import { findNameProblem, suggestWord } from '@/components/panels/fields/fieldDraft'

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
})
