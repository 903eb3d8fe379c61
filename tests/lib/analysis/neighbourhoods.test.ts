import { describe, expect, it } from 'vitest'
import { measureClustering } from '@/lib/analysis/clustering'
import { measureConstraint } from '@/lib/analysis/constraint'
import { measureEffectiveSize } from '@/lib/analysis/effectiveSize'
import { firstSeed, seedCount } from '../../helpers/seeds'
import {
  bothWays,
  graphOf,
  largestDifference,
  mutualGraphOf,
  randomTies,
  smallRandomGraph,
  zachary,
  type Pair,
} from './smallGraphs'

/** Neighbours as sets, to count by the definitions. */
function neighboursIn(size: number, pairs: readonly Pair[]): readonly ReadonlySet<number>[] {
  const sets = Array.from({ length: size }, () => new Set<number>())
  for (const [a, b] of bothWays(pairs)) sets[a]?.add(b)
  return sets
}

function constraintByDefinition(sets: readonly ReadonlySet<number>[]): number[] {
  const share = (a: number, b: number) => (sets[a]?.has(b) === true ? 1 / (sets[a]?.size ?? 1) : 0)
  return sets.map((set, i) => {
    if (set.size === 0) return NaN
    return [...set].reduce((sum, j) => {
      const indirect = sets.reduce((total, _, q) => (q === i || q === j ? total : total + share(i, q) * share(q, j)), 0)
      return sum + (share(i, j) + indirect) ** 2
    }, 0)
  })
}

describe('constraint and effective size', () => {
  it('MEAS-14: the middle of a star is free, its ends are bound to it', () => {
    const star = graphOf(5, [[0, 1], [2, 0], [0, 3], [3, 0], [4, 0]]) // prettier-ignore
    expect([...measureConstraint(star)]).toEqual([0.25, 1, 1, 1, 1])
    expect([...measureEffectiveSize(star)]).toEqual([4, 1, 1, 1, 1])
  })

  it('MEAS-14: three who know each other are bound beyond 1', () => {
    const triangle = graphOf(3, [[0, 1], [1, 2], [2, 0]]) // prettier-ignore
    expect(largestDifference(measureConstraint(triangle), [1.125, 1.125, 1.125])).toBeLessThan(1e-12)
    expect([...measureEffectiveSize(triangle)]).toEqual([1, 1, 1])
  })

  it('MEAS-3, MEAS-4: without neighbours there is neither', () => {
    expect([...measureConstraint(graphOf(1, [[0, 0]]))]).toEqual([NaN])
    expect([...measureEffectiveSize(graphOf(1, [[0, 0]]))]).toEqual([NaN])
  })

  it('MEAS-14: both are those of the definitions', () => {
    for (let seed = firstSeed(); seed < firstSeed() + seedCount(200); seed += 1) {
      const { size, pairs, graph } = smallRandomGraph(seed)
      const sets = neighboursIn(size, pairs)
      const constraint = constraintByDefinition(sets)
      expect(largestDifference(measureConstraint(graph), constraint), `seed ${seed}`).toBeLessThan(1e-12)
      const effective = sets.map((set) => {
        const ends = [...set].reduce((sum, j) => sum + [...set].filter((q) => sets[j]?.has(q)).length, 0)
        return set.size - ends / set.size
      })
      expect(largestDifference(measureEffectiveSize(graph), effective), `seed ${seed}`).toBeLessThan(1e-12)
    }
  })

  it.each([127, 128, 129])('MEAS-5: %i ties lose none', (count) => {
    const ties = randomTies(25, count, count)
    const expected = constraintByDefinition(neighboursIn(25, ties))
    expect(largestDifference(measureConstraint(mutualGraphOf(25, ties)), expected)).toBeLessThan(1e-12)
  })
})

describe('clustering', () => {
  it("MEAS-15, MEAS-18: of Zachary's club is as published: 0.571 on average, 0.256 overall", () => {
    const { local, average, transitivity } = measureClustering(graphOf(34, zachary))
    expect(average).toBeCloseTo(0.5706, 4)
    expect(transitivity).toBeCloseTo(0.2557, 4)
    expect(local[0]).toBe(0.15)
    expect(local[11]).toBeNaN()
  })

  it('MEAS-18: average and transitivity are two numbers', () => {
    // A triangle with a string: 1, 1, 1/3 and, for the end, 0.
    const { average, transitivity } = measureClustering(graphOf(4, [[0, 1], [1, 2], [2, 0], [2, 3]])) // prettier-ignore
    expect(average).toBeCloseTo((2 + 1 / 3) / 4, 15)
    expect(transitivity).toBeCloseTo(3 / 5, 15)
  })

  it('MEAS-3: without pairs of neighbours there is no transitivity', () => {
    expect(measureClustering(graphOf(2, [[0, 1]])).transitivity).toBeNaN()
    expect(measureClustering(graphOf(0, [])).average).toBeNaN()
  })
})
