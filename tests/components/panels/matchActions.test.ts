import { describe, expect, it } from 'vitest'
import { matchActions, orderGroups } from '@/components/panels/matchActions'

const actions = [
  { label: 'Add a stakeholder', group: 'add' },
  { label: 'Who has a hand on what', words: 'holds', group: 'view' },
  { label: 'Hold the map: Everyone looks here', group: 'view' },
  { label: 'Who is here', words: 'people participants', group: 'view' },
] as const
const groups = ['selection', 'add', 'view'] as const

describe('what the palette finds', () => {
  it('PANEL-32: words of a name that begin so stand before letters within a word, and these before other words', () => {
    expect(matchActions(actions, 'hold').map(({ label }) => label)).toEqual([
      'Hold the map: Everyone looks here',
      'Add a stakeholder',
      'Who has a hand on what',
    ])
    expect(matchActions(actions, 'PEOPLE').map(({ label }) => label)).toEqual(['Who is here'])
    expect(matchActions(actions, 'map here')).toHaveLength(1)
    expect(matchActions(actions, 'door')).toEqual([])
  })

  it('PANEL-32: so Enter takes the best of all groups, which stand as ever until something is sought', () => {
    expect(orderGroups(matchActions(actions, 'hold'), groups, 'hold')).toEqual(['view', 'add'])
    expect(orderGroups(matchActions(actions, ''), groups, '')).toEqual(['add', 'view'])
  })
})
