import { describe, expect, it } from 'vitest'
import { neighboursOf } from '@/lib/analysis/adjacency'
import type { CausalGraph } from '@/lib/analysis/causalGraph'
import { measureEigenvector } from '@/lib/analysis/eigenvector'
import { firstSeed, seedCount } from '../../helpers/seeds'
import { graphOf, kite, mutualGraphOf, randomPairs, smallRandomGraph, type Pair } from './smallGraphs'

/**
 * By how much A x = λ x, or the length of 1 in each part, is missed; infinite where x is not above 0 or
 * is told without neighbours. By Perron's theorem no other λ of a connected part has such an x.
 */
function findError(graph: CausalGraph): number {
  const { start, target } = neighboursOf(graph)
  const { values, component, eigenvalues, count } = measureEigenvector(graph)
  const squares = new Float64Array(count).fill(1)
  let error = 0
  for (const [variable, value] of values.entries()) {
    const others = target.subarray(start[variable], start[variable + 1])
    if (others.length === 0 && Number.isNaN(value)) continue
    if (others.length === 0 || !(value > 0)) return Infinity
    const part = component[variable] ?? 0
    const sum = others.reduce((total, other) => total + (values[other] ?? 0), 0)
    error = Math.max(error, Math.abs(sum / (eigenvalues[part] ?? 0) - value))
    squares[part] = (squares[part] ?? 0) - value ** 2
  }
  const lengths = squares.filter((_, part) => !Number.isNaN(eigenvalues[part] ?? NaN))
  return Math.max(error, ...lengths.map(Math.abs))
}

describe('eigenvector centrality', () => {
  it("MEAS-11: puts the kite's Diane first, whoever of each tie is the cause", () => {
    const { values } = measureEigenvector(graphOf(10, kite))
    expect(values.indexOf(Math.max(...values))).toBe(3)
    expect([...values]).toEqual([...measureEigenvector(mutualGraphOf(10, kite)).values])
    expect(findError(graphOf(10, kite)), 'kite').toBeLessThan(1e-12)
  })

  it('MEAS-11, MEAS-3: each part has its own; without neighbours there is none', () => {
    const { values, eigenvalues } = measureEigenvector(graphOf(6, [[0, 1], [2, 3], [4, 3], [5, 5]])) // prettier-ignore
    const expected = [Math.SQRT1_2, Math.SQRT1_2, 0.5, Math.SQRT1_2, 0.5]
    for (const [index, value] of expected.entries()) expect(values[index]).toBeCloseTo(value, 14)
    expect(values[5]).toBeNaN()
    expect(eigenvalues[0]).toBeCloseTo(1, 14)
    expect(eigenvalues[1]).toBeCloseTo(Math.SQRT2, 14)
    expect(eigenvalues[2]).toBeNaN()
  })

  it('MEAS-11: satisfies its equation on any map, stars and rings included', () => {
    for (let seed = firstSeed(); seed < firstSeed() + seedCount(150); seed += 1) {
      expect(findError(smallRandomGraph(seed).graph), `seed ${seed}`).toBeLessThan(1e-12)
    }
    expect(
      findError(
        graphOf(
          90,
          Array.from({ length: 89 }, (_, at): Pair => [0, at + 1]),
        ),
      ),
      'star',
    ).toBeLessThan(1e-12)
    expect(
      findError(
        graphOf(
          90,
          Array.from({ length: 90 }, (_, at): Pair => [at, (at + 1) % 90]),
        ),
      ),
      'ring',
    ).toBeLessThan(1e-12)
    expect(findError(graphOf(200, randomPairs(200, 256, firstSeed()))), 'large').toBeLessThan(1e-12)
  })

  it('MEAS-11: a long chain, where the next eigenvalue is very near, has the values of its formula', () => {
    const size = 400
    const { values } = measureEigenvector(
      graphOf(
        size,
        Array.from({ length: size - 1 }, (_, at): Pair => [at, at + 1]),
      ),
    )
    const length = Math.sqrt((size + 1) / 2)
    for (const [at, value] of values.entries()) {
      expect(Math.abs(value - Math.sin((Math.PI * (at + 1)) / (size + 1)) / length)).toBeLessThan(1e-10)
    }
  })
})
