import type * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { deleteScenario } from '../../../lib/commands/deleteScenario'
import { saveScenario } from '../../../lib/commands/saveScenario'
import { applyPatch } from '../../../lib/document/applyPatch'
import { createDocument } from '../../../lib/document/createDocument'
import { origins } from '../../../lib/document/origin'
import { readMapView } from '../../../lib/document/readMapView'
import { fromWeftMap } from '../../../lib/model/mapFile'
import { readOpenRecord } from '../../../lib/model/readRecord'
import { after, element, patchOf, testMap } from '../../helpers/testMap'

describe('scenarios', () => {
  it('WHATIF-10: a name is enough, and unknown fields are kept, also among the settings', () => {
    const scenario = { name: 'If', push: { a: 1 }, settings: { lambda: 2, future: true } }
    expect(readOpenRecord('scenarios', 's', scenario)).toEqual({ record: scenario, issues: [] })
    expect(readOpenRecord('scenarios', 's', { name: 'If' }).record).toEqual({ name: 'If' })
  })

  it('WHATIF-10: a bad field costs that field, and is reported', () => {
    expect(readOpenRecord('scenarios', 's', { name: 'If', clamps: { a: 'high' }, preferred: { b: 'up' } })).toEqual({
      record: { name: 'If', preferred: { b: 'up' } },
      issues: [{ kind: 'bad-record', root: 'scenarios', id: 's', field: 'clamps' }],
    })
    expect(readOpenRecord('scenarios', 's', { note: 'no name' }).record).toBeUndefined()
  })

  it('WHATIF-10: a bad entry of a table costs that entry, and leaves room for others', () => {
    const stored = {
      name: 'If',
      clamps: { a: 1, b: 1.5, c: -1 },
      preferred: { a: 'up', b: 'sideways' },
      settings: { lambda: 0, rule: 'kosko', future: { deep: true } },
    }
    const issues = ['clamps', 'preferred', 'settings'].map((field) => ({
      kind: 'bad-record',
      root: 'scenarios',
      id: 's',
      field,
    }))
    const read = { name: 'If', preferred: { a: 'up' }, settings: { rule: 'kosko', future: { deep: true } } }
    expect(readOpenRecord('scenarios', 's', stored)).toEqual({
      record: { ...read, clamps: { a: 1, c: -1 } },
      issues,
    })
    expect(readOpenRecord('scenarios', 's', { ...stored, 'clamp:d': 0.5, 'clamp:c': null, 'wish:b': 'down' })).toEqual({
      record: { ...read, preferred: { a: 'up', b: 'down' }, clamps: { a: 1, d: 0.5 } },
      issues: issues.filter(({ field }) => field !== 'preferred'),
    })
  })

  it('WHATIF-10: a bad value of a variable that the table holds leaves what the table says', () => {
    const { record, issues } = readOpenRecord('scenarios', 's', { name: 'If', clamps: { a: 1 }, 'clamp:a': 'high' })
    expect(record).toEqual({ name: 'If', clamps: { a: 1 } })
    expect(issues.map((issue) => ('field' in issue ? issue.field : ''))).toEqual(['clamp:a'])
  })

  it('DOC-4, WHATIF-10: a name or note that is too long is cut, and reported; such a scenario can be deleted', () => {
    const view = fromWeftMap({
      ...testMap({ elements: { a: {} } }),
      scenarios: { s: { name: 'x'.repeat(301), note: 'y'.repeat(20_001) } },
    })
    expect(view.scenarios.get('s')).toEqual({ name: 'x'.repeat(300), note: 'y'.repeat(20_000) })
    expect(view.issues.map((issue) => ('field' in issue ? issue.field : ''))).toEqual(['name', 'note'])
    expect(after(view, deleteScenario, { id: 's' }).scenarios.size).toBe(0)
  })

  it('DOC-2: a name and a note of an element are nothing that Weft knows, and stay whole', () => {
    const view = fromWeftMap(testMap({ elements: { a: { name: 'x'.repeat(301) } } }))
    expect(view.elements.get(element('a'))?.unknown).toEqual({ name: 'x'.repeat(301) })
  })

  it('WHATIF-10: where another client left a bad entry, variables can still be held', () => {
    const map = testMap({ elements: { a: {}, b: {}, d: {} } })
    const doc = createDocument({ ...map, scenarios: { s: { name: 'If' } } })
    doc.getMap<Y.Map<unknown>>('scenarios').get('s')?.set('clamps', { a: 1, b: 1.5 })
    const view = readMapView(doc)
    const patch = patchOf(view, saveScenario, { id: 's', fields: { clamps: { a: 1, d: -1 } } })
    applyPatch(doc, patch, origins.command)
    expect(readMapView(doc).scenarios.get('s')).toEqual({ name: 'If', clamps: { a: 1, d: -1 } })
  })
})
