import { describe, expect, it } from 'vitest'
import { latestVerdicts, listGroupSaid, type RevealedRound } from '../../../lib/practice/groupSaid'
import { roundSetupSchema, summariseRound } from '../../../lib/practice/round'

function reveal(id: string, at: number, setup: object, ...answers: object[]): RevealedRound {
  const asked = roundSetupSchema.parse({ question: 'Q', targets: ['wait', 'trust'], ...setup })
  const outcome = summariseRound(
    asked,
    answers.map((answer) => ({ answer })),
  )
  return { id, at, outcome }
}
const judge = (judgement: object): object => ({ judgements: { wait: judgement } })
const technical = judge({ problem: true, solution: true })
const adaptive = judge({ problem: false })
const feel = (says: string, note?: string): object => ({
  states: { wait: { says, ...(note === undefined ? {} : { note }) } },
})

describe('what a group said of an element over time', () => {
  it('ROUND-85: is oldest first, whatever the order of the rounds', () => {
    const rounds = [
      reveal('late', 30, { kind: 'challenge' }, adaptive, adaptive, technical),
      reveal('early', 10, { kind: 'challenge' }, technical, technical),
      reveal('second', 20, { kind: 'pulse' }, feel('improving'), feel('improving', 'Two more buses')),
      reveal('first', 15, { kind: 'pulse' }, feel('worsening'), feel('worsening'), feel('unknown')),
    ]
    const said = listGroupSaid(rounds)
    expect([...said.keys()]).toEqual(['wait'])
    expect(said.get('wait')).toEqual({
      challenges: [
        { round: 'early', at: 10, people: 2, counts: { technical: 2, mixed: 0, adaptive: 0 }, verdict: 'technical' },
        { round: 'late', at: 30, people: 3, counts: { technical: 1, mixed: 0, adaptive: 2 }, verdict: 'adaptive' },
      ],
      pulses: [
        {
          round: 'first',
          at: 15,
          people: 3,
          counts: { improving: 0, steady: 0, worsening: 2, unknown: 1 },
          headline: 'worsening',
          notes: [],
        },
        {
          round: 'second',
          at: 20,
          people: 2,
          counts: { improving: 2, steady: 0, worsening: 0, unknown: 0 },
          headline: 'improving',
          notes: [{ text: 'Two more buses' }],
        },
      ],
    })
    expect(listGroupSaid(rounds.toReversed())).toEqual(said)
  })

  it('ROUND-85: an empty group says nothing, one person is counted as one, a split group is split', () => {
    expect(listGroupSaid([])).toEqual(new Map())
    expect(listGroupSaid([reveal('r', 1, { kind: 'challenge' }), reveal('s', 2, { kind: 'pulse' })])).toEqual(new Map())
    const alone = listGroupSaid([reveal('r', 1, { kind: 'challenge' }, adaptive)]).get('wait')
    expect(alone).toMatchObject({ challenges: [{ people: 1, verdict: 'adaptive' }], pulses: [] })
    const split = [
      reveal('r', 1, { kind: 'challenge' }, adaptive, technical),
      reveal('s', 2, { kind: 'pulse' }, feel('improving'), feel('worsening')),
    ]
    expect(listGroupSaid(split).get('wait')).toMatchObject({
      challenges: [{ people: 2, verdict: 'split' }],
      pulses: [{ people: 2, headline: 'differ' }],
    })
  })

  it('ROUND-85: rounds of other kinds say nothing of it', () => {
    const dots = reveal('r', 1, { kind: 'dots' }, { dots: { wait: 2 } })
    expect(listGroupSaid([dots])).toEqual(new Map())
  })
})

describe('the kind of challenge that a group said last', () => {
  it('CHALLENGE-1: is the latest of several rounds, and nothing of what was never judged', () => {
    const rounds = [
      reveal('late', 30, { kind: 'challenge' }, adaptive, adaptive),
      reveal('early', 10, { kind: 'challenge' }, technical, adaptive),
    ]
    expect([...latestVerdicts(listGroupSaid(rounds))]).toEqual([['wait', 'adaptive']])
    expect([...latestVerdicts(listGroupSaid(rounds.slice(1)))]).toEqual([['wait', 'split']])
    expect(latestVerdicts(listGroupSaid([])).size).toBe(0)
  })
})
