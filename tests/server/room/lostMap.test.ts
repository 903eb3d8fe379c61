import { describe, expect, it } from 'vitest'
import type { MapId } from '../../../lib/base/ids'
import { createSeededRandom } from '../../../lib/base/random'
import type { MapPatch } from '../../../lib/model/mapPatch'
import { createLocalBus } from '../../../server/bus/localBus'
import { createRooms, type Rooms } from '../../../server/live/rooms'
import { silentLog } from '../../../server/room/log'
import type { SharedStore } from '../../../server/store/mapStore'
import { createMemoryStore } from '../../../server/store/memory'
import { createManualClock } from '../../helpers/manualClock'
import { joinRoom, settle } from '../../helpers/roomPeer'
import { addSampleMap, addVariable, readStoredDoc } from '../../helpers/sampleMap'

const duration = 3_000
const clock = createManualClock()

/** The rooms of a process that has taken the map, on a store that others share. */
async function open(store: SharedStore, map: MapId, owner: string): Promise<Rooms> {
  const acquired = await store.leases({ owner, duration }).acquire(map)
  if (acquired.kind !== 'owned') throw new Error(`The map is ${acquired.kind}.`)
  const { fence } = acquired.lease
  const bus = createLocalBus((fault) => {
    throw fault
  })
  return createRooms({ store, bus, clock, random: createSeededRandom(7), log: silentLog, fenceOf: () => fence })
}

const adding = (id: string): MapPatch => ({
  label: { step: 'added' },
  changes: [{ kind: 'create', root: 'elements', id, fields: { kind: 'variable', label: id } }],
})

describe('a room whose map another process has taken', () => {
  it('ROOM-26: calls nothing saved any more, shows it to nobody, and is over; what was made goes to the next owner', async () => {
    const store = createMemoryStore(() => clock.now())
    const map = await addSampleMap(store)
    const before = await open(store, map, 'before')
    const [ana, ben] = [await joinRoom(before, map), await joinRoom(before, map)]
    await settle()
    addVariable(ana.doc, 'early')
    await settle()
    const { saved } = ana
    expect(saved).toBeGreaterThan(0)
    expect(ben.has('early')).toBe(true)

    // It stood still for longer than its lease, and another process took the map.
    clock.advance(duration + 1)
    const after = await open(store, map, 'after')
    addVariable(ana.doc, 'late')
    await settle()
    expect(ana.saved).toBe(saved)
    expect(ben.has('late')).toBe(false)
    expect([ana.socket.closeCode, ben.socket.closeCode]).toEqual([1012, 1012])
    expect((await readStoredDoc(store, map)).getMap('elements').has('late')).toBe(false)
    expect(before.stats()).toMatchObject({ rooms: 0, waiting: 0 })

    const [again, other] = [await joinRoom(after, map, { doc: ana.doc }), await joinRoom(after, map)]
    await settle()
    expect(again.saved).toBeGreaterThan(0)
    expect(other.has('late')).toBe(true)
    expect((await readStoredDoc(store, map)).getMap('elements').has('late')).toBe(true)
  })

  it('ROOM-26: a change of the server that could not be stored is not said to be done', async () => {
    const store = createMemoryStore(() => clock.now())
    const map = await addSampleMap(store)
    const before = await open(store, map, 'before')
    expect(await before.change(map, adding('early'), undefined)).toMatchObject({ kind: 'done' })
    clock.advance(duration + 1)
    await open(store, map, 'after')
    expect(await before.change(map, adding('late'), undefined)).toEqual({ kind: 'failed' })
    expect((await readStoredDoc(store, map)).getMap('elements').has('late')).toBe(false)
  })
})
