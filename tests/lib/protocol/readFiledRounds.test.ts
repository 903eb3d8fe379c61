import { describe, expect, it } from 'vitest'
import { limits } from '../../../lib/base/limits'
import { readFiledRounds, type MapOfRounds } from '../../../lib/protocol/readFiledRounds'

const map: MapOfRounds = {
  elements: { a: { label: 'Trust' }, b: { label: 'Health' } },
  links: { l1: {}, l2: {} },
}

/** A revealed round of dots with names about two elements, as a file has it. */
function filedRound(change: object = {}): object {
  return {
    setup: { kind: 'dots', question: 'What matters?', targets: ['a', 'b'], anonymous: false, budget: 3 },
    labels: { a: 'Trust', b: 'Health' },
    state: 'revealed',
    openedAt: 1_000,
    endedAt: 2_000,
    done: 2,
    asked: 3,
    outcome: {
      kind: 'dots',
      rows: [
        {
          target: 'a',
          dots: 4,
          people: 2,
          rank: 1,
          tied: false,
          by: [
            { id: 'p1', name: 'Ada', dots: 3 },
            { id: 'p2', name: 'Ben', dots: 1 },
          ],
        },
        { target: 'b', dots: 0, people: 0, rank: 2, tied: false },
      ],
      given: 4,
      unused: 2,
    },
    ...change,
  }
}

describe('rounds as a file has them', () => {
  it('ROUND-96: a result comes over as it is', () => {
    const { rounds, left, gone } = readFiledRounds([filedRound()], map)
    expect([left, gone]).toEqual([[], []])
    expect(rounds).toHaveLength(1)
    expect(rounds[0]).toMatchObject({
      labels: { a: 'Trust', b: 'Health' },
      ...{ openedAt: 1_000, endedAt: 2_000, done: 2, asked: 3 },
      outcome: {
        kind: 'dots',
        rows: [
          { target: 'a', dots: 4 },
          { target: 'b', dots: 0 },
        ],
      },
    })
  })

  it('ROUND-96: who answered has a name and no id of anybody', () => {
    const text = JSON.stringify(readFiledRounds([filedRound()], map).rounds)
    expect(text).toContain('Ada')
    expect(text).not.toMatch(/"p[12]"/)
    const people = readFiledRounds([filedRound()], map).rounds[0]?.outcome
    const ids = people?.kind === 'dots' ? people.rows[0]?.by?.map(({ id }) => id) : []
    expect(new Set(ids).size).toBe(2)
  })

  it('ROUND-9: in a round without names the file brings none, whatever is in it', () => {
    const setup = { kind: 'dots', question: 'What matters?', targets: ['a', 'b'], anonymous: true, budget: 3 }
    const { rounds } = readFiledRounds([filedRound({ setup })], map)
    expect(JSON.stringify(rounds)).not.toMatch(/Ada|Ben/)
  })

  it('ROUND-96: what it asked about follows new ids of elements, links and loops', () => {
    const ids = new Map([
      ['old', 'a'],
      ['l-old', 'l1'],
    ])
    const round = filedRound({
      setup: { kind: 'dots', question: 'What matters?', targets: ['old', 'l-old.l2'], anonymous: true, budget: 3 },
      labels: { old: 'Trust', 'l-old.l2': 'Spiral' },
      outcome: {
        kind: 'dots',
        rows: [
          { target: 'old', dots: 1, people: 1, rank: 1, tied: false },
          { target: 'l-old.l2', dots: 0, people: 0, rank: 2, tied: false },
        ],
        given: 1,
        unused: 0,
      },
    })
    const { rounds, gone } = readFiledRounds([round], map, ids)
    expect(gone).toEqual([])
    expect(rounds[0]?.setup.targets).toEqual(['a', 'l1.l2'])
    expect(rounds[0]?.labels).toEqual({ a: 'Trust', 'l1.l2': 'Spiral' })
    expect(rounds[0]?.outcome).toMatchObject({ rows: [{ target: 'a' }, { target: 'l1.l2' }] })
  })

  it('ROUND-96: what is gone from the map is told with its name', () => {
    const { rounds, gone } = readFiledRounds([filedRound()], { ...map, elements: { a: { label: 'Trust' } } })
    expect(rounds).toHaveLength(1)
    expect(gone).toEqual([{ question: 'What matters?', target: 'Health' }])
  })

  it('ROUND-96: what was not shown to all, or has no result in the file, is left and told', () => {
    const open = filedRound({ state: 'open', outcome: undefined })
    const personal = filedRound({ outcome: undefined })
    expect(readFiledRounds([open, personal], map)).toMatchObject({
      rounds: [],
      left: [
        { why: 'without-result', question: 'What matters?' },
        { why: 'without-result', question: 'What matters?' },
      ],
    })
  })

  it.each([
    ['a number', 7],
    ['nothing', null],
    ['a kind that is not known', filedRound({ setup: { kind: 'riddle', question: 'Why?' } })],
    ['a result of another kind', filedRound({ outcome: { kind: 'text', texts: [] } })],
    [
      'a result about what was not asked',
      filedRound({ setup: { kind: 'dots', question: 'Q', targets: ['a'], budget: 3 } }),
    ],
    ['a time that no calendar has', filedRound({ openedAt: 9e15 })],
    ['less than nobody', filedRound({ done: -1 })],
    [
      'fewer than no dots',
      filedRound({
        outcome: {
          kind: 'dots',
          rows: [{ target: 'a', dots: -4, people: 2, rank: 1, tied: false }],
          given: 0,
          unused: 0,
        },
      }),
    ],
  ])('ROUND-96: %s is no round', (_, round) => {
    const { rounds, left } = readFiledRounds([round], map)
    expect(rounds).toEqual([])
    expect(left.map(({ why }) => why)).toEqual(['unread'])
  })

  it('ROUND-96: what is no list is no round, and beyond the most the rest is told', () => {
    expect(readFiledRounds({ a: 1 }, map).left).toEqual([{ why: 'unread', question: undefined }])
    const { rounds, left } = readFiledRounds(
      Array.from({ length: limits.filedRounds + 2 }, () => filedRound()),
      map,
    )
    expect(rounds).toHaveLength(limits.filedRounds)
    expect(left.map(({ why }) => why)).toEqual(['too-many', 'too-many'])
  })
})
