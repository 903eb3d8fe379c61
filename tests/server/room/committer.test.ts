import { beforeEach, describe, expect, it } from 'vitest'
import type { MapId } from '../../../lib/base/ids'
import { createCommitter, type Batch, type Committable, type Committer } from '../../../server/room/committer'
import { silentLog } from '../../../server/room/log'
import type { AppendEntry } from '../../../server/store/mapStore'
import { createManualClock, type ManualClock } from '../../helpers/manualClock'

interface TestRoom extends Committable {
  readonly waiting: number[]
  readonly log: string[]
  people: number
}

describe('the committer', () => {
  let clock: ManualClock
  let tasks: (() => void)[]
  let appends: { entries: readonly AppendEntry[]; resolve: () => void; reject: (cause: Error) => void }[]
  let committer: Committer

  beforeEach(() => {
    clock = createManualClock()
    tasks = []
    appends = []
    committer = createCommitter({
      clock,
      soon: (task) => tasks.push(task),
      log: silentLog,
      store: {
        append: (entries) =>
          new Promise((resolve, reject) => {
            appends.push({ entries, resolve: () => resolve(entries.map((_, index) => index + 1)), reject })
          }),
      },
    })
  })

  async function turn(): Promise<void> {
    for (const task of tasks.splice(0)) task()
    for (let round = 0; round < 10; round += 1) await Promise.resolve()
  }

  function createRoom(name: string): TestRoom {
    const room: TestRoom = {
      waiting: [],
      log: [],
      people: 1,
      collect: () => {
        if (room.waiting.length === 0) return undefined
        const updates = room.waiting.splice(0).map((value) => Uint8Array.of(value))
        return { entries: [{ map: name as MapId, updates, participant: undefined, at: 0 }] }
      },
      settle: (batch: Batch, seqs) =>
        void room.log.push(`settled ${batch.entries.flatMap((entry) => entry.updates).join(' ')} as ${seqs.join(' ')}`),
      fail: () => void room.log.push('failed'),
      broken: (cause) => void room.log.push(String(cause)),
      window: () => (room.people > 30 ? 16 : 0),
    }
    return room
  }

  function edit(room: TestRoom, ...values: number[]): void {
    room.waiting.push(...values)
    committer.wake(room)
  }

  it('COMMIT-1: one transaction for all rooms of a turn, the next gathers meanwhile', async () => {
    const [a, b] = [createRoom('a'), createRoom('b')]
    edit(a, 1)
    edit(b, 2)
    edit(a, 3)
    await turn()
    expect(appends).toHaveLength(1)
    expect(appends[0]?.entries.map(({ map, updates }) => [map, updates.length])).toEqual([
      ['a', 2],
      ['b', 1],
    ])
    edit(a, 4)
    edit(b, 5)
    await turn()
    expect(appends).toHaveLength(1)
    expect(a.log).toEqual([])
    appends[0]?.resolve()
    await turn()
    await turn()
    expect(a.log).toEqual(['settled 1 3 as 1'])
    expect(b.log).toEqual(['settled 2 as 2'])
    expect(appends).toHaveLength(2)
  })

  it('COMMIT-2: a commit that fails is told to its rooms, and the next goes ahead', async () => {
    const [a, b] = [createRoom('a'), createRoom('b')]
    edit(a, 1)
    await turn()
    edit(b, 2)
    appends[0]?.reject(new Error('disk full'))
    await turn()
    await turn()
    appends[1]?.resolve()
    await turn()
    expect(a.log).toEqual(['failed'])
    expect(b.log).toEqual(['settled 2 as 1'])
  })

  it('COMMIT-3: a large room waits for company after a commit; a small one does not; draining waits for nothing', async () => {
    const [large, small] = [createRoom('large'), createRoom('small')]
    large.people = 100
    edit(large, 1)
    await turn()
    appends[0]?.resolve()
    await turn()
    edit(large, 2)
    await turn()
    expect(appends).toHaveLength(1)
    clock.advance(16)
    await turn()
    expect(appends).toHaveLength(2)
    appends[1]?.resolve()
    await turn()
    edit(large, 3)
    edit(small, 4)
    await turn()
    expect(appends[2]?.entries).toHaveLength(2)
    appends[2]?.resolve()
    await turn()
    edit(large, 5)
    let drained = false
    const watch = async (): Promise<void> => {
      await committer.drain()
      drained = true
    }
    void watch()
    await turn()
    expect(drained).toBe(false)
    appends[3]?.resolve()
    await turn()
    expect(drained).toBe(true)
  })

  it('COMMIT-4: a room that throws holds up no other', async () => {
    const [broken, sound] = [createRoom('broken'), createRoom('sound')]
    const settling: TestRoom = {
      ...broken,
      settle: () => {
        throw new Error('broken')
      },
    }
    const throwing: TestRoom = {
      ...broken,
      collect: () => {
        throw new Error('broken')
      },
    }
    broken.waiting.push(1)
    committer.wake(settling)
    committer.wake(throwing)
    edit(sound, 2)
    await turn()
    appends[0]?.resolve()
    await turn()
    expect(sound.log).toEqual(['settled 2 as 2'])
    expect(broken.log).toEqual(['Error: broken'])
  })
})
