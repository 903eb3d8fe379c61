import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import * as encoding from 'lib0/encoding'
import type { MapId } from '../../../lib/base/ids'
import { createSeededRandom } from '../../../lib/base/random'
import { noProtection } from '../../../lib/practice/protection'
import { writeUpdate } from '../../../lib/protocol/wire'
import { createLocalBus } from '../../../server/bus/localBus'
import { createRooms, type Rooms } from '../../../server/live/rooms'
import { silentLog } from '../../../server/room/log'
import type { MapStore } from '../../../server/store/mapStore'
import { createMemoryStore } from '../../../server/store/memory'
import { createManualClock } from '../../helpers/manualClock'
import { joinRoom, settle, type RoomPeer } from '../../helpers/roomPeer'
import { addSampleMap, addVariable, readStoredDoc } from '../../helpers/sampleMap'

/** A struct that begins at the last one of its client that the room has: what it says of its place is its own. */
describe('a struct that overlaps what the room has', () => {
  let store: MapStore
  let map: MapId
  let rooms: Rooms
  let fay: RoomPeer
  let cem: RoomPeer

  beforeEach(async () => {
    store = createMemoryStore()
    map = await addSampleMap(store)
    const bus = createLocalBus((fault) => {
      throw fault
    })
    const clock = createManualClock()
    rooms = createRooms({ store, bus, clock, random: createSeededRandom(5), log: silentLog })
    fay = await joinRoom(rooms, map, { person: 'fay', role: 'facilitator' })
    cem = await joinRoom(rooms, map, { person: 'cem' })
    for (const id of ['a', 'b']) addVariable(fay.doc, id)
    await settle()
  })

  const record = (doc: Y.Doc, id: string): Y.Map<unknown> =>
    doc.getMap<Y.Map<unknown>>('elements').get(id) ?? new Y.Map()
  const textOf = (doc: Y.Doc, id: string): Y.Text => record(doc, id).get('description') as Y.Text
  const lock = (): void => rooms.protect(map, { version: 1, protection: { ...noProtection, elements: ['a'] } })
  const idOf = (type: Y.Text | Y.Map<unknown>): Y.ID => type._item?.id ?? Y.createID(0, 0)
  /** @param key under which it says that it stands, in a map */
  const sendOverlap = (parent: Y.ID, key: string | undefined, write: (encoder: encoding.Encoder) => void): void => {
    const encoder = encoding.createEncoder()
    const { clientID, store: structs } = cem.doc
    for (const number of [1, 1, clientID, Y.getState(structs, clientID) - 1]) encoding.writeVarUint(encoder, number)
    encoding.writeUint8(encoder, key === undefined ? 4 : 8 | 0x20)
    for (const number of [0, parent.client, parent.clock]) encoding.writeVarUint(encoder, number)
    if (key !== undefined) encoding.writeVarString(encoder, key)
    write(encoder)
    encoding.writeVarUint(encoder, 0)
    cem.events.received(writeUpdate(encoding.toUint8Array(encoder)))
  }
  const words = (text: string) => (encoder: encoding.Encoder) => encoding.writeVarString(encoder, text)

  it('PROTECT-2, GUARD-14: it does not write into a locked text under the name of another', async () => {
    textOf(cem.doc, 'a').insert(0, 'x')
    await settle()
    lock()
    sendOverlap(idOf(textOf(cem.doc, 'b')), undefined, words('xHACKED'))
    await settle()
    expect(cem.socket.closeCode).toBe(4400)
    for (const doc of [fay.doc, await readStoredDoc(store, map)]) {
      expect(['a', 'b'].map((id) => textOf(doc, id).toJSON())).toEqual(['x', ''])
    }
  })

  it('PROTECT-2, GUARD-14: nor into a locked field', async () => {
    record(cem.doc, 'a').set('label', 'Agreed name')
    await settle()
    lock()
    sendOverlap(idOf(record(cem.doc, 'b')), 'label', (encoder) => {
      encoding.writeVarUint(encoder, 2)
      for (const value of ['one', 'two']) encoding.writeAny(encoder, value)
    })
    await settle()
    expect(cem.socket.closeCode).toBe(4400)
    for (const doc of [fay.doc, await readStoredDoc(store, map)]) {
      expect(['a', 'b'].map((id) => record(doc, id).get('label'))).toEqual(['Agreed name', 'b'])
    }
  })

  it('GUARD-14: one that stands where the room has it is taken, locked or not', async () => {
    textOf(cem.doc, 'b').insert(0, 'x')
    await settle()
    sendOverlap(idOf(textOf(cem.doc, 'b')), undefined, words('xyz'))
    await settle()
    expect(cem.socket.closeCode).toBeUndefined()
    expect(textOf(fay.doc, 'b').toJSON()).toBe('xyz')
  })

  it.each([false, true])(
    'GUARD-14: what an honest client sends whole is taken, its element there or gone: %s',
    async (isGone) => {
      const text = textOf(cem.doc, 'b')
      for (const letter of 'abc') text.insert(text.length, letter)
      text.insert(1, 'between')
      await settle()
      text.insert(text.length, 'seen')
      await settle()
      // Typed on while nobody hears: one struct with what everybody has.
      const vector = Y.encodeStateVector(cem.doc)
      const other = new Y.Doc()
      Y.applyUpdate(other, Y.encodeStateAsUpdate(cem.doc))
      other.clientID = cem.doc.clientID
      cem.leave()
      textOf(other, 'b').insert(textOf(other, 'b').length, ' and more')
      if (isGone) fay.doc.getMap('elements').delete('b')
      await settle()
      const again = await joinRoom(rooms, map, { person: 'cem', doc: new Y.Doc() })
      expect(Y.encodeStateAsUpdate(other, vector)).not.toEqual(Y.encodeStateAsUpdate(other))
      again.events.received(writeUpdate(Y.encodeStateAsUpdate(other)))
      await settle()
      expect(again.socket.closeCode).toBeUndefined()
      if (!isGone) expect(textOf(fay.doc, 'b').toJSON()).toBe('abetweenbcseen and more')
    },
  )
})
