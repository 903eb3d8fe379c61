import bidiFactory from 'bidi-js'
import { findFace, type PdfFace, type PdfWeight } from './pdfFaces'

const bidi = bidiFactory()

/** A piece of a line in one face, in the order of the eye from left to right. */
export interface TextRun {
  readonly text: string
  /** Undefined: no face has these characters, and boxes stand in their place. */
  readonly face: PdfFace | undefined
  /** From the left end of the line. */
  readonly x: number
}

export interface TextLine {
  readonly runs: readonly TextRun[]
  readonly width: number
  /** It begins at the right. */
  readonly isRightToLeft: boolean
}

export interface TextStyle {
  readonly size: number
  readonly weight: PdfWeight
}

/** How wide a text of one face is: asked of whatever draws it. */
export type MeasureRun = (text: string, face: PdfFace | undefined, size: number) => number

export interface SetText {
  readonly lines: readonly TextLine[]
  /** Some character of it has no face. */
  readonly isLacking: boolean
}

interface Letter {
  readonly text: string
  readonly face: PdfFace | undefined
  readonly level: number
}

const spaces = /^\s$/u
/** Belong to the letter before them, whatever face has them. */
const attached = /^(?:\p{M}|\u200d|\ufe0e|\ufe0f)$/u
/** A line may end after these, as after a space: addresses are long words otherwise. */
const breaksAfter = /^[-/\u2010\u2013\u2014]$/u

/**
 * Breaks a text into lines of at most this width and each line into runs of one face, in the order in which they are
 * seen: by the Unicode Bidirectional Algorithm. A word that is wider than a line is broken. Cost: linear.
 * @param base the direction of a paragraph; by its first letter unless told
 */
export function setText(
  text: string,
  { size, weight }: TextStyle,
  width: number,
  measure: MeasureRun,
  base?: 'ltr' | 'rtl',
): SetText {
  const lines: TextLine[] = []
  let isLacking = false
  for (const paragraph of text.normalize('NFC').split(/\r\n|[\n\r\u2028\u2029]/)) {
    const read = readLetters(paragraph, weight, base)
    isLacking ||= read.isLacking
    const isRightToLeft = read.level % 2 === 1
    for (const line of breakLines(read.letters, size, width, measure)) {
      lines.push(orderLine(line, size, measure, isRightToLeft))
    }
  }
  return { lines, isLacking }
}

function readLetters(
  paragraph: string,
  weight: PdfWeight,
  base: 'ltr' | 'rtl' | undefined,
): { readonly letters: readonly Letter[]; readonly level: number; readonly isLacking: boolean } {
  const clean = paragraph.replaceAll('\t', ' ').replaceAll(/[\p{Cc}\p{Cs}]/gu, '')
  const embedding = bidi.getEmbeddingLevels(clean, base)
  const letters: Letter[] = []
  let isLacking = false
  let at = 0
  for (const character of clean) {
    const level = embedding.levels[at] ?? 0
    at += character.length
    const before = letters.at(-1)
    if (attached.test(character) && before !== undefined) {
      // One that its letter's face lacks changes nothing that could be shown.
      if (before.face?.has(character) === true) {
        letters[letters.length - 1] = { ...before, text: before.text + character }
      }
      continue
    }
    if (/^\p{Cf}$/u.test(character)) continue
    const text = spaces.test(character) ? ' ' : character
    const face = findFace(text, weight)
    isLacking ||= face === undefined
    letters.push({ text, face, level })
  }
  return { letters, level: embedding.paragraphs[0]?.level ?? 0, isLacking }
}

function breakLines(
  letters: readonly Letter[],
  size: number,
  width: number,
  measure: MeasureRun,
): readonly (readonly Letter[])[] {
  const lines: Letter[][] = []
  let line: Letter[] = []
  let used = 0
  const end = (): void => {
    while (line.at(-1)?.text === ' ') line.pop()
    lines.push(line)
    line = []
    used = 0
  }
  for (const word of splitWords(letters)) {
    const wide = measureLetters(word, size, measure)
    const bare = word.at(-1)?.text === ' ' ? measureLetters(word.slice(0, -1), size, measure) : wide
    if (used > 0 && used + bare > width) end()
    if (bare <= width) {
      line.push(...word)
      used += wide
      continue
    }
    for (const letter of word) {
      const one = measureLetters([letter], size, measure)
      if (used > 0 && used + one > width) end()
      line.push(letter)
      used += one
    }
  }
  end()
  return lines
}

/** Words with the space, or the hyphen, behind them. */
function splitWords(letters: readonly Letter[]): readonly (readonly Letter[])[] {
  const words: Letter[][] = [[]]
  letters.forEach((letter, at) => {
    words.at(-1)?.push(letter)
    const next = letters[at + 1]
    const ends = letter.text === ' ' ? next?.text !== ' ' : breaksAfter.test(letter.text)
    if (ends) words.push([])
  })
  return words.filter((word) => word.length > 0)
}

function measureLetters(letters: readonly Letter[], size: number, measure: MeasureRun): number {
  return joinRuns(letters).reduce((sum, { text, face }) => sum + measure(text, face, size), 0)
}

/** Neighbours of one face and one direction are drawn together. */
function joinRuns(letters: readonly Letter[]): readonly Letter[] {
  const runs: Letter[] = []
  for (const letter of letters) {
    const last = runs.at(-1)
    if (last !== undefined && last.face === letter.face && last.level === letter.level) {
      runs[runs.length - 1] = { ...last, text: last.text + letter.text }
    } else runs.push(letter)
  }
  return runs
}

/** Rule L2: from the highest level down to the lowest odd one, every sequence at that level or higher is turned round. */
function orderLine(letters: readonly Letter[], size: number, measure: MeasureRun, isRightToLeft: boolean): TextLine {
  let runs = [...joinRuns(letters)]
  const highest = runs.reduce((most, { level }) => Math.max(most, level), 0)
  for (let level = highest; level >= 1; level -= 1) {
    const turned: Letter[] = []
    let held: Letter[] = []
    for (const run of runs) {
      if (run.level >= level) held.unshift(run)
      else {
        turned.push(...held, run)
        held = []
      }
    }
    runs = [...turned, ...held]
  }
  let x = 0
  const placed = runs.map(({ text, face, level }): TextRun => {
    const shown = level % 2 === 1 && face?.isShaped !== true ? mirror(text) : text
    const run = { text: shown, face, x }
    x += measure(shown, face, size)
    return run
  })
  return { runs: placed, width: x, isRightToLeft }
}

/** Signs among letters that run from right to left: their order is turned round, and brackets face the other way. */
function mirror(text: string): string {
  return Array.from(text, (character) => bidi.getMirroredCharacter(character) ?? character)
    .toReversed()
    .join('')
}
