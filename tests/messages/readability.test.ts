import { describe, expect, it } from 'vitest'
import { loadMessages } from '../../messages'
import { countSyllables, readingGrade } from './readability'

const messages = await loadMessages('en')

/** Of a text with choices every wording is a text of its own; values are short words. */
function spellOut(message: string): string {
  return message
    .replaceAll(/\{\w+, (?:select|plural),(?: *(?:=?\w+) \{[^{}]*\})+ *\}/gu, (choice) =>
      [...choice.matchAll(/ (?:=?\w+) \{([^{}]*)\}/gu)].map(([, words]) => words).join('. '),
    )
    .replaceAll(/\{\w+\}/gu, 'it')
    .replaceAll('#', 'two')
}

function textsAt(at: unknown, place: string): readonly (readonly [string, string])[] {
  if (typeof at === 'string') return [[place, spellOut(at)]]
  return Object.entries(at as object).flatMap(([key, value]) => textsAt(value, `${place}.${key}`))
}

const read = (area: string, path: readonly string[]): readonly (readonly [string, string])[] => {
  let at: unknown = messages[area]
  for (const key of path) at = (at as Record<string, unknown>)[key]
  return textsAt(at, [area, ...path].join('.'))
}

/** What people read who are asked something: questions, what is said around them, and what comes of it. */
const forParticipants = [
  ...read('rounds', ['challenge']),
  ...read('rounds', ['pulse']),
  ...read('surveys', ['sets']),
  ...read('surveys', ['fields']),
  ...read('going', []),
  ...read('rounds', ['ask', 'example', 'challenge']),
  ...read('rounds', ['ask', 'example', 'pulse']),
  ...read('experiments', []),
  ...read('help', ['practices']),
  ...read('practices', []),
  ...read('practiceHelp', ['title']),
  ...read('practiceHelp', ['lead']),
  ...read('practiceHelp', ['parts']),
  ...read('practiceHelp', ['practices']),
  ...read('agenda', ['builtIn', 'fiveProcesses', 'steps']),
  ...read('agenda', ['builtIn', 'challenge', 'steps']),
  ...read('coalition', []),
  ...read('results', []),
]

/** About age 12: the seventh year of school. */
const mostGrade = 7

describe('how easy texts are to read', () => {
  it('ROUND-80: words have the syllables that people speak', () => {
    const spoken: [string, number][] = [
      ['trust', 1],
      ['same', 1],
      ['better', 2],
      ['problem', 2],
      ['people', 2],
      ['learned', 1],
      ['needed', 2],
      ['technical', 3],
      ['makes', 1],
    ]
    expect(spoken.map(([word]) => [word, countSyllables(word)])).toEqual(spoken)
  })

  it('ROUND-80: the grade is that of Flesch and Kincaid, worked out by hand', () => {
    // 6 words, 1 sentence, 6 syllables: 0.39 × 6 + 11.8 × 1 − 15.59.
    expect(readingGrade('The cat sat on the mat.')).toBeCloseTo(-1.45, 2)
    // 4 words, 1 sentence, 14 syllables by their vowels.
    expect(readingGrade('Organisational interdependencies necessitate deliberation.')).toBeGreaterThan(25)
    expect(readingGrade('')).toBe(0)
  })

  it('ROUND-80: sentences that a participant reads are within a seventh year of school', () => {
    // Of labels of a few words the formula says nothing; they are read together, as they stand.
    const sentences = forParticipants.filter(([, text]) => text.split(' ').length >= 6)
    expect(sentences.length).toBeGreaterThan(40)
    const hard = sentences
      .map(([place, text]) => ({ place, text, grade: Math.round(readingGrade(text) * 10) / 10 }))
      .filter(({ grade }) => grade > mostGrade)
    expect(hard).toEqual([])
  })

  it('HELP-3: all that the help says of a practice together is within a sixth', () => {
    const { practices } = messages['practiceHelp'] as { practices: object }
    for (const practice of Object.keys(practices)) {
      const all = read('practiceHelp', ['practices', practice]).map(([, text]) => text)
      expect(readingGrade(all.join(' ')), practice).toBeLessThanOrEqual(6)
    }
  })

  it('ROUND-80: all that a kind says together is within a sixth', () => {
    for (const area of ['rounds.challenge', 'rounds.pulse', 'going', 'surveys.sets', 'surveys.fields']) {
      const all = forParticipants.filter(([place]) => place.startsWith(area)).map(([, text]) => `${text}.`)
      expect(readingGrade(all.join(' ')), area).toBeLessThanOrEqual(6)
    }
  })
})
