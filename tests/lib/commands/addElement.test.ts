import { describe, expect, it } from 'vitest'
import { limits } from '../../../lib/base/limits'
import { addElement } from '../../../lib/commands/addElement'
import { boardView } from '../../../lib/model/position'
import { applied, element, patchOf, problemOf, testContext, testView } from '../../helpers/testMap'

const at = { x: 10, y: 20 }

describe('addElement', () => {
  it('adds a named element at its place, signed, and selects it', () => {
    const patch = patchOf(testView(), addElement, { kind: 'variable', at, label: '  Workload ' })
    const [id] = patch.select?.elements ?? []
    const view = applied(testView(), patch)
    expect(view.elements.get(element(id ?? ''))).toEqual({
      id,
      kind: 'variable',
      label: 'Workload',
      description: '',
      createdBy: 'Ana',
      createdAt: 1_700_000_000_000,
    })
    expect(view.positions.get(boardView)?.get(element(id ?? ''))).toEqual(at)
    expect(patch.label).toMatchObject({ step: 'added', count: 1 })
  })

  it('CMD-1: the same view, input and context give the same patch', () => {
    const input = { kind: 'note', at, label: 'N' } as const
    expect(addElement(testView(), input, testContext(5))).toEqual(addElement(testView(), input, testContext(5)))
  })

  it('takes fields of the kind, and an id of the caller', () => {
    const patch = patchOf(testView(), addElement, {
      kind: 'stakeholder',
      at: { ...at, width: 100, height: 50 },
      id: element('mine'),
      fields: { sector: 'health', influence: 2 },
    })
    const view = applied(testView(), patch)
    expect(view.elements.get(element('mine'))).toMatchObject({ sector: 'health', influence: 2, label: '' })
    expect(view.positions.get(boardView)?.get(element('mine'))).toEqual({ ...at, width: 100, height: 50 })
  })

  it.each([
    ['an id that is taken', { kind: 'variable', at, id: element('a') }, 'a'],
    ['an id that is none', { kind: 'variable', at, id: element('no id') }, 'no id'],
    ['a field of another kind', { kind: 'variable', at, fields: { sector: 'health' } }, 'sector'],
    ['a value that does not fit', { kind: 'stakeholder', at, fields: { influence: 9 } }, 'influence'],
    ['an image without a picture', { kind: 'image', at }, 'source'],
    ['a place beyond the canvas', { kind: 'variable', at: { x: 1e9, y: 0 } }, 'at'],
    ['a place that is none', { kind: 'variable', at: { x: Number.NaN, y: 0 } }, 'at'],
    ['another kind by the back door', { kind: 'variable', at, fields: { kind: 'note' } }, 'kind'],
  ] as const)('CMD-8: refuses %s', (_what, input, subject) => {
    expect(problemOf(testView(), addElement, input)).toEqual({ code: 'bad-input', subject })
  })

  it('CMD-4: refuses a label that is too long, and an element too many', () => {
    const label = 'x'.repeat(limits.label + 1)
    expect(problemOf(testView(), addElement, { kind: 'variable', at, label })).toEqual({
      code: 'label-too-long',
      subject: String(limits.label + 1),
    })
    const many = Object.fromEntries(Array.from({ length: limits.elements }, (_, index) => ['e' + String(index), {}]))
    expect(problemOf(testView({ elements: many }), addElement, { kind: 'variable', at })).toEqual({
      code: 'too-many-elements',
      subject: String(limits.elements),
    })
  })

  it.each(['createdBy', 'createdAt', 'locked', 'kind', 'label'])('CMD-18: %s cannot be brought along', (field) => {
    const input = { kind: 'variable', at, fields: { [field]: field === 'createdAt' ? 1 : 'Eve' } } as const
    expect(problemOf(testView(), addElement, input)).toEqual({ code: 'bad-input', subject: field })
  })
})
