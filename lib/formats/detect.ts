import { isKumuProject } from './kumu'
import { isRecord, ownField } from './parseJson'
import { isPng } from './pngMap'
import { isSvg } from './svgMap'
import { isWeftJson } from './weftJson'

/** Formats that Weft reads. */
export const readableFormats = ['weft', 'kumu', 'csv', 'png', 'svg'] as const
export type ReadableFormat = (typeof readableFormats)[number]

export type DetectedFormat =
  | { readonly kind: 'readable'; readonly format: ReadableFormat }
  /** Known by name, but Weft has no reader for it. */
  | { readonly kind: 'known'; readonly name: string }
  /** JSON or text that no reader takes. */
  | { readonly kind: 'json' }
  | { readonly kind: 'unknown' }

const readable = (format: ReadableFormat): DetectedFormat => ({ kind: 'readable', format })
const known = (name: string): DetectedFormat => ({ kind: 'known', name })

/** What bytes that are no text are, by how they begin. */
export function detectBytes(bytes: Uint8Array): DetectedFormat {
  const begins = (...start: readonly number[]): boolean => start.every((byte, index) => bytes[index] === byte)
  if (isPng(bytes)) return readable('png')
  if (begins(0x50, 0x4b, 0x03, 0x04) || begins(0x50, 0x4b, 0x05, 0x06))
    return known('an Excel workbook or another zip file')
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) return known('an old Excel workbook (.xls)')
  if (begins(0x25, 0x50, 0x44, 0x46)) return known('a PDF document')
  if (begins(0xff, 0xd8, 0xff)) return known('a JPEG picture')
  if (begins(0x1f, 0x8b)) return known('a gzip file')
  return { kind: 'unknown' }
}

const textMarks: readonly (readonly [RegExp, string])[] = [
  [/^\{UTF-8\}|\\\\\\---\/\/\/|^\s*\|?~\s*$/m, 'a Vensim model (.mdl)'],
  [/<xmile[\s>]/i, 'an XMILE model (.xmile, .stmx)'],
  [/<InsightMakerModel[\s>]/i, 'an Insight Maker model'],
  [/<mentalmodeler[\s>]/i, 'a Mental Modeler map (.mmp)'],
  [/<graphml[\s>]/i, 'a GraphML file'],
  [/<gexf[\s>]/i, 'a GEXF file'],
  [/<mxfile[\s>]|<mxGraphModel[\s>]/i, 'a draw.io diagram'],
  [/^\s*graph\s*\[/im, 'a GML file'],
  [/^\s*https?:\/\/\S+\s*$/i, 'a web address, not a map file'],
  [/^\s*\*(?:vertices|network)\b/i, 'a Pajek network'],
  [/^\s*dl\b[\s,]*n\s*=/i, 'a UCINET DL file'],
  [/^\s*(?:strict\s+)?(?:di)?graph\b[^{[\n]*\{/i, 'a DOT graph'],
  [/^\s*<!doctype html|^\s*<html[\s>]/i, 'a web page'],
]

/** What a text that is no JSON is, by its content and then by the file's name. */
export function detectText(text: string, fileName: string): DetectedFormat {
  const head = text.slice(0, 8_192)
  // Compressed PRSM text is one run of letters from everywhere in Unicode.
  if (/\.prsm$/i.test(fileName)) return known('a PRSM map (.prsm)')
  for (const [mark, name] of textMarks) if (mark.test(head)) return known(name)
  if (isSvg(text)) return readable('svg')
  if (/^\s*</.test(head)) return { kind: 'unknown' }
  return /\.(csv|tsv|tab|txt)$/i.test(fileName) || /[,;\t|]/.test(head) || fileName === ''
    ? readable('csv')
    : { kind: 'unknown' }
}

/** What parsed JSON is. */
export function detectJson(data: unknown): DetectedFormat {
  if (isWeftJson(data)) return readable('weft')
  if (Array.isArray(data) && data.length >= 3 && Array.isArray(data[0]) && Array.isArray(data[1]))
    return known('a Loopy model')
  if (!isRecord(data)) return { kind: 'json' }
  const has = (...names: readonly string[]): boolean => names.every((name) => ownField(data, name) !== undefined)
  if (has('nodes', 'edges') && (has('styles') || has('samples') || has('room'))) return known('a PRSM map (.prsm)')
  if (has('variables', 'relationships')) return known('an SD-AI model')
  if (has('stocks') || has('models')) return known('a Simlin model')
  if (has('mentalmodeler') || has('concepts')) return known('a Mental Modeler map (.mmp)')
  if (has('nodes') && (has('edges') || has('links') || has('connections'))) return known('a node-link graph in JSON')
  if (isKumuProject(data)) return readable('kumu')
  return { kind: 'json' }
}
