import { describe, expect, it } from 'vitest'
import { applyPatch } from '../../../lib/document/applyPatch'
import { createDocument } from '../../../lib/document/createDocument'
import { origins } from '../../../lib/document/origin'
import { readMapView } from '../../../lib/document/readMapView'
import { toWeftMap } from '../../../lib/model/mapFile'
import { restorePatch } from '../../../lib/model/restorePatch'
import { testMap, type TestMapParts } from '../../helpers/testMap'

const then: TestMapParts = {
  meta: { title: 'Before', description: 'Of nights', 'field:f1': { name: 'Cost', type: 'number' } },
  elements: {
    a: { label: 'Trust', description: 'of tenants', tags: ['x'], 'field:f1': 4 },
    b: { locked: true },
    c: { kind: 'stakeholder', stance: 'supports', contact: 'a@b.c' },
  },
  links: {
    ab: { from: 'a', to: 'b', polarity: '+', delay: true, 'claim:p1': { says: 'agree', name: 'Ana', at: 1 } },
    bc: { kind: 'relation', from: 'b', to: 'c' },
  },
  positions: { a: [10, 20], b: [30, 40] },
  loops: { ab: { name: 'Round' }, 'ab.bc': { pinned: true } },
  practices: { r: { kind: 'result', name: 'Nights', unit: 'a month' }, c: { kind: 'check-in', about: 'a' } },
}
const now: TestMapParts = {
  meta: { title: 'After', description: '', signStyle: 's-o' },
  elements: {
    a: { label: 'Mistrust', description: 'of owners', mark: 'goal' },
    c: { kind: 'action', stance: 'opposes' },
    d: {},
  },
  links: { bc: { kind: 'relation', from: 'c', to: 'd', strength: 0.5 }, ad: { from: 'a', to: 'd' } },
  positions: { a: [500, 20], d: [1, 1, 200, 100] },
  loops: { ab: { name: 'Rounds' }, ad: { name: 'New' } },
  practices: { r: { kind: 'result', name: 'Days' }, n: { kind: 'result', name: 'New' } },
}

describe('putting an earlier map back', () => {
  it('VERSION-20: makes of the map now the map then, whatever came, went or changed', () => {
    for (const [from, to] of [
      [now, then],
      [then, now],
      [{}, then],
      [then, {}],
    ] as const) {
      const doc = createDocument(testMap(from))
      const wanted = readMapView(createDocument(testMap(to)))
      applyPatch(doc, restorePatch(readMapView(doc), wanted), origins.restore)
      expect(toWeftMap(readMapView(doc))).toEqual(toWeftMap(wanted))
      expect(restorePatch(readMapView(doc), wanted).changes).toEqual([])
    }
  })

  it('VERSION-21: writes what differs and nothing else', () => {
    const doc = createDocument(testMap(then))
    const wanted = readMapView(doc)
    applyPatch(
      doc,
      { changes: [{ kind: 'set', root: 'elements', id: 'a', fields: { label: 'Other' } }] },
      origins.command,
    )
    expect(restorePatch(readMapView(doc), wanted).changes).toEqual([
      { kind: 'set', root: 'elements', id: 'a', fields: { label: 'Trust' } },
    ])
  })

  it('VERSION-22: links that lost an end since do not come back with it', () => {
    const doc = createDocument(testMap(then))
    const wanted = readMapView(doc)
    // Another peer had drawn a link to what was deleted.
    applyPatch(
      doc,
      {
        changes: [
          { kind: 'create', root: 'links', id: 'late', fields: { kind: 'causal', from: 'b', to: 'a' } },
          { kind: 'delete', root: 'elements', id: 'a' },
        ],
      },
      origins.remote,
    )
    applyPatch(doc, restorePatch(readMapView(doc), wanted), origins.restore)
    expect(toWeftMap(readMapView(doc))).toEqual(toWeftMap(wanted))
  })
})
