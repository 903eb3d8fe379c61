import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import type { MapId } from '../base/ids'
import type { CloseReason } from '../protocol/close'
import type { RoomEvent } from '../protocol/events'

/** What a transport keeps in step with the server. */
export interface TransportTarget {
  readonly mapId: MapId
  readonly doc: Y.Doc
  readonly awareness: Awareness
  /** False for roles that may only read: nothing of the document leaves this page. */
  readonly mayWrite: boolean
}

/**
 * An update message that went out: the answer to the server's step 1, or one change. Of what is too long for one
 * message, each is a `part` but the last. `withheld`: an answer without what this device has, since who may only
 * read sends nothing.
 */
export type SentMessage = 'step2' | 'update' | 'part' | 'withheld'

/** What a transport tells. Between `opened` and `dropped` there is one connection. */
export interface TransportEvents {
  /** Connected; the server counts this connection's update messages from zero. */
  opened(): void
  /** One update message went out. */
  sent(message: SentMessage): void
  /** So many of this connection's update messages are durable. */
  acknowledged(count: number): void
  /** Everything the server had is in the document. */
  synced(): void
  /** An update from the server was applied to the document. */
  merged(update: Uint8Array): void
  /** The connection, or a try at one, is gone; the next try follows by itself. */
  dropped(): void
  /** The server does not want this client back as it is. No further try. */
  closed(reason: CloseReason): void
  event(event: RoomEvent): void
}

/**
 * Port: how an open map reaches the server. The browser's is `websocketTransport`; tests and the
 * fuzzer bring networks of their own.
 */
export interface Transport {
  /** The role has changed. Becoming a writer sends what could not be sent before. */
  setMayWrite(mayWrite: boolean): void
  /** Tries at once if there is no connection; also after `closed`. */
  reconnect(): void
  close(): void
}

export type OpenTransport = (target: TransportTarget, events: TransportEvents) => Transport
