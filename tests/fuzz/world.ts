import * as Y from 'yjs'
import { applyPatch } from '../../lib/document/applyPatch'
import { origins } from '../../lib/document/origin'
import type { MapId } from '../../lib/base/ids'
import { createSeededRandom } from '../../lib/base/random'
import { mergeLog } from '../../server/history/compactor'
import { silentLog } from '../../server/room/log'
import { createRooms, type Rooms } from '../../server/live/rooms'
import type { SocketEvents } from '../../server/session/socketPort'
import type { MapStore } from '../../server/store/mapStore'
import { createMemoryStore } from '../../server/store/memory'
import { createFakeSocket } from '../helpers/fakeSocket'
import { createManualClock } from '../helpers/manualClock'
import { encodeSampleDocument } from '../helpers/sampleMap'
import { messageAwareness } from '../../lib/protocol/messages'
import { writeSyncStep2, writeUpdate } from '../../lib/protocol/wire'
import { createLossyBus, type LossyBus } from '../helpers/lossyBus'
import { introduce, takeClocks } from '../helpers/roomPeer'
import { createFaultyStore } from './faultyStore'
import { createPeer, markRoot, type Peer } from './peer'
import { describeMessage, lengthOf, readRoots } from './plainWords'

const map = 'fuzzed-map' as MapId

interface Connection {
  readonly events: SocketEvents
  readonly toServer: Uint8Array[]
  readonly toPeer: Uint8Array[]
  /** The id whose introduction has reached the server. */
  introducedAs: number | undefined
  /** The server's end is gone. */
  closeCode: number | undefined
}

interface ServerRun {
  readonly rooms: Rooms
  readonly bus: LossyBus
  readonly store: MapStore
  readonly tasks: (() => void)[]
  readonly longLogs: MapId[]
  kill(): void
}

/** What a run found wrong, in words. */
export type Violation = string

/**
 * A server, its store and some people with a bad network between them, all moved by one seed.
 * Every step is one event: a message arrives, a turn passes, a plug is pulled.
 */
export class World {
  readonly violations: Violation[] = []
  readonly history: string[] = []
  private readonly random
  private readonly clock = createManualClock()
  private readonly inner = createMemoryStore()
  private readonly initial = encodeSampleDocument()
  private readonly disk = createFaultyStore(this.inner, this.initial)
  private readonly peers: Peer[] = []
  private readonly connections = new Map<Peer, Connection>()
  private server: ServerRun | undefined
  private marks = 0

  constructor(seed: number) {
    this.random = createSeededRandom(seed)
    // Neighbouring seeds begin alike; some rounds set them apart.
    for (let round = 0; round < 8; round += 1) this.random.next()
    const people = 2 + this.random.below(3)
    for (let person = 0; person < people; person += 1) this.peers.push(createPeer(`p${person}`))
  }

  async begin(): Promise<void> {
    await this.inner.createMap({ id: map, title: 'Sample', createdAt: 1, document: this.initial })
    this.server = this.startServer()
  }

  /** One random event. */
  async step(): Promise<void> {
    const peer = this.peers[this.random.below(this.peers.length)]
    if (peer === undefined) return
    const dice = this.random.below(1000)
    if (dice < 200) this.edit(peer)
    else if (dice < 400) this.deliverToServer(peer)
    else if (dice < 600) this.deliverToPeer(peer)
    else if (dice < 720) this.runTask()
    else if (dice < 820) this.note('disk', String(this.disk.step(this.random.below(60) === 0)))
    else if (dice < 850) this.advance(this.random.below(3_000))
    else if (dice < 900) this.connect(peer)
    else if (dice < 920) this.cut(peer)
    else if (dice < 935) this.reload(peer)
    else if (dice < 955) await this.compact()
    else if (dice < 970) this.changeFromServer()
    else if (dice < 976) this.breakBus()
    else if (dice < 980) this.hostile()
    else if (dice < 985) this.steal(peer)
    else if (dice < 993) this.kill()
    else this.advance(60_000)
    await settle()
    this.checkAcknowledged()
  }

  /** The network holds, the disk works, everyone comes back; then all must be one. */
  async heal(): Promise<void> {
    this.note('heal')
    this.disk.heal()
    this.server?.bus.mend()
    for (let round = 0; round < 400; round += 1) {
      this.server ??= this.startServer()
      let busy = false
      for (const peer of this.peers) {
        busy = this.connect(peer) || busy
        while (this.deliverToServer(peer)) busy = true
        while (this.deliverToPeer(peer)) busy = true
      }
      while (this.runTask()) busy = true
      await settle()
      if (!busy) {
        this.advance(2_000)
        await settle()
        if (this.isQuiet()) break
      }
    }
    if (!this.isQuiet()) this.violations.push('the system never came to rest')
    await this.checkConvergence()
  }

  private isQuiet(): boolean {
    if (this.server === undefined || this.server.tasks.length > 0) return false
    if (this.server.rooms.stats().waiting > 0) return false
    return this.peers.every((peer) => {
      const connection = this.connections.get(peer)
      return (
        connection !== undefined &&
        connection.closeCode === undefined &&
        connection.toPeer.length === 0 &&
        connection.toServer.length === 0
      )
    })
  }

  // Events.

  private edit(peer: Peer): void {
    this.marks += 1
    const mark = `m${this.marks}`
    const { random } = this
    const kind = random.below(6)
    const value = random.below(1000)
    this.note('edit', peer.name, mark)
    peer.edit(mark, (doc) => {
      const elements = doc.getMap<Y.Map<unknown>>('elements')
      const ids = [...elements.keys()].sort()
      const id = ids[random.below(Math.max(1, ids.length))]
      const found: unknown = id === undefined ? undefined : elements.get(id)
      // A stranger's bent bytes may have put something else there.
      const element = found instanceof Y.Map ? (found as Y.Map<unknown>) : undefined
      if (kind === 0 || element === undefined || id === undefined) {
        const fresh = new Y.Map<unknown>()
        fresh.set('kind', 'variable')
        fresh.set('label', mark)
        fresh.set('description', new Y.Text())
        elements.set(`e-${mark}`, fresh)
      } else if (kind === 1) element.set('label', `${mark} ${value} 🌊`)
      else if (kind === 2) doc.getMap('positions:board').set(id, [value, -value])
      else if (kind === 3) elements.delete(id)
      else {
        const text = element.get('description')
        if (!(text instanceof Y.Text)) return
        if (kind === 4 || text.length === 0) text.insert(random.below(text.length + 1), `${mark}é`)
        else text.delete(0, 1 + random.below(text.length))
      }
    })
  }

  private deliverToServer(peer: Peer): boolean {
    const connection = this.connections.get(peer)
    const message = connection?.toServer.shift()
    if (connection === undefined || message === undefined) return false
    this.note('→', peer.name, describeMessage(message))
    connection.events.received(message)
    if (message[0] === messageAwareness && connection.closeCode === undefined)
      connection.introducedAs = peer.doc.clientID
    return true
  }

  private deliverToPeer(peer: Peer): boolean {
    const connection = this.connections.get(peer)
    if (connection === undefined) return false
    const message = connection.toPeer.shift()
    if (message === undefined) {
      if (connection.closeCode === undefined) return false
      // The goodbye comes after everything before it.
      this.note('closed', peer.name, String(connection.closeCode))
      if (connection.closeCode >= 4400 && connection.closeCode < 4500) {
        this.violations.push(`${peer.name} did nothing wrong and was sent away with ${connection.closeCode}`)
      }
      this.connections.delete(peer)
      peer.disconnect()
      return true
    }
    this.note('←', peer.name, describeMessage(message))
    peer.receive(message)
    this.checkSeen(peer)
    return true
  }

  private runTask(): boolean {
    const task = this.server?.tasks.shift()
    if (task === undefined) return false
    this.note('turn')
    task()
    return true
  }

  private advance(ms: number): void {
    this.note('time', String(ms))
    this.clock.advance(ms)
  }

  private connect(peer: Peer): boolean {
    if (this.connections.has(peer)) return false
    const server = (this.server ??= this.startServer())
    this.note('connect', peer.name)
    const toServer: Uint8Array[] = []
    const toPeer: Uint8Array[] = []
    const ends: { code: number | undefined; connection: Connection | undefined } = {
      code: undefined,
      connection: undefined,
    }
    const socket = createFakeSocket(
      (message) => toPeer.push(message),
      (code) => {
        if (ends.connection === undefined) ends.code = code
        else ends.connection.closeCode ??= code
      },
    )
    const identity = {
      map,
      role: 'contributor',
      link: 'l',
      participant: { id: peer.name, name: peer.name, colour: 0 },
    } as const
    const events = server.rooms.attach({ identity, events: true, socket })
    const connection: Connection = { events, toServer, toPeer, introducedAs: undefined, closeCode: ends.code }
    ends.connection = connection
    this.connections.set(peer, connection)
    peer.connect((message) => toServer.push(message))
    return true
  }

  /** The line breaks: what is under way in either direction is lost. */
  private cut(peer: Peer): void {
    const connection = this.connections.get(peer)
    if (connection === undefined) return
    this.note('cut', peer.name)
    this.connections.delete(peer)
    peer.disconnect()
    // The server may notice at once, or only much later.
    if (this.random.below(3) > 0) connection.events.closed()
    else this.clock.after(this.random.below(40_000), () => connection.events.closed())
  }

  private reload(peer: Peer): void {
    this.cut(peer)
    const kept = this.random.below(3) > 0
    this.note('reload', peer.name, kept ? 'kept' : 'fresh')
    peer.reload(kept)
  }

  private kill(): void {
    if (this.server === undefined) return
    this.note('kill')
    this.server.kill()
    this.server = undefined
    for (const peer of this.peers) {
      // What the server had written before it died may still arrive, in part.
      const connection = this.connections.get(peer)
      if (connection === undefined) continue
      for (let more = this.random.below(connection.toPeer.length + 1); more > 0; more -= 1) this.deliverToPeer(peer)
      this.connections.delete(peer)
      peer.disconnect()
    }
  }

  private async compact(): Promise<void> {
    const { server } = this
    if (server === undefined) return
    const stored = await this.inner.loadDocument(map)
    const last = stored?.updates.at(-1)
    if (stored === undefined || last === undefined) return
    this.note('compact', String(last.seq))
    const merged = mergeLog({
      snapshot: stored.snapshot,
      updates: stored.updates.map(({ bytes }) => bytes),
    })
    if (merged === undefined) this.violations.push('the stored log does not fit together')
    else await this.inner.putSnapshot(map, merged.snapshot, last.seq)
  }

  private changeFromServer(): void {
    if (this.server === undefined) return
    this.marks += 1
    const id = `s${this.marks}`
    this.note('server change', id)
    const { rooms } = this.server
    const change = async (): Promise<void> => {
      const outcome = await rooms.change(
        map,
        {
          label: { step: 'added' },
          changes: [{ kind: 'create', root: 'elements', id, fields: { kind: 'variable', label: id } }],
        },
        undefined,
      )
      if (outcome.kind !== 'done' || this.disk.committed.getMap('elements').has(id)) return
      this.violations.push(`${id} was called done, but not stored`)
    }
    void change()
  }

  /** For a while nothing arrives between sessions and rooms, one way. */
  private breakBus(): void {
    const bus = this.server?.bus
    if (bus === undefined) return
    const way = this.random.below(2) === 0 ? 'toRoom' : 'toSessions'
    this.note('lose', way)
    bus.lose(way)
    this.clock.after(1 + this.random.below(300), () => {
      this.note('mend')
      bus.mend()
    })
  }

  /** A stranger with a right to edit sends bytes that were bent on the way. */
  private hostile(): void {
    if (this.server === undefined) return
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(this.disk.committed))
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    applyPatch(
      doc,
      {
        changes: [
          { kind: 'create', root: 'elements', id: `h${this.random.below(9)}`, fields: { kind: 'note', label: '' } },
        ],
      },
      origins.command,
    )
    const bent = Uint8Array.from(updates[0] ?? [])
    for (let flips = this.random.below(4); flips > 0 && bent.length > 0; flips -= 1) {
      const at = this.random.below(bent.length)
      bent[at] = (bent[at] ?? 0) ^ (1 << this.random.below(8))
    }
    this.note('hostile', [...bent].join(' '))
    const socket = createFakeSocket(() => undefined)
    const identity = { map, role: 'contributor', link: 'h', participant: undefined } as const
    const events = this.server.rooms.attach({ identity, events: false, socket })
    events.received(Uint8Array.from([0, 2, ...lengthOf(bent), ...bent]))
    this.clock.after(this.random.below(500), () => events.closed())
  }

  /** A stranger with a right to edit takes clocks in the name of someone who has introduced themselves. */
  private steal(peer: Peer): void {
    const connection = this.connections.get(peer)
    if (this.server === undefined || connection?.introducedAs !== peer.doc.clientID) return
    const { clientID } = peer.doc
    const known = Y.getState(this.disk.committed.store, clientID)
    const bytes = takeClocks(clientID, known, 1 + this.random.below(200))
    this.note('steal', peer.name, `${clientID}@${known}`)
    const socket = createFakeSocket(() => undefined)
    const identity = { map, role: 'contributor', link: 'h', participant: undefined } as const
    const events = this.server.rooms.attach({ identity, events: false, socket })
    if (this.random.below(2) === 0) events.received(introduce(clientID))
    events.received(this.random.below(2) === 0 ? writeUpdate(bytes) : writeSyncStep2(bytes))
    this.clock.after(this.random.below(500), () => events.closed())
  }

  private startServer(): ServerRun {
    this.note('start')
    const opened = this.disk.open()
    const { store } = opened
    const tasks: (() => void)[] = []
    const longLogs: MapId[] = []
    let alive = true
    const bus = createLossyBus((fault) => {
      this.violations.push(`a subscriber threw: ${String(fault)}`)
    })
    const rooms = createRooms({
      store,
      bus,
      clock: {
        now: () => this.clock.now(),
        after: (ms, task) => this.clock.after(ms, () => void (alive && task())),
      },
      random: this.random,
      log: silentLog,
      soon: (task) => tasks.push(() => void (alive && task())),
      compact: (long) => longLogs.push(long),
      settings: { grace: 1_000 + this.random.below(20_000), compactAfterUpdates: 20, syncsPerTurn: 2, spread: 0 },
    })
    return {
      rooms,
      bus,
      store,
      tasks,
      longLogs,
      kill: () => {
        alive = false
        opened.cut(this.random.below(2) === 0)
      },
    }
  }

  // What must hold.

  /** Whatever one person sees of another is stored. */
  private checkSeen(peer: Peer): void {
    const stored = this.disk.committed.getMap(markRoot)
    for (const mark of peer.doc.getMap(markRoot).keys()) {
      if (stored.has(mark) || this.own(peer).has(mark)) continue
      this.violations.push(`${peer.name} sees ${mark}, which is not stored`)
    }
  }

  private readonly ownMarks = new Map<Peer, Set<string>>()
  private own(peer: Peer): Set<string> {
    const known = this.ownMarks.get(peer) ?? new Set<string>()
    this.ownMarks.set(peer, known)
    return known
  }

  private checkAcknowledged(): void {
    const stored = this.disk.committed.getMap(markRoot)
    for (const peer of this.peers) {
      for (const mark of peer.acknowledged) {
        if (!stored.has(mark)) this.violations.push(`${mark} was called saved to ${peer.name}, but is not stored`)
      }
    }
  }

  private async checkConvergence(): Promise<void> {
    this.checkAcknowledged()
    const stored = new Y.Doc()
    const loaded = await this.inner.loadDocument(map)
    if (loaded?.snapshot !== undefined) Y.applyUpdate(stored, loaded.snapshot)
    for (const { bytes } of loaded?.updates ?? []) Y.applyUpdate(stored, bytes)
    const expected = JSON.stringify(readRoots(stored))
    for (const peer of this.peers) {
      if (JSON.stringify(readRoots(peer.doc)) !== expected) this.violations.push(`${peer.name} differs from the store`)
      if (peer.doc.store.pendingStructs !== null) this.violations.push(`${peer.name} waits for something for ever`)
      for (const mark of peer.acknowledged) {
        if (!stored.getMap(markRoot).has(mark)) this.violations.push(`${mark} is lost`)
      }
    }
    if (stored.store.pendingStructs !== null) this.violations.push('the stored map waits for something for ever')
  }

  private note(...words: string[]): void {
    this.history.push(words.join(' '))
    if (words[0] !== 'edit') return
    const peer = this.peers.find(({ name }) => name === words[1])
    if (peer !== undefined && words[2] !== undefined) this.own(peer).add(words[2])
  }
}

/** Lets everything that only waits for promises happen. */
async function settle(): Promise<void> {
  for (let round = 0; round < 30; round += 1) await Promise.resolve()
}
