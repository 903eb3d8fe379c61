import { describe, expect, it } from 'vitest'
import { limits } from '../../../lib/base/limits'
import { addList } from '../../../lib/commands/addList'
import { applied, patchOf, problemOf, testView } from '../../helpers/testMap'

const at = { x: 0, y: 0 }

describe('addList', () => {
  it('PANEL-3: links new variables with each other and with those on the map, whatever their case', () => {
    const view = testView({ elements: { a: { label: 'Workload' } } })
    const input = {
      variables: [
        { label: 'Heat', at },
        { label: 'Shade trees', at: { x: 200, y: 0 } },
      ],
      links: [
        { from: 'shade trees', to: 'Heat', polarity: '-' as const, delay: true },
        { from: 'Heat', to: 'WORKLOAD', polarity: '+' as const },
      ],
    }
    const after = applied(view, patchOf(view, addList, input))
    const links = [...after.links.values()].map((link) => ({
      from: after.elements.get(link.from)?.label,
      to: after.elements.get(link.to)?.label,
      ...(link.kind === 'causal' ? { polarity: link.polarity, delay: link.delay } : {}),
    }))
    expect(links).toEqual([
      { from: 'Shade trees', to: 'Heat', polarity: '-', delay: true },
      { from: 'Heat', to: 'Workload', polarity: '+', delay: undefined },
    ])
  })

  it('PANEL-3: passes over a link that is there already', () => {
    const view = testView({ elements: { a: {}, b: {} }, links: { ab: { from: 'a', to: 'b', polarity: '+' } } })
    const links = [{ from: 'A', to: 'B', polarity: '+' as const }]
    expect(problemOf(view, addList, { variables: [], links })).toEqual({ code: 'nothing-to-do' })
  })

  it('PANEL-3: between a stakeholder and a variable it makes the kind that such a pair means', () => {
    const view = testView({ elements: { a: { kind: 'stakeholder', label: 'Council' } } })
    const input = {
      variables: [{ label: 'Rent', at }],
      links: [{ from: 'Council', to: 'Rent', polarity: '+' as const }],
    }
    const after = applied(view, patchOf(view, addList, input))
    expect([...after.links.values()].map(({ kind }) => kind)).toEqual(['relation'])
  })

  it('PANEL-4: is one step that names how many were added', () => {
    const view = testView({ elements: {} })
    const variables = ['One', 'Two', 'Three'].map((label) => ({ label, at }))
    const patch = patchOf(view, addList, { variables, links: [] })
    expect(patch.label).toMatchObject({ step: 'added', count: 3 })
    expect(patch.select?.elements).toHaveLength(3)
  })

  it('CMD-4: refuses a label that is too long', () => {
    const view = testView({ elements: {} })
    const variables = [{ label: 'x'.repeat(limits.label + 1), at }]
    expect(problemOf(view, addList, { variables, links: [] }).code).toBe('label-too-long')
  })
})
