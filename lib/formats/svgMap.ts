import { limits } from '../base/limits'
import { fail, type Result } from '../base/result'
import type { WeftMap } from '../model/weftMap'
import { packMap, unpackMap } from './packedMap'
import type { FormatProblem } from './problem'

const openTag = '<weft:map xmlns:weft="urn:weft:map:1" encoding="zlib+base64">'
const closeTag = '</weft:map>'

/** True for text that begins like an SVG picture, with or without declarations before it. */
export function isSvg(text: string): boolean {
  return /<svg[\s>]/.test(text.slice(0, 4_096))
}

/**
 * Puts the map into an SVG picture, packed in its `<metadata>`, in place of one that is there. Text
 * without an `</svg>` comes back as it is.
 */
export function embedMapInSvg(svg: string, map: WeftMap): string {
  const bare = removeMap(svg)
  const end = bare.lastIndexOf('</svg>')
  if (end < 0) return svg
  const packed = toBase64(packMap(map))
  // At the end: a title must stay the first thing in the picture for screen readers.
  return `${bare.slice(0, end)}<metadata>${openTag}${packed}${closeTag}</metadata>${bare.slice(end)}`
}

/** Takes the Weft JSON out of an SVG picture. Fails if there is no map, or a damaged or an oversized one. */
export function extractMapFromSvg(svg: string): Result<string, FormatProblem> {
  const start = svg.indexOf('<weft:map')
  const body = start < 0 ? -1 : svg.indexOf('>', start)
  const end = body < 0 ? -1 : svg.indexOf(closeTag, body)
  if (start < 0) return fail({ code: 'no-map-inside' })
  if (end < 0) return fail({ code: 'damaged-map-inside', detail: 'it ends too early' })
  if (end - body > limits.importBytes) return fail({ code: 'too-large' })
  const packed = fromBase64(svg.slice(body + 1, end))
  return packed === undefined ? fail({ code: 'damaged-map-inside' }) : unpackMap(packed)
}

function removeMap(svg: string): string {
  const start = svg.indexOf('<metadata><weft:map')
  const close = `${closeTag}</metadata>`
  const end = start < 0 ? -1 : svg.indexOf(close, start)
  return end < 0 ? svg : svg.slice(0, start) + svg.slice(end + close.length)
}

function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192))
  return btoa(text)
}

function fromBase64(text: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(text.replace(/\s+/g, '')), (letter) => letter.charCodeAt(0))
  } catch {
    return undefined
  }
}
