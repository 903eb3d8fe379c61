import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mostDefinitions } from '@/lib/model/definition'
import { knownSectors, sectorsOf } from '@/lib/model/sector'
import { tieTypesOf, wayOfTie } from '@/lib/model/tie'

const unknown = (fields: object) => ({ schemaVersion: 1, title: '', description: '', unknown: fields })

describe('sectors', () => {
  it('SECTOR-1: a map that says nothing has what Weft offers', () => {
    const { offered, defined } = sectorsOf(unknown({}))
    expect(offered.map(({ key, tag, colour }) => [key, tag, colour])).toContainEqual(['health', 'HE', 'green'])
    expect(offered).toHaveLength(8)
    expect(defined.size).toBe(0)
  })

  it('SECTOR-1: what a definition leaves out is as without it, what cannot be read costs that field alone', () => {
    const sectors = sectorsOf(
      unknown({
        'sector:health': { name: 'Care', colour: 'mauve', tag: 7 },
        'sector:Faith groups': { colour: 'indigo', tag: 'fg', pattern: 'dots', later: true },
        'sector:broken': 'red',
        'sector:': { name: 'No key' },
      }),
    )
    expect(sectors.of('health')).toMatchObject({ name: 'Care', colour: 'green', tag: 'CA', pattern: 'none' })
    expect(sectors.of('Faith groups')).toMatchObject({
      name: 'Faith groups',
      colour: 'indigo',
      tag: 'FG',
      pattern: 'dots',
    })
    expect(sectors.offered.map(({ key }) => key)).not.toContain('broken')
    expect(sectors.offered).toHaveLength(9)
  })

  it('SECTOR-1: hidden ones are not offered, and are drawn as before', () => {
    const sectors = sectorsOf(unknown({ 'sector:media': { hidden: true } }))
    expect(sectors.offered.map(({ key }) => key)).not.toContain('media')
    expect(sectors.of('media').colour).toBe('pink')
  })

  it('SECTOR-1: no more than thirty are read, the same ones whatever their order', () => {
    const entries = Array.from({ length: 80 }, (_, at) => [`sector:${String(at).padStart(2, '0')}`, {}] as const)
    const keys = (list: readonly (readonly [string, object])[]) =>
      sectorsOf(unknown(Object.fromEntries(list))).offered.map(({ key }) => key)
    expect(keys(entries)).toHaveLength(8 + mostDefinitions)
    expect(keys(entries)).toEqual(keys(entries.toReversed()))
  })

  it('SECTOR-1: the same definitions are the same looks, whatever else changes', () => {
    const one = sectorsOf({ ...unknown({ 'sector:a': { colour: 'red' } }), title: 'Before' })
    const other = sectorsOf({ ...unknown({ 'sector:a': { colour: 'red' } }), title: 'After' })
    expect(other).toBe(one)
    expect(one.of('Some word')).toBe(one.of('Some word'))
  })

  it('SECTOR-3: the map’s own have a colour, a pattern and letters of their own, the same whatever else comes and goes', () => {
    const words = ['Housing', 'Schools', 'Faith groups', 'Sport', 'Police', 'Farming', 'Youth', 'Tourism']
    const sectors = sectorsOf(unknown({}))
    const looks = words.map((word) => sectors.of(word))
    for (const { colour, pattern } of looks) expect([colour, pattern]).not.toContain('grey')
    for (const { pattern } of looks) expect(pattern).not.toBe('none')
    expect(new Set(looks.map(({ colour }) => colour)).size).toBeGreaterThan(4)
    expect(new Set(looks.map(({ colour, pattern }) => `${colour} ${pattern}`)).size).toBeGreaterThan(6)
    // Defined, renamed, beside others, or deleted again, they are drawn as before; and no sector at all is grey.
    const defined = sectorsOf(
      unknown({
        'sector:other': { colour: 'brown' },
        'sector:Housing': { name: 'Homes' },
        'sector:Aid': {},
        'sector:Sport': { deleted: true, name: 'Sports' },
      }),
    )
    for (const word of ['Housing', 'Schools', 'Sport']) {
      const { colour, pattern } = sectors.of(word)
      expect(defined.of(word)).toMatchObject({ colour, pattern })
    }
    expect(defined.of(undefined)).toMatchObject({ colour: 'grey', pattern: 'none' })
    const chosen = sectorsOf(unknown({ 'sector:Housing': { colour: 'black', pattern: 'none' } }))
    expect(chosen.of('Housing')).toMatchObject({ colour: 'black', pattern: 'none' })
  })

  it('SECTOR-1: a file, where all fields of meta stand together, reads the same', () => {
    expect(sectorsOf({ title: 'x', 'sector:a': { name: 'Alpha' } }).of('a').name).toBe('Alpha')
  })

  it('SECTOR-1: Weft’s own take no room from the map’s', () => {
    const own = Array.from({ length: mostDefinitions }, (_, at) => [`sector:s${at}`, {}] as const)
    const known = knownSectors.map((key) => [`sector:${key}`, { order: 1 }] as const)
    expect(sectorsOf(unknown(Object.fromEntries([...known, ...own]))).offered).toHaveLength(8 + mostDefinitions)
  })

  it('SECTOR-5: letters that nobody chose keep clear of those chosen, and of each other', () => {
    const sectors = sectorsOf(
      unknown({ 'sector:Health boards': {}, 'sector:Help lines': {}, 'sector:X': { tag: 'GO' }, 'sector:!': {} }),
    )
    const tags = sectors.offered.map(({ tag }) => tag)
    expect(new Set(tags).size).toBe(tags.length)
    expect(sectors.of('X').tag).toBe('GO')
    expect(sectors.of('government').tag).toBe('GV')
    expect(['health', 'Health boards', 'Help lines'].map((key) => sectors.of(key).tag)).toEqual(['HE', 'HA', 'HL'])
    expect(sectors.of('Heritage').tag).not.toBe('HE')
    const types = tieTypesOf(unknown({ 'tie:Care': {}, 'tie:Trust': {} }))
    expect([types.of('collaboration').tag, types.of('Care').tag, types.of('Trust').tag]).toEqual(['C', 'CA', 'T'])
  })

  it('SECTOR-5: of two that were given the same letters, one keeps them', () => {
    const sectors = sectorsOf(
      unknown({
        'sector:Arts': { tag: 'zz', hidden: true },
        'sector:Boats': { tag: 'ZZ' },
        'sector:Cars': { tag: 'ZZ' },
      }),
    )
    expect(['Boats', 'Cars', 'Arts'].map((key) => sectors.of(key).tag)).toEqual(['ZZ', 'CA', 'AR'])
  })

  it('SECTOR-5: names without room for other letters have numbers', () => {
    const fields = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`sector:${'A'.repeat(at + 1)}`, {}]))
    const tags = sectorsOf(unknown(fields)).offered.map(({ tag }) => tag)
    expect(new Set(tags).size).toBe(tags.length)
  })

  it('SECTOR-6: stands where it was put, the map’s own otherwise behind Weft’s by name', () => {
    const keys = (fields: object) => sectorsOf(unknown(fields)).offered.map(({ key }) => key)
    expect(keys({ 'sector:b': { name: 'Ä' }, 'sector:a': { name: 'Z' } }).slice(8)).toEqual(['b', 'a'])
    expect(keys({ 'sector:b': { order: 500 }, 'sector:other': { order: -1 } }).slice(0, 3)).toEqual([
      'other',
      'government',
      'b',
    ])
  })

  it('SECTOR-1: anything may stand in meta', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.string().map((key) => `sector:${key}`),
          fc.anything({ maxDepth: 2 }),
        ),
        (fields) => {
          const { offered } = sectorsOf(unknown(JSON.parse(JSON.stringify(fields)) as object))
          expect(offered.length).toBeLessThanOrEqual(8 + mostDefinitions)
          for (const { tag } of offered) expect(Array.from(tag).length).toBeLessThanOrEqual(4)
        },
      ),
    )
  })
})

describe('kinds of tie', () => {
  it('SECTOR-11: a kind says its line, letters and usual way', () => {
    const types = tieTypesOf(unknown({ 'tie:Trust': { colour: 'teal', style: 'dashed', way: 'mutual', tag: 'tr' } }))
    expect(types.of('Trust')).toMatchObject({ name: 'Trust', colour: 'teal', style: 'dashed', tag: 'TR' })
    expect(wayOfTie({ type: 'Trust' }, types)).toBe('mutual')
    expect(wayOfTie({ type: 'Trust', direction: 'one-way' }, types)).toBe('one-way')
    expect(wayOfTie({ type: 'money' }, types)).toBe('one-way')
  })

  it('SECTOR-11: a known kind keeps what nobody changed', () => {
    const types = tieTypesOf(unknown({ 'tie:money': { name: 'Grants' } }))
    expect(types.of('money')).toMatchObject({ name: 'Grants', tag: '€', style: 'double', way: 'one-way' })
  })

  it('SECTOR-3: a tie of a word that nobody defined has no direction', () => {
    expect(wayOfTie({ type: 'Trust' })).toBe('none')
    expect(tieTypesOf({}).of('Trust')).toMatchObject({ colour: undefined, tag: 'T', style: 'plain' })
  })
})
