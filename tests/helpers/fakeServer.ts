import { applyAwarenessUpdate, encodeAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { LoadedCopy, OpenLocalCopy } from '../../lib/editor/localCopy'
import type { OpenTransport, TransportEvents, TransportTarget } from '../../lib/editor/transport'
import type { CloseReason } from '../../lib/protocol/close'
import type { RoomEvent } from '../../lib/protocol/events'
import { checkUpdate } from '../../server/room/guard'
import { buildDocument, nothingAccepted } from '../../server/room/liveDocument'

/** One editor's end of the fake network. */
export interface FakeClient {
  /** What arrives at the client is held back until `release`. */
  hold(): void
  release(): void
  /** Confirms everything received so far as durable. */
  acknowledge(): void
  drop(): void
  closeFor(reason: CloseReason): void
  tell(event: RoomEvent): void
  readonly isConnected: boolean
  /** How often it tried anew because it was asked to. */
  readonly retries: number
  readonly mayWrite: boolean
}

/**
 * A server in memory that speaks through the transport port: everything happens when told. As in a room,
 * the others get the bytes that a client sent, less what everybody has; what its document has thrown away
 * is in them still.
 */
export interface FakeServer {
  readonly doc: Y.Doc
  readonly openTransport: OpenTransport
  /** In the order in which they were opened. */
  readonly clients: readonly FakeClient[]
  /** Messages are confirmed as they come; set to false to confirm by hand. */
  confirmsAtOnce: boolean
  goDown(): void
  comeUp(): void
}

export function createFakeServer(doc: Y.Doc = new Y.Doc()): FakeServer {
  let isUp = true
  const ends: ReturnType<typeof open>[] = []
  /** Says what the room would let through. */
  const room = buildDocument({ snapshot: Y.encodeStateAsUpdate(doc), snapshotSeq: 0, updates: [] }).document

  function open(target: TransportTarget, events: TransportEvents) {
    let { mayWrite } = target
    let isConnected = false
    let isOver = false
    let received = 0
    let retries = 0
    let held: (() => void)[] | undefined
    const arrive = (act: () => void): void => {
      if (held === undefined) act()
      else held.push(act)
    }
    const receive = (update: Uint8Array): void => {
      received++
      const verdict = checkUpdate(update, room.clocks(nothingAccepted))
      if (verdict.kind === 'new') {
        Y.applyUpdate(doc, verdict.update, end)
        room.apply([verdict.update])
        for (const other of ends) if (other !== end) other.deliver(verdict.update)
      } else if (verdict.kind !== 'nothing-new') {
        throw new Error(`The room would not take this update: ${verdict.kind}.`)
      }
      if (server.confirmsAtOnce) arrive(() => events.acknowledged(received))
    }
    const hear = (update: Uint8Array): void => {
      Y.applyUpdate(target.doc, update, end)
      events.merged(update)
    }
    const connect = (): void => {
      if (isConnected || isOver || !isUp) return
      isConnected = true
      received = 0
      target.awareness.setLocalState(target.awareness.getLocalState())
      events.opened()
      // As on a socket: what the client asks for is answered before its own changes have come.
      const lacking = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(target.doc))
      events.sent(mayWrite ? 'step2' : 'withheld')
      receive(Y.encodeStateAsUpdate(mayWrite ? target.doc : new Y.Doc(), Y.encodeStateVector(doc)))
      arrive(() => {
        hear(lacking)
        for (const other of ends) if (other !== end && other.isConnected()) other.meet(end)
        events.synced()
      })
    }
    const disconnect = (): void => {
      if (!isConnected) return
      isConnected = false
      held = undefined
      const others = [...target.awareness.getStates().keys()].filter((client) => client !== target.awareness.clientID)
      removeAwarenessStates(target.awareness, others, end)
      for (const other of ends) if (other !== end) other.forget(target.awareness.clientID)
    }
    target.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === end || !isConnected || !mayWrite) return
      events.sent('update')
      receive(update)
    })
    target.awareness.on('update', ({ added, updated }: { added: number[]; updated: number[] }, origin: unknown) => {
      if (origin === end || !isConnected) return
      const state = encodeAwarenessUpdate(target.awareness, [...added, ...updated])
      for (const other of ends) if (other !== end) other.see(state)
    })
    const end = {
      target,
      isConnected: () => isConnected,
      see: (state: Uint8Array) => isConnected && arrive(() => applyAwarenessUpdate(target.awareness, state, end)),
      forget: (client: number) => isConnected && removeAwarenessStates(target.awareness, [client], end),
      meet(other: { see(state: Uint8Array): unknown; readonly target: TransportTarget }) {
        other.see(encodeAwarenessUpdate(target.awareness, [target.awareness.clientID]))
        end.see(encodeAwarenessUpdate(other.target.awareness, [other.target.awareness.clientID]))
      },
      deliver: (update: Uint8Array) => isConnected && arrive(() => hear(update)),
      connect,
      drop() {
        disconnect()
        events.dropped()
      },
      client: {
        hold: () => void (held ??= []),
        release() {
          const acts = held ?? []
          held = undefined
          for (const act of acts) act()
        },
        acknowledge: () => events.acknowledged(received),
        drop: () => end.drop(),
        closeFor(reason: CloseReason) {
          disconnect()
          isOver = true
          events.closed(reason)
        },
        tell: (event: RoomEvent) => events.event(event),
        get isConnected() {
          return isConnected
        },
        get retries() {
          return retries
        },
        get mayWrite() {
          return mayWrite
        },
      } satisfies FakeClient,
      transport: {
        setMayWrite(may: boolean) {
          const isNewWriter = may && !mayWrite
          mayWrite = may
          if (!isNewWriter || !isConnected) return
          disconnect()
          connect()
        },
        reconnect() {
          retries++
          isOver = false
          connect()
        },
        close() {
          disconnect()
          isOver = true
        },
      },
    }
    return end
  }

  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (ends.some((end) => end === origin)) return
    room.apply([update])
    for (const end of ends) end.deliver(update)
  })

  const server: FakeServer = {
    doc,
    confirmsAtOnce: true,
    get clients() {
      return ends.map((end) => end.client)
    },
    openTransport(target, events) {
      const end = open(target, events)
      ends.push(end)
      if (isUp) end.connect()
      else events.dropped()
      return end.transport
    },
    goDown() {
      isUp = false
      for (const end of ends) if (end.isConnected()) end.drop()
    },
    comeUp() {
      isUp = true
      for (const end of ends) end.connect()
    },
  }
  return server
}

interface KeptCopy extends Pick<LoadedCopy, 'unsent' | 'work'> {
  readonly doc: Y.Doc
}

/** What a device keeps, outliving the editors that use it. */
export interface FakeDevice {
  readonly openLocalCopy: OpenLocalCopy
  readonly kept: ReadonlyMap<string, KeptCopy>
  /** From now on nothing can be kept; those who are open are told. */
  fail(): void
}

export function createFakeDevice(): FakeDevice {
  const kept = new Map<string, KeptCopy>()
  let works = true
  const lost = new Set<() => void>()
  return {
    kept,
    fail() {
      works = false
      for (const listener of lost) listener()
    },
    openLocalCopy(name, doc) {
      let mine: KeptCopy = kept.get(name) ?? { doc: new Y.Doc(), unsent: 0, work: [] }
      const origin = {}
      let isOpen = true
      const keep = (update: Uint8Array, from: unknown): void => {
        if (isOpen && works && from !== origin) Y.applyUpdate(mine.doc, update)
      }
      const load = async () => {
        await Promise.resolve()
        if (!works) return { kept: false, unsent: 0, work: [] }
        kept.set(name, mine)
        Y.applyUpdate(mine.doc, Y.encodeStateAsUpdate(doc))
        if (isOpen) Y.applyUpdate(doc, Y.encodeStateAsUpdate(mine.doc), origin)
        doc.on('update', keep)
        return { kept: true, unsent: mine.unsent, work: mine.work }
      }
      return {
        loaded: load(),
        onLost: (listener) => void lost.add(listener),
        noteUnsent: (unsent, work) => {
          mine = { ...mine, unsent, work }
          if (kept.has(name)) kept.set(name, mine)
        },
        close() {
          isOpen = false
        },
      }
    },
  }
}
