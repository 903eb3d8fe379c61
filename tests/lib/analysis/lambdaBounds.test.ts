import { describe, expect, it } from 'vitest'
import { plainFuzzySettings, runFuzzyMap } from '../../../lib/analysis/fuzzyMap'
import { findLambdaBounds } from '../../../lib/analysis/lambdaBounds'
import { weighArcs } from '../../../lib/analysis/weights'
import { createSeededRandom } from '../../../lib/base/random'
import { updateRules } from '../../../lib/model/scenario'
import { firstSeed, seedCount } from '../../helpers/seeds'
import { randomGraph, weightedGraph } from './weightedGraph'

/** The map of Koutsellis et al. 2022 (doi 10.1007/s12351-022-00717-x). */
const published = weightedGraph(
  'C1>C15 -0.442,C1>C20 -0.375,C1>C23 -0.348,C2>C12 0.549,C2>C25 0.706,C3>C14 -0.421,C3>C16 -0.132,C3>C23 -0.245,' +
    'C4>C15 -0.52,C4>C20 0.261,C4>C23 -0.29,C5>C16 0.651,C6>C15 0.487,C7>C15 0.229,C8>C10 0.776,C8>C12 0.319,' +
    'C9>C23 0.792,C10>C11 0.319,C10>C13 0.391,C11>C26 -0.402,C12>C14 -0.381,C13>C28 0.481,C14>C13 0.097,C14>C23 0.11,' +
    'C15>C17 -0.852,C15>C18 0.902,C15>C24 0.226,C15>C30 -0.852,C16>C15 -0.719,C16>C28 -0.274,C17>C21 0.722,' +
    'C17>C22 0.888,C18>C19 -0.521,C19>C20 -0.311,C20>C26 -0.932,C20>C28 -0.419,C21>C27 0.322,C22>C29 0.21,' +
    'C23>C19 0.9,C23>C24 0.189,C24>C29 0.196,C25>C15 -0.311,C28>C27 0.481,C29>C27 0.378',
)

describe('findLambdaBounds', () => {
  it('WHATIF-6: the published steepnesses, 0.927 for sigmoid and 0.421 for tanh', () => {
    const { weight } = weighArcs(published)
    expect(findLambdaBounds(published, weight, { rule: 'kosko', transfer: 'sigmoid' }).koutsellis).toBeCloseTo(0.927, 3)
    expect(findLambdaBounds(published, weight, { rule: 'kosko', transfer: 'tanh' }).koutsellis).toBeCloseTo(0.421, 3)
  })

  it('WHATIF-6: four over the norm for sigmoid, one over it for tanh', () => {
    const ring = weightedGraph('A>B 1,B>C -1,C>D 1,D>A 1')
    const { weight } = weighArcs(ring)
    expect(findLambdaBounds(ring, weight, { rule: 'kosko', transfer: 'sigmoid' }).harmati).toBe(2)
    expect(findLambdaBounds(ring, weight, { rule: 'kosko', transfer: 'tanh' }).harmati).toBe(0.5)
    // Held variables feel nothing: one link less.
    const held = Uint8Array.of(1, 0, 0, 0)
    expect(findLambdaBounds(ring, weight, { rule: 'kosko', transfer: 'tanh', held }).harmati).toBeCloseTo(
      1 / Math.sqrt(3),
    )
    expect(findLambdaBounds(weightedGraph('A'), new Float64Array(0), { rule: 'kosko', transfer: 'tanh' }).harmati).toBe(
      Infinity,
    )
  })

  it('WHATIF-6: below the bound every start ends in the same place', () => {
    for (let seed = firstSeed(); seed < firstSeed() + seedCount(30); seed += 1) {
      const random = createSeededRandom(seed)
      const graph = randomGraph(random, { variables: 6, density: 0.4 })
      for (const rule of updateRules) {
        for (const transfer of ['sigmoid', 'tanh'] as const) {
          if (rule === 'rescaled' && transfer === 'tanh') continue
          const { harmati } = findLambdaBounds(graph, weighArcs(graph).weight, { rule, transfer })
          const lambda = 0.95 * Math.min(harmati, 50)
          const ends = [0, 1].map((start) =>
            runFuzzyMap(graph, new Map(), { ...plainFuzzySettings, rule, transfer, lambda, start, tolerance: 1e-9 }),
          )
          const [one, other] = ends.map((end) => (end.ok ? end.value : undefined))
          expect(one?.outcome.kind, `seed ${seed}`).toBe('fixed')
          for (const [at, value] of (one?.values ?? []).entries()) {
            expect(value, `seed ${seed}`).toBeCloseTo(other?.values[at] as number, 5)
          }
        }
      }
    }
  })
})
