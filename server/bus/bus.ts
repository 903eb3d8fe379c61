import type { MapId } from '../../lib/base/ids'
import type { CloseReason } from '../../lib/protocol/close'
import type { Identity } from '../access/identity'

/**
 * How sessions and rooms talk. A port; its contract suite is tests/contract/busContract.ts.
 *
 * Messages are plain data and bytes, never live objects, so that an adapter may carry them to
 * another process. Per map and direction those of a process arrive in the order they were published.
 */
export interface Bus {
  /** From the sockets of a map to the one room that owns it. Where that is in the same process, nobody else hears it. */
  readonly toRoom: Channel<ToRoom>
  /** From the room to all processes that hold sockets of its map. */
  readonly toSessions: Channel<ToSessions>
  close(): Promise<void>
}

export interface Channel<Message> {
  publish(map: MapId, message: Message): void
  /** The returned function ends it; nothing arrives after that. */
  subscribe(map: MapId, subscriber: Subscriber<Message>): () => void
}

export interface Subscriber<Message> {
  receive(message: Message): void
  /**
   * Messages may have been lost on the way here: ask again for the state instead of going on. A room
   * calls the roll, a session joins again.
   */
  lost(): void
}

/** One socket, unique over all processes and restarts. */
export type SessionId = string

export type ToRoom =
  /**
   * Here I am. Said again when messages may have been lost. `sent`: update messages of this socket so far,
   * whether or not they arrived.
   */
  | { readonly kind: 'join'; readonly session: SessionId; readonly identity: Identity; readonly sent: number }
  | { readonly kind: 'leave'; readonly session: SessionId }
  /** The sockets of the map that a process has, since the room asked for a count. */
  | { readonly kind: 'present'; readonly sessions: readonly SessionId[] }
  | { readonly kind: 'step-1'; readonly session: SessionId; readonly vector: Uint8Array }
  /** `number`: counts this socket's update messages from 1, so that one that is lost is missed. */
  | {
      readonly kind: 'update'
      readonly session: SessionId
      readonly update: Uint8Array
      readonly answer: boolean
      readonly number: number
    }
  | { readonly kind: 'awareness'; readonly session: SessionId; readonly update: Uint8Array }
  | { readonly kind: 'query-awareness'; readonly session: SessionId }
  /** A slow socket: updates from this turn on were not sent to it. */
  | { readonly kind: 'stopped'; readonly session: SessionId; readonly turn: number }
  /** It has room again and wants, in one piece, what it missed. */
  | { readonly kind: 'drained'; readonly session: SessionId }

/** What one turn of a room says to its people: written to each socket at once. */
export interface ToSessions {
  /** The number under which the room has the map (`Lease.fence`): what one says that has a lower number than one before is out of date. */
  readonly fence?: number
  /** Counts the turns that carry updates; the same number as the turn before where there are none. */
  readonly turn: number
  readonly broadcasts: readonly Broadcast[]
  readonly directs: readonly Direct[]
  readonly settled: readonly Settled[]
  readonly closings: readonly Closing[]
  /** Who sockets are by now: what they say when they join again. */
  readonly identities?: readonly { readonly session: SessionId; readonly identity: Identity }[]
  /** The room may have missed something: all sockets join again and repeat what they want. */
  readonly rollCall?: boolean
  /** All processes say which sockets they have. */
  readonly count?: boolean
}

/** For every socket of the map. */
export interface Broadcast {
  /** Which are dropped first for a slow reader, and who gets them at all. */
  readonly lane: 'update' | 'cursor' | 'event'
  readonly message: Uint8Array
  /** For events: one of a topic makes those before it needless, so that a slow reader gets the latest only. */
  readonly topic?: string
  /** The socket it came from, which need not hear it again. */
  readonly author?: SessionId
  /** Sockets that get words of their own in its place. */
  readonly instead?: readonly { readonly session: SessionId; readonly message: Uint8Array }[]
}

/** For some sockets. */
export interface Direct {
  readonly sessions: readonly SessionId[]
  readonly messages: readonly Uint8Array[]
  /** These bring the receiver up to date: updates flow to it from here on. */
  readonly upToDate: boolean
  /** For an event: as that of a broadcast. Sockets that ask for no events do not get it. */
  readonly topic?: string
}

/** How far a socket's own update messages got. */
export interface Settled {
  readonly session: SessionId
  /** Looked at, whatever came of them. */
  readonly consumed: number
  /** Durable without a hole, counted from the first. */
  readonly durable: number
}

export interface Closing {
  readonly session: SessionId
  readonly reason: CloseReason
  /** One sentence for the other end. */
  readonly message: string
}
