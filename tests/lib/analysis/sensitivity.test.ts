import { describe, expect, it } from 'vitest'
import type { CausalGraph } from '../../../lib/analysis/causalGraph'
import { createSensitivity, type SensitivityOptions, type SensitivitySampler } from '../../../lib/analysis/sensitivity'
import type { WhatIf } from '../../../lib/analysis/scenario'
import { firstSeed } from '../../helpers/seeds'
import { variable, weightedGraph } from './weightedGraph'

function sampler(graph: CausalGraph, whatIf: WhatIf, options: SensitivityOptions = {}): SensitivitySampler {
  const result = createSensitivity(graph, whatIf, { seed: firstSeed(), ...options })
  if (!result.ok) throw new Error(result.reason.code)
  return result.value
}
const push = (name: string): WhatIf => ({ clamps: new Map([[variable(name), 1]]) })

describe('createSensitivity', () => {
  it('WHATIF-11: a known sign always says the same, an unknown one about half and half', () => {
    const graph = weightedGraph('A>B +,A>C ?,A>D -0.7')
    const sampling = sampler(graph, push('A'), { samples: 400 })
    sampling.advance(400)
    const { variables, samples } = sampling.summarise()
    const of = (name: string): unknown => variables.find((counts) => counts.variable === name)
    expect(samples).toBe(400)
    expect(of('B')).toMatchObject({ falls: 0 })
    expect(of('D')).toMatchObject({ rises: 0, falls: 400 })
    const unsure = variables.find((counts) => counts.variable === 'C')
    // Ten standard deviations off would be 100.
    expect(Math.abs((unsure?.rises ?? 0) - 200)).toBeLessThan(100)
    expect((unsure?.rises ?? 0) + (unsure?.falls ?? 0) + (unsure?.hardlyChanges ?? 0)).toBe(400)
  })

  it('WHATIF-12: names the unknown link that matters most', () => {
    const graph = weightedGraph('A>B ?,B>C 1,A>C 0.1,A>D ?,D>E ?')
    const sampling = sampler(graph, { ...push('A'), preferred: new Map([[variable('C'), 'up']]) }, { samples: 200 })
    sampling.advance(200)
    const { questions, allMet, variables } = sampling.summarise()
    const [first, second] = questions.filter(({ asks }) => asks === 'sign')
    expect(graph.links[first?.arc ?? -1]?.[0]).toBe('A-B')
    expect(first).toMatchObject({ asks: 'sign', isClear: true })
    expect(first?.influence).toBeGreaterThan(2 * (second?.influence ?? 1))
    const goal = variables.find((counts) => counts.variable === 'C')
    expect(goal).toMatchObject({ wish: 'up', met: goal?.rises, missed: goal?.falls })
    expect(allMet).toBe(goal?.met)
  })

  it('WHATIF-13: gives the same numbers however it is portioned, and may stop at any time', () => {
    const graph = weightedGraph('A>B ?,B>C +,C>A ?,A>D -')
    const [whole, portions] = [sampler(graph, push('A'), { samples: 50 }), sampler(graph, push('A'), { samples: 50 })]
    whole.advance(1000)
    expect(portions.summarise()).toMatchObject({ samples: 0 })
    portions.advance(7)
    expect(portions.summarise().samples).toBe(7)
    while (portions.done < portions.samples) portions.advance(7)
    expect(portions.summarise()).toEqual(whole.summarise())
    const other = sampler(graph, push('A'), { samples: 50, seed: firstSeed() + 1 })
    other.advance(50)
    expect(other.summarise()).not.toEqual(whole.summarise())
  })

  it('WHATIF-11: with everything said, every sample says the same and there is no question', () => {
    const sampling = sampler(weightedGraph('A>B 1,B>C -0.5'), push('A'), { samples: 5 })
    sampling.advance(5)
    expect(sampling.summarise()).toMatchObject({
      questions: [],
      unsettled: 0,
      variables: [{ rises: 5 }, { falls: 5 }],
    })
    expect(sampling.summarise()).not.toHaveProperty('allMet')
  })

  it('WHATIF-5: refuses what cannot be run', () => {
    expect(createSensitivity(weightedGraph('A>B 1'), { clamps: new Map([[variable('A'), 3]]) })).toMatchObject({
      ok: false,
      reason: { code: 'out-of-range' },
    })
  })
})
