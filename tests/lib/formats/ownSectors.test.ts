import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defineAlikeSectors, defineOwnSectors } from '@/lib/formats/ownSectors'
import { sectorsOf, usualLookOfOwn } from '@/lib/model/sector'
import type { WeftMap } from '@/lib/model/weftMap'
import { testMap } from '../../helpers/testMap'

const words = ['Housing', 'Schools', 'Faith groups', 'Sport', 'Police', 'Farming', 'Youth', 'Tourism']

describe('sectors of a file', () => {
  const map = testMap({
    elements: Object.fromEntries(
      ['health', ...words].map((sector, at) => [`s${at}`, { kind: 'stakeholder', label: sector, sector }]),
    ),
  })

  it('SECTOR-17: each has a colour, letters and a pattern of its own, also beside those that Weft offers', () => {
    const sectors = sectorsOf(defineOwnSectors(map).meta)
    const looks = ['health', ...words].map((word) => sectors.of(word))
    expect(new Set(looks.map(({ colour }) => colour)).size).toBe(9)
    expect(new Set(looks.map(({ tag }) => tag)).size).toBe(9)
    for (const { key, pattern } of looks) expect(pattern === 'none').toBe(key === 'health')
    // They stay when others go.
    const fewer = testMap({ elements: { a: { kind: 'stakeholder', sector: 'Youth' } } })
    const meta = { ...fewer.meta, ...defineOwnSectors(map).meta }
    expect(sectorsOf(meta).of('Youth')).toEqual(sectors.of('Youth'))
  })

  it('SECTOR-17: what is defined or deleted stays as it is, and of very many only some are defined', () => {
    const defined = {
      ...map,
      meta: { ...map.meta, 'sector:Sport': { colour: 'black' }, 'sector:Youth': { deleted: true } },
    }
    const sectors = sectorsOf(defineOwnSectors(defined).meta)
    expect(sectors.of('Sport').colour).toBe('black')
    expect(sectors.deleted.has('Youth')).toBe(true)
    const many = testMap({
      elements: Object.fromEntries(
        Array.from({ length: 80 }, (_, at) => [`s${at}`, { kind: 'stakeholder', sector: `Sector ${at}` }]),
      ),
    })
    expect(sectorsOf(defineOwnSectors(many).meta).defined.size).toBe(30)
    const plain = testMap({ elements: { a: { label: 'Rain' } } })
    expect(defineOwnSectors(plain)).toBe(plain)
  })
})

describe('sectors of a Weft file', () => {
  const mapOf = (sectors: readonly string[], meta: Readonly<Record<string, unknown>> = {}): WeftMap =>
    testMap({
      meta,
      elements: Object.fromEntries(sectors.map((sector, at) => [`s${at}`, { kind: 'stakeholder', sector }])),
    })
  const looksIn = (map: WeftMap, sectors: readonly string[]): readonly string[] =>
    sectors.map((word) => {
      const { colour, tag, pattern } = sectorsOf(map.meta).of(word)
      return `${colour} ${tag} ${pattern}`
    })
  /** Words that begin alike and that their words alone draw alike. */
  const alike = Array.from({ length: 6_000 }, (_, at) => `Housing ${at}`).filter((word) => {
    const [look, first] = [usualLookOfOwn(word), usualLookOfOwn('Housing 0')]
    return look.colour === first.colour && look.pattern === first.pattern
  })

  it('SECTOR-17: two that it uses without defining them are never drawn alike', () => {
    const word = fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...alike.slice(0, 12)) },
      fc.constantFrom(...words, 'housing', 'health', 'Hope', 'H2 works', 'HU'),
      fc.string({ minLength: 1, maxLength: 6 }).filter((text) => text.trim() === text),
    )
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { maxLength: 14 }),
        fc.subarray(['Hope', 'Sport', alike[0] ?? '', alike[1] ?? '']),
        (used, defined) => {
          const said = Object.fromEntries(defined.map((key) => [`sector:${key}`, { colour: 'black' }]))
          const made = defineAlikeSectors(mapOf(used, said))
          const looks = looksIn(made, used)
          expect(new Set(looks).size, looks.join(', ')).toBe(used.length)
          // Nothing of what was said is said otherwise.
          expect(made.meta).toMatchObject(said)
        },
      ),
    )
  })

  it('SECTOR-17: what is told apart as it is stays without a definition', () => {
    const map = mapOf(words)
    expect(defineAlikeSectors(map)).toBe(map)
    const [first = '', second = ''] = alike
    const made = defineAlikeSectors(mapOf([...words, first, second]))
    expect([...sectorsOf(made.meta).defined]).toEqual([second])
    expect(defineAlikeSectors(made)).toBe(made)
  })
})
