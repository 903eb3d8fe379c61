import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { MapId } from '../../../lib/base/ids'
import { createSeededRandom } from '../../../lib/base/random'
import { fieldsOfLook } from '../../../lib/look/look'
import type { CreateMapAnswer } from '../../../lib/protocol/api'
import { showRequestSchema } from '../../../lib/protocol/showRequest'
import type { Shown } from '../../../lib/protocol/shown'
import { createRooms, type Rooms } from '../../../server/live/rooms'
import { silentLog } from '../../../server/room/log'
import type { MapStore, StoredShowing } from '../../../server/store/mapStore'
import { createMemoryStore } from '../../../server/store/memory'
import { createLossyBus, type LossyBus } from '../../helpers/lossyBus'
import { createManualClock, type ManualClock } from '../../helpers/manualClock'
import { joinRoom, settle, type RoomPeer } from '../../helpers/roomPeer'
import { addSampleMap, addVariable } from '../../helpers/sampleMap'
import { element } from '../../helpers/testMap'
import { openStockClient, type StockClient } from '../../helpers/stockClient'
import { startTestServer, type TestServer } from '../../helpers/testServer'

let server: TestServer
let map: CreateMapAnswer
beforeAll(async () => {
  server = await startTestServer()
  map = await server.createMap()
})
afterAll(() => server.stop())

const money = { name: 'Money', view: 'map', look: { 'tie:conflict': false } }

function come(): StockClient {
  const key = map.links.view.key
  return openStockClient(`${server.url.replace('http', 'ws')}/sync`, map.id, { params: { key, events: '1' } })
}

const shownTo = (client: StockClient): unknown => client.events.findLast(({ kind }) => kind === 'shown')?.['shown']

describe('what is brought to all', () => {
  it('LOOK-16: those who are there and those who come later are told, until it is taken back', async () => {
    const path = `/api/maps/${map.id}/shown`
    const early = come()
    await early.synced()
    expect(shownTo(early)).toBeUndefined()
    const ana = await server.join(map, 'facilitate', 'Ana')
    const answer = await server.request(path, {
      method: 'POST',
      json: money,
      key: map.links.facilitate.key,
      headers: { cookie: ana.cookie },
    })
    expect(answer.status).toBe(200)
    expect(answer.json<{ told: number }>().told).toBe(1)
    await early.until('told', () => shownTo(early) !== undefined)
    expect(shownTo(early)).toMatchObject(money)
    const late = come()
    await late.until('told', () => shownTo(late) !== undefined)
    expect(shownTo(late)).toEqual(shownTo(early))

    expect((await server.request(path, { method: 'DELETE', key: map.links.owner.key })).status).toBe(204)
    await early.until('over', () => shownTo(early) === null)
    await late.until('over', () => shownTo(late) === null)
    early.close()
    late.close()
  })

  it('LOOK-16: a look that is too long, or no look, is refused', async () => {
    const path = `/api/maps/${map.id}/shown`
    const key = map.links.owner.key
    const long = { ...money, look: Object.fromEntries(Array.from({ length: 2_000 }, (_, at) => [`tie:t${at}`, false])) }
    for (const json of [
      long,
      { ...money, look: { a: { b: { c: 1 } } } },
      { view: '' },
      { view: 'map', look: 'money' },
      {},
    ]) {
      expect(await server.request(path, { method: 'POST', json, key })).toMatchObject({ status: 400 })
    }
  })
})

describe('a request to show', () => {
  it('LOOK-16: a look whose fields are nested deeper than those of looks is refused, however deep', () => {
    for (const depth of [2, 500, 7_900, 100_000]) {
      const look: unknown = JSON.parse(`{"a":${'['.repeat(depth)}${']'.repeat(depth)}}`)
      expect(showRequestSchema.safeParse({ ...money, look }).success).toBe(false)
    }
    const everything = fieldsOfLook({
      filter: { kinds: ['variable'], text: 'care', ranges: { power: [0, 1] }, fields: { 'field:a': ['x'] } },
      focus: { element: element('a'), steps: 2, way: 'any' },
      hiddenTies: ['money'],
      opened: ['health'],
      colourBy: 'sector',
    })
    expect(showRequestSchema.parse({ ...money, look: everything }).look).toEqual(everything)
  })
})

describe('what is brought to all, as rooms come and go', () => {
  const shown: Shown = { id: 'one', by: 'a', byName: 'Ana', ...money }
  let clock: ManualClock
  let store: MapStore
  let room: MapId
  let rooms: Rooms
  let bus: LossyBus
  beforeEach(async () => {
    clock = createManualClock()
    store = createMemoryStore()
    room = await addSampleMap(store)
    rooms = begin([])
  })
  /** A process that begins with what the one before it kept. */
  function begin(showings: readonly StoredShowing[]): Rooms {
    const settings = { spread: 0, grace: 20_000 }
    bus = createLossyBus((fault) => {
      throw fault
    })
    return createRooms({ store, bus, clock, random: createSeededRandom(7), log: silentLog, settings, showings })
  }

  /** Lets everything happen that waits for a turn or for company. */
  async function pass(ms = 1_000): Promise<void> {
    await settle()
    clock.advance(ms)
    await settle()
  }
  const join = async (): Promise<RoomPeer> => {
    const peer = await joinRoom(rooms, room)
    await pass()
    return peer
  }
  const told = (peer: RoomPeer): readonly unknown[] =>
    peer.told.filter(({ kind }) => kind === 'shown').map((event) => event['shown'])

  it('LOOK-16: said while nobody is there and no room is loaded, who comes then sees it', async () => {
    expect(rooms.stats().rooms).toBe(0)
    expect(rooms.show(room, shown)).toBe(0)
    await pass(60_000)
    expect(told(await join())).toEqual([shown])
    expect(rooms.show(room, undefined)).toBe(1)
    expect(told(await join())).toEqual([])
  })

  it('LOOK-16: taken back while no room is loaded, nobody sees it', async () => {
    rooms.show(room, shown)
    expect(rooms.show(room, undefined)).toBe(0)
    expect(told(await join())).toEqual([])
  })

  it('LOOK-16: what nobody came to see within half a day is over', async () => {
    rooms.show(room, shown)
    await pass(13 * 60 * 60 * 1_000)
    expect(told(await join())).toEqual([])
  })

  it('LOOK-16: those who have it are not told again when others come and go', async () => {
    const early = await join()
    rooms.show(room, shown)
    await pass()
    const late = await join()
    const later = await join()
    later.leave()
    await pass()
    expect(told(early)).toEqual([shown])
    expect(told(late)).toEqual([shown])
  })

  it('LOOK-16: the only one there loads the page again and still has it', async () => {
    const early = await join()
    rooms.show(room, shown)
    early.leave()
    await pass()
    expect(told(await join())).toEqual([shown])
  })

  it('LOOK-16: it is over a quarter of an hour after the last one left, whether or not the room is put away', async () => {
    const early = await join()
    rooms.show(room, shown)
    early.leave()
    await pass(16 * 60 * 1_000)
    expect(told(await join())).toEqual([])
    expect(await store.listShowings()).toEqual([])
  })

  it.each(['stopped', 'killed'] as const)(
    'LOOK-16: a server that is %s and started again goes on with it',
    async (how) => {
      await join()
      rooms.show(room, shown)
      await pass()
      if (how === 'stopped') await rooms.close()
      rooms = begin(await store.listShowings())
      const back = await join()
      expect(told(back)).toEqual([shown])
      rooms.show(room, undefined)
      await pass()
      expect(await store.listShowings()).toEqual([])
    },
  )

  it('LOOK-16: a server started again long after shows nothing, and nothing that it cannot read', async () => {
    const early = await join()
    rooms.show(room, shown)
    early.leave()
    await pass()
    const kept = await store.listShowings()
    clock.advance(16 * 60 * 1_000)
    rooms = begin(kept)
    expect(told(await join())).toEqual([])
    expect(await store.listShowings()).toEqual([])
    rooms = begin([{ map: room, shown: '{"view":', until: undefined }])
    expect(told(await join())).toEqual([])
  })

  it('LOOK-16: who says so in an empty room that is not put away yet is heard', async () => {
    const early = await join()
    early.leave()
    await pass()
    rooms.show(room, shown)
    await pass(60_000)
    expect(rooms.stats().rooms).toBe(0)
    expect(told(await join())).toEqual([shown])
  })

  it('LOOK-16: a room that breaks down takes nothing away from those who come back to the next', async () => {
    const early = await join()
    rooms.show(room, shown)
    const { append } = store
    store.append = () => Promise.reject(new Error('disk full'))
    addVariable(early.doc, 'x')
    await pass()
    expect(rooms.stats().rooms).toBe(0)
    store.append = append
    expect(told(await join())).toEqual([shown])
  })

  it('LOOK-16: after messages were lost, everyone is told what holds now', async () => {
    const early = await join()
    rooms.show(room, shown)
    await pass()
    bus.lose('toSessions')
    rooms.show(room, undefined)
    await pass()
    expect(told(early)).toEqual([shown])
    bus.mend()
    await pass()
    expect(told(early)).toEqual([shown, null])
  })

  it('LOOK-16: a socket that asked for no events hears nothing of it', async () => {
    rooms.show(room, shown)
    const peer = await joinRoom(rooms, room, { hearsEvents: false })
    await pass()
    expect(peer.told).toEqual([])
  })
})
