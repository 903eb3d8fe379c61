import { describe, expect, it } from 'vitest'
import { compareSurveys, type RevealedSurvey } from '../../../lib/practice/compareSurveys'
import { roundSetupSchema, summariseRound } from '../../../lib/practice/round'

/** A survey of one question for each group, answered so. */
function survey(set: string | undefined, values: Record<string, readonly number[]>): RevealedSurvey {
  const setup = roundSetupSchema.parse({
    kind: 'survey',
    question: 'Q',
    ...(set === undefined ? {} : { set }),
    groups: Object.keys(values).map((id) => ({ id, name: id.toUpperCase(), questions: [{ id: `${id}.q`, text: id }] })),
  })
  const answers = Object.entries(values).flatMap(([id, numbers]) =>
    numbers.map((number) => ({ answer: { values: { [`${id}.q`]: number } } })),
  )
  const outcome = summariseRound(setup, answers)
  if (setup.kind !== 'survey' || outcome.kind !== 'survey') throw new Error('not a survey')
  return { setup, outcome }
}

describe('two rounds of one set', () => {
  it('ROUND-79: moved is half a point or more between the means as they are shown', () => {
    const before = survey('s', { goal: [3, 3], talk: [4, 4], team: [3, 4], help: [2, 3, 3] })
    const after = survey('s', { goal: [3, 4], talk: [3, 4], team: [3, 3, 4], help: [3, 3] })
    // 3 → 3.5, 4 → 3.5, 3.5 → 3.3, 2.7 → 3.
    expect(compareSurveys(before, after).map(({ group, moved }) => [group, moved])).toEqual([
      ['goal', 'up'],
      ['talk', 'down'],
      ['team', 'same'],
      ['help', 'same'],
    ])
    expect(compareSurveys(before, after)[0]).toEqual({
      group: 'goal',
      name: 'GOAL',
      before: 3,
      after: 3.5,
      people: { before: 2, after: 2 },
      moved: 'up',
    })
  })

  it('ROUND-79: half a point is half a point, whatever remains of it in binary', () => {
    // 3.6 → 4.1: their difference is 0.4999…
    const before = survey('s', { goal: [3, 3, 4, 4, 4] })
    const after = survey('s', { goal: [4, 4, 4, 4, 4, 4, 4, 4, 4, 5] })
    expect(compareSurveys(before, after)[0]?.moved).toBe('up')
  })

  it('ROUND-79: tells of what both asked, and says where nobody answered', () => {
    const before = survey('s', { goal: [], talk: [3] })
    const after = survey('s', { goal: [3], team: [5], talk: [3] })
    expect(compareSurveys(before, after)).toEqual([
      { group: 'goal', name: 'GOAL', before: undefined, after: 3, people: { before: 0, after: 1 }, moved: 'unknown' },
      { group: 'talk', name: 'TALK', before: 3, after: 3, people: { before: 1, after: 1 }, moved: 'same' },
    ])
  })

  it('ROUND-79: of two sets, or of none, there is nothing to compare', () => {
    expect(compareSurveys(survey('a', { goal: [3] }), survey('b', { goal: [3] }))).toEqual([])
    expect(compareSurveys(survey(undefined, { goal: [3] }), survey(undefined, { goal: [3] }))).toEqual([])
  })
})
