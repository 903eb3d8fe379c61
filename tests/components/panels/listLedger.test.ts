import { describe, expect, it } from 'vitest'
import { listLedger } from '../../../components/panels/contributions/listLedger'
import { readContributions } from '../../../lib/analysis/contributions'
import { element, testView } from '../../helpers/testMap'

const view = testView({
  elements: {
    late: { kind: 'action', label: 'Café for tenants', due: '2026-01-01' },
    undated: { kind: 'action', label: 'Renovate', state: 'under-way' },
    soon: { kind: 'action', label: 'Guidance', due: '2026-05-01' },
    gone: { kind: 'action', label: 'Old plan', due: '2025-01-01', state: 'let-go' },
    council: { kind: 'stakeholder', label: 'City council' },
    rent: { label: 'Rent' },
  },
  links: {
    a: { kind: 'contribution', from: 'council', to: 'soon' },
    b: { kind: 'contribution', from: 'undated', to: 'rent' },
  },
})
const all = readContributions(view)
const list = (wish: Parameters<typeof listLedger>[2]) => listLedger(view, all, wish).map(({ action }) => action.id)

describe('the ledger of contributions', () => {
  it('CONTRIBUTION-10: has those with a day first, by day, and what is over last', () => {
    expect(list({})).toEqual(['late', 'soon', 'undated', 'gone'])
  })

  it('CONTRIBUTION-10: is narrowed to a state, to a stakeholder and to words, all of which must hold', () => {
    expect(list({ state: 'offered' })).toEqual(['late', 'soon'])
    expect(list({ actor: element('council') })).toEqual(['soon'])
    expect(list({ text: 'cafe' })).toEqual(['late'])
    expect(list({ text: 'rent' })).toEqual(['undated'])
    expect(list({ text: 'COUNCIL' })).toEqual(['soon'])
    expect(list({ text: 'council', state: 'done' })).toEqual([])
  })
})
