import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MapId } from '../../lib/base/ids'
import { createSeededRandom } from '../../lib/base/random'
import type { Lease, Leases } from '../../server/store/leases'
import type { MapStore } from '../../server/store/mapStore'
import { createMemoryStore } from '../../server/store/memory'
import { openPostgresStore } from '../../server/store/postgres'
import { createManualClock } from '../helpers/manualClock'
import { findPostgres, startPostgres, type PostgresServer } from '../helpers/postgresServer'
import { firstSeed, seedCount } from '../helpers/seeds'

const duration = 60_000
const steps = 150
const map = 'map-1' as MapId

/** Two processes and the database between them. */
interface World {
  readonly stores: readonly MapStore[]
  readonly leases: readonly Leases[]
  /** Lets more time pass than a lease lasts. */
  expire(): Promise<void>
  close(): Promise<void>
}

/** A process as far as it goes here: what it believes to own, and what it has of the map. */
interface Process {
  readonly name: string
  readonly store: MapStore
  readonly leases: Leases
  lease: Lease | undefined
  /** The log as it knows it. */
  known: string[]
  written: number
}

/** What the process was told is durable, at which place of the log. */
interface Acknowledged {
  readonly text: string
  readonly seq: number
  readonly fence: number
}

/**
 * Each process does what comes to its mind, while the other does as well. Whoever is told that an append is durable had
 * all that was before it, whatever stood still, ran out or was taken over meanwhile.
 */
async function run(world: World, random: () => number): Promise<readonly string[]> {
  const wrong: string[] = []
  const acknowledged: Acknowledged[] = []
  const fences: number[] = []
  const [anyStore] = world.stores
  await anyStore?.createMap({ id: map, title: '', createdAt: 1, document: write('begin') })

  const act = async (process: Process): Promise<void> => {
    const choice = random()
    if (process.lease === undefined) {
      // The other stood still for a long time, and does not know it.
      if (choice < 0.8) await world.expire()
      const acquired = await process.leases.acquire(map)
      if (acquired.kind !== 'owned') return
      const { fence = 0 } = acquired.lease
      fences.push(fence)
      process.known = await readLog(process.store)
      process.lease = acquired.lease
    } else if (choice < 0.75) {
      const texts = Array.from(
        { length: 1 + Math.floor(random() * 3) },
        () => `${process.name}${(process.written += 1)}`,
      )
      const { fence } = process.lease
      const entry = { map, updates: texts.map(write), participant: process.name, at: 2, fence }
      const [seq] = await process.store.append([entry])
      if (seq === 'not-owner') {
        process.lease = undefined
        return
      }
      const before = process.known.length
      process.known.push(...texts)
      if (seq !== process.known.length) {
        wrong.push(`${process.name} got number ${seq} for ${texts.join()} and knew of ${before} before`)
      }
      texts.forEach((text, place) => acknowledged.push({ text, seq: before + place + 1, fence: fence ?? 0 }))
    } else if (choice < 0.85) {
      const [still] = await process.leases.renew([process.lease])
      process.lease = still
    } else if (choice < 0.9) {
      await process.leases.release(process.lease)
      process.lease = undefined
    } else {
      // Killed: another of the same kind begins with nothing.
      process.lease = undefined
    }
  }

  const processes = world.stores.map((store, number): Process => {
    const leases = world.leases[number]
    if (leases === undefined) throw new Error('A process without leases.')
    return { name: number === 0 ? 'a' : 'b', store, leases, lease: undefined, known: [], written: 0 }
  })
  await Promise.all(
    processes.map(async (process) => {
      for (let step = 0; step < steps; step += 1) await act(process)
    }),
  )

  const log = anyStore === undefined ? [] : await readLog(anyStore)
  for (const { text, seq } of acknowledged) {
    if (log[seq - 1] !== text) wrong.push(`${text} was called durable at ${seq}, where ${log[seq - 1]} is`)
  }
  if (log.length !== acknowledged.length + 1)
    wrong.push(`${log.length} in the log, ${acknowledged.length} called durable`)
  const inOrder = acknowledged.toSorted((one, other) => one.seq - other.seq)
  if (inOrder.some(({ fence }, place) => fence < (inOrder[place - 1]?.fence ?? 0))) {
    wrong.push('an owner wrote after the next one')
  }
  if (new Set(fences).size !== fences.length) wrong.push('two takings under one number')
  return wrong
}

const write = (text: string): Uint8Array => new TextEncoder().encode(text)

async function readLog(store: MapStore): Promise<string[]> {
  const stored = await store.loadDocument(map)
  const parts = [stored?.snapshot ?? new Uint8Array(), ...(stored?.updates.map(({ bytes }) => bytes) ?? [])]
  return parts.map((bytes) => new TextDecoder().decode(bytes))
}

const seedsOf = (usual: number): readonly number[] =>
  Array.from({ length: seedCount(usual) }, (_, index) => firstSeed() + index)

describe('leases between two processes, whatever happens', () => {
  it.each(seedsOf(20))('LEASE-11: in memory (seed %i)', async (seed) => {
    const clock = createManualClock()
    const store = createMemoryStore(() => clock.now())
    const world: World = {
      stores: [store, store],
      leases: ['a', 'b'].map((owner) => store.leases({ owner, duration })),
      expire: async () => clock.advance(duration + 1),
      close: () => store.close(),
    }
    expect(await run(world, createSeededRandom(seed).next)).toEqual([])
    await world.close()
  })

  const bin = findPostgres()
  describe.runIf(bin !== undefined)('on PostgreSQL', () => {
    let server: PostgresServer
    beforeAll(async () => {
      server = await startPostgres(bin ?? '')
    }, 180_000)
    afterAll(async () => {
      await server.stop()
    }, 180_000)

    it.each(seedsOf(12))('LEASE-11: two stores on one database (seed %i)', async (seed) => {
      const url = await server.createDatabase()
      const stores = [await openPostgresStore(url, 2), await openPostgresStore(url, 2)]
      const client = new Client({ connectionString: url })
      await client.connect()
      const world: World = {
        stores,
        leases: stores.map((store, number) => store.leases({ owner: `process-${number}`, duration })),
        expire: async () => void (await client.query('update leases set until = 1 where until > 0')),
        close: async () => {
          await client.end()
          await Promise.all(stores.map((store) => store.close()))
        },
      }
      expect(await run(world, createSeededRandom(seed).next)).toEqual([])
      await world.close()
    })
  })
})
