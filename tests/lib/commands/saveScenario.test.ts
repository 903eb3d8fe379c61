import { describe, expect, it } from 'vitest'
import { deleteScenario } from '../../../lib/commands/deleteScenario'
import { saveScenario } from '../../../lib/commands/saveScenario'
import { fromWeftMap } from '../../../lib/model/mapFile'
import { after, patchOf, problemOf, testMap, testView } from '../../helpers/testMap'

const fields = { name: 'More outreach', clamps: { a: 0, b: -0.5 }, preferred: { c: 'down' }, settings: { lambda: 2 } }

describe('saveScenario', () => {
  it('CMD-15: saves a scenario, and changes one that is there', () => {
    const saved = after(testView(), saveScenario, { id: 's', fields: { ...fields, name: ' More outreach ' } })
    expect(saved.scenarios.get('s')).toEqual(fields)
    expect(saved.issues).toEqual([])
    const changed = after(saved, saveScenario, { id: 's', fields: { name: 'Less', clamps: null, note: 'Why' } })
    expect(changed.scenarios.get('s')).toEqual({
      name: 'Less',
      preferred: { c: 'down' },
      settings: { lambda: 2 },
      note: 'Why',
    })
  })

  it('CMD-15: gives a new one an id of its own, and a name to the step', () => {
    const patch = patchOf(testView(), saveScenario, { fields })
    expect(patch.label).toEqual({ step: 'saved-scenario', count: 1, name: 'More outreach' })
    expect([...after(testView(), saveScenario, { fields }).scenarios.values()]).toEqual([fields])
  })

  it('CMD-15: keeps what a newer Weft put into it', () => {
    const view = fromWeftMap({ ...testMap({ elements: { a: {} } }), scenarios: { s: { name: 'If', future: [1] } } })
    const changed = after(view, saveScenario, { id: 's', fields: { clamps: { a: 1 } } })
    expect(changed.scenarios.get('s')).toEqual({ name: 'If', future: [1], clamps: { a: 1 } })
  })

  it.each([
    [{}, 'bad-input', 'name'],
    [{ name: '  ' }, 'bad-input', 'name'],
    [{ name: null }, 'bad-input', 'name'],
    [{ name: 'x'.repeat(301) }, 'label-too-long', '301'],
    [{ name: 'If', clamps: { a: 2 } }, 'bad-input', 'clamps'],
    [{ name: 'If', clamps: { 'not an id': 1 } }, 'bad-input', 'clamps'],
    [{ name: 'If', preferred: { a: 'sideways' } }, 'bad-input', 'preferred'],
    [{ name: 'If', settings: { lambda: 0 } }, 'bad-input', 'settings'],
    [{ name: 'If', unheard: 1 }, 'bad-input', 'unheard'],
  ])('CMD-8, CMD-15: refuses %j', (bad, code, subject) => {
    expect(problemOf(testView(), saveScenario, { fields: bad })).toEqual({ code, subject })
  })

  it('CMD-7, CMD-15: refuses a bad id, and a change that is none', () => {
    expect(problemOf(testView(), saveScenario, { id: 'a b', fields }).code).toBe('bad-input')
    const saved = after(testView(), saveScenario, { id: 's', fields })
    expect(problemOf(saved, saveScenario, { id: 's', fields }).code).toBe('nothing-to-do')
  })
})

describe('deleteScenario', () => {
  it('CMD-15: takes a scenario away, and nothing else', () => {
    const saved = after(testView(), saveScenario, { id: 's', fields })
    const patch = patchOf(saved, deleteScenario, { id: 's' })
    expect(patch.label).toEqual({ step: 'deleted-scenario', count: 1, name: 'More outreach' })
    const gone = after(saved, deleteScenario, { id: 's' })
    expect(gone.scenarios.size).toBe(0)
    expect(gone.elements).toEqual(saved.elements)
    expect(problemOf(gone, deleteScenario, { id: 's' })).toEqual({ code: 'not-found', subject: 's' })
  })
})
