import { createTranslator } from 'next-intl'
import { describe, expect, it } from 'vitest'
import type { ProblemCode } from '../../../lib/commands/command'
import problems from '../../../messages/en/problems.json'

const codes: Readonly<Record<ProblemCode, true>> = {
  'not-found': true,
  locked: true,
  'nothing-to-do': true,
  'label-too-long': true,
  'too-many-elements': true,
  'too-many-links': true,
  'cannot-link': true,
  'already-linked': true,
  'not-a-causal-link': true,
  'needs-two': true,
  'needs-three': true,
  'bad-input': true,
  'bad-address': true,
  'no-name': true,
  'read-only': true,
}
const t = createTranslator({ locale: 'en', messages: { problems }, namespace: 'problems' })

describe('problems in words', () => {
  it.each(Object.keys(codes) as ProblemCode[])('PANEL-10: "%s" is a sentence, with and without its subject', (code) => {
    for (const subject of [undefined, 'Workload']) {
      const said = t(code, { subject: subject ?? '', has: subject === undefined ? 'no' : 'yes' })
      expect(said).toMatch(/^\S.*[.!a-z]$/i)
      expect(said).not.toMatch(/[{}]/)
    }
  })
})
