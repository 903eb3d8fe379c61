import { describe, expect, it } from 'vitest'
import type { MapId } from '../../../lib/base/ids'
import type { Identity } from '../../../server/access/identity'
import { createBudget, createMember } from '../../../server/room/member'
import { listParticipants } from '../../../server/room/participantList'
import { createManualClock } from '../../helpers/manualClock'

describe('a budget', () => {
  it('SESSION-15: a few at once, then one per interval, the latest only', () => {
    const clock = createManualClock()
    const budget = createBudget(clock, 2, 100)
    const done: string[] = []
    for (const word of ['a', 'b', 'c', 'd']) budget.spend(() => done.push(word))
    expect(done).toEqual(['a', 'b'])
    clock.advance(100)
    expect(done).toEqual(['a', 'b', 'd'])
    clock.advance(1_000)
    for (const word of ['e', 'f', 'g']) budget.spend(() => done.push(word))
    expect(done).toEqual(['a', 'b', 'd', 'e', 'f'])
    budget.cancel()
    clock.advance(1_000)
    expect(done).toHaveLength(5)
  })
})

describe('the list of people', () => {
  it('SESSION-9: one row per person, with the most they may do; bare keys have none', () => {
    const clock = createManualClock()
    const settings = { clock, syncBurst: 1, syncInterval: 1 }
    const identity = (id: string | undefined, role: Identity['role']): Identity => ({
      map: 'm' as MapId,
      role,
      link: 'l',
      participant: id === undefined ? undefined : { id, name: `Name of ${id}`, colour: 4 },
    })
    const members = [
      createMember('1', identity('a', 'viewer'), 0, settings),
      createMember('2', identity('a', 'owner'), 0, settings),
      createMember('3', identity('a', 'contributor'), 0, settings),
      createMember('4', identity(undefined, 'owner'), 0, settings),
      createMember('5', identity('b', 'viewer'), 0, settings),
    ]
    expect(listParticipants(members)).toEqual([
      { id: 'a', name: 'Name of a', colour: 4, role: 'owner', here: true },
      { id: 'b', name: 'Name of b', colour: 4, role: 'viewer', here: true },
    ])
  })
})
