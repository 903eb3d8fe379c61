import {
  MalformedBytesError,
  readByte,
  readSlice,
  readVarBytes,
  readVarText,
  readVarUint,
  type ByteCursor,
} from '../../lib/protocol/byteCursor'

/** Levels of lists and objects in one value. Weft needs three; clients read recursively. */
const deepestValue = 32

/** Numbers that Yjs gives to kinds of content. */
const content = {
  deleted: 1,
  json: 2,
  binary: 3,
  text: 4,
  embed: 5,
  format: 6,
  type: 7,
  any: 8,
} as const

/** Shared types: array, map and text. The XML kinds have no place in a map. */
const sharedTypes = 3

/** True if a struct with this kind of content holds a shared type. */
export const isSharedType = (kind: number): boolean => kind === content.type

/** True if a struct with this kind of content holds plain values. */
export const isPlainValue = (kind: number): boolean => kind === content.any

/**
 * Reads one struct's content as strictly as Yjs will, without building it.
 * @returns its length in clocks, 0 included: the caller judges
 * @throws MalformedBytesError for content Yjs cannot read, sub-documents and types a map has no use for
 */
export function skipContent(cursor: ByteCursor, kind: number): number {
  switch (kind) {
    case content.deleted:
      return readVarUint(cursor)
    case content.json: {
      const length = readVarUint(cursor)
      for (let index = 0; index < length; index += 1) skipJson(cursor, true)
      return length
    }
    case content.binary:
      readVarBytes(cursor)
      return 1
    case content.text:
      // Clocks count UTF-16 units, as strings in JavaScript do.
      return readVarText(cursor).length
    case content.embed:
      skipJson(cursor, false)
      return 1
    case content.format:
      readVarText(cursor)
      skipJson(cursor, false)
      return 1
    case content.type: {
      const type = readVarUint(cursor)
      if (type >= sharedTypes) throw new MalformedBytesError(`a shared type number ${type}`)
      return 1
    }
    case content.any: {
      const length = readVarUint(cursor)
      for (let index = 0; index < length; index += 1) skipValue(cursor, 0)
      return length
    }
    default:
      throw new MalformedBytesError(`content number ${kind}`)
  }
}

function skipJson(cursor: ByteCursor, mayBeUndefined: boolean): void {
  const text = readVarText(cursor)
  if (mayBeUndefined && text === 'undefined') return
  try {
    JSON.parse(text)
  } catch {
    throw new MalformedBytesError('a value that is not JSON')
  }
}

/** One value in lib0's "any" encoding. */
function skipValue(cursor: ByteCursor, depth: number): void {
  if (depth > deepestValue) throw new MalformedBytesError('a value nested too deep')
  const kind = readByte(cursor)
  switch (kind) {
    case 127: // undefined
    case 126: // null
    case 121: // false
    case 120: // true
      return
    case 125:
      skipVarInt(cursor)
      return
    case 124:
      readSlice(cursor, 4)
      return
    case 123:
      readSlice(cursor, 8)
      return
    case 119:
      readVarText(cursor)
      return
    case 118: {
      const fields = readVarUint(cursor)
      for (let index = 0; index < fields; index += 1) {
        if (readVarText(cursor) === '__proto__') throw new MalformedBytesError('a field called __proto__')
        skipValue(cursor, depth + 1)
      }
      return
    }
    case 117: {
      const length = readVarUint(cursor)
      for (let index = 0; index < length; index += 1) skipValue(cursor, depth + 1)
      return
    }
    case 116:
      readVarBytes(cursor)
      return
    default:
      // 122, big integers, among them: JSON cannot carry those, so no export could.
      throw new MalformedBytesError(`a value of kind ${kind}`)
  }
}

function skipVarInt(cursor: ByteCursor): void {
  let byte = readByte(cursor)
  let value = byte & 63
  let scale = 64
  while (byte >= 128) {
    byte = readByte(cursor)
    value += (byte & 127) * scale
    scale *= 128
    if (value > Number.MAX_SAFE_INTEGER) throw new MalformedBytesError('number too large')
  }
}
