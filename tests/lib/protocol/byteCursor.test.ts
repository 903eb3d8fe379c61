import { describe, expect, it } from 'vitest'
import {
  createByteCursor,
  MalformedBytesError,
  readByte,
  readSlice,
  readVarBytes,
  readVarText,
  readVarUint,
  remainingBytes,
} from '../../../lib/protocol/byteCursor'

describe('a byte cursor', () => {
  it('WIRE-1: reads numbers of any length up to 53 bits', () => {
    expect(readVarUint(createByteCursor(Uint8Array.of(127)))).toBe(127)
    expect(readVarUint(createByteCursor(Uint8Array.of(128, 1)))).toBe(128)
    expect(readVarUint(createByteCursor(Uint8Array.of(255, 255, 255, 255, 255, 255, 255, 15)))).toBe(
      Number.MAX_SAFE_INTEGER,
    )
    const larger = createByteCursor(Uint8Array.of(255, 255, 255, 255, 255, 255, 255, 31))
    expect(() => readVarUint(larger)).toThrow(MalformedBytesError)
  })

  it('WIRE-1: reads text strictly', () => {
    expect(readVarText(createByteCursor(Uint8Array.of(2, 0xc3, 0xa9)))).toBe('é')
    expect(() => readVarText(createByteCursor(Uint8Array.of(2, 0xc3, 0x28)))).toThrow('UTF-8')
  })

  it('GUARD-8: a window on a larger buffer ends where it ends', () => {
    const window = Uint8Array.of(5, 1, 2, 3, 4, 5, 6).subarray(0, 3)
    expect(() => readVarBytes(createByteCursor(window))).toThrow(MalformedBytesError)
    expect(() => readSlice(createByteCursor(window), 4)).toThrow(MalformedBytesError)
    const cursor = createByteCursor(window)
    expect([readByte(cursor), readByte(cursor), readByte(cursor)]).toEqual([5, 1, 2])
    expect(remainingBytes(cursor)).toBe(0)
    expect(() => readByte(cursor)).toThrow('ends too early')
  })
})
