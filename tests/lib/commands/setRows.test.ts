import { describe, expect, it } from 'vitest'
import { setRows } from '@/lib/commands/setRows'
import { after, element, patchOf, problemOf, testView } from '../../helpers/testMap'

const view = testView({
  meta: { 'field:n': { name: 'Budget', type: 'number' } },
  elements: { a: {}, s: { kind: 'stakeholder' }, k: { locked: true } },
})
const at = { x: 0, y: 0 }

describe('setRows', () => {
  it('TABLE-7: each row its own fields, with new elements, in one step', () => {
    const now = after(view, setRows, {
      rows: [
        { id: element('a'), fields: { label: ' New ', 'field:n': 3 } },
        { id: element('s'), fields: { power: 0.5, description: 'Why' } },
      ],
      added: [{ kind: 'stakeholder', fields: { label: 'Clinic', sector: 'health', 'field:n': 4 } }],
      at,
    })
    expect(now.elements.get(element('a'))).toMatchObject({ label: 'New', unknown: { 'field:n': 3 } })
    expect(now.elements.get(element('s'))).toMatchObject({ power: 0.5, description: 'Why' })
    const made = [...now.elements.values()].find(({ label }) => label === 'Clinic')
    expect(made).toMatchObject({ kind: 'stakeholder', sector: 'health', unknown: { 'field:n': 4 }, createdBy: 'Ana' })
    expect(now.positions.get('board' as never)?.has(made?.id as never)).toBe(true)
  })

  it('CMD-2, LOCK-3: locked ones stay, and are named', () => {
    const rows = ['a', 'k'].map((id) => ({ id: element(id), fields: { label: 'X' } }))
    const patch = patchOf(view, setRows, { rows, at })
    expect(patch.changes).toHaveLength(1)
    expect(patch.stayed).toMatchObject({ subject: 'K' })
    expect(problemOf(view, setRows, { rows: rows.slice(1), at }).code).toBe('locked')
  })

  it('CMD-8, CMD-7: foreign fields, and what is so already', () => {
    expect(problemOf(view, setRows, { rows: [{ id: element('a'), fields: { power: 1 } }], at }).code).toBe('bad-input')
    expect(problemOf(view, setRows, { rows: [{ id: element('a'), fields: { label: 'A' } }], at }).code).toBe(
      'nothing-to-do',
    )
    expect(problemOf(view, setRows, { rows: [], at }).code).toBe('nothing-to-do')
  })
})
