import { describe, expect, it } from 'vitest'
import { hasPersonalFields, leavePersonalOut, listPersonal } from '@/lib/model/personal'
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

  it('ACTOR-7: what would be left out is named: fields of Weft, the map’s own, and what an import kept', () => {
    const brought = testView({
      meta: {
        'field:a': { name: 'Home town', type: 'text', personal: true },
        'field:b': { name: 'Budget', type: 'text' },
        'field:c': { name: 'Secret', type: 'text', personal: true },
      },
      elements: {
        jane: {
          kind: 'stakeholder',
          power: 0.5,
          stance: 'opposes',
          'field:a': 'Hull',
          'field:b': '3',
          'field:gone': 'x',
          extra: { 'Power score': '7', Attitude: 'warm', Address: 'Quay 1', Budget: 12 },
        },
        grid: { extra: { 'Power score': 300, Phone: '1' } },
      },
      links: { l: { from: 'jane', to: 'grid', extra: { 'Contact e-mail': 'a@b.example', since: 1999 } } },
    })
    expect(listPersonal(brought)).toEqual({
      fields: ['stance', 'power'],
      names: ['Home town', 'Power score', 'Attitude', 'Address', 'Phone', 'Contact e-mail'],
      hasDeleted: true,
    })
    expect(listPersonal(leavePersonalOut(brought))).toEqual({ fields: [], names: [], hasDeleted: false })
    // Of what is not on the list nothing goes.
    expect(leavePersonalOut(brought).elements.get(element('grid'))?.extra).toEqual({ 'Power score': 300 })
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
