import { describe, expect, it } from 'vitest'
import type { MapId } from '../../../lib/base/ids'
import { createSeededRandom } from '../../../lib/base/random'
import type { RoomEvent } from '../../../lib/protocol/events'
import {
  createMoments,
  activityTime,
  burstTime,
  longestMeeting,
  quietTime,
  type Moments,
} from '../../../server/history/moments'
import { createVersionKeeper } from '../../../server/history/versionKeeper'
import { noChange, type ChangeScale } from '../../../server/room/changeScale'
import { silentLog } from '../../../server/room/log'
import { createMemoryStore } from '../../../server/store/memory'
import type { MapStore } from '../../../server/store/mapStore'
import { createManualClock, type ManualClock } from '../../helpers/manualClock'

const map = 'map-1' as MapId
const minute = 60_000

interface Desk {
  readonly store: MapStore
  readonly clock: ManualClock
  readonly told: RoomEvent[]
  /** Whether the meeting is at a step of its agenda. */
  isUnderWay: boolean
  readonly moments: Moments
  /** Another process, on the same store. */
  restart(): Promise<void>
  /** Somebody's edits, stored and reported as a room does. */
  edit(person: string | undefined, scale?: Partial<ChangeScale>, updates?: number): Promise<void>
  /** Why and where, and who edited, oldest first. */
  list(): Promise<readonly (readonly [string, number, string])[]>
}

async function openDesk(): Promise<Desk> {
  const store = createMemoryStore()
  const clock = createManualClock()
  const told: RoomEvent[] = []
  const random = createSeededRandom(1)
  await store.createMap({
    ...{ id: map, title: '', createdAt: clock.now(), document: Uint8Array.of(0, 0) },
    links: [{ id: 'l', map, grant: 'contribute', keyHash: 'h', createdAt: 1 }],
  })
  for (const id of ['ana', 'ben']) {
    const name = `${id[0]?.toUpperCase() ?? ''}${id.slice(1)}`
    await store.putParticipant({ id, map, link: 'l', deviceHash: id, name, colour: 1, joinedAt: 1, seenAt: 1 })
  }
  const open = (): Moments => {
    const keeper = createVersionKeeper({
      ...{ store, clock, random, keyframe: () => undefined },
      tell: (_, __, event) => void told.push(event),
    })
    return createMoments({ store, clock, keeper, log: silentLog, isUnderWay: () => Promise.resolve(desk.isUnderWay) })
  }
  let moments: Moments
  const desk: Desk = {
    isUnderWay: false,
    store,
    clock,
    told,
    get moments() {
      return moments
    },
    async restart() {
      await moments.close()
      moments = open()
    },
    async edit(person, scale = {}, updates = 1) {
      const bytes = Array.from({ length: updates }, () => Uint8Array.of(0, 0))
      const [appended] = await store.append([{ map, updates: bytes, participant: person, at: clock.now() }])
      const last = Number(appended)
      const people = person === undefined ? [] : [person]
      moments.stored(map, { first: last - updates + 1, last, people, scale: { ...noChange, ...scale } })
      await moments.settled()
    },
    async list() {
      await moments.settled()
      const all = (await store.listVersions(map)).toReversed()
      return all.map(({ why, seq, people }) => [why, seq, people.join(' ')] as const)
    },
  }
  moments = open()
  return desk
}

describe('versions that are kept by themselves', () => {
  it('VERSION-1: the first edit keeps what was before it; another after half an hour without any does so again', async () => {
    const desk = await openDesk()
    await desk.edit('ana')
    expect(await desk.list()).toEqual([['start', 1, '']])
    desk.clock.advance(quietTime - 1)
    await desk.edit('ana')
    desk.clock.advance(quietTime)
    expect(await desk.list()).toEqual([
      ['start', 1, ''],
      ['activity', 2, 'Ana'],
      ['activity', 3, 'Ana'],
    ])
    await desk.edit('ben')
    expect((await desk.list()).slice(-2)).toEqual([
      ['activity', 3, 'Ana'],
      // The same state as the version before it, and yet the beginning of a meeting.
      ['start', 3, ''],
    ])
  })

  it('VERSION-40: a meeting starts when its agenda begins, and not with its first edit, nor with one after a pause', async () => {
    const desk = await openDesk()
    desk.clock.advance(10 * minute)
    await desk.moments.begun(map)
    desk.isUnderWay = true
    const begunAt = desk.clock.now()
    desk.clock.advance(21 * minute)
    await desk.edit('ana')
    desk.clock.advance(2 * quietTime)
    await desk.edit('ben')
    const starts = async () => (await desk.store.listVersions(map)).filter(({ why }) => why === 'start')
    expect((await starts()).map(({ at, seq }) => [at, seq])).toEqual([[begunAt, 1]])
    // What was drawn beforehand was there when the meeting began; who drew it is named.
    await desk.moments.begun(map)
    expect((await desk.list()).at(-1)).toEqual(['start', 3, 'Ben'])
    // Nobody ended it: the next day is another meeting all the same.
    desk.clock.advance(longestMeeting)
    await desk.edit('ana')
    expect((await desk.list()).at(-1)).toEqual(['start', 3, ''])
    // Ended: the first edit after a pause starts one, as without an agenda.
    desk.isUnderWay = false
    desk.clock.advance(quietTime)
    await desk.edit('ana')
    expect((await desk.list()).at(-1)).toEqual(['start', 4, ''])
  })

  it('VERSION-2, VERSION-9: ten minutes after an edit that no version has, one is kept with those who edited; without edits, none', async () => {
    const desk = await openDesk()
    await desk.edit('ana')
    desk.clock.advance(4 * minute)
    await desk.edit('ben')
    await desk.edit(undefined)
    desk.clock.advance(6 * minute - 1)
    expect(await desk.list()).toHaveLength(1)
    desk.clock.advance(1)
    expect((await desk.list()).at(-1)).toEqual(['activity', 4, 'Ana Ben'])
    desk.clock.advance(2 * activityTime)
    expect(await desk.list()).toHaveLength(2)
    await desk.edit('ben')
    desk.clock.advance(activityTime)
    expect((await desk.list()).at(-1)).toEqual(['activity', 5, 'Ben'])
  })

  it('VERSION-3: when everybody has gone, and when nobody edits any more, the end is kept; a state that is kept already is not kept twice', async () => {
    const desk = await openDesk()
    await desk.edit('ana')
    desk.moments.rested(map)
    desk.moments.rested(map)
    expect(await desk.list()).toEqual([
      ['start', 1, ''],
      ['end', 2, 'Ana'],
    ])
    // Back for one more thing within half an hour: no other meeting.
    desk.clock.advance(5 * minute)
    await desk.edit('ben')
    desk.moments.rested(map)
    expect((await desk.list()).slice(2)).toEqual([['end', 3, 'Ben']])
    desk.moments.rested(map)
    expect(await desk.list()).toHaveLength(3)
  })

  it('VERSION-4: before a large change at once what was before it is kept, by what it did and whoever sent it', async () => {
    const desk = await openDesk()
    await desk.edit('ana', { added: 9, before: 20 })
    await desk.edit('ben', { added: 10, before: 29 })
    await desk.edit('ben', { removed: 8, before: 39 })
    await desk.edit('ben', { moved: 15, before: 31 })
    await desk.edit('ben', { moved: 16, before: 31 })
    expect(await desk.list()).toEqual([
      ['start', 1, ''],
      ['before-import', 2, 'Ana'],
      ['before-clear', 3, 'Ben'],
      ['before-arrange', 5, 'Ben'],
    ])
  })

  it('VERSION-5: a burst of large changes of one kind has one version, what was before the first', async () => {
    const desk = await openDesk()
    await desk.edit('ana')
    const all = { moved: 20, before: 20 }
    for (let times = 0; times < 3; times += 1) {
      await desk.edit('ana', all)
      desk.clock.advance(burstTime / 4)
    }
    expect((await desk.list()).slice(1)).toEqual([['before-arrange', 2, 'Ana']])
    desk.clock.advance(burstTime)
    await desk.edit('ben', all)
    expect((await desk.list()).slice(2)).toEqual([['before-arrange', 5, 'Ana']])
  })

  it('VERSION-6: a server that restarts in a meeting goes on in it, and knows from the log who edited', async () => {
    const desk = await openDesk()
    await desk.edit('ana')
    await desk.edit('ben')
    await desk.restart()
    desk.clock.advance(minute)
    await desk.edit(undefined)
    desk.moments.rested(map)
    expect(await desk.list()).toEqual([
      ['start', 1, ''],
      ['end', 4, 'Ana Ben'],
    ])
  })

  it('VERSION-7: everyone there is told of each version; of a map that is gone nothing is kept', async () => {
    const desk = await openDesk()
    await desk.edit('ana')
    expect(desk.told).toMatchObject([{ kind: 'version', version: { why: 'start', seq: 1 } }])
    await desk.store.deleteMap(map)
    desk.moments.rested(map)
    expect(await desk.list()).toEqual([])
  })
})
