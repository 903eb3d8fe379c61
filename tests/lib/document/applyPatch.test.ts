import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { applyPatch } from '../../../lib/document/applyPatch'
import { createDocument } from '../../../lib/document/createDocument'
import { origins } from '../../../lib/document/origin'
import { readMapView } from '../../../lib/document/readMapView'
import { boardView } from '../../../lib/model/position'
import { toWeftMap } from '../../../lib/model/mapFile'
import type { RecordChange } from '../../../lib/model/mapPatch'
import { element, testMap } from '../../helpers/testMap'

const start = () =>
  createDocument(
    testMap({
      elements: { a: { description: 'one two three', future: 1 }, f: { kind: 'frame' } },
      positions: { f: [0, 0, 300, 200] },
    }),
  )
const apply = (doc: Y.Doc, ...changes: readonly RecordChange[]) => applyPatch(doc, { changes }, origins.command)
const sync = (one: Y.Doc, other: Y.Doc): void => {
  const [first, second] = [Y.encodeStateAsUpdate(one), Y.encodeStateAsUpdate(other)]
  Y.applyUpdate(other, first, origins.remote)
  Y.applyUpdate(one, second, origins.remote)
}
const copy = (doc: Y.Doc): Y.Doc => {
  const other = new Y.Doc()
  sync(doc, other)
  return other
}
const label = (doc: Y.Doc, id: string) => readMapView(doc).elements.get(element(id))?.label
const description = (doc: Y.Doc) => readMapView(doc).elements.get(element('a'))?.description

describe('applyPatch', () => {
  it('DOC-10: is one transaction with its origin', () => {
    const doc = start()
    const seen: unknown[] = []
    doc.on('afterTransaction', (transaction: Y.Transaction) => seen.push(transaction.origin))
    apply(
      doc,
      { kind: 'set', root: 'elements', id: 'a', fields: { label: 'New', tags: ['x'] } },
      { kind: 'place', view: boardView, id: element('a'), position: { x: 1, y: 2 } },
      { kind: 'meta', fields: { title: 'T' } },
    )
    expect(seen).toEqual([origins.command])
  })

  it('DOC-10: writes nothing that is the same, gone, or there already', () => {
    const doc = start()
    const before = Y.encodeStateAsUpdate(doc)
    const inverse = apply(
      doc,
      { kind: 'set', root: 'elements', id: 'a', fields: { label: 'A', description: 'one two three', tags: undefined } },
      { kind: 'set', root: 'elements', id: 'gone', fields: { label: 'X' } },
      { kind: 'delete', root: 'links', id: 'gone' },
      { kind: 'create', root: 'elements', id: 'a', fields: { kind: 'note', label: 'Other' } },
      { kind: 'place', view: boardView, id: element('f'), position: { x: 0.04, y: 0, width: 300, height: 200 } },
      { kind: 'meta', fields: { title: 'Test' } },
    )
    expect(inverse).toEqual([])
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
  })

  it('keeps unknown fields of a record it changes', () => {
    const doc = start()
    apply(doc, { kind: 'set', root: 'elements', id: 'a', fields: { label: 'New' } })
    expect(readMapView(doc).elements.get(element('a'))?.unknown).toEqual({ future: 1 })
  })

  it('DOC-11: two people change two fields of one element at once', () => {
    const ana = start()
    const ben = copy(ana)
    apply(ana, { kind: 'set', root: 'elements', id: 'a', fields: { label: 'Workload' } })
    apply(ben, { kind: 'set', root: 'elements', id: 'a', fields: { tags: ['staff'] } })
    sync(ana, ben)
    for (const doc of [ana, ben]) {
      expect(readMapView(doc).elements.get(element('a'))).toMatchObject({ label: 'Workload', tags: ['staff'] })
    }
  })

  it('DOC-11: of two values for one field, all settle on the same', () => {
    const ana = start()
    const ben = copy(ana)
    apply(ana, { kind: 'set', root: 'elements', id: 'a', fields: { label: 'Ana' } })
    apply(ben, { kind: 'set', root: 'elements', id: 'a', fields: { label: 'Ben' } })
    sync(ana, ben)
    expect(label(ana, 'a')).toBe(label(ben, 'a'))
    expect(['Ana', 'Ben']).toContain(label(ana, 'a'))
  })

  it('DOC-12: two people type into different places of one description', () => {
    const ana = start()
    const ben = copy(ana)
    apply(ana, { kind: 'set', root: 'elements', id: 'a', fields: { description: 'ONE two three' } })
    apply(ben, { kind: 'set', root: 'elements', id: 'a', fields: { description: 'one two three four' } })
    sync(ana, ben)
    expect(description(ana)).toBe('ONE two three four')
    expect(description(ben)).toBe('ONE two three four')
  })

  it('DOC-15: a move and a resize at once never mix', () => {
    const ana = start()
    const ben = copy(ana)
    const frame = element('f')
    apply(ana, { kind: 'place', view: boardView, id: frame, position: { x: 50, y: 50, width: 300, height: 200 } })
    apply(ben, { kind: 'place', view: boardView, id: frame, position: { x: 0, y: 0, width: 900, height: 800 } })
    sync(ana, ben)
    const result = readMapView(ana).positions.get(boardView)?.get(frame)
    expect(readMapView(ben).positions.get(boardView)?.get(frame)).toEqual(result)
    expect([
      { x: 50, y: 50, width: 300, height: 200 },
      { x: 0, y: 0, width: 900, height: 800 },
    ]).toContainEqual(result)
  })

  it('DOC-6: writes into a fresh document, where a description of the map is a plain value', () => {
    const doc = new Y.Doc()
    apply(doc, { kind: 'meta', fields: { title: 'First', description: 'About' } })
    expect(readMapView(doc).meta).toEqual({ schemaVersion: 1, title: 'First', description: 'About' })
    expect(doc.getMap('meta').get('description')).toBe('About')
  })

  it('LOOPS-8: changes loop notes field by field, and forgets empty ones', () => {
    const doc = start()
    apply(doc, { kind: 'set', root: 'loops', id: 'x.y', fields: { name: 'Growth' } })
    apply(doc, { kind: 'set', root: 'loops', id: 'x.y', fields: { note: 'n' } })
    expect(readMapView(doc).loops.get('x.y')).toEqual({ name: 'Growth', note: 'n' })
    apply(doc, { kind: 'set', root: 'loops', id: 'x.y', fields: { note: undefined, name: undefined } })
    expect(doc.getMap('loops').has('x.y')).toBe(false)
  })

  it('gives back what takes it back', () => {
    const doc = start()
    const before = toWeftMap(readMapView(doc))
    const changes: readonly RecordChange[] = [
      { kind: 'set', root: 'elements', id: 'a', fields: { label: 'B', tags: ['t'], future: undefined } },
      { kind: 'set', root: 'elements', id: 'a', fields: { label: 'C', description: 'other' } },
      { kind: 'create', root: 'elements', id: 'n', fields: { kind: 'note', label: 'N' } },
      { kind: 'place', view: boardView, id: element('n'), position: { x: 5, y: 5 } },
      { kind: 'place', view: boardView, id: element('f'), position: null },
      { kind: 'delete', root: 'elements', id: 'f' },
      { kind: 'set', root: 'loops', id: 'k', fields: { name: 'L' } },
      { kind: 'meta', fields: { title: 'T', description: 'D' } },
    ]
    const inverse = applyPatch(doc, { changes }, origins.command)
    expect(toWeftMap(readMapView(doc))).not.toEqual(before)
    const texts = inverse.filter((change) => change.kind === 'retext')
    expect(texts.map(({ before: was, after: became }) => [was, became])).toEqual([
      ['', 'D'],
      ['one two three', 'other'],
    ])
    applyPatch(doc, { changes: inverse.filter((change) => change.kind !== 'retext') }, origins.undo)
    const now = toWeftMap(readMapView(doc))
    expect({ ...(now.elements['a' as never] as object), description: '' }).toEqual({
      ...(before.elements['a' as never] as object),
      description: '',
    })
    expect(now.positions).toEqual(before.positions)
    expect(now.loops).toEqual(before.loops)
  })

  it('DOC-14: 10,000 drags of one element leave the document at most twice as large', () => {
    const doc = start()
    const fresh = Y.encodeStateAsUpdate(doc).length
    for (let drag = 0; drag < 10_000; drag++) {
      apply(doc, { kind: 'place', view: boardView, id: element('a'), position: { x: drag / 2, y: -drag } })
    }
    const now = Y.encodeStateAsUpdate(doc).length
    expect(now).toBeLessThanOrEqual(fresh * 2)
  })
})
