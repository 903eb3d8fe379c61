import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { limits } from '@/lib/base/limits'
import { readWeftJson } from '@/lib/formats/weftJson'
import { writeWeftJson } from '@/lib/formats/weftJsonWriter'
import type { WeftMap } from '@/lib/model/weftMap'
import { expectMap, findLoss } from './reading'
import { arbitraryMap } from './arbitraryMap'

const read = (data: unknown) => readWeftJson(JSON.stringify(data))
const meta = { schemaVersion: 1, title: 'T', description: '' }
const variable = { kind: 'variable', label: 'A', description: '' }

describe('reading Weft JSON', () => {
  it('FORMAT-60: a bad record is listed and left out, the others survive', () => {
    const imported = expectMap(
      read({
        weft: 1,
        meta,
        elements: { a: variable, b: 17, c: { kind: 'starship', label: 'X' }, d: { ...variable, tags: 'no' } },
        links: {
          l: { kind: 'causal', from: 'a', to: 'd', polarity: 'up' },
          m: { kind: 'causal', from: 'a' },
          n: { kind: 'tie', from: 'a', to: 'gone' },
        },
        positions: { board: { a: [1, 2], d: ['x', 2] }, 'bad view': {} },
      }),
    )
    expect(Object.keys(imported.map.elements)).toEqual(['a', 'd'])
    expect(imported.map.links).toEqual({ l: { kind: 'causal', from: 'a', to: 'd', description: '' } })
    expect(imported.map.positions).toEqual({ board: { a: [1, 2] } })
    const lines = imported.report.notCarried.map(({ code, where }) => [code, where])
    expect(lines).toContainEqual(['bad-record', 'element b'])
    expect(lines).toContainEqual(['unknown-kind', '“X”'])
    expect(lines).toContainEqual(['bad-field', '“A”'])
    expect(lines).toContainEqual(['bad-field', '“A” → “A”'])
    expect(lines).toContainEqual(['missing-end', '“A” → ?'])
    expect(lines).toContainEqual(['off-the-canvas', '“A”'])
  })

  it('FORMAT-61: keeps fields that this version does not know where they are', () => {
    const map = {
      weft: 1,
      meta: { ...meta, mood: 'calm' },
      elements: { a: { ...variable, halo: { r: 3 }, extra: { source: 'x' } } },
      links: {},
      positions: { board: {} },
      views: { v: { name: 'V', filter: ['x'] } },
    }
    expect(expectMap(read(map)).map).toEqual(map)
  })

  it('FORMAT-62: gives new ids to records whose own no map can use, and the links follow', () => {
    const imported = expectMap(
      readWeftJson(
        `{"weft":1,"meta":{},"elements":{"my id":{"kind":"variable","label":"A"},"__proto__":{"kind":"variable","label":"B"},"e1":{"kind":"variable","label":"C"}},
          "links":{"l 1":{"kind":"causal","from":"my id","to":"__proto__"}},"positions":{"board":{"my id":[1,2]}},"loops":{"l 1":{"name":"X"}}}`,
      ),
    )
    expect(imported.map.elements).toMatchObject({ e1: { label: 'C' }, e2: { label: 'A' }, e3: { label: 'B' } })
    expect(imported.map.links).toMatchObject({ l1: { from: 'e2', to: 'e3' } })
    expect(imported.map.positions).toEqual({ board: { e2: [1, 2] } })
    expect(imported.map.loops).toEqual({ l1: { name: 'X' } })
  })

  it('FORMAT-63: cuts what is too long and says so', () => {
    const imported = expectMap(
      read({ weft: 1, meta: {}, elements: { a: { ...variable, label: 'x'.repeat(400) } }, links: {} }),
    )
    expect(Object.values(imported.map.elements)[0]?.label).toHaveLength(limits.label)
    expect(findLoss(imported, 'shortened')?.where).toBe(`“${'x'.repeat(33)}…”`)
  })

  it('FORMAT-64: refuses a newer version instead of guessing', () => {
    expect(read({ weft: 2 })).toMatchObject({ reason: { code: 'newer-version', detail: 'version 2' } })
    expect(read({ weft: 1, meta: { schemaVersion: 9 } })).toMatchObject({ reason: { code: 'newer-version' } })
    expect(read({ weft: { toString: 1 } })).toMatchObject({ reason: { code: 'newer-version' } })
  })

  it('FORMAT-41: refuses more elements or links than a map holds', () => {
    const records = (count: number, record: unknown) =>
      Object.fromEntries(Array.from({ length: count }, (_, i) => [`r${i}`, record]))
    expect(read({ weft: 1, elements: records(5_001, variable) })).toMatchObject({
      reason: { code: 'too-many-elements' },
    })
    expect(read({ weft: 1, links: records(20_001, {}) })).toMatchObject({ reason: { code: 'too-many-links' } })
  })

  it('FORMAT-65: lists roots that it has no place for', () => {
    expect(findLoss(expectMap(read({ weft: 1, comments: [] })), 'other-data')?.what).toBe('comments')
  })

  it('ROUND-96: rounds are left to whoever makes a map of the file, and told of where nobody does', () => {
    const imported = expectMap(read({ weft: 1, elements: { 'not an id': variable }, rounds: [7] }))
    expect(findLoss(imported, 'rounds-new-map')?.what).toBe('rounds')
    expect(imported.asked).toEqual({ rounds: [7], ids: new Map([['not an id', 'e1']]) })
  })
})

describe('writing Weft JSON', () => {
  it('FORMAT-66: any map comes back the same', () => {
    fc.assert(
      fc.property(arbitraryMap, (map) => {
        expect(expectMap(readWeftJson(writeWeftJson(map))).map).toEqual(map)
      }),
      { numRuns: 200 },
    )
  })

  it('FORMAT-67: the order of records and fields does not show in the text', () => {
    const one = { weft: 1, meta, elements: { b: variable, a: variable }, links: {}, positions: { board: {} } }
    const other = {
      elements: { a: { description: '', label: 'A', kind: 'variable' }, b: variable },
      positions: { board: {} },
      links: {},
      meta,
      weft: 1,
    }
    expect(writeWeftJson(one as unknown as WeftMap)).toBe(writeWeftJson(other as unknown as WeftMap))
  })

  it('FORMAT-67: writes one record to a line', () => {
    const map = {
      weft: 1,
      meta,
      elements: { a: variable, b: variable },
      links: {},
      positions: { board: { a: [1, 2] } },
    }
    const lines = writeWeftJson(map as unknown as WeftMap).split('\n')
    expect(lines).toContain('  "a": { "kind": "variable", "label": "A", "description": "" },')
    expect(lines).toContain('  "board": { "a": [1, 2] }')
  })
})
