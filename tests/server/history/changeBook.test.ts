import { describe, expect, it } from 'vitest'
import type { MapId } from '../../../lib/base/ids'
import { createChangeBook, writeTime } from '../../../server/history/changeBook'
import { silentLog } from '../../../server/room/log'
import type { LastChange } from '../../../server/store/mapStore'
import { createManualClock } from '../../helpers/manualClock'

const map = 'm' as MapId
const of = (id: string, by: string, at: number): LastChange => ({ root: 'elements', id, by, at })

describe('the book of changes', () => {
  it('PROTECT-44: is told at once and stored once for a while, whoever changes it how often', async () => {
    const stored: LastChange[][] = []
    const clock = createManualClock()
    const store = {
      putChanges: async (_: MapId, changes: readonly LastChange[]) => void stored.push([...changes]),
      findChange: () => Promise.resolve(undefined),
    }
    const book = createChangeBook({ store, clock, log: silentLog })
    for (let at = 1; at <= 50; at += 1) book.note(map, [of('a', 'ana', at)])
    book.note(map, [of('b', 'cem', 60)])
    expect(await book.find(map, { root: 'elements', id: 'a' })).toEqual(of('a', 'ana', 50))
    expect(await book.find(map, { root: 'elements', id: 'c' })).toBeUndefined()
    expect(stored).toEqual([])
    clock.advance(writeTime)
    await book.close()
    expect(stored).toEqual([[of('a', 'ana', 50), of('b', 'cem', 60)]])
  })

  it('PROTECT-44: what cannot be stored now is told and stored with the next, a later change before it', async () => {
    const stored: LastChange[][] = []
    const clock = createManualClock()
    let isUp = false
    const store = {
      putChanges: async (_: MapId, changes: readonly LastChange[]) => {
        if (!isUp) throw new Error('The disk is full.')
        stored.push([...changes])
      },
      findChange: () => Promise.resolve(undefined),
    }
    const book = createChangeBook({ store, clock, log: silentLog })
    book.note(map, [of('a', 'ana', 1), of('b', 'ana', 1)])
    clock.advance(writeTime)
    book.note(map, [of('a', 'cem', 2)])
    await Promise.resolve()
    expect(await book.find(map, { root: 'elements', id: 'a' })).toEqual(of('a', 'cem', 2))
    expect(await book.find(map, { root: 'elements', id: 'b' })).toEqual(of('b', 'ana', 1))
    isUp = true
    await book.close()
    expect(stored.flat().toSorted((one, other) => (one.id < other.id ? -1 : 1))).toEqual([
      of('a', 'cem', 2),
      of('b', 'ana', 1),
    ])
  })
})
