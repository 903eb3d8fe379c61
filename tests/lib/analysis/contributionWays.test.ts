import { describe, expect, it } from 'vitest'
import { toCausalGraph } from '../../../lib/analysis/causalGraph'
import { readContributions, type Contribution } from '../../../lib/analysis/contributions'
import { waysOf } from '../../../lib/analysis/contributionWays'
import { element, testView } from '../../helpers/testMap'

const view = testView({
  elements: { a: {}, b: {}, c: {}, d: {}, e: {}, x: { kind: 'action' } },
  links: {
    xa: { kind: 'contribution', from: 'x', to: 'a', effect: 'rise' },
    xe: { kind: 'contribution', from: 'x', to: 'e', effect: 'hold' },
    ab: { from: 'a', to: 'b', polarity: '+' },
    ac: { from: 'a', to: 'c', polarity: '+' },
    bd: { from: 'b', to: 'd', polarity: '+' },
    cd: { from: 'c', to: 'd', polarity: '+' },
    bc: { from: 'b', to: 'c', polarity: '+' },
    de: { from: 'd', to: 'e', polarity: '+' },
  },
})
const contribution = readContributions(view)[0] as Contribution
const namesOf = (ways: ReturnType<typeof waysOf>) => [[...ways.elements].sort(), [...ways.links].sort()]

describe('what a contribution shows on the map', () => {
  it('CONTRIBUTION-6: the shortest ways to one variable, and no way round', () => {
    const graph = toCausalGraph(view)
    expect(namesOf(waysOf(graph, contribution, element('d')))).toEqual([
      ['a', 'b', 'c', 'd', 'x'],
      ['ab', 'ac', 'bd', 'cd', 'xa'],
    ])
    expect(namesOf(waysOf(graph, contribution, element('c')))).toEqual([
      ['a', 'c', 'x'],
      ['ac', 'xa'],
    ])
  })

  it('CONTRIBUTION-6: all that it reaches, with its aims', () => {
    const ways = namesOf(waysOf(toCausalGraph(view), contribution))
    expect(ways).toEqual([
      ['a', 'b', 'c', 'd', 'e', 'x'],
      ['ab', 'ac', 'bd', 'cd', 'de', 'xa', 'xe'],
    ])
  })

  it('CONTRIBUTION-6: nothing but itself for what it does not reach', () => {
    expect(namesOf(waysOf(toCausalGraph(view), contribution, element('nobody')))).toEqual([['x'], []])
  })
})
