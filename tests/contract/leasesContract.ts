import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MapId } from '../../lib/base/ids'
import type { Lease, Leases } from '../../server/store/leases'
import type { MapStore } from '../../server/store/mapStore'

/** How the suite gets at an adapter. */
export interface LeasesHarness {
  open(): Promise<{ readonly store: MapStore; leases(owner: string): Leases }>
  /** Lets so many milliseconds pass by the clock of the leases. Absent: there is one process, and its leases never end. */
  pass?(milliseconds: number): Promise<void>
  cleanUp(): Promise<void>
}

/** Milliseconds that the leases of a harness last. */
export const leaseDuration = 60_000

const first = 'map-1' as MapId
const second = 'map-2' as MapId

/** What every adapter of `Leases` has to keep, together with the store whose maps they are of. */
export function describeLeases(name: string, createHarness: () => LeasesHarness): void {
  const isShared = createHarness().pass !== undefined
  describe(`leases: ${name}`, () => {
    let harness: LeasesHarness
    let store: MapStore
    let leasesOf: (owner: string) => Leases
    beforeEach(async () => {
      harness = createHarness()
      const opened = await harness.open()
      ;({ store, leases: leasesOf } = opened)
      for (const map of [first, second]) {
        await store.createMap({ id: map, title: '', createdAt: 1, document: Uint8Array.of(1) })
      }
    })
    afterEach(async () => {
      await store.close()
      await harness.cleanUp()
    })

    const take = async (leases: Leases, map = first): Promise<Lease> => {
      const acquired = await leases.acquire(map)
      if (acquired.kind !== 'owned') throw new Error(`The map is ${acquired.kind}.`)
      return acquired.lease
    }
    const append = async (lease: Pick<Lease, 'fence'>, ...bytes: readonly number[]) => {
      const [appended] = await store.append([
        { map: first, updates: [Uint8Array.from(bytes)], participant: undefined, at: 2, fence: lease.fence },
      ])
      return appended
    }
    const updates = async (map = first): Promise<readonly (readonly number[])[]> =>
      (await store.loadDocument(map))?.updates.map(({ bytes }) => [...bytes]) ?? []
    const pass = async (milliseconds: number): Promise<void> => harness.pass?.(milliseconds)

    it('LEASE-1: a map that nobody has is taken, kept by renewing, and written by whoever has it', async () => {
      const ana = leasesOf('ana')
      const lease = await take(ana)
      expect(lease.map).toBe(first)
      expect(await append(lease, 7)).toBe(2)
      expect(await ana.renew([lease])).toEqual([lease])
      expect(await append(lease, 8)).toBe(3)
      expect(await updates()).toEqual([[7], [8]])
      await ana.release(lease)
      expect((await ana.acquire(first)).kind).toBe('owned')
      expect(await ana.renew([])).toEqual([])
    })

    describe.runIf(isShared)('of several processes', () => {
      it('LEASE-2: a map that another has is not taken, and it is said who has it and for how long', async () => {
        await take(leasesOf('ana'))
        await pass(leaseDuration / 2)
        const held = await leasesOf('ben').acquire(first)
        expect(held).toMatchObject({ kind: 'held', owner: 'ana' })
        const left = held.kind === 'held' ? held.left : 0
        expect(left).toBeGreaterThan(0)
        expect(left).toBeLessThanOrEqual(leaseDuration / 2)
        expect(await leasesOf('ben').acquire(second)).toMatchObject({ kind: 'owned' })
        expect(await leasesOf('ben').acquire('gone' as MapId)).toEqual({ kind: 'no-such-map' })
      })

      it('LEASE-3: of many who try at once one gets it', async () => {
        const owners = Array.from({ length: 10 }, (_, number) => `process-${number}`)
        const answers = await Promise.all(owners.map((owner) => leasesOf(owner).acquire(first)))
        const owned = owners.filter((_, place) => answers[place]?.kind === 'owned')
        expect(owned).toHaveLength(1)
        for (const answer of answers) if (answer.kind === 'held') expect(answer.owner).toBe(owned[0])
      })

      it('LEASE-4: whoever renews in time keeps it; whoever does not may be taken for gone, and is told at the next renewal', async () => {
        const [ana, ben] = [leasesOf('ana'), leasesOf('ben')]
        const lease = await take(ana)
        const other = await take(ana, second)
        for (let turn = 0; turn < 3; turn += 1) {
          await pass(leaseDuration * 0.6)
          expect(await ana.renew([lease, other])).toEqual([lease, other])
          expect(await ben.acquire(first)).toMatchObject({ kind: 'held' })
        }
        await pass(leaseDuration + 1_000)
        const taken = await take(ben)
        expect(await ana.renew([lease, other])).toEqual([other])
        expect(await ben.renew([taken])).toEqual([taken])
        expect(await ana.acquire(first)).toMatchObject({ kind: 'held', owner: 'ben' })
      })

      it('LEASE-5: a map that is given back is free at once; who has lost it gives nothing back', async () => {
        const [ana, ben] = [leasesOf('ana'), leasesOf('ben')]
        const lease = await take(ana)
        await ana.release(lease)
        expect(await ana.renew([lease])).toEqual([])
        const taken = await take(ben)
        await ana.release(lease)
        expect(await ana.acquire(first)).toMatchObject({ kind: 'held', owner: 'ben' })
        const again = await take(ben)
        await ben.release(taken)
        expect(await ana.acquire(first)).toMatchObject({ kind: 'held', owner: 'ben' })
        expect(await ben.renew([taken, again])).toEqual([again])
      })

      it('LEASE-6: each taking has a higher number than those before it, by whomever', async () => {
        const [ana, ben] = [leasesOf('ana'), leasesOf('ben')]
        const fences: number[] = []
        const note = ({ fence = 0 }: Lease): void => void fences.push(fence)
        note(await take(ana))
        note(await take(ana))
        await pass(leaseDuration + 1_000)
        note(await take(ben))
        const last = await take(ben)
        note(last)
        await ben.release(last)
        note(await take(ana))
        expect(fences).toEqual([...fences].sort((one, other) => one - other))
        expect(new Set(fences).size).toBe(fences.length)
      })

      it('LEASE-7: an append of who has the map no more is refused, keeps nothing, and harms no other of its transaction', async () => {
        const lease = await take(leasesOf('ana'))
        const other = await take(leasesOf('ana'), second)
        expect(await append(lease, 1)).toBe(2)
        await pass(leaseDuration + 1_000)
        const taken = await take(leasesOf('ben'))
        const at = 9
        const appended = await store.append([
          {
            ...{ map: first, updates: [Uint8Array.of(2)], participant: 'p', at, fence: lease.fence },
            added: [{ root: 'elements', id: 'e' }],
          },
          { map: second, updates: [Uint8Array.of(3)], participant: 'p', at, fence: other.fence },
          { map: 'gone' as MapId, updates: [Uint8Array.of(4)], participant: 'p', at, fence: 1 },
        ])
        expect(appended).toEqual(['not-owner', 2, 0])
        expect(await updates()).toEqual([[1]])
        expect(await updates(second)).toEqual([[3]])
        expect(await store.listAdditions(first)).toEqual([])
        expect(await store.findMap(first)).toMatchObject({ lastSeq: 2, changedAt: 2 })
        expect(await append(taken, 5)).toBe(3)
      })

      it('LEASE-7: so is one of an earlier taking by the same process', async () => {
        const ana = leasesOf('ana')
        const before = await take(ana)
        const now = await take(ana)
        expect(await append(before, 1)).toBe('not-owner')
        expect(await append(now, 2)).toBe(2)
      })

      it('LEASE-8: a lease whose time is up and which nobody has taken still holds, since nobody else has written', async () => {
        const ana = leasesOf('ana')
        const lease = await take(ana)
        await pass(leaseDuration + 1_000)
        expect(await append(lease, 1)).toBe(2)
        expect(await ana.renew([lease])).toEqual([lease])
        expect(await leasesOf('ben').acquire(first)).toMatchObject({ kind: 'held', owner: 'ana' })
      })

      it('LEASE-9: leases go with their map', async () => {
        const ana = leasesOf('ana')
        const lease = await take(ana)
        await store.deleteMap(first)
        expect(await ana.renew([lease])).toEqual([])
        expect(await append(lease, 1)).toBe(0)
        await ana.release(lease)
        expect(await ana.acquire(first)).toEqual({ kind: 'no-such-map' })
      })

      it('LEASE-10: more leases than one statement names are renewed at once', async () => {
        const ana = leasesOf('ana')
        const maps = Array.from({ length: 1_001 }, (_, number) => `many-${number}` as MapId)
        const held = await Promise.all(
          maps.map(async (map) => {
            await store.createMap({ id: map, title: '', createdAt: 1, document: Uint8Array.of(1) })
            return take(ana, map)
          }),
        )
        expect(await ana.renew(held)).toEqual(held)
      })
    })
  })
}
