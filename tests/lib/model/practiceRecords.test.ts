import { describe, expect, it } from 'vitest'
import { createDocument } from '../../../lib/document/createDocument'
import { readMapView } from '../../../lib/document/readMapView'
import { readWeftJson } from '../../../lib/formats/weftJson'
import { writeWeftJson } from '../../../lib/formats/weftJsonWriter'
import { fromWeftMap, toWeftMap } from '../../../lib/model/mapFile'
import { followIds } from '../../../lib/model/practice/followIds'
import { readOpenRecord } from '../../../lib/model/readRecord'
import { testMap } from '../../helpers/testMap'

const practices = {
  r: { kind: 'result', name: 'Nights', measures: ['a'], 'reading:x': { value: 3, on: '2026-11-01' } },
  f: { kind: 'from-the-future', future: { deep: [1, null] } },
}
const map = testMap({ elements: { a: {} }, practices })

describe('what practices keep', () => {
  it('PRACTICE-1: goes through the document and the file as it is, kinds of a newer Weft too', () => {
    expect(toWeftMap(readMapView(createDocument(map))).practices).toEqual(practices)
    const read = readWeftJson(writeWeftJson(map))
    expect(read.ok && [read.value.map.practices, read.value.report.notCarried]).toEqual([practices, []])
  })

  it('PRACTICE-1: a map without any has no such part', () => {
    expect(toWeftMap(fromWeftMap(testMap({})))).not.toHaveProperty('practices')
  })

  it('PRACTICE-2: a record without a kind is none, and is told', () => {
    expect(readOpenRecord('practices', 'p', { name: 'Nights' }).record).toBeUndefined()
    const read = readWeftJson(writeWeftJson({ ...map, practices: { p: { name: 'Nights' } } } as unknown as typeof map))
    expect(read.ok && read.value.report.notCarried).toMatchObject([{ what: 'record of a practice' }])
  })

  it('PRACTICE-3: follows elements that a file’s reader gives other ids', () => {
    const odd = {
      ...testMap({ elements: { 'not an id': {} } }),
      practices: { c: { kind: 'check-in', about: 'not an id', note: 'not an id' } },
    }
    const read = readWeftJson(writeWeftJson(odd))
    expect(read.ok && read.value.map.practices).toEqual({
      c: { kind: 'check-in', about: 'e1', note: 'not an id' },
    })
  })

  it('PRACTICE-3: ids are followed where something is referred to, in lists and behind a colon, and in no text', () => {
    const ids = new Map([['a', 'z']])
    expect(
      followIds({ p: { about: 'a', measures: ['a', 'b'], 'member:a': { askedBy: 'a', name: 'a' }, note: 'a' } }, ids),
    ).toEqual({
      p: { about: 'z', measures: ['z', 'b'], 'member:z': { askedBy: 'z', name: 'a' }, note: 'a' },
    })
  })

  it('a record that is nested without end is left alone beyond 24 levels', () => {
    let deep: unknown = 'a'
    for (let level = 0; level < 10_000; level += 1) deep = [deep]
    expect(() => followIds({ p: deep }, new Map([['a', 'z']]))).not.toThrow()
  })
})
