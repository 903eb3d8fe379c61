import { describe, expect, it } from 'vitest'
import { roundOutcomeSchema, roundSetupSchema, summariseRound } from '../../../lib/practice/round'
import { askAgain, listTiedFirst } from '../../../lib/practice/tiedFirst'

describe('those that share the first place', () => {
  const choice = (people: readonly number[]) =>
    roundOutcomeSchema.parse({
      kind: 'choice',
      rows: people.map((count, index) => ({ option: `o${index}`, people: count, share: 0 })),
    })
  it('ROUND-3: of a choice are the options that most people took, if they are more than one', () => {
    expect(listTiedFirst(choice([2, 1, 2]))).toEqual(['o0', 'o2'])
    expect(listTiedFirst(choice([2, 1, 1]))).toEqual([])
    expect(listTiedFirst(choice([0, 0, 0]))).toEqual([])
  })

  it('ROUND-2: of dots are the targets with the most, not those tied below', () => {
    const rows = [
      ['a', 3],
      ['b', 2],
      ['c', 2],
    ] as const
    const dots = (given: readonly (readonly [string, number])[]) =>
      roundOutcomeSchema.parse({
        kind: 'dots',
        rows: given.map(([target, count]) => ({ target, dots: count, people: 1, rank: 1, tied: true })),
        given: 7,
        unused: 0,
      })
    expect(listTiedFirst(dots(rows))).toEqual([])
    expect(listTiedFirst(dots(rows.slice(1)))).toEqual(['b', 'c'])
  })

  it('ROUND-58: there is none where nobody answered, nor of a kind without places', () => {
    const asked = roundSetupSchema.parse({ kind: 'dots', question: 'Q', targets: ['a', 'b', 'c'] })
    const answers = [{ answer: { dots: { a: 1, c: 1 } } }]
    expect(listTiedFirst(summariseRound(asked, answers))).toEqual(['a', 'c'])
    expect(listTiedFirst(summariseRound(asked, []))).toEqual([])
    expect(listTiedFirst(summariseRound(roundSetupSchema.parse({ kind: 'text', question: 'Q' }), []))).toEqual([])
  })

  it('ROUND-58: asked again, a choice is among those alone, and not all of them can be picked', () => {
    const setup = roundSetupSchema.parse({
      kind: 'choice',
      question: 'What next?',
      options: ['a', 'b', 'c', 'd'],
      most: 3,
    })
    expect(askAgain(setup, 'r1', ['b', 'd'])).toMatchObject({ options: ['b', 'd'], most: 1, again: 'r1', targets: [] })
    expect(askAgain(setup, 'r1', ['a', 'b', 'd'])).toMatchObject({ most: 2 })
    expect(roundSetupSchema.safeParse(askAgain(setup, 'r1', ['b', 'd'])).success).toBe(true)
  })
})
