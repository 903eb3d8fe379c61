import { describe, expect, it } from 'vitest'
import type { MapId } from '../../../lib/base/ids'
import { createOwnership, type Ownership } from '../../../server/room/ownership'
import { silentLog } from '../../../server/room/log'
import type { Leases } from '../../../server/store/leases'
import type { SharedStore } from '../../../server/store/mapStore'
import { createMemoryStore } from '../../../server/store/memory'
import { createManualClock, type ManualClock } from '../../helpers/manualClock'
import { settle } from '../../helpers/roomPeer'

const map = 'map-1' as MapId
const other = 'map-2' as MapId
const times = { duration: 3_000, renew: 1_000 }

interface Process {
  readonly ownership: Ownership
  /** What it heard, in order. */
  readonly heard: string[]
  /** It is cut off from the database: asking takes for ever, or fails at once. */
  cutOff(how: 'hangs' | 'fails'): void
  reconnect(): void
}

async function open(): Promise<{
  clock: ManualClock
  store: SharedStore
  start(owner: string): Process
  pass(ms: number): Promise<void>
}> {
  const clock = createManualClock()
  const store = createMemoryStore(() => clock.now())
  for (const id of [map, other]) {
    await store.createMap({ id, title: '', createdAt: 1, document: Uint8Array.of(0, 0) })
  }
  return {
    clock,
    store,
    async pass(ms) {
      for (let passed = 0; passed < ms; passed += 100) {
        clock.advance(100)
        await settle()
      }
    },
    start(owner) {
      const inner = store.leases({ owner, duration: times.duration })
      let isCutOff: 'hangs' | 'fails' | undefined
      const reach = <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
        if (isCutOff === undefined) return ask()
        return isCutOff === 'hangs' ? new Promise(() => undefined) : Promise.reject(new Error('cut off'))
      }
      const leases: Leases = {
        acquire: (id) => reach(() => inner.acquire(id)),
        renew: (held) => reach(() => inner.renew(held)),
        release: (lease) => reach(() => inner.release(lease)),
      }
      const heard: string[] = []
      const ownership = createOwnership({
        ...{ leases, clock, times, log: silentLog },
        onTaken: (id, fence) => void heard.push(`${id} taken under ${fence}`),
        onLost: (id) => void heard.push(`${id} lost`),
      })
      return {
        ownership,
        heard,
        cutOff: (how) => void (isCutOff = how),
        reconnect: () => void (isCutOff = undefined),
      }
    },
  }
}

describe('which maps a process has', () => {
  it('OWNER-1: a map that is needed is taken once, and kept for as long as it is needed', async () => {
    const { start, pass } = await open()
    const [ana, ben] = [start('ana'), start('ben')]
    ana.ownership.need(map)
    ana.ownership.need(map)
    await settle()
    ben.ownership.need(map)
    ben.ownership.need(other)
    await pass(20_000)
    expect(ana.heard).toEqual(['map-1 taken under 1'])
    expect(ben.heard).toEqual(['map-2 taken under 1'])
  })

  it('OWNER-2: one that is given back is taken by who waits for it', async () => {
    const { start, pass } = await open()
    const [ana, ben] = [start('ana'), start('ben')]
    ana.ownership.need(map)
    await settle()
    ben.ownership.need(map)
    await pass(1_000)
    ana.ownership.leave(map)
    await pass(times.duration + 100)
    expect(ana.heard).toEqual(['map-1 taken under 1'])
    expect(ben.heard).toEqual(['map-1 taken under 2'])
  })

  it.each(['hangs', 'fails'] as const)(
    'OWNER-3: who is cut off from the database (which %s) gives its maps up in time, another follows within 5 s, and they are not had twice',
    async (how) => {
      const { start, pass } = await open()
      const [ana, ben] = [start('ana'), start('ben')]
      ana.ownership.need(map)
      await settle()
      ben.ownership.need(map)
      await pass(2_000)
      ana.cutOff(how)
      await pass(2_000)
      expect(ben.heard).toEqual([])
      await pass(3_000)
      expect(ana.heard).toEqual(['map-1 taken under 1', 'map-1 lost'])
      expect(ben.heard).toEqual(['map-1 taken under 2'])
      ana.reconnect()
      await pass(10_000)
      expect(ana.heard).toHaveLength(2)
      expect(ben.heard).toHaveLength(1)
      ben.ownership.leave(map)
      await pass(5_000)
      expect(ana.heard.slice(2)).toEqual(['map-1 taken under 3'])
    },
  )

  it('OWNER-4: a database that is away for a moment costs nobody their map', async () => {
    const { start, pass } = await open()
    const ana = start('ana')
    ana.ownership.need(map)
    await pass(1_500)
    ana.cutOff('fails')
    await pass(1_500)
    ana.reconnect()
    await pass(10_000)
    expect(ana.heard).toEqual(['map-1 taken under 1'])
  })

  it('OWNER-5: what is needed no more by the time it is taken is given back; a map that is not there is nobody’s', async () => {
    const { start, store, pass } = await open()
    const ana = start('ana')
    ana.ownership.need(map)
    ana.ownership.leave(map)
    ana.ownership.need('gone' as MapId)
    await pass(1_000)
    expect(ana.heard).toEqual(['gone taken under undefined'])
    expect(await store.leases({ owner: 'ben', ...times }).acquire(map)).toMatchObject({ kind: 'owned' })
  })

  it('OWNER-6: closing gives everything back, and nothing is taken after it', async () => {
    const { start, store, pass } = await open()
    const ana = start('ana')
    ana.ownership.need(map)
    await settle()
    await ana.ownership.close()
    ana.ownership.need(other)
    await pass(5_000)
    expect(ana.heard).toEqual(['map-1 taken under 1'])
    expect(await store.leases({ owner: 'ben', ...times }).acquire(map)).toMatchObject({ kind: 'owned' })
  })
})
