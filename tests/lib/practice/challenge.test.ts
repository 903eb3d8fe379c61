import { describe, expect, it } from 'vitest'
import { typeOf, type ChallengeVerdict } from '../../../lib/practice/challenge'
import { clearMajority } from '../../../lib/model/practice/clearMajority'
import { roundSetupSchema, summariseRound, takeAnswer, type RoundSetup } from '../../../lib/practice/round'

const setup: RoundSetup = roundSetupSchema.parse({
  kind: 'challenge',
  question: 'What kind of problem is each of these?',
  targets: ['wait', 'trust', 'fare'],
})

const technical = { problem: true, solution: true }
const mixed = { problem: true, solution: false }
const adaptive = { problem: false }

/** What a group comes to that judges one element so. */
function judge(...judgements: object[]): { verdict: ChallengeVerdict; counts: object } {
  const answers = judgements.map((judgement) => ({ answer: { judgements: { wait: judgement } } }))
  const outcome = summariseRound(setup, answers)
  const row = outcome.kind === 'challenge' ? outcome.rows[0] : undefined
  if (row === undefined) throw new Error('no row')
  return row
}

describe('challenge', () => {
  it('ROUND-70: both known is technical, the problem alone mixed, a problem that is not clear adaptive', () => {
    expect([technical, mixed, adaptive, { problem: false, solution: true }].map(typeOf)).toEqual([
      'technical',
      'mixed',
      'adaptive',
      'adaptive',
    ])
    expect(typeOf({ problem: true })).toBeUndefined()
    expect(typeOf(undefined)).toBeUndefined()
  })

  it('ROUND-70: an element is judged whole or skipped; what is not asked about is refused', () => {
    expect(takeAnswer(setup, { judgements: { wait: technical, fare: { problem: false, solution: true } } })).toEqual({
      ok: true,
      value: { judgements: { wait: technical, fare: { problem: false } } },
    })
    expect(takeAnswer(setup, { judgements: { wait: { problem: true } } })).toEqual({
      ok: false,
      reason: { code: 'incomplete', value: 'wait' },
    })
    for (const target of ['elsewhere', 'constructor']) {
      expect(takeAnswer(setup, { judgements: { [target]: technical } })).toMatchObject({
        reason: { code: 'no-such-target', value: target },
      })
    }
    expect(takeAnswer(setup, { judgements: { wait: { problem: 'yes' } } })).toMatchObject({
      reason: { code: 'malformed', value: 'judgements.wait.problem' },
    })
  })

  it('ROUND-71: each element has its counts, in the order asked; who skips it is not counted', () => {
    const outcome = summariseRound(setup, [
      { answer: { judgements: { wait: technical, trust: adaptive } } },
      { answer: { judgements: { wait: technical, trust: mixed } } },
      { answer: { judgements: { wait: mixed } } },
    ])
    expect(outcome).toEqual({
      kind: 'challenge',
      rows: [
        { target: 'wait', counts: { technical: 2, mixed: 1, adaptive: 0 }, verdict: 'technical' },
        { target: 'trust', counts: { technical: 0, mixed: 1, adaptive: 1 }, verdict: 'split' },
        { target: 'fare', counts: { technical: 0, mixed: 0, adaptive: 0 }, verdict: 'none' },
      ],
    })
  })

  it('ROUND-71: two thirds of those who answered make a verdict, fewer a split group, nobody none', () => {
    expect(judge().verdict).toBe('none')
    expect(judge(adaptive).verdict).toBe('adaptive')
    expect(judge(adaptive, technical).verdict).toBe('split')
    expect(judge(adaptive, adaptive).verdict).toBe('adaptive')
    expect(judge(adaptive, adaptive, mixed).verdict).toBe('adaptive')
    // 3 of 5 are less than two thirds, 4 of 6 are two thirds.
    expect(judge(adaptive, adaptive, adaptive, mixed, mixed).verdict).toBe('split')
    expect(judge(adaptive, adaptive, adaptive, adaptive, mixed, mixed).verdict).toBe('adaptive')
    expect(judge(adaptive, mixed, technical).verdict).toBe('split')
  })

  it('ROUND-9: who judged what is told where names are, and nowhere else', () => {
    const by = { id: 'p1', name: 'Ana' }
    const answers = [{ by, answer: { judgements: { trust: adaptive } } }]
    expect(JSON.stringify(summariseRound(setup, answers))).not.toContain('Ana')
    expect(summariseRound({ ...setup, anonymous: false }, answers)).toMatchObject({
      rows: [{ target: 'wait' }, { target: 'trust', by: [{ ...by, type: 'adaptive' }] }, { target: 'fare' }],
    })
    expect(setup.anonymous).toBe(true)
  })
})

describe('a clear majority', () => {
  it('ROUND-71: is two thirds exactly or more, of those who said anything', () => {
    expect(clearMajority({ a: 2, b: 1 })).toBe('a')
    expect(clearMajority({ a: 1, b: 2 })).toBe('b')
    expect(clearMajority({ a: 65, b: 35 })).toBeUndefined()
    expect(clearMajority({ a: 66, b: 33 })).toBe('a')
    expect(clearMajority({ a: 0, b: 0 })).toBeUndefined()
  })
})
