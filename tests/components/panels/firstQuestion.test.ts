import { describe, expect, it } from 'vitest'
import { firstQuestion } from '@/components/panels/analysis/firstQuestion'
import { matchActions } from '@/components/panels/matchActions'
import network from '../../../messages/en/network.json'

describe('finding the questions to a map', () => {
  it('PANEL-32: a map of stakeholders alone begins with their ties, any other with its loops', () => {
    const of = (...kinds: ('stakeholder' | 'variable' | 'note')[]) => firstQuestion(kinds.map((kind) => ({ kind })))
    expect(of('stakeholder', 'note')).toEqual({ panel: 'network', name: 'ties' })
    expect(of('stakeholder', 'variable')).toEqual({ panel: 'loops', name: 'loopsAndTies' })
    expect(of('variable')).toEqual({ panel: 'loops', name: 'loops' })
    expect(of()).toEqual({ panel: 'loops', name: 'loops' })
  })

  it('PANEL-32: questions about ties are found by the words that people have for them', () => {
    const actions = Object.values(network.actions).map(({ name, words }) => ({ label: name, words }))
    const found = (query: string) => matchActions(actions, query).map(({ label }) => label)
    for (const word of ['density', 'silos', 'measures', 'network']) expect(found(word)).toContain('Network measures')
    for (const word of ['bridging', 'silos', 'network']) expect(found(word)).toContain('Bridging opportunities')
    expect(found('betweenness')).toEqual(['Who stands where in the network'])
    expect(found('network measures')[0]).toBe('Network measures')
    expect(found('')).toHaveLength(4)
  })
})
