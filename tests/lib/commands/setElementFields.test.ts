import { describe, expect, it } from 'vitest'
import { setElementFields } from '../../../lib/commands/setElementFields'
import { after, element, elements, patchOf, problemOf, testView } from '../../helpers/testMap'

const view = testView({
  elements: { a: { tags: ['x'] }, s: { kind: 'stakeholder', sector: 'health' }, k: { locked: true } },
})

describe('setElementFields', () => {
  it('sets a field of all, and each element gets the fields its kind has', () => {
    const now = after(view, setElementFields, { ids: elements('a', 's'), fields: { tags: ['y'], stance: 'mixed' } })
    expect(now.elements.get(element('a'))).toMatchObject({ tags: ['y'] })
    expect(now.elements.get(element('a'))).not.toHaveProperty('unknown')
    expect(now.elements.get(element('s'))).toMatchObject({ tags: ['y'], stance: 'mixed' })
  })

  it('CMD-8: null removes a field', () => {
    const now = after(view, setElementFields, { ids: elements('a', 's'), fields: { tags: null, sector: null } })
    expect(now.elements.get(element('a'))).not.toHaveProperty('tags')
    expect(now.elements.get(element('s'))).not.toHaveProperty('sector')
  })

  it('counts only what changes', () => {
    const patch = patchOf(view, setElementFields, { ids: elements('a', 's'), fields: { tags: ['x'] } })
    expect(patch.changes).toEqual([{ kind: 'set', root: 'elements', id: 's', fields: { tags: ['x'] } }])
    expect(patch.label).toEqual({ step: 'edited', count: 1, name: 'S' })
  })

  it('CMD-2: passes over locked ones', () => {
    expect(patchOf(view, setElementFields, { ids: elements('a', 'k'), fields: { tags: [] } }).changes).toHaveLength(1)
    expect(problemOf(view, setElementFields, { ids: elements('k'), fields: { tags: [] } }).code).toBe('locked')
  })

  it.each([
    [{ sector: 'health' }, 'sector'],
    [{ nonsense: 1 }, 'nonsense'],
    [{ constructor: 1 }, 'constructor'],
    [{ tags: 'x' }, 'tags'],
    [{ kind: 'note' }, 'kind'],
    [{ locked: true }, 'locked'],
    [{ createdBy: 'Ben' }, 'createdBy'],
  ])('CMD-8: refuses %j for a variable', (fields, subject) => {
    expect(problemOf(view, setElementFields, { ids: elements('a'), fields })).toEqual({ code: 'bad-input', subject })
  })

  it('CMD-4, CMD-7: refuses a text too long and what changes nothing', () => {
    const long = { ids: elements('a'), fields: { label: 'x'.repeat(301) } }
    expect(problemOf(view, setElementFields, long).code).toBe('label-too-long')
    expect(problemOf(view, setElementFields, { ids: elements('a'), fields: { tags: ['x'] } }).code).toBe(
      'nothing-to-do',
    )
    expect(problemOf(view, setElementFields, { ids: [], fields: { tags: ['x'] } }).code).toBe('nothing-to-do')
  })
})
