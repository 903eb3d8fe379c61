import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createDocument, encodeMap } from '../../../lib/document/createDocument'
import { encodeCopies } from '../../../lib/document/encodeCopies'
import type { WeftMap } from '../../../lib/model/weftMap'

const map: WeftMap = {
  weft: 1,
  meta: { schemaVersion: 1, title: 'Water', description: 'What runs dry', createdAt: 1 },
  elements: { a: { kind: 'variable', label: 'Rain' }, b: { kind: 'variable', label: 'Fields', tags: ['dry'] } },
  links: { ab: { kind: 'causal', from: 'a', to: 'b', polarity: '+' } },
  positions: { board: { a: [0, 0], b: [200, 0] } },
} as unknown as WeftMap

const contentOf = (update: Uint8Array): object => {
  const doc = new Y.Doc()
  for (const root of ['meta', 'elements', 'links', 'positions:board']) doc.getMap(root)
  Y.applyUpdate(doc, update)
  return doc.toJSON()
}

describe('copies of a map as documents', () => {
  it('BREAKOUT-49: each is what the map is, under a title of its own', () => {
    const titles = ['One', 'Two', '']
    const copies = encodeCopies(map, titles, 7)
    expect(copies.map(contentOf)).toEqual(
      titles.map((title) => contentOf(encodeMap({ ...map, meta: { ...map.meta, title, createdAt: 7 } }))),
    )
  })

  it('BREAKOUT-49: the title of a copy can be changed, and stays so', () => {
    const [copy = new Uint8Array()] = encodeCopies(map, ['One'], 7)
    for (let turn = 0; turn < 20; turn += 1) {
      const doc = new Y.Doc()
      Y.applyUpdate(doc, copy)
      doc.getMap('meta').set('title', 'Other')
      expect(contentOf(Y.encodeStateAsUpdate(doc))).toMatchObject({ meta: { title: 'Other' } })
    }
    expect(createDocument(map).getMap('meta').get('title')).toBe('Water')
  })
})
