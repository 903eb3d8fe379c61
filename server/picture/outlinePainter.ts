import type { TextPainter, TextRun } from '../../lib/render/textPainter'
import { haloAttributes, plainTextPainter } from '../../lib/render/textPainter'
import { tag } from '../../lib/render/xml'
import { findFont } from './fonts'

const combining = /\p{M}/u
/** Letters that join or run from right to left need a shaping engine, which the rasteriser has. */
const needsShaping = /[\u0590-\u08ff\u0900-\u109f\ufb1d-\ufdff\ufe70-\ufeff]/

interface Letter {
  readonly path: string
  readonly advance: number
}

/**
 * Draws text as outlines of Inter, so that a server without fonts makes the same picture as a
 * browser. A line with any character that Inter lacks (or that has to be shaped) stays `<text>`, whole, for
 * the rasteriser's own fonts. Letters are remembered, so a map costs about a microsecond a letter.
 */
export function createOutlinePainter(): TextPainter {
  const letters = new Map<string, Letter | undefined>()
  const spaces = new Map<string, number>()

  const letterFor = (character: string, weight: TextRun['weight']): Letter | undefined => {
    const key = `${weight}${character}`
    if (letters.has(key)) return letters.get(key)
    const font = findFont(character, weight)
    const glyph = font?.charToGlyph(character)
    // Outlines at 1,000 units an em, so that one scale serves every size.
    const letter =
      font && glyph
        ? {
            path: glyph.getPath(0, 0, 1000).toPathData(0),
            advance: ((glyph.advanceWidth ?? 0) / font.unitsPerEm) * 1000,
          }
        : undefined
    letters.set(key, letter)
    return letter
  }

  const kernFor = (left: string, right: string, weight: TextRun['weight']): number => {
    const key = `${weight}${left}${right}`
    const known = spaces.get(key)
    if (known !== undefined) return known
    const font = findFont(left, weight)
    let kern = 0
    if (font && font === findFont(right, weight)) {
      kern = (font.getKerningValue(font.charToGlyph(left), font.charToGlyph(right)) / font.unitsPerEm) * 1000
    }
    spaces.set(key, kern)
    return kern
  }

  return {
    paint: (run) => {
      const text = run.text.normalize('NFC')
      const characters = Array.from(text)
      if (text.trim() === '') return ''
      if (needsShaping.test(text) || characters.some((character) => combining.test(character))) {
        return plainTextPainter.paint(run)
      }
      const placed: { readonly path: string; readonly x: number }[] = []
      let x = 0
      for (const [index, character] of characters.entries()) {
        const letter = letterFor(character, run.weight)
        if (!letter) return plainTextPainter.paint(run)
        if (index > 0) x += kernFor(characters[index - 1] ?? '', character, run.weight)
        if (letter.path !== '') placed.push({ path: letter.path, x })
        x += letter.advance
      }
      const scale = run.size / 1000
      const width = x * scale
      const left = run.anchor === 'start' ? run.x : run.anchor === 'middle' ? run.x - width / 2 : run.x - width
      const d = placed.map(({ path, x: at }) => shiftPath(path, at)).join('')
      const { 'stroke-width': haloWidth, ...halo } = haloAttributes(run.halo)
      return tag('path', {
        transform: `translate(${round(left)} ${round(run.y)}) scale(${round(scale, 5)})`,
        fill: run.fill,
        ...halo,
        'stroke-width': typeof haloWidth === 'number' ? haloWidth / scale : undefined,
        d,
      })
    },
  }
}

function round(value: number, digits = 2): number {
  return Number(value.toFixed(digits))
}

/** Moves path data (absolute commands M, L, Q, C, Z with x y pairs) to the right. */
function shiftPath(path: string, by: number): string {
  let isX = true
  return path.replace(/([A-Z])|(-?\d+(?:\.\d+)?)/g, (whole, command: string | undefined) => {
    if (command !== undefined) {
      isX = true
      return whole
    }
    const text = isX ? String(Math.round(Number(whole) + by)) : whole
    isX = !isX
    return text
  })
}
