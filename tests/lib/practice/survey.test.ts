import { describe, expect, it } from 'vitest'
import {
  firstItems,
  roundSetupSchema,
  summariseRound,
  takeAnswer,
  type RoundOutcome,
} from '../../../lib/practice/round'
import { listShownSectors } from '../../../lib/practice/shownSectors'

const asked = {
  kind: 'survey',
  question: 'How well do we work together?',
  set: 'two',
  groups: [
    {
      id: 'goal',
      name: 'A shared goal',
      questions: [
        { id: 'goal.a', text: 'We want the same.' },
        { id: 'goal.b', text: 'We can say it.' },
      ],
    },
    { id: 'talk', name: 'Steady talk', questions: [{ id: 'talk.a', text: 'We meet often.' }] },
  ],
  sectors: [
    { id: 'health', name: 'Health' },
    { id: 'parks', name: 'Parks' },
  ],
}
const setup = roundSetupSchema.parse(asked)

function summarise(...answers: object[]): Extract<RoundOutcome, { kind: 'survey' }> {
  const outcome = summariseRound(
    setup,
    answers.map((answer) => ({ by: { id: 'p', name: 'Ana' }, answer })),
  )
  if (outcome.kind !== 'survey') throw new Error('not a survey')
  return outcome
}

describe('a set of questions', () => {
  it('ROUND-75: is asked without names, whatever is set up', () => {
    expect(setup.anonymous).toBe(true)
    expect(roundSetupSchema.safeParse({ ...asked, anonymous: false }).success).toBe(false)
    expect(roundSetupSchema.safeParse({ ...asked, anonymous: true }).success).toBe(true)
    expect(JSON.stringify(summarise({ values: { 'goal.a': 1 } }))).not.toContain('Ana')
  })

  it('ROUND-75: groups and questions have ids of their own', () => {
    const [goal] = asked.groups
    expect(roundSetupSchema.safeParse({ ...asked, groups: [goal, goal] }).success).toBe(false)
    expect(roundSetupSchema.safeParse({ ...asked, groups: [goal, { ...goal, id: 'other' }] }).success).toBe(false)
    expect(roundSetupSchema.safeParse({ ...asked, groups: [] }).success).toBe(false)
  })

  it('ROUND-76: an answer has numbers, reasons and by choice a sector; what is not asked is refused', () => {
    const reasons = {
      'goal.a': { text: ' We said so in May. ', about: 'e1' },
      'goal.b': { text: ' ' },
    }
    expect(takeAnswer(setup, { values: { 'goal.a': 4 }, reasons, sector: 'parks' })).toEqual({
      ok: true,
      value: {
        values: { 'goal.a': 4 },
        reasons: { 'goal.a': { text: 'We said so in May.', about: 'e1' } },
        sector: 'parks',
      },
    })
    const refused = (answer: object): unknown => {
      const taken = takeAnswer(setup, { values: {}, ...answer })
      return taken.ok ? 'taken' : [taken.reason.code, taken.reason.value]
    }
    expect(refused({ values: { other: 3 } })).toEqual(['no-such-target', 'other'])
    expect(refused({ values: { 'goal.a': 6 } })).toEqual(['malformed', 'values.goal.a'])
    expect(refused({ reasons: { other: { text: 'x' } } })).toEqual(['no-such-target', 'other'])
    expect(refused({ reasons: { 'goal.a': { text: 'x'.repeat(281) } } })).toEqual(['too-long', '281'])
    expect(refused({ sector: 'army' })).toEqual(['no-such-option', 'army'])
  })

  it('ROUND-76: a reason without a number is an answer; a sector alone is none', () => {
    expect(takeAnswer(setup, { values: {}, reasons: { 'talk.a': { text: 'Never' } } })).toMatchObject({
      value: { reasons: { 'talk.a': { text: 'Never' } } },
    })
    expect(takeAnswer(setup, { values: {}, sector: 'parks' })).toEqual({ ok: true, value: undefined })
  })

  it('ROUND-77: tells how numbers spread, of each question and of all answers of a group together', () => {
    const outcome = summarise(
      { values: { 'goal.a': 2, 'goal.b': 4 } },
      { values: { 'goal.a': 5 } },
      { values: { 'talk.a': 1 } },
    )
    // 2, 5 | 4 | 1; of the first group 2, 4 and 5: mean 11/3, median 4.
    expect(outcome.questions).toMatchObject([
      { id: 'goal.a', group: 'goal', counts: [0, 1, 0, 0, 1], spread: { count: 2, mean: 3.5, median: 3.5 } },
      { id: 'goal.b', group: 'goal', counts: [0, 0, 0, 1, 0], spread: { count: 1, mean: 4 } },
      { id: 'talk.a', group: 'talk', counts: [1, 0, 0, 0, 0], spread: { count: 1, mean: 1 } },
    ])
    expect(outcome.groups).toMatchObject([
      { id: 'goal', people: 2, counts: [0, 1, 0, 1, 1], spread: { mean: 11 / 3, median: 4, least: 2, most: 5 } },
      { id: 'talk', people: 1, counts: [1, 0, 0, 0, 0] },
    ])
    expect(summarise().groups).toMatchObject([{ people: 0, spread: { count: 0 } }, { people: 0 }])
  })

  it('ROUND-9, ROUND-77: what people said stands by its letters, question by question', () => {
    const said = (first: string, second: string): object => ({
      values: {},
      reasons: { 'goal.a': { text: first }, 'talk.a': { text: second } },
    })
    const outcome = summarise(said('Zeal', 'Always'), said('Apathy', 'Never'))
    expect(outcome.said).toEqual([
      { question: 'goal.a', text: 'Apathy' },
      { question: 'goal.a', text: 'Zeal' },
      { question: 'talk.a', text: 'Always' },
      { question: 'talk.a', text: 'Never' },
    ])
    expect(summarise(said('Apathy', 'Never'), said('Zeal', 'Always')).said).toEqual(outcome.said)
  })

  it('ROUND-27: as much as is shown of it is group by group, with all that belongs to each', () => {
    const outcome = summarise({ values: { 'goal.a': 2, 'talk.a': 3 }, reasons: { 'talk.a': { text: 'Never' } } })
    expect(firstItems(outcome, 1)).toMatchObject({ questions: [{ id: 'goal.a' }, { id: 'goal.b' }], said: [] })
    expect(JSON.stringify(firstItems(outcome, 1))).not.toContain('talk')
  })
})

describe('by sector', () => {
  const from = (sector: string | undefined, value: number): object => ({
    values: { 'goal.a': value },
    ...(sector === undefined ? {} : { sector }),
  })

  it('ROUND-78: is told where at least three of it answered', () => {
    const three = [from('health', 2), from('health', 4), from('health', 5)]
    const outcome = summarise(...three, from('parks', 1), from('parks', 1), from(undefined, 3))
    expect(outcome.sectors).toEqual([
      { id: 'health', people: 3, groups: [{ id: 'goal', mean: 11 / 3 }, { id: 'talk' }] },
      { id: 'parks', people: 2, groups: [{ id: 'goal' }, { id: 'talk' }] },
    ])
    expect(summarise(from('health', 2), from('health', 4)).sectors).toEqual([
      { id: 'health', people: 2, groups: [{ id: 'goal' }, { id: 'talk' }] },
    ])
  })

  it('ROUND-78: is not told where what is left of the whole would be one person, or two', () => {
    const three = [from('health', 2), from('health', 4), from('health', 5)]
    expect(summarise(...three, from('parks', 1)).sectors.map(({ groups }) => groups[0])).toEqual([
      { id: 'goal' },
      { id: 'goal' },
    ])
    expect(summarise(...three).sectors).toMatchObject([{ groups: [{ mean: 11 / 3 }, {}] }])
  })

  it('ROUND-78: of several the smallest gives way', () => {
    const people = (counts: Record<string, number>): string[] =>
      Object.entries(counts).flatMap(([sector, count]) => Array.from({ length: count }, () => sector))
    expect([...listShownSectors(people({ a: 5, b: 3, c: 1 }))]).toEqual(['a'])
    expect([...listShownSectors(people({ a: 5, b: 3, c: 3 }))]).toEqual(['a', 'b', 'c'])
    expect([...listShownSectors(people({ a: 5, b: 2, c: 1 }))]).toEqual(['a'])
    expect([...listShownSectors([...people({ a: 4, b: 3 }), undefined])]).toEqual(['a'])
    expect([...listShownSectors([])]).toEqual([])
  })
})
