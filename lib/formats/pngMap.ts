import { fail, succeed, type Result } from '../base/result'
import type { WeftMap } from '../model/weftMap'
import { packMap, unpackMap } from './packedMap'
import type { FormatProblem } from './problem'

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const keyword = 'weft-map'

/** True for bytes that begin like a PNG picture. */
export function isPng(bytes: Uint8Array): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

/**
 * Puts the map into a PNG picture, as a compressed text chunk (`iTXt`, keyword `weft-map`) right after
 * the header, in place of one that is there. Every program still shows the picture. Fails only for
 * bytes that are no PNG.
 */
export function embedMapInPng(png: Uint8Array, map: WeftMap): Result<Uint8Array, FormatProblem> {
  const chunks = readChunks(png)
  if (!chunks.ok) return chunks
  const kept = chunks.value.filter((chunk) => !isMapChunk(chunk))
  const header = kept[0]
  if (header === undefined || header.type !== 'IHDR')
    return fail({ code: 'broken-picture', detail: 'its header is missing' })
  const text = writeChunk('iTXt', join([latin(keyword), Uint8Array.of(0, 1, 0, 0, 0), packMap(map)]))
  const rest = kept.slice(1).map((chunk) => chunk.whole)
  return succeed(join([Uint8Array.from(signature), header.whole, text, ...rest]))
}

/**
 * Takes the Weft JSON out of a PNG picture. Checksums are checked; what comes after the map in a file
 * that was cut short is not needed. Fails if there is no map, or a damaged or an oversized one.
 */
export function extractMapFromPng(png: Uint8Array): Result<string, FormatProblem> {
  const chunks = readChunks(png, isMapChunk)
  if (!chunks.ok) return chunks
  const chunk = chunks.value.find(isMapChunk)
  if (chunk === undefined) return fail({ code: 'no-map-inside' })
  if (crc32(chunk.whole.subarray(4, -4)) !== chunk.crc) {
    return fail({ code: 'damaged-map-inside', detail: 'its checksum is wrong' })
  }
  return readText(chunk.data)
}

/** Layout of iTXt: keyword, 0, is compressed, method, language, 0, translated keyword, 0, text. */
function readText(data: Uint8Array): Result<string, FormatProblem> {
  const flags = keyword.length + 1
  const isPacked = data[flags] === 1
  const afterLanguage = data.indexOf(0, flags + 2)
  const afterTranslation = afterLanguage < 0 ? -1 : data.indexOf(0, afterLanguage + 1)
  if (afterTranslation < 0 || (isPacked && data[flags + 1] !== 0)) return fail({ code: 'damaged-map-inside' })
  const text = data.subarray(afterTranslation + 1)
  return isPacked ? unpackMap(text) : succeed(new TextDecoder().decode(text))
}

interface Chunk {
  readonly type: string
  readonly data: Uint8Array
  /** Length, type, data and checksum as they stand in the file. */
  readonly whole: Uint8Array
  readonly crc: number
}

function isMapChunk(chunk: Chunk): boolean {
  return chunk.type === 'iTXt' && fromLatin(chunk.data.subarray(0, keyword.length + 1)) === `${keyword}\0`
}

/** All chunks up to the end, or up to the first that `isEnough`. */
function readChunks(png: Uint8Array, isEnough?: (chunk: Chunk) => boolean): Result<readonly Chunk[], FormatProblem> {
  if (!isPng(png)) return fail({ code: 'broken-picture', detail: 'it does not begin like a PNG' })
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  const chunks: Chunk[] = []
  let at = signature.length
  while (at < png.length) {
    if (at + 12 > png.length) return fail({ code: 'broken-picture', detail: 'it ends too early' })
    const length = view.getUint32(at)
    const end = at + 12 + length
    if (end > png.length) return fail({ code: 'broken-picture', detail: 'it ends too early' })
    const type = fromLatin(png.subarray(at + 4, at + 8))
    const chunk = {
      type,
      data: png.subarray(at + 8, end - 4),
      whole: png.subarray(at, end),
      crc: view.getUint32(end - 4),
    }
    chunks.push(chunk)
    if (type === 'IEND' || isEnough?.(chunk) === true) break
    at = end
  }
  return succeed(chunks)
}

function writeChunk(type: string, data: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(data.length + 12)
  const view = new DataView(chunk.buffer)
  view.setUint32(0, data.length)
  chunk.set(latin(type), 4)
  chunk.set(data, 8)
  view.setUint32(data.length + 8, crc32(chunk.subarray(4, data.length + 8)))
  return chunk
}

function latin(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}

function fromLatin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes)
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value
})

function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff
  for (const byte of bytes) value = (crcTable[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8)
  return (value ^ 0xffffffff) >>> 0
}
