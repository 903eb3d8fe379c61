import type { PathCommand } from 'opentype.js'
import { createBoundedMemory } from '../../lib/base/boundedMemory'
import type { TextPainter, TextRun } from '../../lib/render/textPainter'
import { haloAttributes, plainTextPainter } from '../../lib/render/textPainter'
import { tag } from '../../lib/render/xml'
import { findFont } from './fonts'

/** Letters that join or run from right to left, and marks on letters, need a shaping engine, which the rasteriser has. */
const needsFont = /[\u0590-\u08ff\u0900-\u109f\ufb1d-\ufdff\ufe70-\ufeff\p{M}]/u

interface Letter {
  /** Where its outline begins, and the rest of it as relative path data; empty for blanks. */
  readonly startX: number
  readonly startY: number
  readonly rest: string
  readonly advance: number
}

/** Letters and pairs of them that are remembered: more than any one language has, and a few megabytes at most. */
const mostLetters = 4_000
const mostPairs = 20_000

const letters = createBoundedMemory<Letter | 'missing'>(mostLetters)
const kerns = createBoundedMemory<number>(mostPairs)

function letterFor(character: string, weight: TextRun['weight']): Letter | undefined {
  const key = `${weight}${character}`
  const known = letters.get(key)
  if (known !== undefined) return known === 'missing' ? undefined : known
  const font = findFont(character, weight)
  const glyph = font?.charToGlyph(character)
  const letter =
    font && glyph
      ? {
          // Outlines at 1,000 units an em, so that one scale serves every size.
          ...toRelative(glyph.getPath(0, 0, 1000).commands),
          advance: ((glyph.advanceWidth ?? 0) / font.unitsPerEm) * 1000,
        }
      : undefined
  letters.set(key, letter ?? 'missing')
  return letter
}

function kernFor(left: string, right: string, weight: TextRun['weight']): number {
  const key = `${weight}${left}${right}`
  const known = kerns.get(key)
  if (known !== undefined) return known
  const font = findFont(left, weight)
  let kern = 0
  if (font && font === findFont(right, weight)) {
    kern = (font.getKerningValue(font.charToGlyph(left), font.charToGlyph(right)) / font.unitsPerEm) * 1000
  }
  kerns.set(key, kern)
  return kern
}

/**
 * Draws text as outlines of Inter, so that a server without fonts makes the same picture as a
 * browser. From the first word on that has a character which Inter lacks (or that has to be shaped) a line is `<text>`, for
 * the rasteriser's own fonts: so that lines of one paragraph look alike, and what is set by shaping is set in one piece. A line
 * that has no letters before it, or that stands by its middle or end, is `<text>` whole. Letters are remembered, a bounded
 * number of them, so a map costs about a tenth of a microsecond a letter.
 */
export const outlinePainter: TextPainter = {
  paint: (run) => {
    const text = run.text.normalize('NFC')
    if (text.trim() === '') return ''
    const line = outline(text, run.weight)
    if (line.end === text.length) return place(line, run)
    const from = text.lastIndexOf(' ', line.end) + 1
    const begin = text.slice(0, from)
    if (run.anchor !== 'start' || !/\p{L}/u.test(begin)) return plainTextPainter.paint(run)
    const first = outline(begin, run.weight)
    const x = round(run.x + first.width * (run.size / 1000))
    return place(first, run) + plainTextPainter.paint({ ...run, text: text.slice(from), x })
  },
}

/** A text as one outline at 1,000 units an em. */
interface Outlined {
  readonly d: string
  readonly width: number
  /** Where the first character is that cannot be drawn so: its length if all can. */
  readonly end: number
}

function outline(text: string, weight: TextRun['weight']): Outlined {
  let d = ''
  let [x, end] = [0, 0]
  let before = ''
  for (const character of text) {
    const letter = needsFont.test(character) ? undefined : letterFor(character, weight)
    if (letter === undefined) break
    if (before !== '') x += kernFor(before, character, weight)
    if (letter.rest !== '') d += `M${Math.round(letter.startX + x)} ${letter.startY}${letter.rest}`
    x += letter.advance
    end += character.length
    before = character
  }
  return { d, width: x, end }
}

function place({ d, width: units }: Outlined, run: TextRun): string {
  const scale = run.size / 1000
  const width = units * scale
  const left = run.anchor === 'start' ? run.x : run.anchor === 'middle' ? run.x - width / 2 : run.x - width
  const { 'stroke-width': haloWidth, ...halo } = haloAttributes(run.halo)
  return tag('path', {
    transform: `translate(${round(left)} ${round(run.y)}) scale(${round(scale, 5)})`,
    fill: run.fill,
    ...halo,
    'stroke-width': typeof haloWidth === 'number' ? haloWidth / scale : undefined,
    d,
  })
}

function round(value: number, digits = 2): number {
  return Number(value.toFixed(digits))
}

type Outline = Pick<Letter, 'startX' | 'startY' | 'rest'>

/**
 * The same outline in steps from where it begins, in whole units: it can then stand anywhere without
 * being written anew, and is a third shorter.
 */
function toRelative(commands: readonly PathCommand[]): Outline {
  let start: readonly [number, number] | undefined
  /** Where the pen is, and where its present contour began. */
  let [x, y, contourX, contourY] = [0, 0, 0, 0]
  let rest = ''
  const step = (letter: string, points: readonly (readonly [number, number])[]): void => {
    const numbers = points.flatMap(([toX, toY]) => [Math.round(toX) - x, Math.round(toY) - y])
    rest += letter + numbers.map((number, index) => (index > 0 && number >= 0 ? ` ${number}` : String(number))).join('')
    const [toX, toY] = points.at(-1) ?? [x, y]
    x = Math.round(toX)
    y = Math.round(toY)
  }
  for (const command of commands) {
    switch (command.type) {
      case 'M':
        if (start !== undefined) step('m', [[command.x, command.y]])
        x = contourX = Math.round(command.x)
        y = contourY = Math.round(command.y)
        start ??= [x, y]
        break
      case 'L':
        step('l', [[command.x, command.y]])
        break
      case 'Q':
        step('q', [
          [command.x1, command.y1],
          [command.x, command.y],
        ])
        break
      case 'C':
        step('c', [
          [command.x1, command.y1],
          [command.x2, command.y2],
          [command.x, command.y],
        ])
        break
      case 'Z':
        rest += 'z'
        x = contourX
        y = contourY
    }
  }
  const [startX, startY] = start ?? [0, 0]
  return { startX, startY, rest }
}
