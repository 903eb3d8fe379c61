import type { Clock } from '../../lib/base/clock'
import { limits } from '../../lib/base/limits'
import { closeReasons, type CloseReason } from '../../lib/protocol/close'
import type { RoomEvent } from '../../lib/protocol/events'
import { keepAliveMessage, writeEvent } from '../../lib/protocol/wire'
import type { Identity } from '../access/identity'
import { describeEnd } from './describeEnd'
import { frameMessage } from './frame'
import { sessionLimits } from './sessionLimits'
import type { SocketEvents, SocketPort } from './socketPort'

export interface WaiterParts {
  readonly identity: Identity
  /** The client asked for Weft's own messages (`events=1`). */
  readonly events: boolean
  readonly version: string
  readonly socket: SocketPort
  readonly clock: Clock
  readonly onEnd: (waiter: Waiter) => void
}

/**
 * One socket whose person waits for the meeting: it is in no room. Nothing that it says is looked at, and it is told
 * nothing of the map; it is kept alive, told who else is there, and ended when the meeting starts, to come again.
 */
export class Waiter implements SocketEvents {
  identity: Identity
  private hasEnded = false
  private lastNews = ''
  private lastWrite: number
  private lastSign: number
  private lastPing: number

  constructor(private readonly parts: WaiterParts) {
    this.identity = parts.identity
    this.lastWrite = this.lastSign = this.lastPing = parts.clock.now()
    if (!parts.events) return
    const { role, participant } = this.identity
    const { version } = parts
    this.write(writeEvent({ kind: 'welcome', role, participant: participant ?? null, version, waits: true }))
  }

  received(message: Uint8Array): void {
    this.lastSign = this.parts.clock.now()
    if (message.length > limits.messageBytes) {
      void this.end('too-large', `A message may have at most ${limits.messageBytes} bytes.`)
    }
  }

  malformed(): void {
    void this.end('hostile', 'A message could not be read.')
  }

  drained(): void {
    return
  }

  ponged(): void {
    this.lastSign = this.parts.clock.now()
  }

  closed(): void {
    this.finish()
  }

  /** Tells it what it has not been told yet; a socket that takes nothing is told later. */
  tell(event: RoomEvent): void {
    const news = JSON.stringify(event)
    if (!this.parts.events || news === this.lastNews || this.isSlow()) return
    this.lastNews = news
    this.write(writeEvent(event))
  }

  /** Takes in what its person is called and may do now, and tells them. */
  recognise(identity: Identity): void {
    this.identity = identity
    const { participant, role } = identity
    if (participant === undefined || !this.parts.events || this.isSlow()) return
    this.write(writeEvent({ kind: 'participant', participant: { ...participant, role, here: false } }))
  }

  /** Called every few seconds: keeps the socket alive, and ends it if nobody seems to be there. */
  tick(): void {
    if (this.hasEnded) return
    const { clock, socket } = this.parts
    const now = clock.now()
    if (now - this.lastSign >= sessionLimits.silence) {
      socket.terminate()
      this.finish()
      return
    }
    if (now - this.lastPing >= sessionLimits.pingEvery) {
      this.lastPing = now
      socket.ping()
    }
    if (now - this.lastWrite >= sessionLimits.quiet && !this.isSlow()) this.write(keepAliveMessage)
  }

  /** Parts from the other end and tells it why. Resolves when the socket is gone. */
  end(reason: CloseReason, message: string): Promise<void> {
    if (this.hasEnded) return Promise.resolve()
    const { socket, events } = this.parts
    const words = describeEnd(reason, message, events)
    if (words.length > 0 && !this.isSlow()) socket.write(words)
    const gone = socket.close(closeReasons[reason], reason)
    this.finish()
    return gone
  }

  private isSlow(): boolean {
    return this.parts.socket.bufferedBytes() > sessionLimits.cursorBytes
  }

  private write(message: Uint8Array): void {
    if (this.hasEnded) return
    this.lastWrite = this.parts.clock.now()
    this.parts.socket.write([frameMessage(message)])
  }

  private finish(): void {
    if (this.hasEnded) return
    this.hasEnded = true
    this.parts.onEnd(this)
  }
}
