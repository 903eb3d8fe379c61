import { createDecoder, readAny, readUint8, readVarString, readVarUint } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeAny, writeUint8, writeVarString, writeVarUint } from 'lib0/encoding'

/** A message of a bus as it crosses from one process to others. */
export interface BusMessage {
  /** The process that published it. */
  readonly origin: string
  /** Which of that process's messages it is, and which was the last it published before this on the same channel; 0: none. */
  readonly number: number
  readonly before: number
  /** Absent where it says only that there was something `before`. */
  readonly body?: { readonly value: unknown }
}

/** Changes with the shape of messages, so that processes of two versions do not take each other's for their own. */
const version = 1

export function writeBusMessage({ origin, number, before, body }: BusMessage): Uint8Array {
  const encoder = createEncoder()
  writeUint8(encoder, version)
  writeVarString(encoder, origin)
  writeVarUint(encoder, number)
  writeVarUint(encoder, before)
  if (body !== undefined) writeAny(encoder, body.value as Parameters<typeof writeAny>[1])
  return toUint8Array(encoder)
}

/** @throws if it is not of this version, or cut off */
export function readBusMessage(bytes: Uint8Array): BusMessage {
  const decoder = createDecoder(bytes)
  const found = readUint8(decoder)
  if (found !== version) throw new Error(`A message of version ${found} on the bus, where ${version} is spoken.`)
  const head = { origin: readVarString(decoder), number: readVarUint(decoder), before: readVarUint(decoder) }
  return decoder.pos === bytes.length ? head : { ...head, body: { value: readAny(decoder) as unknown } }
}
