import { measureText, type TextStyle } from './textMetrics'

export interface WrapOptions extends TextStyle {
  /** Width that lines keep to. */
  readonly width: number
  readonly lines: number
  /** What is tried when `width` and `lines` do not suffice, before text is cut. */
  readonly roomier?: { readonly width: number; readonly lines: number }
}

export interface WrappedText {
  readonly lines: readonly string[]
  /** Width of the longest line. */
  readonly width: number
  /** True if the end was cut and an ellipsis says so. */
  readonly cut: boolean
}

const ellipsis = '…'
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** What most labels are: printable, on one line. */
const isPlain = /^[\x20-\x7e\u00a1-\u024f]*$/

/**
 * The text as it can be shown: line breaks as `\n`, no control characters, no halves of surrogate
 * pairs. What is stored stays as people typed it.
 */
export function toShownText(text: string): string {
  if (isPlain.test(text)) return text
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[\p{Cc}\ufffe\uffff]/gu, (character) => (character === '\n' ? '\n' : ''))
    .replace(/\p{Cs}/gu, '\ufffd')
}

/** Marks that belong to what stands before them, even where there is a blank between. */
const beginsWithMark = /^[:;,.)!?]/

/** Pieces that must not be broken in lines of this width: words with the blanks and marks after them, single ideographs. */
function splitPieces(paragraph: string, width: number, style: TextStyle): readonly string[] {
  const pieces: string[] = []
  for (const piece of splitWords(paragraph)) {
    const joined = `${pieces.at(-1) ?? ''}${piece}`
    const joins = beginsWithMark.test(piece) && measureText(joined.trimEnd(), style) <= width
    if (joins) pieces.splice(-1, 1, joined)
    else pieces.push(piece)
  }
  return pieces
}

function splitWords(paragraph: string): readonly string[] {
  const afterBreak =
    /[^\s\u2013\u2014/\u2e80-\u9fff\u3040-\u30ff\uac00-\ud7a3-]*(?:[\u2013\u2014/-]+|[\u2e80-\u9fff\u3040-\u30ff\uac00-\ud7a3][\u3001\u3002\uff0c\uff01\uff1f\uff09]*)?\s*/gu
  return paragraph.match(afterBreak)?.filter((piece) => piece !== '') ?? []
}

/** Scripts that divide words by a hyphen. */
const divided = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u
/** Columns of fewer letters have no room for hyphens, in ems. */
const leastForHyphens = 3

/** Cuts a word that is wider than a line into runs of whole graphemes, with a hyphen between letters. */
function cutLongWord(word: string, full: number, style: TextStyle): readonly string[] {
  const isHyphened = full >= style.size * leastForHyphens
  const width = isHyphened ? full - measureText('-', style) : full
  const runs: string[] = []
  let run = ''
  let last = ''
  let runWidth = 0
  for (const { segment } of graphemes.segment(word)) {
    const segmentWidth = measureText(segment, style)
    if (run !== '' && runWidth + segmentWidth > width) {
      const isBetweenLetters = divided.test(last) && divided.test(segment)
      runs.push(isHyphened && isBetweenLetters ? `${run}-` : run)
      run = ''
      runWidth = 0
    }
    run += segment
    last = segment
    runWidth += segmentWidth
  }
  if (run !== '') runs.push(run)
  return runs
}

function breakParagraph(paragraph: string, width: number, style: TextStyle): readonly string[] {
  if (measureText(paragraph, style) <= width) return [paragraph.trimEnd()]
  const lines: string[] = []
  let line = ''
  for (const piece of splitPieces(paragraph, width, style)) {
    if (line !== '' && measureText((line + piece).trimEnd(), style) > width) {
      lines.push(line.trimEnd())
      line = ''
    }
    if (measureText(piece.trimEnd(), style) <= width) {
      line += piece
      continue
    }
    const runs = cutLongWord(piece, width, style)
    lines.push(...runs.slice(0, -1))
    line = runs.at(-1) ?? ''
  }
  if (line.trim() !== '' || lines.length === 0) lines.push(line.trimEnd())
  return lines
}

function breakLines(text: string, width: number, style: TextStyle): readonly string[] {
  if (!text.includes('\n')) return breakParagraph(text, width, style)
  return text.split('\n').flatMap((paragraph) => breakParagraph(paragraph, width, style))
}

/** Narrows the column while the count of lines stays the same, so that lines are about equally long. */
function balance(text: string, lines: readonly string[], width: number, style: TextStyle): readonly string[] {
  if (lines.length < 2) return lines
  const words = splitPieces(text, width, style)
  const widestWord = words.reduce((most, word) => Math.max(most, measureText(word.trimEnd(), style)), 0)
  // Narrower than its longest word, a column would cut words that need no cutting.
  if (widestWord > width && words.length > 1) return lines
  let low = words.length > 1 ? Math.max(width * 0.4, widestWord) : width * 0.4
  let high = width
  let best = lines
  for (let round = 0; round < 6; round += 1) {
    const middle = (low + high) / 2
    const tried = breakLines(text, middle, style)
    if (tried.length <= lines.length && tried.every((line) => measureText(line, style) <= middle)) {
      best = tried
      high = middle
    } else {
      low = middle
    }
  }
  return best
}

/** Shortens a line until it and an ellipsis fit into `width`; whole graphemes only. */
export function endWithEllipsis(line: string, width: number, style: TextStyle): string {
  const room = width - measureText(ellipsis, style)
  let kept = ''
  let used = 0
  for (const { segment } of graphemes.segment(line)) {
    used += measureText(segment, style)
    if (used > room) break
    kept += segment
  }
  return kept.trimEnd() + ellipsis
}

/**
 * Breaks a text into the lines that canvas and pictures both show. Breaks at blanks, after hyphens
 * and slashes, between ideographs, and inside a word only if it is wider than a line, there with a
 * hyphen; never before a colon, comma, bracket or other mark that belongs to what precedes it. No
 * character but blanks at a break is lost unless `cut` is true.
 */
export function wrapText(text: string, options: WrapOptions): WrappedText {
  const shown = toShownText(text).trim()
  const style: TextStyle = { size: options.size, weight: options.weight }
  let { width, lines: most } = options
  let lines = breakLines(shown, width, style)
  if (lines.length > most && options.roomier) {
    ;({ width, lines: most } = options.roomier)
    lines = breakLines(shown, width, style)
  }
  const cut = lines.length > most
  if (cut) {
    const kept = lines.slice(0, most)
    lines = [...kept.slice(0, -1), endWithEllipsis(kept.at(-1)?.replace(/-$/, '') ?? '', width, style)]
  } else {
    lines = balance(shown, lines, width, style)
  }
  return { lines, width: lines.reduce((widest, line) => Math.max(widest, measureText(line, style)), 0), cut }
}
