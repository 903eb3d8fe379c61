import { describe, expect, it } from 'vitest'
import { helpedPractices, practiceHelp, practiceOfPanel, practiceOfQuestion } from '../../../components/help/practices'
import { drawPracticeMap, mappedPractices } from '../../../components/help/practiceMaps'
import { practicePanels } from '../../../components/hooks/workspace'
import { surveySetKeys } from '../../../lib/practice/surveySets'
import { cssName, light, type PaletteKey } from '../../../lib/render/palette'
import { loadMessages } from '../../../messages'
import help from '../../../messages/en/practiceHelp.json'

const words: Readonly<Record<string, string>> = help.pictures
const translate = (key: string): string => words[key] ?? `missing ${key}`

function listTexts(part: unknown): readonly string[] {
  return typeof part === 'string' ? [part] : Object.values(part as object).flatMap(listTexts)
}

describe('what the help says of the practices', () => {
  it('HELP-1: every practice has all its parts, and a source', () => {
    expect(Object.keys(help.practices)).toEqual([...helpedPractices])
    expect(Object.keys(help.sources)).toEqual([...helpedPractices])
    for (const [practice, said] of Object.entries(help.practices)) {
      expect(Object.keys(said), practice).toEqual(['name', 'purpose', 'when', 'how', 'care', 'picture'])
      expect(Object.keys(said.how), practice).toEqual(['first', 'second', 'third'])
      expect(listTexts(said).filter((text) => text.trim() === '')).toEqual([])
    }
    // A title in quotation marks; and a year, or that there is none.
    for (const source of Object.values(help.sources)) {
      expect(source).toMatch(/“[^”]+”/)
      expect(source).toMatch(/\((?:19|20)\d\d\)|without a year/)
    }
  })

  it('HELP-2: what a step names is a text of the screens', async () => {
    const { practiceHelp: _own, help: _help, ...screens } = await loadMessages('en')
    const texts = new Set(listTexts(screens))
    const named = Object.entries(help.practices).flatMap(([practice, { how, care }]) =>
      [
        ...listTexts([how, care])
          .join(' ')
          .matchAll(/“([^”]+)”/g),
      ].map(([, name]) => `${practice}: ${name}`),
    )
    expect(named.length).toBeGreaterThan(30)
    // Of one text that has a choice in it, the words stand in the middle.
    const isShown = (name: string): boolean => texts.has(name) || [...texts].some((text) => text.includes(`{${name}}`))
    expect(named.filter((name) => !isShown(name.slice(name.indexOf(': ') + 2)))).toEqual([])
  })
})

describe('ways to the help', () => {
  it('HELP-4: every panel of a practice leads to a section that is there', () => {
    expect(Object.keys(practiceOfPanel).sort()).toEqual([...practicePanels].sort())
    const anchors = new Set(helpedPractices.map((practice) => `/help/practices#${practice}`))
    const led = Object.values(practiceOfPanel).map(practiceHelp)
    expect(led.filter((address) => !anchors.has(address))).toEqual([])
  })

  it('HELP-4: a question leads to the practice that it belongs to, a set to its own, and most to none', () => {
    expect(practiceOfQuestion('challenge', 'own')).toBe('challenge')
    expect(practiceOfQuestion('pulse', 'collectiveImpact')).toBe('pulse')
    expect(practiceOfQuestion('survey', 'own')).toBeUndefined()
    expect(practiceOfQuestion('dots', 'direction')).toBeUndefined()
    const ofSets = surveySetKeys.map((key) => practiceOfQuestion('survey', key))
    expect(ofSets).toEqual(['collective-impact', 'direction'])
  })
})

describe('pictures of the help', () => {
  it.each(mappedPractices)('HELP-5: the map of %s is drawn with its words, in the colours of the page', (practice) => {
    const svg = drawPracticeMap(practice, translate)
    expect(svg).toMatch(/^<svg[^>]* aria-hidden="true"/)
    expect(svg).not.toContain('missing ')
    expect(svg).not.toMatch(/#[0-9a-f]{6}/i)
    const names = new Set((Object.keys(light) as PaletteKey[]).map(cssName))
    const used = [...svg.matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name ?? '')
    expect(used.length).toBeGreaterThan(5)
    expect(used.filter((name) => !names.has(name))).toEqual([])
  })

  it('HELP-5: the words of each map stand in it', () => {
    const drawn = mappedPractices.map((practice) => drawPracticeMap(practice, translate)).join('')
    for (const word of [help.pictures.walkers, help.pictures.youth, help.pictures.connecting, help.pictures.rain]) {
      expect(drawn).toContain(word.split(' ')[0])
    }
  })
})
