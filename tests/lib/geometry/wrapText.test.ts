import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measureText } from '../../../lib/geometry/textMetrics'
import { toShownText, wrapText } from '../../../lib/geometry/wrapText'

const style = { size: 14.5, weight: 500 } as const
const room = { ...style, width: 190, lines: 3, roomier: { width: 315, lines: 5 } }
/** Nor hyphens: one is added where a word is divided. */
const withoutBlanks = (text: string): string => text.replace(/[\s-]/gu, '')

describe('wrapping', () => {
  it('GEO-2: breaks at blanks into lines of about equal length', () => {
    const { lines, cut } = wrapText('Trust of parents in the school kitchen', room)
    expect(lines).toEqual(['Trust of parents in', 'the school kitchen'])
    expect(cut).toBe(false)
  })

  it('GEO-2: keeps line breaks that people typed', () => {
    expect(wrapText('One\nTwo\r\nThree', room).lines).toEqual(['One', 'Two', 'Three'])
  })

  it('GEO-2: breaks after hyphens and slashes', () => {
    const { lines } = wrapText('long-term-neighbourhood-partnership/organisation', { ...style, width: 150, lines: 9 })
    expect(lines.length).toBeGreaterThan(1)
    for (const line of lines.slice(0, -1)) expect(line).toMatch(/[-/]$/)
  })

  it('GEO-2: breaks between ideographs', () => {
    const { lines } = wrapText('社区对公共服务的信任程度不断提高社区对公共服务', { ...style, width: 120, lines: 9 })
    expect(lines.length).toBeGreaterThan(2)
    for (const line of lines) expect(measureText(line, style)).toBeLessThanOrEqual(120)
  })

  it('GEO-2: cuts a word without blanks into runs that fit, and never through a grapheme', () => {
    const family = '👩‍👩‍👧‍👦'
    const { lines } = wrapText(family.repeat(20), { ...style, width: 100, lines: 50 })
    for (const line of lines) expect(line.length % family.length).toBe(0)
    const long = wrapText('x'.repeat(300), { ...style, width: 190, lines: 100 })
    expect(withoutBlanks(long.lines.join(''))).toBe('x'.repeat(300))
  })

  it('GEO-2: divides a long word with a hyphen, where its script has one, and only there', () => {
    const room = { ...style, width: 110, lines: 9 }
    const { lines } = wrapText('Kommunikationsbereitschaft', room)
    expect(lines.length).toBeGreaterThan(1)
    expect(lines.slice(0, -1).every((line) => line.endsWith('-'))).toBe(true)
    expect(lines.at(-1)).not.toMatch(/-$/)
    expect(lines.join('').replaceAll('-', '')).toBe('Kommunikationsbereitschaft')
    for (const text of ['1234567890123456789012345', 'ความเชื่อมั่นของประชาชนต่อบริการสาธารณะ']) {
      expect(wrapText(text, room).lines.join('')).toBe(text)
    }
    const cut = wrapText('x'.repeat(300), { ...room, lines: 2 })
    expect(cut.lines.at(-1)).toMatch(/x…$/)
  })

  it('GEO-2: never begins a line with a mark that belongs to what stands before it', () => {
    for (const mark of [':', ';', ',', '.', ')', '!', '?']) {
      for (let width = 60; width < 240; width += 7) {
        const { lines } = wrapText(`they move the same way ${mark} − ${mark} the other way`, {
          ...style,
          width,
          lines: 9,
        })
        expect(lines.filter((line) => line.startsWith(mark))).toEqual([])
      }
    }
  })

  it('GEO-3: gives long labels wider lines before it cuts them with an ellipsis', () => {
    const wide = wrapText(
      'Share of households that cannot pay an unexpected bill of one month of their rent without a loan',
      room,
    )
    expect(wide.cut).toBe(false)
    expect(wide.lines.length).toBeLessThanOrEqual(5)
    const cut = wrapText('word '.repeat(60), room)
    expect(cut.cut).toBe(true)
    expect(cut.lines).toHaveLength(5)
    expect(cut.lines.at(-1)).toMatch(/…$/)
    expect(cut.width).toBeLessThanOrEqual(315)
  })

  it('GEO-2: loses no character but blanks, unless it says that it cut', () => {
    const label = fc.string({ unit: 'grapheme', maxLength: 200 })
    fc.assert(
      fc.property(label, fc.integer({ min: 20, max: 400 }), (text, width) => {
        const { lines, cut } = wrapText(text, { ...style, width, lines: 500 })
        expect(cut).toBe(false)
        expect(withoutBlanks(lines.join(''))).toBe(withoutBlanks(toShownText(text)))
      }),
    )
  })

  it('GEO-2: a cut label is a beginning of the label and an ellipsis', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.integer({ min: 30, max: 200 }), (text, width) => {
        const { lines, cut } = wrapText(text, { ...style, width, lines: 2 })
        const shown = withoutBlanks(toShownText(text))
        const drawn = withoutBlanks(lines.join(''))
        expect(cut ? shown.startsWith(drawn.slice(0, -1)) && drawn.endsWith('…') : drawn === shown).toBe(true)
      }),
    )
  })

  it('GEO-2: no line is wider than the column, but for a single grapheme that cannot be cut', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 30 }), fc.integer({ min: 60, max: 300 }), (text, width) => {
        for (const line of wrapText(text, { ...style, width, lines: 500 }).lines) {
          expect(measureText(line, style)).toBeLessThanOrEqual(width)
        }
      }),
    )
  })

  it('GEO-2: an empty label has one empty line', () => {
    expect(wrapText('', room).lines).toEqual([''])
    expect(wrapText(' \n ', room).lines).toEqual([''])
  })

  it('PIC-2: removes control characters and mends halves of surrogate pairs', () => {
    expect(toShownText('a\u0000b\u001fc\ud800d\ttab')).toBe('abc\ufffdd tab')
  })
})

describe('text metrics', () => {
  it('GEO-1: widths are those of Inter', () => {
    // Inter at 500: advance of "A" is 1422 and of a blank 572 of 2048 units, to a thousandth of an em.
    expect(measureText('', style)).toBe(0)
    expect(measureText('AA', style)).toBeCloseTo(measureText('A', style) * 2)
    expect(measureText('i', style)).toBeLessThan(measureText('m', style) / 2)
    expect(measureText('Overcrowding', { size: 14.5, weight: 600 })).toBeGreaterThan(
      measureText('Overcrowding', { size: 14.5, weight: 400 }),
    )
  })

  it('GEO-1: guesses other scripts: ideographs 1 em, emoji 1.3 em, Arabic 0.6 em, accents nothing', () => {
    expect(measureText('信', { size: 10, weight: 400 })).toBe(10)
    expect(measureText('🎉', { size: 10, weight: 400 })).toBe(13)
    expect(measureText('ث', { size: 10, weight: 400 })).toBe(6)
    expect(measureText('e\u0301', style)).toBe(measureText('e', style))
    expect(measureText('👩‍🔧', { size: 10, weight: 400 })).toBe(13)
    expect(measureText('🇳🇱', { size: 10, weight: 400 })).toBe(13)
  })

  it('GEO-1: any text has a finite width, and more text is not narrower', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.lorem(), (text, more) => {
        const width = measureText(text, style)
        expect(Number.isFinite(width)).toBe(true)
        expect(measureText(text + ' ' + more, style)).toBeGreaterThanOrEqual(width)
      }),
    )
  })
})
