import { fail, succeed, type Result } from '../base/result'
import type { FormatProblem } from './problem'

/** The text of a file and how sure its letters are. */
export interface DecodedText {
  readonly text: string
  /** True if the bytes were no UTF and were taken for Windows-1252. */
  readonly guessed: boolean
}

/**
 * Turns the bytes of a text file into text: UTF-8 or UTF-16 by byte order mark, UTF-16 without one by
 * its zero bytes, else UTF-8, else Windows-1252 (which reads Latin-1 too). The mark is taken off.
 * Fails for bytes that are no text.
 */
export function decodeText(bytes: Uint8Array): Result<DecodedText, FormatProblem> {
  if (bytes.length === 0) return fail({ code: 'empty' })
  const encoding = sniffUtf16(bytes)
  if (encoding !== undefined) return checkText(new TextDecoder(encoding).decode(bytes), false)
  try {
    return checkText(new TextDecoder('utf-8', { fatal: true }).decode(bytes), false)
  } catch {
    return checkText(new TextDecoder('windows-1252').decode(bytes), true)
  }
}

function sniffUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, 512)
  let even = 0
  let odd = 0
  for (const [index, byte] of sample.entries()) {
    if (byte !== 0) continue
    if (index % 2 === 0) even += 1
    else odd += 1
  }
  const half = sample.length / 2
  // Western text in UTF-16 has a zero in nearly every second byte and in no other.
  if (half >= 2 && odd > half * 0.6 && even === 0) return 'utf-16le'
  if (half >= 2 && even > half * 0.6 && odd === 0) return 'utf-16be'
  return undefined
}

function checkText(text: string, guessed: boolean): Result<DecodedText, FormatProblem> {
  let controls = 0
  const sample = Math.min(text.length, 4_096)
  for (let index = 0; index < sample; index += 1) {
    const code = text.charCodeAt(index)
    if (code === 0) return fail({ code: 'not-text' })
    if (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12) controls += 1
  }
  if (controls > sample * 0.05) return fail({ code: 'not-text' })
  if (text.trim() === '') return fail({ code: 'empty' })
  return succeed({ text, guessed })
}
