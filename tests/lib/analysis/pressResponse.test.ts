import { describe, expect, it } from 'vitest'
import type { CausalGraph } from '../../../lib/analysis/causalGraph'
import { findCharacteristic, isHurwitz, type SparseRows } from '../../../lib/analysis/characteristic'
import { findMinorPermanents } from '../../../lib/analysis/permanents'
import { analysePress, predict, type PressAnalysis, type PressOptions } from '../../../lib/analysis/pressResponse'
import { createSeededRandom } from '../../../lib/base/random'
import { firstSeed, seedCount } from '../../helpers/seeds'
import { randomGraph, variable, weightedGraph } from './weightedGraph'

function analyse(graph: CausalGraph, options?: PressOptions): PressAnalysis {
  const result = analysePress(graph, options)
  if (!result.ok) throw new Error(result.reason.code)
  return result.value
}
/** Response rows, press columns. */
const table = (analysis: PressAnalysis): readonly (readonly (number | undefined)[])[] =>
  analysis.variables.map((response) => analysis.variables.map((press) => predict(analysis, press, response)?.sign))

describe('analysePress', () => {
  // Resource, consumer, predator; only the resource holds itself back.
  const chain = weightedGraph('N>P +,N>R -,P>N -,R>N +,R>R -')

  it('PRESS-1: the food chain of three, exactly', () => {
    const analysis = analyse(chain, { damping: 'drawn' })
    expect(analysis.variables).toEqual(['N', 'P', 'R'])
    expect(analysis.determinant).toBe(1n)
    expect(analysis.isStable).toBe(true)
    expect(analysis.assumed).toEqual([])
    expect(table(analysis)).toEqual([
      [0, -1, 0],
      [1, 1, 1],
      [0, 1, 1],
    ])
    const weights = analysis.variables.map((response) =>
      analysis.variables.map((press) => predict(analysis, press, response)?.weight),
    )
    expect(weights).toEqual([
      [undefined, 1, undefined],
      [1, 1, 1],
      [undefined, 1, 1],
    ])
    expect(predict(analysis, variable('P'), variable('N'))).toEqual({ sign: -1, total: 1, weight: 1, isReliable: true })
  })

  it('PRESS-2: variables that nobody damped hold themselves back, and are named', () => {
    const analysis = analyse(weightedGraph('A>B +,B>B +'))
    expect(analysis.assumed).toEqual(['A'])
    expect(analyse(weightedGraph('A>B +,B>A -')).determinant).toBe(2n)
    expect(analyse(weightedGraph('A>B +,B>A -'), { damping: 'drawn' }).determinant).toBe(1n)
  })

  it('PRESS-3: effects that disagree weigh less', () => {
    // Two ways from A to D, one of each sign, and a third that tips the balance.
    const analysis = analyse(weightedGraph('A>B +,A>C +,A>D +,B>D +,C>D -'))
    expect(predict(analysis, variable('A'), variable('D'))).toEqual({
      sign: 1,
      total: 3,
      weight: 1 / 3,
      isReliable: false,
    })
    expect(predict(analysis, variable('D'), variable('A'))).toEqual({ sign: 0, total: 0 })
  })

  it('PRESS-4: says whether the map would come back after a push', () => {
    expect(analyse(weightedGraph('A>B +,B>A -')).isStable).toBe(true)
    expect(analyse(weightedGraph('A>B +,B>A -'), { damping: 'drawn' }).isStable).toBe(false)
    // Two that feed each other as strongly as they hold back: on the edge.
    expect(analyse(weightedGraph('A>B +,B>A +')).isStable).toBe(false)
    expect(analyse(weightedGraph('A>B +,B>C +,C>A -')).isStable).toBe(true)
    expect(analyse(weightedGraph('A>B +,B>C -')).isStable).toBe(true)
  })

  it('PRESS-5: leaves out links without a sign, and says so', () => {
    const graph = weightedGraph('A>B ?,B>C +')
    expect(analyse(graph).unknown.map((arc) => graph.links[arc]?.[0])).toEqual(['A-B'])
    expect(predict(analyse(graph), variable('A'), variable('C'))?.sign).toBe(0)
  })

  it('PRESS-6: says why there is no answer, or no weight', () => {
    const names = (count: number): string => Array.from({ length: count }, (_, at) => `v${at}>v${at + 1} +`).join(',')
    expect(analysePress(weightedGraph(''))).toMatchObject({ reason: { code: 'no-variables' } })
    expect(analysePress(weightedGraph(names(80)))).toEqual({
      ok: false,
      reason: { code: 'too-many-variables', variables: 81, most: 80 },
    })
    const wide = analyse(weightedGraph(names(20)))
    expect(wide.totals).toBeUndefined()
    expect(predict(wide, variable('v0'), variable('v20'))).toEqual({ sign: 1 })
    expect(predict(wide, variable('v0'), variable('gone'))).toBeUndefined()
    expect(predict(analyse(weightedGraph(names(19))), variable('v0'), variable('v19'))).toMatchObject({ weight: 1 })
  })

  it('PRESS-7: no weight is above 1, and where all terms agree it is 1', () => {
    for (let seed = firstSeed(); seed < firstSeed() + seedCount(30); seed += 1) {
      const random = createSeededRandom(seed)
      const analysis = analyse(randomGraph(random, { variables: 2 + random.below(6), density: 0.4 }))
      for (const press of analysis.variables) {
        for (const response of analysis.variables) {
          const { sign, total, weight = 0 } = predict(analysis, press, response) ?? { sign: 0 }
          expect(weight, `seed ${seed}`).toBeLessThanOrEqual(1)
          if (total === 0) expect(sign, `seed ${seed}`).toBe(0)
        }
      }
    }
  })
})

/** Determinant by fraction-free elimination (Bareiss), to check another way. */
function determinantOf(matrix: readonly (readonly bigint[])[]): bigint {
  const rows = matrix.map((row) => [...row])
  let before = 1n
  let sign = 1n
  for (let at = 0; at < rows.length - 1; at += 1) {
    const pivot = rows.findIndex((row, index) => index >= at && row[at] !== 0n)
    if (pivot < 0) return 0n
    if (pivot !== at) {
      const [one, other] = [rows[at] ?? [], rows[pivot] ?? []]
      rows[at] = other
      rows[pivot] = one
      sign = -sign
    }
    const head = rows[at] ?? []
    for (const row of rows.slice(at + 1)) {
      const factor = row[at] ?? 0n
      for (let column = at + 1; column < row.length; column += 1) {
        row[column] = ((row[column] ?? 0n) * (head[at] ?? 0n) - factor * (head[column] ?? 0n)) / before
      }
    }
    before = head[at] ?? 1n
  }
  return sign * (rows.at(-1)?.at(-1) ?? 1n)
}
const without = <Item>(list: readonly Item[], at: number): readonly Item[] => list.filter((_, index) => index !== at)
function permanentOf(matrix: readonly (readonly number[])[]): number {
  const [first, ...rest] = matrix
  if (first === undefined) return 1
  return first.reduce(
    (sum, value, at) => (value === 0 ? sum : sum + value * permanentOf(rest.map((row) => without(row, at)))),
    0,
  )
}

describe('findCharacteristic', () => {
  it('PRESS-8: adjugate and determinant as by elimination, singular or not', () => {
    for (let seed = firstSeed(); seed < firstSeed() + seedCount(60); seed += 1) {
      const random = createSeededRandom(seed)
      const size = 1 + random.below(6)
      const dense = Array.from({ length: size }, () =>
        Array.from({ length: size }, () => (random.next() < 0.5 ? 0n : BigInt(random.below(7) - 3))),
      )
      const sparse: SparseRows = {
        size,
        rows: dense.map((row) => row.flatMap((value, column) => (value === 0n ? [] : [{ column, value }]))),
      }
      const { adjugate, determinant } = findCharacteristic(sparse)
      const negative = dense.map((row) => row.map((value) => -value))
      expect(determinant, `seed ${seed}`).toBe(determinantOf(negative))
      const expected = dense.map((_, row) =>
        dense.map((__, column) => {
          const minor = without(negative, column).map((line) => without(line, row))
          return (row + column) % 2 === 0 ? determinantOf(minor) : -determinantOf(minor)
        }),
      )
      expect(adjugate, `seed ${seed}`).toEqual(expected)
    }
  })
})

describe('findMinorPermanents', () => {
  it('PRESS-8: as by expansion', () => {
    for (let seed = firstSeed(); seed < firstSeed() + seedCount(30); seed += 1) {
      const random = createSeededRandom(seed)
      const size = 1 + random.below(6)
      const matrix = Array.from({ length: size }, () => Array.from({ length: size }, () => random.below(2)))
      const found = findMinorPermanents(matrix.map((row) => row.reduce((set, value, at) => set | (value << at), 0)))
      const expected = matrix.flatMap((_, row) =>
        matrix.map((__, column) => permanentOf(without(matrix, row).map((line) => without(line, column)))),
      )
      expect([...found], `seed ${seed}`).toEqual(expected)
    }
  })
})

describe('isHurwitz', () => {
  it('PRESS-4: by known roots', () => {
    const withRoots = (...roots: readonly (readonly [real: number, imaginary: number])[]): bigint[] =>
      roots.reduce<bigint[]>(
        (product, [real, imaginary]) => {
          // A pair of conjugate roots, or one real root.
          const factor = imaginary === 0 ? [-real, 1] : [real * real + imaginary * imaginary, -2 * real, 1]
          const next: bigint[] = Array.from({ length: product.length + factor.length - 1 }, () => 0n)
          for (const [at, value] of product.entries()) {
            for (const [more, part] of factor.entries())
              next[at + more] = (next[at + more] ?? 0n) + value * BigInt(part)
          }
          return next
        },
        [1n],
      )
    expect(isHurwitz(withRoots([-1, 0], [-2, 3], [-4, 0], [-1, 5]))).toBe(true)
    expect(isHurwitz(withRoots([-1, 0], [1, 3], [-4, 0], [-1, 5]))).toBe(false)
    expect(isHurwitz(withRoots([-1, 0], [0, 3], [-4, 0]))).toBe(false)
    expect(isHurwitz(withRoots([0, 0], [-4, 0]))).toBe(false)
    expect(isHurwitz(withRoots([2, 0]))).toBe(false)
    expect(isHurwitz([1n])).toBe(true)
  })

  it('PRESS-4: of any roots, only those left of zero', () => {
    for (let seed = firstSeed(); seed < firstSeed() + seedCount(100); seed += 1) {
      const random = createSeededRandom(seed)
      let polynomial: bigint[] = [1n]
      let isStable = true
      for (let left = 1 + random.below(5); left > 0; left -= 1) {
        const real = random.below(12) - 9
        const imaginary = random.below(3)
        if (real >= 0) isStable = false
        const factor = imaginary === 0 ? [-real, 1] : [real * real + imaginary * imaginary, -2 * real, 1]
        const next: bigint[] = Array.from({ length: polynomial.length + factor.length - 1 }, () => 0n)
        for (const [at, value] of polynomial.entries()) {
          for (const [more, part] of factor.entries()) next[at + more] = (next[at + more] ?? 0n) + value * BigInt(part)
        }
        polynomial = next
      }
      expect(isHurwitz(polynomial), `seed ${seed}`).toBe(isStable)
    }
  })
})
