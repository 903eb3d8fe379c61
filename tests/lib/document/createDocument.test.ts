import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { createDocument, encodeMap } from '../../../lib/document/createDocument'
import { readMapView } from '../../../lib/document/readMapView'
import { fromWeftMap, toWeftMap } from '../../../lib/model/mapFile'
import { testMap } from '../../helpers/testMap'

const map = testMap({
  meta: { description: 'About it', workshop: { day: 2 } },
  elements: {
    a: { description: 'Long shifts', future: [1, { x: null }] },
    s: { kind: 'stakeholder', sector: 'health' },
  },
  links: { l: { from: 'a', to: 's', kind: 'relation', description: 'why' } },
  positions: { a: [1.5, 2], s: [3, 4, 50, 60] },
  loops: { l: { name: 'Growth' } },
})
const full = { ...map, views: { v: { name: 'Mine', filter: ['a'] } }, scenarios: { w: { name: 'If', push: { a: 1 } } } }

describe('createDocument', () => {
  it('DOC-1: a map put into a document and read again is the same map', () => {
    expect(toWeftMap(readMapView(createDocument(full)))).toEqual(full)
    expect(readMapView(createDocument(full))).toEqual(fromWeftMap(full))
  })

  it('has the shape that others rely on', () => {
    const doc = createDocument(full)
    const a = doc.getMap('elements').get('a') as Y.Map<unknown>
    expect(a).toBeInstanceOf(Y.Map)
    expect(a.get('description')).toBeInstanceOf(Y.Text)
    expect(doc.getMap('meta').get('description')).toBeInstanceOf(Y.Text)
    expect(doc.getMap('meta').get('schemaVersion')).toBe(1)
    expect(doc.getMap('positions:board').get('s')).toEqual([3, 4, 50, 60])
    expect(doc.getMap('loops').get('l')).toEqual({ name: 'Growth' })
    expect(doc.getMap('views').get('v')).toBeInstanceOf(Y.Map)
    expect([...doc.share.keys()].sort()).toEqual(
      ['elements', 'links', 'loops', 'meta', 'positions:board', 'scenarios', 'views'].sort(),
    )
  })

  it('makes the description of every element and link with the record, also an empty one', () => {
    const bare = testMap({ elements: { a: {}, b: {} }, links: { l: { from: 'a', to: 'b' } } })
    const doc = createDocument(bare)
    for (const [root, id] of [
      ['elements', 'b'],
      ['links', 'l'],
    ] as const) {
      const record = doc.getMap(root).get(id) as Y.Map<unknown>
      expect(record.get('description')).toBeInstanceOf(Y.Text)
    }
  })

  it('stored as updates, reads back', () => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, encodeMap(full))
    const later: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => later.push(update))
    doc.getMap('meta').set('title', 'Renamed')
    const read = (...updates: readonly Uint8Array[]) => {
      const stored = new Y.Doc()
      for (const update of updates) Y.applyUpdate(stored, update)
      return readMapView(stored)
    }
    expect(toWeftMap(read(encodeMap(full)))).toEqual(full)
    expect(read(Y.encodeStateAsUpdate(doc), ...later).meta.title).toBe('Renamed')
    expect(read().elements.size).toBe(0)
  })
})
