import { describe, expect, it } from 'vitest'
import {
  countItems,
  firstItems,
  listAnswerLines,
  roundKindNames,
  roundKinds,
  roundSetupSchema,
  summariseRound,
  takeAnswer,
  type RoundSetup,
} from '../../../lib/practice/round'
import type { AnswerWords } from '../../../lib/practice/roundKind'
import { createSeededRandom } from '../../../lib/base/random'
import { firstSeed, seedCount } from '../../helpers/seeds'

function setup(input: object): RoundSetup {
  return roundSetupSchema.parse({ question: 'Where would a change move most?', ...input })
}

function given(...answers: object[]): { by: { id: string; name: string }; answer: object }[] {
  return answers.map((answer, index) => ({ by: { id: `p${index}`, name: `Person ${index}` }, answer }))
}

const dots = setup({ kind: 'dots', targets: ['a', 'b', 'c', 'd'], budget: 3, mostOnOne: 2 })

describe('dots', () => {
  it('ROUND-1: a budget is spread over targets, and zero is as none', () => {
    expect(takeAnswer(dots, { dots: { a: 2, b: 1, c: 0 } })).toEqual({ ok: true, value: { dots: { a: 2, b: 1 } } })
  })

  it('ROUND-1: what goes beyond is refused with what was given and the most', () => {
    expect(takeAnswer(dots, { dots: { a: 2, b: 2 } })).toEqual({
      ok: false,
      reason: { code: 'over-budget', value: '4', most: 3 },
    })
    expect(takeAnswer(dots, { dots: { a: 3 } })).toEqual({
      ok: false,
      reason: { code: 'over-the-most-on-one', value: '3', most: 2 },
    })
    expect(takeAnswer(dots, { dots: { z: 1 } })).toEqual({ ok: false, reason: { code: 'no-such-target', value: 'z' } })
    expect(takeAnswer(dots, { dots: { constructor: 1 } })).toMatchObject({ reason: { code: 'no-such-target' } })
  })

  it('ROUND-1: without a most on one, all may be stacked', () => {
    const free = setup({ kind: 'dots', targets: ['a'] })
    expect(takeAnswer(free, { dots: { a: 3 } })).toMatchObject({ ok: true })
  })

  it('ROUND-2: rows come sorted, ranked as in sports, ties flagged, and unused dots counted', () => {
    const outcome = summariseRound(dots, given({ dots: { b: 2, a: 1 } }, { dots: { c: 1, a: 1 } }, { dots: { d: 2 } }))
    expect(outcome).toMatchObject({
      kind: 'dots',
      rows: [
        { target: 'a', dots: 2, people: 2, rank: 1, tied: true },
        { target: 'b', dots: 2, people: 1, rank: 1, tied: true },
        { target: 'd', dots: 2, people: 1, rank: 1, tied: true },
        { target: 'c', dots: 1, people: 1, rank: 4, tied: false },
      ],
      given: 7,
      unused: 2,
    })
  })

  it('ROUND-2: targets without a dot are no tie', () => {
    const outcome = summariseRound(dots, [])
    expect(outcome).toMatchObject({ given: 0, unused: 0 })
    expect(outcome.kind === 'dots' && outcome.rows.some(({ tied }) => tied)).toBe(false)
  })
})

describe('choice', () => {
  const one = setup({ kind: 'choice', options: ['Now', 'Later', 'Never'] })

  it('ROUND-3: one option, or as many as are allowed', () => {
    expect(takeAnswer(one, { picks: ['Now'] })).toMatchObject({ ok: true })
    expect(takeAnswer(one, { picks: ['Now', 'Later'] })).toMatchObject({ reason: { code: 'too-many', most: 1 } })
    expect(takeAnswer(one, { picks: ['Now', 'Now'] })).toEqual({ ok: true, value: { picks: ['Now'] } })
    expect(takeAnswer(one, { picks: ['Perhaps'] })).toMatchObject({
      reason: { code: 'no-such-option', value: 'Perhaps' },
    })
  })

  it('ROUND-3: options keep their order, with people and share', () => {
    expect(summariseRound(one, given({ picks: ['Later'] }, { picks: ['Later'] }, { picks: ['Now'] }))).toEqual({
      kind: 'choice',
      rows: [
        { option: 'Now', people: 1, share: 1 / 3 },
        { option: 'Later', people: 2, share: 2 / 3 },
        { option: 'Never', people: 0, share: 0 },
      ],
    })
  })

  it('ROUND-3: options that are the same are refused when the round is set up', () => {
    expect(roundSetupSchema.safeParse({ kind: 'choice', question: 'Q', options: ['A', 'A '] }).success).toBe(false)
  })
})

describe('scale and point', () => {
  it('ROUND-4: counts of each number with their spread', () => {
    const round = setup({ kind: 'scale' })
    const outcome = summariseRound(
      round,
      given({ values: { '': 2 } }, { values: { '': 4 } }, { values: { '': 5 } }, {}),
    )
    expect(outcome).toEqual({
      kind: 'scale',
      rows: [
        {
          target: '',
          counts: [0, 1, 0, 1, 1],
          spread: {
            count: 3,
            mean: 11 / 3,
            median: 4,
            deviation: expect.closeTo(Math.sqrt(14 / 9), 12),
            least: 2,
            most: 5,
          },
        },
      ],
    })
  })

  it('ROUND-4: of an even number the median lies halfway; where nobody answered there is none', () => {
    const round = setup({ kind: 'scale', targets: ['a', 'b'] })
    const outcome = summariseRound(round, given({ values: { a: 1 } }, { values: { a: 4 } }))
    expect(outcome).toMatchObject({ rows: [{ spread: { median: 2.5 } }, { spread: { count: 0 } }] })
    expect(takeAnswer(round, { values: { a: 6 } })).toMatchObject({ reason: { code: 'malformed', value: 'values.a' } })
    expect(takeAnswer(round, { values: { '': 3 } })).toMatchObject({ reason: { code: 'no-such-target' } })
  })

  it('ROUND-5: a place for each target, with the spread along each axis', () => {
    const round = setup({
      kind: 'point',
      targets: ['a'],
      across: { name: 'Interest' },
      up: { name: 'Power' },
      fields: 'power-interest',
    })
    expect(takeAnswer(round, { points: { a: [0.5, 1.2] } })).toMatchObject({ reason: { code: 'malformed' } })
    expect(summariseRound(round, given({ points: { a: [0.2, 1] } }, { points: { a: [0.4, 0.5] } }))).toMatchObject({
      rows: [
        {
          target: 'a',
          across: { mean: expect.closeTo(0.3, 12), count: 2 },
          up: { median: 0.75 },
          points: [{ at: [0.2, 1] }, { at: [0.4, 0.5] }],
        },
      ],
    })
  })
})

describe('what answers to several targets give away', () => {
  const places: [string, number, number][] = [
    ['ana', 0.9, 0.1],
    ['ben', 0.1, 0.9],
    ['cem', 0.5, 0.5],
  ]

  it('ROUND-9: the places of every target come in an order that tells nothing of who put them', () => {
    const round = setup({ kind: 'point', targets: ['a', 'b'], across: { name: 'x' }, up: { name: 'y' } })
    // Who puts one to the right puts the other to the left.
    const answers = places.map(([, right, above]) => ({ points: { a: [right, above], b: [1 - right, above] } }))
    const outcome = summariseRound(round, given(...answers))
    const rows = outcome.kind === 'point' ? outcome.rows : []
    expect(rows.map(({ points }) => points.map(({ at }) => at[0]))).toEqual([
      [0.1, 0.5, 0.9],
      [expect.closeTo(0.1), 0.5, expect.closeTo(0.9)],
    ])
    expect(summariseRound(round, given(...answers.toReversed()))).toEqual(outcome)
  })

  it("ROUND-9: cards of as many people come in the order of their letters, one person's not together", () => {
    const round = setup({ kind: 'cards' })
    const answers = given({ cards: ['Trust', 'Zeal', 'Apathy'] }, { cards: ['Money', 'trust', 'Yield'] })
    const outcome = summariseRound(round, answers)
    expect(outcome.kind === 'cards' && outcome.groups.map(({ label }) => label)).toEqual([
      'Trust',
      'Apathy',
      'Money',
      'Yield',
      'Zeal',
    ])
  })
})

describe('cards and short text', () => {
  const cards = setup({ kind: 'cards', most: 3 })

  it('ROUND-6: cards are tidied, and one written twice is one', () => {
    expect(takeAnswer(cards, { cards: [' Waiting  time ', 'waiting time', '', 'Trust'] })).toEqual({
      ok: true,
      value: { cards: ['Waiting time', 'Trust'] },
    })
    expect(takeAnswer(cards, { cards: ['a', 'b', 'c', 'd'] })).toMatchObject({ reason: { code: 'too-many', most: 3 } })
  })

  it('ROUND-6: the same in other letters is one, called as most wrote it', () => {
    const outcome = summariseRound(
      cards,
      given(
        { cards: ['Trust', 'Time'] },
        { cards: ['trust.'] },
        { cards: ['trust.', 'Café'] },
        { cards: ['CAFE\u0301'] },
      ),
    )
    expect(outcome).toEqual({
      kind: 'cards',
      groups: [
        { label: 'trust.', people: 3, spellings: ['trust.', 'Trust'] },
        { label: 'Café', people: 2, spellings: ['Café', 'CAFE\u0301'] },
        { label: 'Time', people: 1, spellings: ['Time'] },
      ],
    })
  })

  it('ROUND-7: letters are counted as a person counts them', () => {
    const text = setup({ kind: 'text', most: 20 })
    expect(takeAnswer(text, { text: '👩‍👩‍👧‍👦'.repeat(20) })).toMatchObject({ ok: true })
    expect(takeAnswer(text, { text: 'x'.repeat(21) })).toMatchObject({ reason: { code: 'too-long', most: 20 } })
  })
})

describe('every kind', () => {
  const groups = [{ id: 'g', name: 'G', questions: [{ id: 'q', text: 'We trust each other.' }] }]
  const empty: [string, RoundSetup, object][] = [
    ['dots', dots, { dots: { a: 0 } }],
    ['choice', setup({ kind: 'choice', options: ['A', 'B'] }), { picks: [] }],
    ['scale', setup({ kind: 'scale' }), { values: {} }],
    ['point', setup({ kind: 'point', across: { name: 'x' }, up: { name: 'y' } }), { points: {} }],
    ['cards', setup({ kind: 'cards' }), { cards: [' '] }],
    ['text', setup({ kind: 'text' }), { text: ' ' }],
    ['challenge', setup({ kind: 'challenge', targets: ['a'] }), { judgements: {} }],
    ['pulse', setup({ kind: 'pulse', targets: ['a'] }), { states: {} }],
    ['survey', setup({ kind: 'survey', groups, sectors: [{ id: 'x', name: 'X' }] }), { values: {}, sector: 'x' }],
  ]

  it.each(empty)(
    'ROUND-8: %s: an answer that says nothing is none, one of another kind is refused',
    (_, round, answer) => {
      expect(takeAnswer(round, answer)).toEqual({ ok: true, value: undefined })
      expect(takeAnswer(round, { other: 1 })).toMatchObject({ ok: false, reason: { code: 'malformed' } })
      expect(takeAnswer(round, null)).toMatchObject({ ok: false, reason: { code: 'malformed' } })
    },
  )

  it('ROUND-9: names are in the outcome only where they were announced', () => {
    const answers = given({ dots: { a: 1 } })
    expect(JSON.stringify(summariseRound(dots, answers))).not.toContain('Person 0')
    expect(summariseRound({ ...dots, anonymous: false }, answers)).toMatchObject({
      rows: [{ target: 'a', by: [{ id: 'p0', name: 'Person 0', dots: 1 }] }, {}, {}, {}],
    })
  })

  it('ROUND-10: the order of answers changes nothing of what is counted', () => {
    for (let seed = firstSeed(); seed < firstSeed() + seedCount(30); seed++) {
      const random = createSeededRandom(seed)
      const answers = Array.from({ length: 40 }, () => {
        const taken = takeAnswer(dots, { dots: { [dots.targets[random.below(4)] ?? 'a']: 1 + random.below(2) } })
        return { answer: taken.ok ? taken.value : undefined }
      })
      const shuffled = answers.toSorted(() => random.next() - 0.5)
      expect(summariseRound(dots, shuffled), `seed ${seed}`).toEqual(summariseRound(dots, answers))
    }
  })

  it('ROUND-56: what an answer says is told in lines, with what its targets are called', () => {
    const axes = { across: { name: 'Interest' }, up: { name: 'Power' } }
    const said: [RoundSetup, object, string[]][] = [
      [dots, { dots: { a: 2, b: 0 } }, ['A: 2']],
      [setup({ kind: 'choice', options: ['Now', 'Later'] }), { picks: ['Now'] }, ['Now']],
      [setup({ kind: 'scale', targets: ['a'] }), { values: { a: 4 } }, ['A: 4']],
      [setup({ kind: 'point', ...axes }), { points: { '': [0.2, 1] } }, [': Interest 20%, Power 100%']],
      [setup({ kind: 'cards' }), { cards: ['Trust', ' ', 'Time'] }, ['Trust', 'Time']],
      [setup({ kind: 'text' }), { text: 'Two\nlines' }, ['Two\nlines']],
      [
        setup({ kind: 'challenge', targets: ['a', 'b'] }),
        { judgements: { a: { problem: true, solution: false }, b: { problem: false } } },
        ['A: challenge.line.problem=true challenge.line.solution=false', 'B: challenge.line.problem=false'],
      ],
    ]
    said.push([
      setup({ kind: 'pulse', targets: ['a', 'b'] }),
      { states: { a: { says: 'steady' }, b: { says: 'worsening', note: 'Fewer buses ' } } },
      ['A: pulse.state=steady', 'B: pulse.state=worsening. Fewer buses'],
    ])
    said.push([
      setup({ kind: 'survey', groups, sectors: [{ id: 'x', name: 'X' }] }),
      { values: { q: 4 }, reasons: { q: { text: 'We meet', about: 'a' } }, sector: 'x' },
      ['We trust each other. 4 We meet (A)', 'survey.from=X'],
    ])
    const words: AnswerWords = {
      nameOf: (target) => target.toUpperCase(),
      say: (key, values = {}) => `${key}=${Object.values(values).join()}`,
    }
    for (const [round, answer, lines] of said) {
      expect(listAnswerLines(round, answer, words)).toEqual(lines)
      expect(listAnswerLines(round, { other: 1 }, words)).toEqual([])
    }
    expect(said.map(([{ kind }]) => kind).toSorted()).toEqual([...roundKindNames].toSorted())
  })

  it('ROUND-27: the first items of an outcome are as many as are asked for, of every kind', () => {
    for (const [name, round, answer] of empty) {
      const outcome = summariseRound(round, given(answer))
      expect(countItems(firstItems(outcome, 0)), name).toBe(0)
      expect(firstItems(outcome, countItems(outcome)), name).toEqual(outcome)
    }
    expect(roundKindNames.filter((name) => roundKinds[name].isOneByOne)).toEqual(['cards', 'text', 'pulse'])
  })
})
