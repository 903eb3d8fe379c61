import { createTranslator } from 'next-intl'
import { describe, expect, it } from 'vitest'
import type { ProblemCode } from '../../../lib/commands/command'
import { problemValues } from '../../../components/hooks/problemWords'
import problems from '../../../messages/en/problems.json'

const codes: Readonly<Record<ProblemCode, true>> = {
  'not-found': true,
  locked: true,
  sealed: true,
  layout: true,
  'not-yours': true,
  'hidden-here': true,
  'nothing-to-do': true,
  'label-too-long': true,
  'too-many-elements': true,
  'too-many-links': true,
  'cannot-link': true,
  'already-linked': true,
  'not-a-causal-link': true,
  'needs-two': true,
  'not-alike': true,
  'needs-three': true,
  'bad-input': true,
  'too-many-fields': true,
  'field-there': true,
  'look-there': true,
  'name-taken': true,
  'tag-taken': true,
  'bad-address': true,
  'no-name': true,
  'read-only': true,
  held: true,
}
const t = createTranslator({ locale: 'en', messages: { problems }, namespace: 'problems' })

describe('problems in words', () => {
  it.each(Object.keys(codes) as ProblemCode[])('PANEL-10: "%s" is a sentence, with and without its subject', (code) => {
    for (const subject of [undefined, 'Workload']) {
      const said = t(code, problemValues(subject === undefined ? {} : { subject }))
      expect(said).toMatch(/^\S.*[.!a-z]$/i)
      expect(said).not.toMatch(/[{}]/)
    }
  })
})

describe('locked elements in words', () => {
  it('LOCK-2: are named, counted, and how to unlock them is said', () => {
    const say = (problem: Parameters<typeof problemValues>[0]): string => t('locked', problemValues(problem))
    expect(say({ subject: 'Workload' })).toBe('“Workload” is locked. Select it and choose Unlock first.')
    expect(say({ subject: 'Workload', others: 1 })).toBe(
      '“Workload” and one other are locked. Select them and choose Unlock first.',
    )
    expect(say({ subject: 'Workload', others: 4 })).toBe(
      '“Workload” and 4 others are locked. Select them and choose Unlock first.',
    )
    expect(say({})).toBe('This is locked. Select it and choose Unlock first.')
    expect(say({ others: 2 })).toBe('These are locked. Select them and choose Unlock first.')
    expect(t('stayed', problemValues({ subject: 'Workload' }))).toBe(
      '“Workload” is locked and stayed as it was. Select it and choose Unlock to change it.',
    )
  })

  it('LOCK-2: long names are cut between letters as people see them', () => {
    const { subject } = problemValues({ subject: `${'x'.repeat(58)}👩‍👩‍👧 and more` })
    expect(subject).toBe(`${'x'.repeat(58)}👩‍👩‍👧…`)
  })
})
