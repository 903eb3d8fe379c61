import { describe, expect, it } from 'vitest'
import { drawArchetypePictures, drawTemplatePictures } from '../../../components/home/templatePictures'
import { themedSvg } from '../../../components/home/themedSvg'
import { archetypeNames } from '../../../lib/model/archetype'
import { cssName, light, type PaletteKey } from '../../../lib/render/palette'
import templates from '../../../messages/en/templates.json'

function translate(key: string): string {
  let part: unknown = templates
  for (const name of key.split('.')) part = (part as Readonly<Record<string, unknown>> | undefined)?.[name]
  return typeof part === 'string' ? part : key
}

describe('pictures on the cards of the start page', () => {
  const pictures = drawTemplatePictures(translate)

  it('PAGE-2: each shows words of its own example', () => {
    for (const word of [templates.causalLoop.waiting, templates.causalLoop.fares]) {
      expect(pictures['causal-loop']).toContain(`>${word}<`)
    }
    expect(pictures.stakeholder).toContain(`>${templates.stakeholder.council}<`)
    expect(pictures.both).toContain(`>${templates.both.loneliness}<`)
    expect(pictures.both).toContain(`>${templates.both.doctors}<`)
  })

  it('PAGE-2: every place on a card belongs to an element of the template', () => {
    const count = (svg: string, pattern: RegExp): number => [...svg.matchAll(pattern)].length
    // A word for each of four, five and five elements, beside the letters of tags and ties.
    expect(count(pictures['causal-loop'], /<text/g)).toBeGreaterThanOrEqual(4)
    expect(count(pictures.stakeholder, /<text/g)).toBeGreaterThanOrEqual(5)
    expect(count(pictures.both, /<text/g)).toBeGreaterThanOrEqual(5)
  })

  it('PAGE-2: no colour stands fast: all follow the theme of the page', () => {
    for (const picture of Object.values(pictures)) {
      expect(picture).not.toMatch(/#[0-9a-f]{6}/i)
      const names = new Set((Object.keys(light) as PaletteKey[]).map(cssName))
      const used = [...picture.matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name)
      expect(used.length).toBeGreaterThan(5)
      expect(used.filter((name) => name === undefined || !names.has(name))).toEqual([])
    }
  })

  it('PAGE-2: a picture is scenery, since its card has the words', () => {
    for (const picture of Object.values(pictures)) {
      expect(picture).toMatch(/^<svg[^>]* aria-hidden="true"/)
      expect(picture).not.toContain('<title>')
    }
  })

  it('PAGE-2: every example of loops that recur has a small picture, in the colours of the page, and light', () => {
    const small = drawArchetypePictures(translate)
    expect(Object.keys(small)).toEqual([...archetypeNames])
    for (const picture of Object.values(small)) {
      expect(picture).toMatch(/^<svg[^>]* aria-hidden="true"/)
      expect(picture).not.toMatch(/#[0-9a-f]{6}/i)
      expect([...picture.matchAll(/<path/g)].length).toBeGreaterThan(3)
      expect(picture.length).toBeLessThan(6_000)
    }
  })

  it('PAGE-2: a colour that is not of the palette stays as it is', () => {
    expect(themedSvg('<path fill="#123456" stroke="#FAFAF7"/>')).toBe(
      '<path fill="#123456" stroke="var(--color-canvas)"/>',
    )
  })
})
