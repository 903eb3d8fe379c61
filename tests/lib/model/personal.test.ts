import { describe, expect, it } from 'vitest'
import { hasPersonalFields, leavePersonalOut } from '@/lib/model/personal'
import { element, testView } from '../../helpers/testMap'

describe('what is personal', () => {
  const view = testView({
    elements: {
      mayor: { kind: 'stakeholder', stance: 'opposes', power: 1, interest: 0.5, contact: '555', sector: 'government' },
      union: { kind: 'stakeholder', sector: 'community' },
      cost: {},
    },
  })

  it('ACTOR-3: stance, power and contacts can be left out; the rest stays as it is', () => {
    const without = leavePersonalOut(view)
    expect(without.elements.get(element('mayor'))).toEqual({
      id: 'mayor',
      kind: 'stakeholder',
      label: 'MAYOR',
      description: '',
      interest: 0.5,
      sector: 'government',
    })
    expect(without.elements.get(element('union'))).toBe(view.elements.get(element('union')))
    expect(hasPersonalFields(view)).toBe(true)
    expect(hasPersonalFields(without)).toBe(false)
    expect(leavePersonalOut(without)).toBe(without)
  })
})
