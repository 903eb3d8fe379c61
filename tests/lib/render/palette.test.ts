import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { hues } from '../../../lib/model/hue'
import {
  cssName,
  cursorColour,
  cursorColours,
  dark,
  hueKey,
  light,
  noteKey,
  type PaletteKey,
} from '../../../lib/render/palette'

const keys = Object.keys(light) as PaletteKey[]

/** Contrast as WCAG 2 defines it. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string): number => {
    const [r, g, bl] = [1, 3, 5].map((at) => {
      const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    }) as [number, number, number]
    return 0.2126 * r + 0.7152 * g + 0.0722 * bl
  }
  const [high, low] = [luminance(a), luminance(b)].sort((p, q) => q - p) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

/** Blocks of custom properties in the stylesheet, in order: light first, then the dark ones. */
function readBlocks(): readonly ReadonlyMap<string, string>[] {
  const css = readFileSync(new URL('../../../app/globals.css', import.meta.url), 'utf8')
  const blocks: Map<string, string>[] = []
  for (const [, name, value] of css.matchAll(/(--color-[a-z-]+):\s*(#[0-9a-fA-F]{6})\s*;/g)) {
    let block = blocks.at(-1)
    if (!block || block.has(name ?? '')) {
      block = new Map()
      blocks.push(block)
    }
    block.set(name ?? '', (value ?? '').toUpperCase())
  }
  return blocks
}

describe('palette', () => {
  it('PIC-10: the stylesheet carries these values, light and dark, and no colour that is unknown here', () => {
    const blocks = readBlocks()
    expect(blocks.length).toBeGreaterThanOrEqual(2)
    const names = new Map(keys.map((key) => [cssName(key), key]))
    for (const [index, block] of blocks.entries()) {
      const palette = index === 0 ? light : dark
      for (const [name, value] of block) {
        const key = names.get(name)
        expect(key, `${name} is not in lib/render/palette.ts`).toBeDefined()
        expect(`${name} ${value}`).toBe(`${name} ${palette[key as PaletteKey]}`)
      }
      for (const key of ['canvas', 'panel', 'ink', 'muted', 'accent', 'linkPositive', 'linkNegative'] as const) {
        expect(block.has(cssName(key)), `${cssName(key)} is missing`).toBe(true)
      }
    }
  })

  it('PIC-10: names are kebab case', () => {
    expect(cssName('quietBorder')).toBe('--color-quiet-border')
    expect(cssName('hueGreenFill')).toBe('--color-hue-green-fill')
  })

  it('PIC-10: what is read has contrast: ink on every fill, links and borders on the canvas', () => {
    for (const palette of [light, dark]) {
      for (const key of keys.filter((name) => /Fill$|^note|^panel|^canvas|Tint$|^hover/.test(name))) {
        expect(contrast(palette.ink, palette[key]), key).toBeGreaterThan(7)
      }
      for (const key of keys.filter((name) => /^link|Border$|^danger|^ok|^warn$|^accent$/.test(name))) {
        if (key === 'quietBorder' || key === 'frameBorder') continue
        expect(contrast(palette[key], palette.canvas), key).toBeGreaterThan(4.4)
      }
    }
    for (const colour of cursorColours) expect(contrast(colour, '#FFFFFF')).toBeGreaterThan(4.7)
  })

  it('PIC-10: every number of a person has a colour', () => {
    expect(cursorColour(0)).toBe(cursorColours[0])
    expect(cursorColour(12)).toBe(cursorColours[0])
    expect(cursorColour(-1)).toBe(cursorColours[11])
  })

  it('PIC-10: every colour that people may choose has a fill and a border of its own, and so has every note', () => {
    for (const palette of [light, dark]) {
      expect(new Set(hues.map((hue) => palette[hueKey(hue).fill])).size).toBe(hues.length)
      expect(new Set(hues.map((hue) => palette[hueKey(hue).border])).size).toBe(hues.length)
    }
    expect(noteKey(undefined)).toBe('noteYellow')
  })
})
