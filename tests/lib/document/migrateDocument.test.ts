import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { createDocument } from '../../../lib/document/createDocument'
import { findDocumentState, migrateDocument } from '../../../lib/document/migrateDocument'
import { readMapView } from '../../../lib/document/readMapView'
import { testMap } from '../../helpers/testMap'

const withVersion = (version: unknown): Y.Doc => {
  const doc = createDocument(testMap({ elements: { a: {} } }))
  doc.getMap('meta').set('schemaVersion', version)
  return doc
}

describe('the version of a document', () => {
  it('DOC-6: tells fresh, current and newer ones apart', () => {
    expect(findDocumentState(new Y.Doc())).toEqual({ kind: 'fresh' })
    expect(findDocumentState(withVersion(1))).toEqual({ kind: 'current' })
    expect(findDocumentState(withVersion(0))).toEqual({ kind: 'older', schemaVersion: 0 })
    expect(findDocumentState(withVersion(7))).toEqual({ kind: 'newer', schemaVersion: 7 })
    expect(findDocumentState(withVersion('7'))).toEqual({ kind: 'current' })
  })

  it('DOC-6: a newer document is read as far as it goes', () => {
    expect(readMapView(withVersion(7)).elements.size).toBe(1)
    expect(readMapView(withVersion(7)).meta.schemaVersion).toBe(7)
  })

  it('DOC-7: steps run in order, in one transaction, up to the target', () => {
    const doc = withVersion(1)
    const ran: number[] = []
    let transactions = 0
    doc.on('afterTransaction', () => transactions++)
    const step = (to: number) => ({ to, up: (): void => void ran.push(to) })
    expect(migrateDocument(doc, [step(2), step(3)], 3)).toEqual([2, 3])
    expect(ran).toEqual([2, 3])
    expect(transactions).toBe(1)
    expect(doc.getMap('meta').get('schemaVersion')).toBe(3)
    expect(migrateDocument(doc, [step(2), step(3)], 3)).toEqual([])
  })

  it('DOC-7: steps that are missing or out of order are a fault', () => {
    const step = (to: number) => ({ to, up: (): void => undefined })
    expect(() => migrateDocument(withVersion(1), [step(3), step(2)], 3)).toThrow('2 to 3')
    expect(() => migrateDocument(withVersion(1), [], 2)).toThrow('none')
  })

  it('DOC-7: there is nothing to do for this version, a fresh or a newer document', () => {
    for (const doc of [withVersion(1), new Y.Doc(), withVersion(9)]) expect(migrateDocument(doc)).toEqual([])
  })
})
