import { describe, expect, it } from 'vitest'
import { findStrongComponents, findWeakComponents } from '@/lib/analysis/components'
import { findCores } from '@/lib/analysis/cores'
import { findCutPoints } from '@/lib/analysis/cutPoints'
import { firstSeed, seedCount } from '../../helpers/seeds'
import { allDistances, bothWays, graphOf, kite, smallRandomGraph, zachary, type Pair } from './smallGraphs'

/** Parts by who reaches whom, numbered by their first variable. */
function partsBy(size: number, together: (a: number, b: number) => boolean): number[] {
  const numbers: number[] = []
  let count = 0
  for (let variable = 0; variable < size; variable += 1) {
    const first = Array.from({ length: variable }, (_, other) => other).find((other) => together(other, variable))
    numbers.push(first === undefined ? count : (numbers[first] ?? -1))
    if (first === undefined) count += 1
  }
  return numbers
}

const countParts = (size: number, pairs: readonly Pair[], without: readonly number[] = []) => {
  const distances = allDistances(size, bothWays(pairs.filter((pair) => !pair.some((end) => without.includes(end)))))
  return new Set(partsBy(size, (a, b) => (distances[a]?.[b] ?? Infinity) < Infinity)).size - without.length
}

describe('components', () => {
  it('MEAS-19: strong and weak parts are those of who reaches whom', () => {
    for (let seed = firstSeed(); seed < firstSeed() + seedCount(200); seed += 1) {
      const { size, pairs, graph } = smallRandomGraph(seed)
      const along = allDistances(size, pairs)
      const either = allDistances(size, bothWays(pairs))
      const isReached = (rows: number[][], a: number, b: number) => (rows[a]?.[b] ?? Infinity) < Infinity
      const strong = partsBy(size, (a, b) => isReached(along, a, b) && isReached(along, b, a))
      const weak = partsBy(size, (a, b) => isReached(either, a, b))
      expect([...findStrongComponents(graph).component], `seed ${seed}`).toEqual(strong)
      expect([...findWeakComponents(graph).component], `seed ${seed}`).toEqual(weak)
    }
  })

  it('MEAS-19: parts are counted and measured', () => {
    const graph = graphOf(6, [[1, 2], [2, 3], [3, 1], [3, 4], [5, 5]]) // prettier-ignore
    expect(findStrongComponents(graph)).toEqual({
      component: Int32Array.of(0, 1, 1, 1, 2, 3),
      sizes: Int32Array.of(1, 3, 1, 1),
      count: 4,
    })
    expect([...findWeakComponents(graph).sizes]).toEqual([1, 4, 1])
  })

  it('MEAS-19: a ring of fifty thousand needs no depth of recursion', () => {
    const size = 50_000
    const ring = graphOf(
      size,
      Array.from({ length: size }, (_, at): Pair => [at, (at + 1) % size]),
    )
    expect([...findStrongComponents(ring).sizes]).toEqual([size])
    expect(findCutPoints(ring)).toEqual({ variables: new Int32Array(), bridges: [] })
  })
})

describe('cut points', () => {
  it('MEAS-20: of the kite are Heather and Ike, with the string as bridges', () => {
    const { variables, bridges } = findCutPoints(graphOf(10, kite))
    expect([...variables]).toEqual([7, 8])
    expect(bridges).toEqual([[7, 8], [8, 9]]) // prettier-ignore
  })

  it('MEAS-20: links both ways are one tie, which may be a bridge', () => {
    expect(findCutPoints(graphOf(2, [[0, 1], [1, 0]])).bridges).toEqual([[0, 1]]) // prettier-ignore
  })

  it('MEAS-20: are what raises the number of parts when taken away', () => {
    for (let seed = firstSeed(); seed < firstSeed() + seedCount(200); seed += 1) {
      const { size, pairs, graph } = smallRandomGraph(seed)
      const { variables, bridges } = findCutPoints(graph)
      const parts = countParts(size, pairs)
      const cut = Array.from({ length: size }, (_, v) => v).filter((v) => countParts(size, pairs, [v]) > parts)
      const ties = bothWays(pairs).filter(([a, b]) => a < b)
      const weak = ties.filter(
        (tie) =>
          countParts(
            size,
            ties.filter((other) => other !== tie),
          ) > parts,
      )
      expect([...variables], `seed ${seed}`).toEqual(cut)
      expect(bridges, `seed ${seed}`).toEqual(weak.sort((a, b) => a[0] - b[0] || a[1] - b[1]))
    }
  })
})

describe('cores', () => {
  it("MEAS-13: of Zachary's club: ten members are in its innermost, of four", () => {
    const cores = findCores(graphOf(34, zachary))
    expect(Math.max(...cores)).toBe(4)
    expect([...cores.keys()].filter((member) => cores[member] === 4)).toEqual([0, 1, 2, 3, 7, 8, 13, 30, 32, 33])
  })

  it('MEAS-13, MEAS-4: are what is left when those with fewer neighbours go', () => {
    for (let seed = firstSeed(); seed < firstSeed() + seedCount(200); seed += 1) {
      const { size, pairs, graph } = smallRandomGraph(seed)
      const ties = bothWays(pairs)
      const expected = Array.from({ length: size }, () => 0)
      for (let core = 1; core < size; core += 1) {
        let left = new Set(expected.keys())
        for (;;) {
          const kept = new Set([...left].filter((v) => ties.filter(([a, b]) => a === v && left.has(b)).length >= core))
          if (kept.size === left.size) break
          left = kept
        }
        for (const variable of left) expected[variable] = core
      }
      expect([...findCores(graph)], `seed ${seed}`).toEqual(expected)
    }
  })
})
