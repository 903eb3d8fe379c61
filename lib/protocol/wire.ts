import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import { fail, succeed, type Result } from '../base/result'
import { createByteCursor, MalformedBytesError, readVarBytes, readVarUint } from './byteCursor'
import type { RoomEvent } from './events'
import {
  messageAuth,
  messageAwareness,
  messageEvent,
  messageQueryAwareness,
  messageSaved,
  messageSync,
  syncStep1,
  syncStep2,
  syncUpdate,
} from './messages'

/** One message of a client, taken apart as far as can be done without knowing a document. */
export type ClientMessage =
  | { readonly kind: 'step-1'; readonly vector: Uint8Array }
  /** `answer`: a sync step 2, so all that the client has and the server had not. */
  | { readonly kind: 'update'; readonly update: Uint8Array; readonly answer: boolean }
  | { readonly kind: 'awareness'; readonly update: Uint8Array }
  | { readonly kind: 'query-awareness' }
  /** A type this version does not know. Not an error: newer clients may ask for more. */
  | { readonly kind: 'unknown'; readonly type: number }

/** Reads one message of a client. The parts are windows on `bytes`, not copies. */
export function readClientMessage(bytes: Uint8Array): Result<ClientMessage, 'malformed'> {
  try {
    const cursor = createByteCursor(bytes)
    const type = readVarUint(cursor)
    if (type === messageQueryAwareness) return succeed({ kind: 'query-awareness' })
    if (type === messageAwareness) return succeed({ kind: 'awareness', update: readVarBytes(cursor) })
    if (type !== messageSync) return succeed({ kind: 'unknown', type })
    const sync = readVarUint(cursor)
    const payload = readVarBytes(cursor)
    if (sync === syncStep1) return succeed({ kind: 'step-1', vector: payload })
    if (sync === syncStep2) return succeed({ kind: 'update', update: payload, answer: true })
    if (sync === syncUpdate) return succeed({ kind: 'update', update: payload, answer: false })
    return fail('malformed')
  } catch (cause) {
    if (cause instanceof MalformedBytesError) return fail('malformed')
    throw cause
  }
}

/** "Here is what I have": asks the other end for what is lacking. */
export function writeSyncStep1(vector: Uint8Array): Uint8Array {
  return writeSync(syncStep1, vector)
}

/** The answer to a step 1. A stock client counts itself as synced when it comes. */
export function writeSyncStep2(update: Uint8Array): Uint8Array {
  return writeSync(syncStep2, update)
}

export function writeUpdate(update: Uint8Array): Uint8Array {
  return writeSync(syncUpdate, update)
}

function writeSync(kind: number, payload: Uint8Array): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, messageSync)
  writeVarUint(encoder, kind)
  writeVarUint8Array(encoder, payload)
  return toUint8Array(encoder)
}

/** @param update as y-protocols' `encodeAwarenessUpdate` writes it */
export function writeAwareness(update: Uint8Array): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, messageAwareness)
  writeVarUint8Array(encoder, update)
  return toUint8Array(encoder)
}

/** Says nothing, but is heard: y-websocket reconnects after 30 s of silence. */
export const keepAliveMessage: Uint8Array = writeAwareness(Uint8Array.of(0))

/** y-protocols' "permission denied", with the reason as a sentence. */
export function writePermissionDenied(reason: string): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, messageAuth)
  writeVarUint(encoder, 0)
  writeVarString(encoder, reason)
  return toUint8Array(encoder)
}

/** @param count update messages of this connection that are durable so far */
export function writeSaved(count: number): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, messageSaved)
  writeVarUint(encoder, count)
  return toUint8Array(encoder)
}

export function writeEvent(event: RoomEvent): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, messageEvent)
  writeVarString(encoder, JSON.stringify(event))
  return toUint8Array(encoder)
}
