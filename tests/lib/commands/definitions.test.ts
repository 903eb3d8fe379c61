import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deleteDefinition } from '@/lib/commands/deleteDefinition'
import { moveDefinition } from '@/lib/commands/moveDefinition'
import { patternSectors } from '@/lib/commands/patternSectors'
import { mergeDefinition } from '@/lib/commands/mergeDefinition'
import { mergeMap } from '@/lib/commands/mergeMap'
import { setDefinition } from '@/lib/commands/setDefinition'
import { withOwnNames } from '@/lib/formats/ownNames'
import { mostDefinitions } from '@/lib/model/definition'
import { toWeftMap } from '@/lib/model/mapFile'
import { sectorsOf } from '@/lib/model/sector'
import { tieTypesOf, wayOfTie } from '@/lib/model/tie'
import type { Tie } from '@/lib/model/link'
import { firstSeed } from '../../helpers/seeds'
import { after, applied, element, link, patchOf, problemOf, testView } from '../../helpers/testMap'

const map = testView({
  meta: {
    'sector:Faith': { name: 'Faith groups', colour: 'indigo' },
    'tie:Trust': { way: 'mutual', name: 'Confidence' },
  },
  elements: {
    a: { kind: 'stakeholder', sector: 'Faith' },
    b: { kind: 'stakeholder', sector: 'Faith' },
    c: { kind: 'stakeholder', sector: 'health' },
    d: { kind: 'stakeholder', sector: 'Youth' },
  },
  links: {
    ab: { kind: 'tie', from: 'a', to: 'b', type: 'Trust' },
    bc: { kind: 'tie', from: 'b', to: 'c', type: 'money' },
  },
})
const sectorIn = (view: typeof map, id: string): string | undefined => {
  const found = view.elements.get(element(id))
  return found?.kind === 'stakeholder' ? found.sector : undefined
}
const tieIn = (view: typeof map, id: string) => view.links.get(link(id)) as Tie

describe('definitions', () => {
  it('SECTOR-2: a new key is one of the map’s own', () => {
    const view = after(map, setDefinition, { of: 'sector', key: 'Youth', fields: { colour: 'red' } })
    expect(sectorsOf(view.meta).of('Youth')).toMatchObject({ name: 'Youth', colour: 'red' })
    expect(sectorIn(view, 'd')).toBe('Youth')
  })

  it('SECTOR-2: what is said of one is added to what was said, and null takes it back', () => {
    const view = after(map, setDefinition, { of: 'sector', key: 'Faith', fields: { pattern: 'dots', colour: null } })
    expect(sectorsOf(view.meta).of('Faith')).toMatchObject({
      name: 'Faith groups',
      colour: sectorsOf({}).of('Faith').colour,
      pattern: 'dots',
    })
  })

  it('SECTOR-2: a known one of which nothing is said any more is as Weft has it', () => {
    const said = after(map, setDefinition, { of: 'sector', key: 'health', fields: { name: 'Care' } })
    const view = after(said, setDefinition, { of: 'sector', key: 'health', fields: { name: null } })
    expect(sectorsOf(view.meta).defined.has('health')).toBe(false)
  })

  it('SECTOR-1: a definition has a word, known fields, and room', () => {
    expect(problemOf(map, setDefinition, { of: 'sector', key: ' Youth ', fields: {} })).toMatchObject({
      code: 'bad-input',
    })
    expect(problemOf(map, setDefinition, { of: 'sector', key: 'Youth', fields: { colour: '#f00' } })).toMatchObject({
      code: 'bad-input',
    })
    expect(problemOf(map, setDefinition, { of: 'tie', key: 'Trust', fields: {} })).toMatchObject({
      code: 'nothing-to-do',
    })
    const full = testView({
      meta: Object.fromEntries(Array.from({ length: mostDefinitions }, (_, at) => [`tie:t${at}`, {}])),
    })
    expect(problemOf(full, setDefinition, { of: 'tie', key: 'more', fields: {} })).toMatchObject({
      code: 'bad-input',
      subject: '30',
    })
  })

  it('SECTOR-20: merging moves all that have it, and the one that is merged is gone', () => {
    const view = after(map, mergeDefinition, { of: 'sector', from: 'Faith', into: 'health' })
    expect(['a', 'b', 'c'].map((id) => sectorIn(view, id))).toEqual(['health', 'health', 'health'])
    expect(sectorsOf(view.meta).defined.has('Faith')).toBe(false)
  })

  it('SECTOR-20: a known one that is merged is not offered any more; a plain word can be merged too', () => {
    const view = after(map, mergeDefinition, { of: 'sector', from: 'health', into: 'Faith' })
    expect(sectorsOf(view.meta).offered.map(({ key }) => key)).not.toContain('health')
    expect(sectorIn(after(map, mergeDefinition, { of: 'sector', from: 'Youth', into: 'Faith' }), 'd')).toBe('Faith')
  })

  it('SECTOR-20: ties that are merged go the way they went', () => {
    const view = after(map, mergeDefinition, { of: 'tie', from: 'Trust', into: 'money' })
    expect(tieIn(view, 'ab').type).toBe('money')
    expect(wayOfTie(tieIn(view, 'ab'), tieTypesOf(view.meta))).toBe('mutual')
  })

  it('SECTOR-20: what is locked keeps its word, is said, and keeps its definition', () => {
    const locked = testView({
      meta: { 'sector:Faith': {} },
      elements: {
        a: { kind: 'stakeholder', sector: 'Faith', locked: true, label: 'Church' },
        b: { kind: 'stakeholder', sector: 'Faith' },
      },
    })
    const patch = patchOf(locked, mergeDefinition, { of: 'sector', from: 'Faith', into: 'community' })
    const view = applied(locked, patch)
    expect(patch.stayed).toMatchObject({ code: 'locked', subject: 'Church' })
    expect([sectorIn(view, 'a'), sectorIn(view, 'b')]).toEqual(['Faith', 'community'])
    expect(sectorsOf(view.meta).defined.has('Faith')).toBe(true)
  })

  it('SECTOR-21: deleting one of the map’s own leaves its name for what has it, drawn as a word that nobody defined', () => {
    const view = after(map, deleteDefinition, { of: 'sector', key: 'Faith' })
    expect(sectorsOf(view.meta).of(sectorIn(view, 'a'))).toMatchObject({
      colour: sectorsOf({}).of('Faith').colour,
      name: 'Faith groups',
    })
    expect(sectorsOf(view.meta).offered.map(({ key }) => key)).not.toContain('Faith')
    expect(withOwnNames(toWeftMap(view)).elements).toMatchObject({ a: { sector: 'Faith groups' } })
  })

  it('SECTOR-22: a word of ties that is defined goes the way its ties went, unless its way is said', () => {
    const used = testView({
      elements: { a: { kind: 'stakeholder' }, b: { kind: 'stakeholder' } },
      links: { ab: { kind: 'tie', from: 'a', to: 'b', type: 'Childcare swap' } },
    })
    const wayIn = (view: typeof used): string => wayOfTie(tieIn(view, 'ab'), tieTypesOf(view.meta))
    expect(wayIn(used)).toBe('none')
    const named = after(used, setDefinition, { of: 'tie', key: 'Childcare swap', fields: { name: 'Kids', tag: 'KI' } })
    expect(wayIn(named)).toBe('none')
    expect(wayIn(after(named, deleteDefinition, { of: 'tie', key: 'Childcare swap' }))).toBe('none')
    const turned = after(used, setDefinition, { of: 'tie', key: 'Childcare swap', fields: { way: 'one-way' } })
    expect(wayIn(turned)).toBe('one-way')
    // Of a word that nobody has, ties go one way as ever.
    const fresh = after(used, setDefinition, { of: 'tie', key: 'Lends to', fields: {} })
    expect(tieTypesOf(fresh.meta).of('Lends to').way).toBe('one-way')
  })

  it('SECTOR-21: ties of a deleted kind go the way they went', () => {
    const view = after(map, deleteDefinition, { of: 'tie', key: 'Trust' })
    expect(tieTypesOf(view.meta).of('Trust')).toMatchObject({ name: 'Confidence', style: 'plain' })
    expect(wayOfTie(tieIn(view, 'ab'), tieTypesOf(view.meta))).toBe('mutual')
  })

  it('SECTOR-21: nobody comes into another sector because its key is the name of a deleted one', () => {
    const crossed = testView({
      meta: { 'sector:A': { name: 'B' }, 'sector:B': { name: 'C' } },
      elements: {
        a: { kind: 'stakeholder', sector: 'A' },
        b: { kind: 'stakeholder', sector: 'B' },
        l: { kind: 'stakeholder', sector: 'A', locked: true },
      },
    })
    const view = after(crossed, deleteDefinition, { of: 'sector', key: 'A' })
    const names = ['a', 'b', 'l'].map((id) => sectorsOf(view.meta).of(sectorIn(view, id)).name)
    expect(names).toEqual(['B', 'C', 'B'])
    expect(sectorsOf(view.meta).of('A').colour).toBe(sectorsOf({}).of('A').colour)
  })

  it('SECTOR-21: what was deleted and nobody has leaves with the next deletion; of its word a new one is a new one', () => {
    const both = testView({ meta: { 'sector:Old': { name: 'Elders', colour: 'red' }, 'sector:X': {} } })
    const one = after(both, deleteDefinition, { of: 'sector', key: 'Old' })
    expect(sectorsOf(one.meta).of('Old').name).toBe('Elders')
    const anew = after(one, setDefinition, { of: 'sector', key: 'Old', fields: { tag: 'OL' } })
    expect(sectorsOf(anew.meta).of('Old')).toMatchObject({
      name: 'Old',
      colour: sectorsOf({}).of('Old').colour,
      tag: 'OL',
    })
    const next = after(one, deleteDefinition, { of: 'sector', key: 'X' })
    expect(Object.keys(next.meta.unknown ?? {})).toEqual(['sector:X'])
  })

  it('SECTOR-21: a deleted one that somebody has can be defined again, under its name', () => {
    const view = after(map, deleteDefinition, { of: 'sector', key: 'Faith' })
    const again = after(view, setDefinition, { of: 'sector', key: 'Faith', fields: { colour: 'red' } })
    expect(sectorsOf(again.meta).of('Faith')).toMatchObject({ name: 'Faith groups', colour: 'red' })
    expect(sectorsOf(again.meta).offered.map(({ key }) => key)).toContain('Faith')
  })

  it.each([
    ['sector', 'health', { name: 'Faith groups' }],
    ['sector', 'health', { name: 'faith' }],
    ['sector', 'Faith', { name: 'Youth' }],
    ['sector', 'Faith', { name: ' media'.trim().toUpperCase() }],
    ['sector', 'faith  groups'.replace('  ', ' '), {}],
    ['tie', 'confidence', {}],
    ['tie', 'Trust', { name: 'Money' }],
  ] as const)('SECTOR-7: of a %s, %s with %j: a name that another has is refused', (of, key, fields) => {
    expect(problemOf(map, setDefinition, { of, key, fields }).code).toBe('name-taken')
  })

  it('SECTOR-7: one’s own name and first name are free', () => {
    const view = after(map, setDefinition, { of: 'sector', key: 'Faith', fields: { name: 'FAITH' } })
    expect(sectorsOf(view.meta).of('Faith').name).toBe('FAITH')
  })

  it('SECTOR-6: one is put before another or at the end; the others keep their places', () => {
    const keys = (view: typeof map) => sectorsOf(view.meta).offered.map(({ key }) => key)
    const first = after(map, moveDefinition, { of: 'sector', key: 'Faith', before: 'government' })
    expect(keys(first).slice(0, 2)).toEqual(['Faith', 'government'])
    expect(patchOf(map, moveDefinition, { of: 'sector', key: 'Faith', before: 'health' }).changes).toEqual([
      { kind: 'meta', fields: { 'sector:Faith#order': 500 } },
    ])
    const last = after(first, moveDefinition, { of: 'sector', key: 'health', before: null })
    expect(keys(last).at(-1)).toBe('health')
    expect(problemOf(map, moveDefinition, { of: 'sector', key: 'Faith', before: null }).code).toBe('nothing-to-do')
    expect(problemOf(map, moveDefinition, { of: 'sector', key: 'Youth', before: null }).code).toBe('not-found')
  })

  it('SECTOR-6: any number of moves leads to the order that was wanted', () => {
    const many = testView({ meta: { 'tie:One': {}, 'tie:Two': {}, 'tie:Three': {} } })
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(8), fc.nat(8)), { maxLength: 30 }), (moves) => {
        let view = many
        for (const [from, to] of moves) {
          const keys = tieTypesOf(view.meta).offered.map(({ key }) => key)
          const key = keys[from] ?? ''
          const wanted = keys.filter((one) => one !== key).toSpliced(to, 0, key)
          const before = wanted[to + 1] ?? null
          if (wanted.join() === keys.join()) continue
          view = after(view, moveDefinition, { of: 'tie', key, before })
          expect(tieTypesOf(view.meta).offered.map((look) => look.key)).toEqual(wanted)
        }
      }),
      { numRuns: 30, seed: firstSeed() },
    )
  })

  it('SECTOR-8: every sector gets a pattern in one step, and those that have one keep it', () => {
    const dotted = after(map, setDefinition, { of: 'sector', key: 'media', fields: { pattern: 'dots' } })
    const view = after(dotted, patternSectors, { patterned: true })
    const patterns = sectorsOf(view.meta).offered.map(({ pattern }) => pattern)
    expect(patterns).not.toContain('none')
    expect(new Set(patterns).size).toBe(6)
    expect(sectorsOf(view.meta).of('media').pattern).toBe('dots')
    const none = after(view, patternSectors, { patterned: false })
    expect(sectorsOf(none.meta).offered.every(({ pattern }) => pattern === 'none')).toBe(true)
  })

  it('PANEL-21: a step about one that nobody renamed leaves its name to each language', () => {
    expect(patchOf(map, deleteDefinition, { of: 'sector', key: 'health' }).label).toMatchObject({
      name: 'health',
      wordOf: 'sector',
    })
    expect(patchOf(map, deleteDefinition, { of: 'sector', key: 'Faith' }).label).not.toHaveProperty('wordOf')
  })

  it('SECTOR-21: one that Weft offers is hidden, and what has it is drawn as before', () => {
    const view = after(map, deleteDefinition, { of: 'sector', key: 'health' })
    expect(sectorsOf(view.meta).offered.map(({ key }) => key)).not.toContain('health')
    expect(sectorsOf(view.meta).of('health').colour).toBe('green')
    expect(sectorIn(view, 'c')).toBe('health')
  })

  it('SECTOR-13: a map that comes to another brings what that one does not define', () => {
    const here = testView({ meta: { 'sector:Faith': { colour: 'red' } }, elements: { x: { kind: 'stakeholder' } } })
    const view = after(here, mergeMap, { map: toWeftMap(map), offset: { x: 0, y: 0 } })
    expect(sectorsOf(view.meta).of('Faith')).toMatchObject({ colour: 'red', name: 'Faith' })
    expect(tieTypesOf(view.meta).of('Trust')).toMatchObject({ name: 'Confidence', way: 'mutual' })
  })

  it('SECTOR-13: a sector that the other map does not define is the one that is called so here', () => {
    const here = testView({
      meta: { 'sector:government': { name: 'Public bodies' }, 'sector:Faith': { name: 'Faith groups' } },
      elements: { x: { kind: 'stakeholder', sector: 'Labour' } },
    })
    const words = ['public bodies', 'FAITH groups', 'labour', 'Ports', 'health', 'Youth']
    const there = testView({
      meta: { 'sector:Youth': { colour: 'red' } },
      elements: Object.fromEntries(words.map((sector, at) => [`e${at}`, { kind: 'stakeholder', sector }])),
    })
    const view = after(here, mergeMap, { map: toWeftMap(there), offset: { x: 0, y: 0 } })
    const sectors = [...view.elements.values()].flatMap((one) => (one.kind === 'stakeholder' ? [one.sector] : []))
    expect(sectors.slice(1)).toEqual(['government', 'Faith', 'Labour', 'Ports', 'health', 'Youth'])
  })

  it('SECTOR-13: a word that was deleted here and is defined there is defined again; one deleted there brings its name', () => {
    const here = testView({ meta: { 'sector:Faith': { name: 'Old', deleted: true }, 'sector:health#name': 'Care' } })
    const there = testView({
      meta: { 'sector:Faith': { colour: 'red' }, 'sector:Gone': { name: 'Elders', deleted: true } },
      elements: { x: { kind: 'stakeholder', sector: 'Gone' } },
    })
    const deleted = after(after(here, setDefinition, { of: 'sector', key: 'Faith', fields: {} }), deleteDefinition, {
      of: 'sector',
      key: 'Faith',
    })
    const view = after(deleted, mergeMap, { map: toWeftMap(there), offset: { x: 0, y: 0 } })
    expect(sectorsOf(view.meta).of('Faith')).toMatchObject({ colour: 'red', name: 'Faith' })
    expect(sectorsOf(view.meta).of('Gone')).toMatchObject({
      colour: sectorsOf({}).of('Gone').colour,
      name: 'Elders',
    })
  })

  it('SECTOR-5: letters that another one is drawn with are refused, whoever asks', () => {
    const ask = (key: string, tag: string, of: 'sector' | 'tie' = 'sector') =>
      problemOf(map, setDefinition, { of, key, fields: { tag } })
    expect(ask('Faith', 'he')).toEqual({ code: 'tag-taken', subject: 'he' })
    expect(ask('Youth', 'FA')).toEqual({ code: 'tag-taken', subject: 'FA' })
    expect(ask('money', 'c', 'tie')).toEqual({ code: 'tag-taken', subject: 'c' })
    // Its own may be said, and those of one that is not offered.
    expect(
      sectorsOf(after(map, setDefinition, { of: 'sector', key: 'Faith', fields: { tag: 'FA' } }).meta).of('Faith').tag,
    ).toBe('FA')
    const hidden = after(map, deleteDefinition, { of: 'sector', key: 'health' })
    const given = after(hidden, setDefinition, { of: 'sector', key: 'Faith', fields: { tag: 'HE' } })
    expect(sectorsOf(given.meta).of('Faith').tag).toBe('HE')
    expect(sectorsOf(given.meta).of('health').tag).not.toBe('HE')
  })

  it('SECTOR-5: a map that is added keeps its letters where they are free, and takes none from this map', () => {
    const here = testView({ meta: { 'sector:Youth': { tag: 'ZZ' } } })
    const other = toWeftMap(
      testView({
        meta: { 'sector:Arts': { tag: 'zz', colour: 'red' }, 'sector:Ships': { tag: 'QQ' } },
        elements: { a: {} },
      }),
    )
    const now = applied(here, patchOf(here, mergeMap, { map: other, offset: { x: 0, y: 0 } }))
    const { of } = sectorsOf(now.meta)
    expect([of('Youth').tag, of('Arts').tag, of('Ships').tag]).toEqual(['ZZ', 'AR', 'QQ'])
    expect(of('Arts').colour).toBe('red')
  })
})
