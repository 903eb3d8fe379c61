import { describe, expect, it } from 'vitest'
import { plainFuzzySettings, runFuzzyMap } from '../../../lib/analysis/fuzzyMap'
import { findLambdaBounds } from '../../../lib/analysis/lambdaBounds'
import { findSettlingLambda, roundLambda } from '../../../lib/analysis/settlingLambda'
import { weighArcs } from '../../../lib/analysis/weights'
import { createSeededRandom } from '../../../lib/base/random'
import { updateRules } from '../../../lib/model/scenario'
import { firstSeed, seedCount } from '../../helpers/seeds'
import { randomGraph, weightedGraph } from './weightedGraph'

describe('findSettlingLambda', () => {
  it('WHATIF-14: known cases', () => {
    const bound = (lines: string, rule: 'kosko' | 'modified-kosko' | 'rescaled', transfer: 'tanh' | 'sigmoid') => {
      const graph = weightedGraph(lines)
      return findSettlingLambda(graph, weighArcs(graph).weight, { rule, transfer })
    }
    expect(bound('A>B 1,B>A -1', 'kosko', 'tanh')).toBeCloseTo(1, 8)
    expect(bound('A>B 1,B>A -1', 'kosko', 'sigmoid')).toBeCloseTo(4, 8)
    expect(bound('A>B 1,B>A -1', 'modified-kosko', 'tanh')).toBeCloseTo(0.5, 8)
    expect(bound('A>B 1,B>A -1', 'rescaled', 'sigmoid')).toBeCloseTo(1, 8)
    // Without loops nothing can go round.
    expect(bound('A>B 1,B>C 1', 'kosko', 'tanh')).toBe(Infinity)
  })

  it('WHATIF-14: below it a run settles at the same values from wherever it starts', () => {
    for (let seed = firstSeed(); seed < firstSeed() + seedCount(30); seed += 1) {
      const random = createSeededRandom(seed)
      const graph = randomGraph(random, { variables: 2 + random.below(10), density: 0.4 })
      const { weight } = weighArcs(graph)
      for (const transfer of ['tanh', 'sigmoid'] as const) {
        for (const rule of updateRules) {
          if (rule === 'rescaled' && transfer === 'tanh') continue
          const lambda = Math.min(5, 0.9 * findSettlingLambda(graph, weight, { rule, transfer }))
          const settings = { ...plainFuzzySettings, rule, transfer, lambda, tolerance: 1e-9 }
          const start = graph.variables.length === 0 ? 0 : Float64Array.from(graph.variables, () => random.next())
          const one = runFuzzyMap(graph, new Map(), settings)
          const other = runFuzzyMap(graph, new Map(), { ...settings, start })
          if (!one.ok || !other.ok) throw new Error(`seed ${seed}: refused`)
          expect(one.value.outcome.kind, `seed ${seed} ${rule} ${transfer}`).toBe('fixed')
          for (const [at, value] of one.value.values.entries()) {
            expect(other.value.values[at], `seed ${seed} ${rule} ${transfer}`).toBeCloseTo(value, 5)
          }
        }
      }
    }
  })

  it('WHATIF-14: is never stricter than the bound by the norm', () => {
    for (let seed = firstSeed(); seed < firstSeed() + seedCount(30); seed += 1) {
      const random = createSeededRandom(seed)
      const graph = randomGraph(random, { variables: 2 + random.below(10), density: 0.4 })
      const { weight } = weighArcs(graph)
      const kind = { rule: 'kosko', transfer: 'tanh' } as const
      expect(findSettlingLambda(graph, weight, kind), `seed ${seed}`).toBeGreaterThanOrEqual(
        findLambdaBounds(graph, weight, kind).harmati - 1e-6,
      )
    }
  })

  it('WHATIF-14: a steepness to begin with is round, and below the bound', () => {
    expect([Infinity, 4, 1.11, 1.05, 0.5, 0.123, 0.012].map(roundLambda)).toEqual([1, 1, 1, 0.94, 0.45, 0.11, 0.01])
  })
})
