import { Unzlib, zlibSync } from 'fflate'
import { limits } from '../base/limits'
import { fail, succeed, type Result } from '../base/result'
import type { WeftMap } from '../model/weftMap'
import type { FormatProblem } from './problem'
import { writeWeftJson } from './weftJsonWriter'

/** Bytes fed to the unpacker at once: what they may become at most stays small against the limit. */
const step = 4_096

/** The map as packed Weft JSON, as pictures carry it. */
export function packMap(map: WeftMap): Uint8Array {
  return zlibSync(new TextEncoder().encode(writeWeftJson(map)), { level: 9 })
}

/**
 * Unpacks what `packMap` packed. Stops at 20 MB, so that a small picture cannot fill the memory.
 * Fails for data that is damaged or cut short. Never throws.
 */
export function unpackMap(packed: Uint8Array): Result<string, FormatProblem> {
  const parts: Uint8Array[] = []
  const seen = { length: 0, isWhole: false }
  const unpacker = new Unzlib((part, last) => {
    parts.push(part)
    seen.length += part.length
    seen.isWhole ||= last
  })
  try {
    for (let at = 0; at < packed.length && !seen.isWhole; at += step) {
      unpacker.push(packed.subarray(at, at + step), at + step >= packed.length)
      if (seen.length > limits.importBytes) return fail({ code: 'too-large', detail: 'the map inside is over 20 MB' })
    }
    if (!seen.isWhole) return fail({ code: 'damaged-map-inside', detail: 'it ends too early' })
    const bytes = new Uint8Array(seen.length)
    let at = 0
    for (const part of parts) {
      bytes.set(part, at)
      at += part.length
    }
    return succeed(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return fail({ code: 'damaged-map-inside' })
  }
}
