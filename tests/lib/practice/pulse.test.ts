import { describe, expect, it } from 'vitest'
import { headlineOf } from '../../../lib/model/practice/pulseState'
import { roundSetupSchema, summariseRound, takeAnswer, type RoundSetup } from '../../../lib/practice/round'

const setup: RoundSetup = roundSetupSchema.parse({
  kind: 'pulse',
  question: 'How is each of these going right now?',
  targets: ['wait', 'trust'],
})
const ana = { id: 'p1', name: 'Ana' }
const ben = { id: 'p2', name: 'Ben' }

describe('pulse', () => {
  it('ROUND-72: an element has a state and perhaps a note; what is not asked about is refused', () => {
    const states = { wait: { says: 'worsening', note: ' Two buses fewer. ' }, trust: { says: 'steady', note: ' ' } }
    expect(takeAnswer(setup, { states })).toEqual({
      ok: true,
      value: { states: { wait: { says: 'worsening', note: 'Two buses fewer.' }, trust: { says: 'steady' } } },
    })
    expect(takeAnswer(setup, { states: { fare: { says: 'steady' } } })).toMatchObject({
      reason: { code: 'no-such-target', value: 'fare' },
    })
    expect(takeAnswer(setup, { states: { wait: { says: 'fine' } } })).toMatchObject({
      reason: { code: 'malformed', value: 'states.wait.says' },
    })
    expect(takeAnswer(setup, { states: { wait: { note: 'Nothing else' } } })).toMatchObject({
      reason: { code: 'malformed' },
    })
  })

  it('ROUND-72: a note has 280 letters at most, as a person counts them', () => {
    const family = '👩‍👩‍👧‍👦'
    expect(takeAnswer(setup, { states: { wait: { says: 'steady', note: family.repeat(280) } } })).toMatchObject({
      ok: true,
    })
    expect(takeAnswer(setup, { states: { wait: { says: 'steady', note: 'x'.repeat(281) } } })).toEqual({
      ok: false,
      reason: { code: 'too-long', value: '281', most: 280 },
    })
  })

  it('ROUND-73: each element has its counts and a headline, in the order asked', () => {
    const outcome = summariseRound(setup, [
      { answer: { states: { wait: { says: 'worsening' } } } },
      { answer: { states: { wait: { says: 'worsening' } } } },
      { answer: { states: { wait: { says: 'improving' } } } },
    ])
    expect(outcome).toEqual({
      kind: 'pulse',
      rows: [
        {
          target: 'wait',
          counts: { improving: 1, steady: 0, worsening: 2, unknown: 0 },
          headline: 'worsening',
          notes: [],
        },
        {
          target: 'trust',
          counts: { improving: 0, steady: 0, worsening: 0, unknown: 0 },
          headline: 'none',
          notes: [],
        },
      ],
    })
  })

  it('ROUND-73: half not knowing is not known; of those who know two thirds must agree', () => {
    const head = (improving: number, steady: number, worsening: number, unknown: number) =>
      headlineOf({ improving, steady, worsening, unknown })
    expect(head(0, 0, 0, 0)).toBe('none')
    expect(head(1, 0, 0, 0)).toBe('improving')
    expect(head(0, 0, 0, 1)).toBe('unknown')
    expect(head(1, 0, 0, 1)).toBe('unknown')
    expect(head(2, 0, 0, 1)).toBe('improving')
    expect(head(4, 0, 0, 3)).toBe('improving')
    expect(head(1, 0, 1, 0)).toBe('differ')
    expect(head(2, 0, 1, 2)).toBe('improving')
    expect(head(3, 2, 0, 0)).toBe('differ')
    expect(head(0, 4, 2, 0)).toBe('steady')
    expect(head(1, 1, 1, 2)).toBe('differ')
    expect(head(1, 1, 1, 3)).toBe('unknown')
  })

  it('ROUND-74: notes stand by their letters, whoever was first, and without names tell nothing but themselves', () => {
    const answers = [
      {
        by: ben,
        answer: { states: { wait: { says: 'worsening', note: 'Longer' }, trust: { says: 'steady', note: 'A' } } },
      },
      {
        by: ana,
        answer: { states: { wait: { says: 'improving', note: 'Fewer' }, trust: { says: 'steady', note: 'Z' } } },
      },
    ]
    const outcome = summariseRound(setup, answers)
    expect(outcome).toMatchObject({
      rows: [{ notes: [{ text: 'Fewer' }, { text: 'Longer' }] }, { notes: [{ text: 'A' }, { text: 'Z' }] }],
    })
    expect(outcome.kind === 'pulse' && outcome.rows[0]?.notes.map((note) => Object.keys(note))).toEqual([
      ['text'],
      ['text'],
    ])
    expect(summariseRound(setup, answers.toReversed())).toEqual(outcome)
    expect(summariseRound({ ...setup, anonymous: false }, answers)).toMatchObject({
      rows: [
        {
          notes: [
            { text: 'Fewer', says: 'improving', by: ana },
            { text: 'Longer', says: 'worsening', by: ben },
          ],
          by: [
            { ...ben, says: 'worsening' },
            { ...ana, says: 'improving' },
          ],
        },
        {},
      ],
    })
  })
})
