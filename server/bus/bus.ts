import type { MapId } from '../../lib/base/ids'
import type { CloseReason } from '../../lib/protocol/close'
import type { RoomEvent } from '../../lib/protocol/events'
import type { Role } from '../../lib/protocol/role'
import type { IdentifiedPerson, Identity } from '../access/identity'
import type { Whom } from '../access/whom'

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
  /** To all processes that hold sockets of people who wait for the meeting of a map. */
  readonly toWaiters: Channel<ToWaiters>
  /** To one process, by its name. */
  readonly toProcess: Channel<ToProcess, ProcessId>
  /** True if words reach the other processes now, if there are any. */
  isUp(): boolean
  close(): Promise<void>
}

/** What is published under a key, a map as a rule, is heard by those who subscribed to that key. */
export interface Channel<Message, Key extends string = MapId> {
  publish(key: Key, message: Message): void
  /** The returned function ends it; nothing arrives after that. */
  subscribe(key: Key, subscriber: Subscriber<Message>): () => void
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

/** One server process, unique over all restarts. */
export type ProcessId = string

export type ToRoom = FromSession | FromProcess

/** What a process says of a map that another may have. */
export type FromProcess =
  /** Something was done that those who are on the map hear of, or part by. */
  | { readonly kind: 'act'; readonly act: RoomAct }
  /** These wait for the meeting in that process: all of them, said again every second. */
  | { readonly kind: 'waiting'; readonly process: ProcessId; readonly people: readonly Identity[] }
  /** Whoever has the map answers this, to the process that asks. A question that is repeated keeps its name. */
  | { readonly kind: 'ask'; readonly name: string; readonly process: ProcessId; readonly question: Question }

export type RoomAct =
  | { readonly do: 'tell'; readonly topic: string; readonly event: RoomEvent }
  | { readonly do: 'expel'; readonly who: Whom; readonly reason: CloseReason; readonly message: string }
  | { readonly do: 'recognise'; readonly participant: IdentifiedPerson; readonly role: Role }
  /** What is kept of the meeting was changed, so that rounds may be over, or wait for another moment. */
  | { readonly do: 'look' }

export type Question =
  /** Who is on the map and who waits for its meeting, over all processes? */
  | { readonly of: 'who' }
  /** What is the answer to this request? */
  | { readonly of: 'request'; readonly request: CarriedRequest }
  /** What became of the question of this name, which was heard? */
  | { readonly of: 'became' }

/** A request as one process passes it to another. */
export interface CarriedRequest {
  readonly method: string
  readonly url: string
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: Uint8Array
  /** Address of whoever is connected to the process that passes it on; empty if it is not known. */
  readonly peer: string
}

export interface CarriedAnswer {
  readonly status: number
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: Uint8Array
}

export interface PeopleOfMap {
  /** Once per socket. */
  readonly here: readonly Identity[]
  readonly waiting: readonly Identity[]
}

/** About a question that this process asked, by its name. */
export type ToProcess =
  /** Whoever has the map is at it. */
  | { readonly kind: 'heard'; readonly name: string }
  | { readonly kind: 'people'; readonly name: string; readonly people: PeopleOfMap }
  | { readonly kind: 'answer'; readonly name: string; readonly answer: CarriedAnswer }

/** What those are told who wait for a meeting. */
export type ToWaiters =
  Extract<RoomAct, { readonly do: 'expel' | 'recognise' }> | { readonly do: 'tell'; readonly event: RoomEvent }

/** What sockets say. */
export type FromSession =
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
