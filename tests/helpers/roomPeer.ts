import * as Y from 'yjs'
import type { MapId } from '../../lib/base/ids'
import { readClientMessage, writeAwareness, writeSyncStep1, writeSyncStep2, writeUpdate } from '../../lib/protocol/wire'
import type { Identity } from '../../server/access/identity'
import type { Rooms } from '../../server/live/rooms'
import type { SocketEvents } from '../../server/session/socketPort'
import { createFakeSocket, type FakeSocket } from './fakeSocket'

/** A well-behaved client in a room without a network: answers step 1, sends its edits, shows itself. */
export interface RoomPeer {
  readonly doc: Y.Doc
  readonly socket: FakeSocket
  readonly events: SocketEvents
  /** The latest `saved` count. */
  readonly saved: number
  /** Messages of type 101, as they came. */
  readonly told: Record<string, unknown>[]
  /** Messages of awareness, as they came. */
  readonly shown: readonly Uint8Array[]
  /** How often the server asked for what it lacks. */
  readonly asked: number
  has(id: string): boolean
  leave(): void
}

export interface RoomPeerOptions {
  readonly doc?: Y.Doc
  readonly role?: Identity['role']
  readonly link?: string
  readonly person?: string
  readonly device?: string
  /** Shows a state in awareness at once, as stock clients do. */
  readonly shown?: boolean
  /** Hears what is not in the document, of message type 101; as pages do unless told. */
  readonly hearsEvents?: boolean
}

/** Lets everything that waits for a turn of the event loop happen. */
export async function settle(): Promise<void> {
  for (let round = 0; round < 10; round += 1) await new Promise<void>((resolve) => setImmediate(resolve))
}

export async function joinRoom(rooms: Rooms, map: MapId, options: RoomPeerOptions = {}): Promise<RoomPeer> {
  const {
    doc = new Y.Doc(),
    role = 'contributor',
    link = 'l',
    person,
    device,
    shown = true,
    hearsEvents = true,
  } = options
  const state = { saved: 0, asked: 0 }
  const told: Record<string, unknown>[] = []
  const seen: Uint8Array[] = []
  const send = (message: Uint8Array): void => events.received(message)
  const socket = createFakeSocket((message) => {
    if (message[0] === 100) state.saved = message[1] ?? 0
    if (message[0] === 1) seen.push(message.slice())
    if (message[0] === 101) told.push(JSON.parse(readText(message)) as Record<string, unknown>)
    const read = readClientMessage(message)
    if (!read.ok) return
    if (read.value.kind === 'update') Y.applyUpdate(doc, read.value.update, 'remote')
    if (read.value.kind !== 'step-1') return
    state.asked += 1
    send(writeSyncStep2(Y.encodeStateAsUpdate(doc, read.value.vector)))
  })
  const identity: Identity = {
    map,
    role,
    link,
    participant: person === undefined ? undefined : { id: person, name: person, colour: 0 },
    ...(device === undefined ? {} : { device }),
  }
  const events: SocketEvents = rooms.attach({ identity, events: hearsEvents, socket })
  const onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin !== 'remote') send(writeUpdate(update))
  }
  doc.on('update', onUpdate)
  send(writeSyncStep1(Y.encodeStateVector(doc)))
  if (shown) send(introduce(doc.clientID))
  await settle()
  return {
    doc,
    socket,
    events,
    get saved() {
      return state.saved
    },
    told,
    shown: seen,
    get asked() {
      return state.asked
    },
    has: (id) => doc.getMap('elements').has(id),
    leave() {
      doc.off('update', onUpdate)
      events.closed()
    },
  }
}

/** A client's first awareness message, with an empty state. */
export function introduce(client: number): Uint8Array {
  return writeAwareness(Uint8Array.from([1, ...varUint(client), 0, 2, 123, 125]))
}

/** A number as the wire writes it. */
export function varUint(value: number): number[] {
  const bytes: number[] = []
  let rest = value
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128)
  return [...bytes, rest]
}

/** An update that takes up `length` clocks of a client with nothing. */
export function takeClocks(client: number, from: number, length: number): Uint8Array {
  return Uint8Array.from([1, 1, ...varUint(client), ...varUint(from), 0, ...varUint(length), 0])
}

function readText(message: Uint8Array): string {
  let at = 1
  while ((message[at] ?? 0) > 127) at += 1
  return new TextDecoder().decode(message.subarray(at + 1))
}
