import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MapId } from '../../lib/base/ids'
import type { MapStore } from '../../server/store/mapStore'
import type { MapStoreHarness } from './mapStoreContract'

const first = 'map-1' as MapId
const second = 'map-2' as MapId

/** What every adapter keeps of agendas and timers. */
export function describeMeetingStore(name: string, createHarness: () => MapStoreHarness): void {
  describe(`agendas and timers in the store: ${name}`, () => {
    let harness: MapStoreHarness
    let store: MapStore

    beforeEach(async () => {
      harness = createHarness()
      store = await harness.open()
      for (const id of [first, second]) {
        await store.createMap({ id, title: '', createdAt: 1, document: Uint8Array.of(1) })
      }
    })
    afterEach(async () => {
      await store.close().catch(() => undefined)
      await harness.cleanUp()
    })

    it('STORE-40: what is put is found again, on its own map and as its own part alone', async () => {
      expect(await store.findMeeting(first, 'timer')).toBeUndefined()
      expect(await store.putMeeting(first, 'timer', { version: 1, value: '{"a":"Ñ"}' })).toBe(true)
      expect(await store.findMeeting(first, 'timer')).toEqual({ version: 1, value: '{"a":"Ñ"}' })
      expect(await store.findMeeting(first, 'agenda')).toBeUndefined()
      expect(await store.findMeeting(second, 'timer')).toBeUndefined()
      await expect(store.putMeeting('none' as MapId, 'timer', { version: 1, value: '' })).rejects.toBeInstanceOf(Error)
    })

    it('STORE-41: it changes from the version before, or not at all', async () => {
      expect(await store.putMeeting(first, 'agenda', { version: 2, value: 'b' })).toBe(false)
      const both = await Promise.all(
        ['a', 'b'].map((value) => store.putMeeting(first, 'agenda', { version: 1, value })),
      )
      expect(both.filter((isStored) => isStored)).toHaveLength(1)
      expect(await store.putMeeting(first, 'agenda', { version: 2, value: 'c' })).toBe(true)
      expect(await store.putMeeting(first, 'agenda', { version: 2, value: 'd' })).toBe(false)
      expect(await store.findMeeting(first, 'agenda')).toEqual({ version: 2, value: 'c' })
    })

    it('STORE-43: of one part all maps are listed that keep something of it', async () => {
      expect(await store.listMeetings('hold')).toEqual([])
      await store.putMeeting(first, 'hold', { version: 1, value: '{"a":1}' })
      await store.putMeeting(second, 'hold', { version: 1, value: '{"a":2}' })
      await store.putMeeting(second, 'hold', { version: 2, value: 'null' })
      await store.putMeeting(second, 'timer', { version: 1, value: '1' })
      expect(await store.listMeetings('hold')).toEqual([{ map: first, version: 1, value: '{"a":1}' }])
    })

    it('STORE-44: the copies of a map are found, of that map alone', async () => {
      expect(await store.listCopies('map-1' as MapId)).toEqual([])
      await store.putMeeting(first, 'breakout-of', { version: 1, value: '"map-10"' })
      await store.putMeeting(second, 'breakout-of', { version: 1, value: '"map-1"' })
      await store.putMeeting(first, 'door', { version: 1, value: '"map-1"' })
      expect(await store.listCopies('map-1' as MapId)).toEqual([second])
      await store.deleteMap(second)
      expect(await store.listCopies('map-1' as MapId)).toEqual([])
    })

    it('STORE-42: it goes with its map', async () => {
      await store.putMeeting(first, 'timer', { version: 1, value: 'a' })
      await store.putMeeting(second, 'timer', { version: 1, value: 'b' })
      await store.deleteMap(first)
      expect(await store.findMeeting(first, 'timer')).toBeUndefined()
      expect(await store.findMeeting(second, 'timer')).toEqual({ version: 1, value: 'b' })
    })
  })
}
