import type { Clock } from '../../lib/base/clock'
import type { MapId } from '../../lib/base/ids'
import { limits } from '../../lib/base/limits'
import { closeReasons, type CloseReason } from '../../lib/protocol/close'
import { keepAliveMessage, readClientMessage, writeEvent, writeSaved } from '../../lib/protocol/wire'
import type { Identity } from '../access/identity'
import type { Bus, SessionId, ToRoom } from '../bus/bus'
import type { Watch } from '../watch/watch'
import { describeEnd } from './describeEnd'
import { frameMessage } from './frame'
import { createIntakeBudget, type IntakeBudget } from './intakeBudget'
import { sessionLimits } from './sessionLimits'
import type { SocketEvents, SocketPort } from './socketPort'

/** What a slow socket is told when it has drained: the latest of each, however often it changed or was asked for. */
interface Owed {
  sync: boolean
  awareness: boolean
  saved: number
  readonly events: Map<string, Uint8Array>
}

/** Whether updates flow to a socket. */
type Flow =
  /** Not synced yet: whatever happens now will be in its first sync. */
  | { readonly kind: 'unsynced' }
  | { readonly kind: 'flowing' }
  /** Too slow: gets nothing until it has drained, and then all it missed in one piece. */
  | { readonly kind: 'stopped' }
  /** Drained, and waits for that piece. */
  | { readonly kind: 'catching-up' }

export interface SessionParts {
  readonly id: SessionId
  readonly map: MapId
  readonly identity: Identity
  /** The client asked for Weft's own messages (`events=1`). */
  readonly events: boolean
  readonly version: string
  readonly socket: SocketPort
  readonly bus: Bus
  readonly clock: Clock
  readonly watch: Pick<Watch, 'cursorsDropped' | 'slow'>
  readonly onEnd: (session: Session) => void
}

/**
 * One socket: order, caps, backpressure, keep-alive, and the way it ends. Takes messages apart as
 * far as needed to pass them on; knows no document.
 */
export class Session implements SocketEvents {
  readonly id: SessionId
  readonly events: boolean
  private identity: Identity
  private readonly socket: SocketPort
  private flow: Flow = { kind: 'unsynced' }
  private ended = false
  private saved = 0
  /** Update messages that came in. */
  private sent = 0
  /** What the other end last said it has, to be asked for again when an answer may have been lost. */
  private lastVector: Uint8Array | undefined
  /** The first awareness message: a client says there who it is. */
  private introduction: Uint8Array | undefined
  private readonly owed: Owed = { sync: false, awareness: false, saved: 0, events: new Map() }
  private written = 0
  private progress: { readonly flushed: number; readonly at: number }
  private lastWrite: number
  private lastSign: number
  private lastPing: number
  private readonly budget: IntakeBudget

  constructor(private readonly parts: SessionParts) {
    this.id = parts.id
    this.identity = parts.identity
    this.events = parts.events
    this.socket = parts.socket
    const now = parts.clock.now()
    this.lastWrite = this.lastSign = this.lastPing = now
    this.progress = { flushed: 0, at: now }
    this.budget = createIntakeBudget(parts.clock, parts.socket)
    this.welcome()
  }

  /** Says who one is here. Pages ask then for all that was told before. */
  private welcome(): void {
    const { role, participant } = this.identity
    const { version } = this.parts
    const frame = frameMessage(writeEvent({ kind: 'welcome', role, participant: participant ?? null, version }))
    if (this.takesEvent('welcome', frame)) this.write([frame])
  }

  /** The same for all sockets of a person. */
  person(): string {
    return this.identity.participant?.id ?? this.id
  }

  // What comes in.

  received(message: Uint8Array): void {
    if (this.ended) return
    this.lastSign = this.parts.clock.now()
    if (message.length > limits.messageBytes) {
      void this.end('too-large', `A message may have at most ${limits.messageBytes} bytes.`)
      return
    }
    const read = readClientMessage(message)
    if (!read.ok) {
      this.malformed()
      return
    }
    const session = this.id
    this.budget.count(read.value.kind === 'update' ? read.value.update.length : undefined)
    switch (read.value.kind) {
      case 'step-1':
        this.lastVector = read.value.vector.slice()
        this.wantSync()
        return
      case 'update':
        this.sent += 1
        return this.publish({ ...read.value, session, number: this.sent })
      case 'awareness':
        if (read.value.update.length <= 2 * limits.awarenessBytes) this.introduction ??= read.value.update.slice()
        return this.publish({ kind: 'awareness', session, update: read.value.update })
      case 'query-awareness':
        if (this.isFull()) this.owed.awareness = true
        else this.publish({ kind: 'query-awareness', session })
        return
      case 'unknown':
        return
    }
  }

  malformed(): void {
    void this.end('hostile', 'A message could not be read.')
  }

  ponged(): void {
    this.lastSign = this.parts.clock.now()
  }

  drained(): void {
    if (this.ended || !this.isQuick()) return
    this.payDebts()
    if (this.flow.kind !== 'stopped') return
    this.flow = { kind: 'catching-up' }
    this.publish({ kind: 'drained', session: this.id })
  }

  private payDebts(): void {
    const { owed, id: session } = this
    const frames = [...owed.events.values()]
    owed.events.clear()
    if (owed.saved > this.saved) frames.push(this.writeSaved(owed.saved))
    this.write(frames)
    const { sync, awareness } = owed
    owed.sync = owed.awareness = false
    if (sync) this.wantSync()
    if (awareness) this.publish({ kind: 'query-awareness', session })
  }

  private wantSync(): void {
    const { id: session, lastVector: vector } = this
    // The answer may be large, and who does not read the last one needs no other.
    if (this.isFull()) this.owed.sync = true
    else if (vector !== undefined) this.publish({ kind: 'step-1', session, vector })
  }

  /** True if whatever is said may go to the socket. */
  isQuick(): boolean {
    return this.socket.bufferedBytes() <= sessionLimits.cursorBytes
  }

  private isFull(): boolean {
    return this.socket.bufferedBytes() > sessionLimits.updateBytes
  }

  closed(): void {
    this.finish()
  }

  // What goes out.

  /**
   * True if the updates of this turn may go to the socket. A socket that has fallen behind is
   * stopped here, and the room is told from which turn on it has to catch up.
   */
  takesUpdates(turn: number): boolean {
    if (this.flow.kind !== 'flowing') return false
    if (!this.isFull()) return true
    this.flow = { kind: 'stopped' }
    this.parts.watch.slow('stopped')
    this.publish({ kind: 'stopped', session: this.id, turn })
    return false
  }

  /** True if cursors may go to the socket; otherwise it is shown all of them when it has drained. */
  takesCursors(): boolean {
    if (this.isQuick()) return true
    this.parts.watch.cursorsDropped()
    this.owed.awareness = true
    return false
  }

  /**
   * True if an event may go to the socket; otherwise it is told the latest of each topic when it
   * has drained, in the order in which they came.
   */
  takesEvent(topic: string, frame: Uint8Array): boolean {
    if (!this.events) return false
    this.owed.events.delete(topic)
    if (!this.isFull()) return true
    this.owed.events.set(topic, frame)
    return false
  }

  /** The room knows better by now what they are called and may do. */
  recognise(identity: Identity): void {
    this.identity = identity
  }

  /** The same once more, since messages to or from the room may have been lost, or the room is another. */
  joinAgain(): void {
    if (this.ended) return
    this.welcome()
    this.join()
  }

  /** Says who is here and what they want: nothing flows until the room has answered. */
  join(): void {
    if (this.ended) return
    const { id: session, identity, sent, introduction } = this
    this.flow = { kind: 'unsynced' }
    this.publish({ kind: 'join', session, identity, sent })
    if (introduction !== undefined) this.publish({ kind: 'awareness', session, update: introduction })
    this.wantSync()
  }

  /** Says that what is written next brings the other end up to date. */
  resumeUpdates(): void {
    this.flow = { kind: 'flowing' }
  }

  /** The room has looked at so many of this socket's updates, and so many are durable. */
  settle(consumed: number, durable: number): Uint8Array | undefined {
    this.budget.settle(consumed)
    if (!this.events || durable <= this.saved) return undefined
    if (!this.isFull()) return this.writeSaved(durable)
    this.owed.saved = durable
    return undefined
  }

  private writeSaved(durable: number): Uint8Array {
    this.saved = durable
    return frameMessage(writeSaved(durable))
  }

  write(frames: readonly Uint8Array[]): void {
    if (this.ended || frames.length === 0) return
    if (this.socket.bufferedBytes() > sessionLimits.mostBytes) {
      this.endSlow()
      return
    }
    this.lastWrite = this.parts.clock.now()
    for (const frame of frames) this.written += frame.length
    this.socket.write(frames)
  }

  /** Called every few seconds: keeps the socket alive, and ends it if nobody seems to be there. */
  tick(): void {
    if (this.ended) return
    const now = this.parts.clock.now()
    const buffered = this.socket.bufferedBytes()
    const flushed = this.written - buffered
    if (buffered === 0 || flushed > this.progress.flushed) this.progress = { flushed, at: now }
    if (now - this.progress.at >= sessionLimits.stall) {
      this.endSlow()
      return
    }
    this.drained()
    if (now - this.lastSign >= sessionLimits.silence && !this.budget.isPaused()) {
      this.socket.terminate()
      this.finish()
      return
    }
    if (now - this.lastPing >= sessionLimits.pingEvery) {
      this.lastPing = now
      this.socket.ping()
    }
    if (now - this.lastWrite >= sessionLimits.quiet && !this.isFull()) this.write([frameMessage(keepAliveMessage)])
  }

  private endSlow(): void {
    this.parts.watch.slow('closed')
    void this.end('busy', 'This connection is too slow.')
  }

  /** Parts from the other end and tells it why. Resolves when the socket is gone. */
  end(reason: CloseReason, message: string): Promise<void> {
    if (this.ended) return Promise.resolve()
    // Who reads too slowly would not read the reason.
    if (!this.isFull()) this.write(describeEnd(reason, message, this.events))
    const gone = this.socket.close(closeReasons[reason], reason)
    this.finish()
    return gone
  }

  private finish(): void {
    if (this.ended) return
    this.ended = true
    this.budget.cancel()
    this.parts.onEnd(this)
    this.publish({ kind: 'leave', session: this.id })
  }

  private publish(message: ToRoom): void {
    this.parts.bus.toRoom.publish(this.parts.map, message)
  }
}
