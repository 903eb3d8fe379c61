import { limits } from '../base/limits'
import { fail, succeed, type Result } from '../base/result'
import { readCsv } from './csv'
import { decodeText } from './decodeText'
import { detectBytes, detectJson, detectText, type DetectedFormat, type ReadableFormat } from './detect'
import { readKumuProject } from './kumu'
import { isRecord, parseJson } from './parseJson'
import { extractMapFromPng } from './pngMap'
import type { FormatProblem } from './problem'
import type { ReadingChoices } from './readAs'
import { describeLoss, type ImportedMap } from './report'
import { extractMapFromSvg } from './svgMap'
import { readWeftData, readWeftJson } from './weftJson'

/** What is known of a file besides its bytes. */
export interface FileHints extends ReadingChoices {
  readonly fileName?: string
  /** Said by the user; left out, the content decides. */
  readonly format?: ReadableFormat
}

/**
 * Reads a map from the bytes of a file, whatever its format: by content first, by name second. Elements
 * without positions stay without (lib/layout places them). Never throws; every refusal says why.
 */
export function readMapFile(bytes: Uint8Array, hints: FileHints = {}): Result<ImportedMap, FormatProblem> {
  if (bytes.length > limits.importBytes) {
    return fail({ code: 'too-large', detail: `${Math.ceil(bytes.length / 1024 / 1024)} MB` })
  }
  if (bytes.length === 0) return fail({ code: 'empty' })
  const detected = detectBytes(bytes)
  if (detected.kind === 'known') return fail({ code: 'not-yet-readable', detail: detected.name })
  if (detected.kind === 'readable' || hints.format === 'png') return readPicture(extractMapFromPng(bytes))
  const decoded = decodeText(bytes)
  if (!decoded.ok) return decoded
  const read = readText(decoded.value.text, hints)
  return decoded.value.guessed ? noteEncoding(read) : read
}

/** Elements and links in two files, or any number of tables: read as one map. */
export function readMapFiles(
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  choices: ReadingChoices = {},
): Result<ImportedMap, FormatProblem> {
  const only = files[0]
  if (files.length === 1 && only !== undefined) return readMapFile(only.bytes, { fileName: only.name, ...choices })
  const texts: { name: string; text: string }[] = []
  for (const { name, bytes } of files) {
    if (bytes.length > limits.importBytes) return fail({ code: 'too-large', where: name })
    const decoded = decodeText(bytes)
    if (!decoded.ok) return fail({ ...decoded.reason, where: name })
    texts.push({ name, text: decoded.value.text })
  }
  return texts.length === 0 ? fail({ code: 'empty' }) : readCsv(texts, choices)
}

function readText(text: string, { fileName = '', format, ...choices }: FileHints): Result<ImportedMap, FormatProblem> {
  if (format === 'svg') return readPicture(extractMapFromSvg(text))
  if (format === 'csv') return readCsv([{ name: fileName, text }], choices)
  const looksLikeJson = /^\uFEFF?\s*[[{"]/.test(text) && (/^\uFEFF?\s*[[{]/.test(text) || /\.json$/i.test(fileName))
  if (format === 'weft' || format === 'kumu' || looksLikeJson || /\.json$/i.test(fileName)) {
    const marked = detectText(text, fileName)
    // A Vensim model begins with a brace too.
    if (format === undefined && marked.kind === 'known') return refuse(marked)
    const parsed = parseJson(text)
    if (!parsed.ok) return parsed
    return readData(parsed.value, format, choices)
  }
  const detected = detectText(text, fileName)
  if (detected.kind !== 'readable') return refuse(detected)
  return detected.format === 'svg' ? readPicture(extractMapFromSvg(text)) : readCsv([{ name: fileName, text }], choices)
}

function readData(
  data: unknown,
  format: ReadableFormat | undefined,
  choices: ReadingChoices,
): Result<ImportedMap, FormatProblem> {
  if (format === 'weft') return readWeftData(data)
  if (format === 'kumu') return readKumuProject(data, choices)
  const detected = detectJson(data)
  if (detected.kind === 'json') {
    const fields = isRecord(data) ? Object.keys(data).slice(0, 5).join(', ').slice(0, 80) : ''
    return fail({ code: 'not-a-map', ...(fields === '' ? {} : { detail: `it has ${fields}` }) })
  }
  if (detected.kind !== 'readable') return refuse(detected)
  return detected.format === 'weft' ? readWeftData(data) : readKumuProject(data, choices)
}

function refuse(detected: DetectedFormat): Result<never, FormatProblem> {
  return detected.kind === 'known'
    ? fail({ code: 'not-yet-readable', detail: detected.name })
    : fail({ code: 'unknown-format' })
}

function readPicture(text: Result<string, FormatProblem>): Result<ImportedMap, FormatProblem> {
  if (!text.ok) return text
  const read = readWeftJson(text.value)
  const isDamaged = !read.ok && (read.reason.code === 'bad-json' || read.reason.code === 'not-a-map')
  return isDamaged ? fail({ code: 'damaged-map-inside' }) : read
}

function noteEncoding(read: Result<ImportedMap, FormatProblem>): Result<ImportedMap, FormatProblem> {
  if (!read.ok) return read
  const { report, ...rest } = read.value
  const line = { code: 'encoding-guessed', what: 'letters', why: describeLoss('encoding-guessed'), count: 1 } as const
  return succeed({ ...rest, report: { ...report, notCarried: [line, ...report.notCarried] } })
}
