import { describe, expect, it } from 'vitest'
import { hasPersonalFields, leavePersonalOut } from '@/lib/model/personal'
import { isPersonalName } from '@/lib/model/personalName'
import { element, testView } from '../../helpers/testMap'

describe('what is personal', () => {
  const view = testView({
    elements: {
      mayor: { kind: 'stakeholder', stance: 'opposes', power: 1, interest: 0.5, contact: '555', sector: 'government' },
      union: { kind: 'stakeholder', sector: 'community' },
      cost: {},
    },
  })

  it('ACTOR-3: stance, power, interest and contacts can be left out; the rest stays as it is', () => {
    const without = leavePersonalOut(view)
    expect(without.elements.get(element('mayor'))).toEqual({
      id: 'mayor',
      kind: 'stakeholder',
      label: 'MAYOR',
      description: '',
      sector: 'government',
    })
    expect(without.elements.get(element('union'))).toBe(view.elements.get(element('union')))
    expect(hasPersonalFields(view)).toBe(true)
    expect(hasPersonalFields(without)).toBe(false)
    expect(leavePersonalOut(without)).toBe(without)
  })

  it('ACTOR-6: so can what an import kept under names that say the same', () => {
    const brought = testView({
      meta: { 'field:phone': { name: 'Hotline', type: 'text' } },
      elements: {
        jane: { kind: 'stakeholder', extra: { Stance: 'Opposes', 'E-Mail': 'jane@roe.example', Budget: 12 } },
        grid: { extra: { Power: 300, Influence: 2 } },
        desk: { 'field:phone': '116 117' },
        note: { kind: 'note', extra: { Téléphone: '555' } },
      },
    })
    expect(hasPersonalFields(brought)).toBe(true)
    const without = leavePersonalOut(brought)
    expect(without.elements.get(element('jane'))?.extra).toEqual({ Budget: 12 })
    expect(without.elements.get(element('grid'))).toBe(brought.elements.get(element('grid')))
    expect(without.elements.get(element('desk'))).toBe(brought.elements.get(element('desk')))
    expect(without.elements.get(element('note'))).not.toHaveProperty('extra')
    expect(hasPersonalFields(without)).toBe(false)
  })

  it.each([
    'stance',
    'POWER (1–5)',
    'Influence score',
    'Interest (1-10)',
    'Level of support',
    'email',
    'WorkE-Mail',
    'Phone no',
    'contactPerson',
    'Téléphone',
    'Home address',
  ])('ACTOR-6: %s is personal', (name) => {
    expect(isPersonalName(name, true)).toBe(true)
  })

  it.each(['sector', 'Website', 'Web address', 'Budget', 'Powerhouse', 'Role'])('ACTOR-6: %s is not', (name) => {
    expect(isPersonalName(name, true)).toBe(false)
  })
})
