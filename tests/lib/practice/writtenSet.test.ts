import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { survey } from '../../../lib/practice/survey'
import { readWrittenSet, writeSet } from '../../../lib/practice/writtenSet'

const text = `
# How we meet
- Everybody has time to speak.
2. We end when we said we would.

#What we do
• We do what we said we would do.
`

describe('a set of questions as people write it', () => {
  it('ROUND-86: groups begin with #, and signs of a list are left out', () => {
    const read = readWrittenSet(text, 'How is it?')
    expect(
      read.ok && read.value.groups.map(({ name, questions }) => [name, ...questions.map((one) => one.text)]),
    ).toEqual([
      ['How we meet', 'Everybody has time to speak.', 'We end when we said we would.'],
      ['What we do', 'We do what we said we would do.'],
    ])
  })

  it('ROUND-86: it is the same set in another order, and another one where a word is another', () => {
    const setOf = (words: string): string | undefined => {
      const read = readWrittenSet(words, 'How is it?')
      return read.ok ? read.value.set : undefined
    }
    const one = setOf('# A\nOne\nTwo\n# B\nThree')
    expect(one).toMatch(/^own-/)
    expect(setOf('# B\nthree\n\n# A\n two \nOne')).toBe(one)
    expect(setOf('# A\nOne\nTwo\n# B\nFour')).not.toBe(one)
  })

  it('ROUND-86, ROUND-79: a set in which a question stands in another group is another set', () => {
    const setOf = (words: string): string | undefined => {
      const read = readWrittenSet(words, 'How is it?')
      return read.ok ? read.value.set : undefined
    }
    expect(setOf('# A\nOne\nTwo\n# B\nThree')).not.toBe(setOf('# A\nOne\n# B\nTwo\nThree'))
    expect(setOf('One\nTwo\n# B\nThree')).not.toBe(setOf('One\n# B\nTwo\nThree'))
  })

  it.each(['\r\n', '\r'])('ROUND-86: lines may end as in any text (%j)', (end) => {
    const words = '# A\nOne\nTwo\n\n# B\nThree'
    expect(readWrittenSet(words.replaceAll('\n', end), 'x')).toEqual(readWrittenSet(words, 'x'))
  })

  it.each([
    ['', { kind: 'empty' }],
    ['  \n#\n', { kind: 'empty' }],
    ['# A\n\n# B\nOne', { kind: 'no-questions', line: 1, text: 'A' }],
    ['# A\nOne\n# B', { kind: 'no-questions', line: 3, text: 'B' }],
    ['# A\nOne\n# B\n one', { kind: 'twice', line: 4, text: 'one' }],
    ['# A\nOne\n# a\nTwo', { kind: 'twice', line: 3, text: 'a' }],
    [`# A\n${'x'.repeat(301)}`, { kind: 'too-long', line: 2 }],
    [
      `# A\n${Array.from({ length: 11 }, (_, at) => `Q${at}`).join('\n')}`,
      { kind: 'too-many-questions', line: 1, text: 'A' },
    ],
    [Array.from({ length: 13 }, (_, at) => `# G${at}\nQ${at}`).join('\n'), { kind: 'too-many-groups' }],
  ])('ROUND-86: %j is refused with its line', (words, problem) => {
    expect(readWrittenSet(words, 'How is it?')).toEqual({ ok: false, reason: problem })
  })

  it('ROUND-86: questions above the first group make one that is called by the question of the round', () => {
    const read = readWrittenSet('One\nTwo\n# B\nThree', 'How is it?')
    expect(read.ok && read.value.groups.map(({ name, questions }) => [name, questions.length])).toEqual([
      ['How is it?', 2],
      ['B', 1],
    ])
    // Asked with another question it is the same set.
    const again = readWrittenSet('One\nTwo\n# B\nThree', 'How is it now?')
    expect(again.ok && read.ok && again.value.set === read.value.set).toBe(true)
  })

  it('ROUND-86: whatever is read is a set that a round takes, and is written and read again as it was', () => {
    const words = fc.string({ minLength: 1, maxLength: 40 })
    const line = fc.oneof(
      words,
      words.map((one) => `# ${one}`),
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const read = readWrittenSet(lines.join('\n'), 'How is it?')
        if (!read.ok) return
        expect(z.safeParse(survey.setup, { ...read.value, low: '', high: '', sectors: [] }).success).toBe(true)
        const again = readWrittenSet(writeSet(read.value.groups), 'How is it?')
        expect(again).toEqual(read)
      }),
      { numRuns: 1000 },
    )
  })
})
