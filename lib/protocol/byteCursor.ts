/**
 * Reading bytes that a stranger wrote: never past the end of the message, even where the message
 * is a window on a larger buffer, and never more than the bytes can back up.
 */
export interface ByteCursor {
  readonly bytes: Uint8Array
  at: number
}

/** Thrown by the readers below; whoever reads a whole message turns it into a value. */
export class MalformedBytesError extends Error {
  override readonly name = 'MalformedBytesError'
}

/** Stands at the first byte. */
export function createByteCursor(bytes: Uint8Array): ByteCursor {
  return { bytes, at: 0 }
}

/** How many bytes are left. */
export function remainingBytes(cursor: ByteCursor): number {
  return cursor.bytes.length - cursor.at
}

export function readByte(cursor: ByteCursor): number {
  const value = cursor.bytes[cursor.at]
  if (value === undefined) throw new MalformedBytesError('ends too early')
  cursor.at += 1
  return value
}

/** An unsigned integer of up to 53 bits in seven-bit groups, lowest first. */
export function readVarUint(cursor: ByteCursor): number {
  let value = 0
  let scale = 1
  for (;;) {
    const byte = readByte(cursor)
    value += (byte & 127) * scale
    if (byte < 128) break
    scale *= 128
    if (value > Number.MAX_SAFE_INTEGER || scale > 2 ** 56) throw new MalformedBytesError('number too large')
  }
  if (value > Number.MAX_SAFE_INTEGER) throw new MalformedBytesError('number too large')
  return value
}

/** The next `length` bytes, as a window and not a copy. */
export function readSlice(cursor: ByteCursor, length: number): Uint8Array {
  if (length > remainingBytes(cursor)) throw new MalformedBytesError('ends too early')
  const slice = cursor.bytes.subarray(cursor.at, cursor.at + length)
  cursor.at += length
  return slice
}

/** Bytes with their length before them. */
export function readVarBytes(cursor: ByteCursor): Uint8Array {
  return readSlice(cursor, readVarUint(cursor))
}

const strictText = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Text with its length in bytes before it. Refuses bytes that are not UTF-8. */
export function readVarText(cursor: ByteCursor): string {
  const bytes = readVarBytes(cursor)
  try {
    return strictText.decode(bytes)
  } catch {
    throw new MalformedBytesError('text is not UTF-8')
  }
}
