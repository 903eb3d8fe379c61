import { describe, expect, it } from 'vitest'
import type { CardsOutcome } from '../../../lib/practice/cards'
import { joinCards, separateCards } from '../../../lib/practice/joinCards'
import { leaveNamesOut } from '../../../lib/report/withoutNames'

const card = (label: string, people: number): CardsOutcome['groups'][number] => ({ label, people, spellings: [label] })
const outcome: CardsOutcome = { groups: [card('Workload', 2), card('Pay', 1), card('Work load', 1), card('Load', 1)] }

describe('cards that are made one', () => {
  it('ROUND-88: they have one name, every spelling, and between the fewest and the most people that it may be', () => {
    const joined = joinCards(outcome, 'Work load', 'Workload', 4)
    expect(joined?.groups).toMatchObject([
      { label: 'Workload', people: 2, upTo: 3, spellings: ['Workload', 'Work load'] },
      { label: 'Load' },
      { label: 'Pay' },
    ])
    // Three have answered, so it is no more than three.
    expect(joined && joinCards(joined, 'Load', 'Workload', 3)?.groups[0]).toMatchObject({ people: 2, upTo: 3 })
  })

  it('ROUND-88: with names each person is counted once', () => {
    const [ana, ben, cem] = ['Ana', 'Ben', 'Cem'].map((name) => ({ id: name, name }))
    if (ana === undefined || ben === undefined || cem === undefined) return
    const named: CardsOutcome = {
      groups: [
        { ...card('Workload', 2), by: [ana, ben] },
        { ...card('Work load', 2), by: [ben, cem] },
      ],
    }
    const joined = joinCards(named, 'Work load', 'Workload', 3)
    expect(joined?.groups).toMatchObject([{ people: 3, by: [ana, ben, cem] }])
    expect(joined?.groups[0]).not.toHaveProperty('upTo')
    expect(joined && JSON.stringify(leaveNamesOut({ kind: 'cards', ...joined }))).not.toContain('Ana')
  })

  it('ROUND-88: taken apart again they are as they were', () => {
    const joined = joinCards(joinCards(outcome, 'Work load', 'Workload', 9) ?? outcome, 'Load', 'Workload', 9)
    const apart = joined && separateCards(joined, 'Workload')
    expect(new Set(apart?.groups)).toEqual(new Set(outcome.groups))
  })

  it('ROUND-88: a card that is not there, or the same, is joined to nothing', () => {
    expect(joinCards(outcome, 'None', 'Workload', 4)).toBeUndefined()
    expect(joinCards(outcome, 'Workload', 'Workload', 4)).toBeUndefined()
    expect(separateCards(outcome, 'Workload')).toBeUndefined()
  })
})
