import { describe, expect, it } from 'vitest'
import { measurePageRank } from '@/lib/analysis/pageRank'
import { firstSeed, seedCount } from '../../helpers/seeds'
import { graphOf, smallRandomGraph } from './smallGraphs'

describe('PageRank', () => {
  it('MEAS-12: of a chain of two is that of the formula, the end leading anywhere', () => {
    const [first, second] = measurePageRank(graphOf(2, [[0, 1]]))
    // x0 = 0.075 + 0.425 x1 and x1 = x0 + 0.85 x0
    expect(first).toBeCloseTo(1 / 2.85, 11)
    expect(second).toBeCloseTo(1.85 / 2.85, 11)
  })

  it('MEAS-12, MEAS-4: satisfies its equation on any map, links to oneself included', () => {
    for (let seed = firstSeed(); seed < firstSeed() + seedCount(150); seed += 1) {
      const { size, pairs, graph } = smallRandomGraph(seed)
      const ranks = measurePageRank(graph)
      const effects = (cause: number) => pairs.filter(([from]) => from === cause).length
      for (const [variable, rank] of ranks.entries()) {
        let share = 0
        for (const [cause, other] of ranks.entries()) {
          if (effects(cause) === 0) share += other / size
          else if (pairs.some(([from, to]) => from === cause && to === variable)) share += other / effects(cause)
        }
        expect(rank, `seed ${seed}`).toBeCloseTo(0.15 / size + 0.85 * share, 11)
      }
      expect(ranks.reduce((sum, rank) => sum + rank, 0)).toBeCloseTo(1, 11)
    }
  })

  it('MEAS-12: an empty map has no ranks', () => {
    expect(measurePageRank(graphOf(0, []))).toHaveLength(0)
  })
})
