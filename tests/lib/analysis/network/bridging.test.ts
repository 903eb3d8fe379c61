import { describe, expect, it } from 'vitest'
import { findBridging } from '@/lib/analysis/network/bridging'
import { measureWays } from '@/lib/analysis/network/ways'
import { firstSeed, seedCount } from '../../../helpers/seeds'
import { allDistances, bothWays, florentine, kite, mutualGraphOf, randomTies, type Pair } from '../smallGraphs'
import { drawGroups, groupsOf } from './networks'

const nobody = (size: number) => groupsOf('.'.repeat(size))
const all = { most: 5, acrossOnly: false, spareBusiest: false }

/** Mean of 1 / steps over ordered pairs that `counts`, by the definition. */
function closenessOf(size: number, ties: readonly Pair[], counts: (a: number, b: number) => boolean): number {
  const distances = allDistances(size, bothWays(ties))
  let sum = 0
  let pairs = 0
  for (let a = 0; a < size; a += 1) {
    for (let b = 0; b < size; b += 1) {
      if (a === b || !counts(a, b)) continue
      pairs += 1
      sum += 1 / (distances[a]?.[b] ?? Infinity)
    }
  }
  return sum / pairs
}

describe('bridging opportunities', () => {
  it("NET-30: of Krackhardt's kite are those of networkx by efficiency gain", () => {
    const found = findBridging(mutualGraphOf(10, kite), nobody(10), all) ?? []
    expect(found.map(({ ends, gain }) => [...ends, Number(gain.toFixed(6))])).toEqual([
      [3, 9, 0.05],
      [0, 9, 0.042593],
      [1, 9, 0.042593],
      [3, 8, 0.042593],
      [2, 9, 0.038889],
    ])
  })

  it('NET-30: a piece of its own is joined first, by the tie that brings most', () => {
    // Pucci (15) marries nobody.
    const [first] = findBridging(mutualGraphOf(16, florentine), nobody(16), all) ?? []
    expect(first).toMatchObject({ ends: [8, 15], joins: 15, introducers: [] })
    expect(first?.gain).toBeCloseTo(0.0535, 4)
  })

  it('NET-31: names who knows both, those with the fewest ties first', () => {
    const ties: Pair[] = [
      [0, 1],
      [1, 2],
      [0, 3],
      [3, 2],
      [3, 4],
    ]
    const found = findBridging(mutualGraphOf(5, ties), groupsOf('aabbb'), all) ?? []
    const between = found.find(({ ends }) => ends[0] === 0 && ends[1] === 2)
    expect(between?.introducers).toEqual([1, 3])
    expect(between?.affinity).toBeCloseTo(1 / Math.log(2) + 1 / Math.log(3), 12)
  })

  it('NET-31: where nobody knows both, names a shortest way of introductions, over whom with the fewest ties', () => {
    // 0 – 1 – 2 – 3, and 1 – 4 – 3 beside it; 2 has one tie more than 4.
    const ties: Pair[] = [
      [0, 1],
      [1, 2],
      [2, 3],
      [1, 4],
      [4, 3],
      [2, 5],
    ]
    const found = findBridging(mutualGraphOf(7, ties), nobody(7), { ...all, most: 99 }) ?? []
    const between = (one: number, other: number) => found.find(({ ends }) => ends[0] === one && ends[1] === other)
    expect(between(0, 3)).toMatchObject({ introducers: [], chain: [1, 4] })
    expect(between(0, 2)).toMatchObject({ introducers: [1], chain: [] })
    for (const { ends, chain } of found.filter(({ joins }) => joins > 0))
      expect([ends.includes(6), chain]).toEqual([true, []])
  })

  it('NET-32: only ties between groups, and none of the busiest, where that is asked for', () => {
    const graph = mutualGraphOf(10, kite)
    const across = findBridging(graph, groupsOf('aaaaaaabb.'), { ...all, most: 99, acrossOnly: true }) ?? []
    expect(across.length).toBeGreaterThan(0)
    for (const { ends } of across) expect(ends[0] < 7 && (ends[1] === 7 || ends[1] === 8)).toBe(true)
    // Diane has six ties, more than any other.
    const spared = findBridging(graph, nobody(10), { ...all, most: 99, spareBusiest: true }) ?? []
    expect(spared.some(({ ends }) => ends.includes(3))).toBe(false)
  })

  it('NET-30: are the best by trying every missing tie', () => {
    for (let seed = firstSeed(); seed < firstSeed() + seedCount(40); seed += 1) {
      const size = 4 + (seed % 8)
      const ties = randomTies(size, 2 + (seed % 13), seed)
      const grouping = drawGroups(size, seed % 4, seed)
      const groupOf = (node: number): number => grouping.group[node] ?? -1
      const isAcross = (a: number, b: number): boolean =>
        groupOf(a) >= 0 && groupOf(b) >= 0 && groupOf(a) !== groupOf(b)
      const anyAcross = [...grouping.group.keys()].some((a) => [...grouping.group.keys()].some((b) => isAcross(a, b)))
      const counts = anyAcross ? isAcross : () => true
      const before = closenessOf(size, ties, counts)
      const linked = allDistances(size, bothWays(ties))
      const gains: number[] = []
      for (let a = 0; a < size; a += 1) {
        for (let b = a + 1; b < size; b += 1) {
          if (!Number.isFinite(linked[a]?.[b]) || linked[a]?.[b] === 1) continue
          gains.push(closenessOf(size, [...ties, [a, b]], counts) - before)
        }
      }
      const best = gains.filter((gain) => gain > 1e-9).sort((a, b) => b - a)
      const found = findBridging(mutualGraphOf(size, ties), grouping, { ...all, most: 100 }) ?? []
      const nearer = found.filter(({ joins }) => joins === 0)
      expect(nearer, `seed ${seed}`).toHaveLength(best.length)
      for (const [index, { gain, acrossGain }] of nearer.entries()) {
        expect(anyAcross ? acrossGain : gain, `seed ${seed}, ${index}`).toBeCloseTo(best[index] ?? NaN, 9)
      }
      for (const { ends, joins, gain } of found) {
        const now = measureWays(mutualGraphOf(size, ties)).efficiency
        const then = measureWays(mutualGraphOf(size, [...ties, ends])).efficiency
        expect(gain, `seed ${seed}, ${ends.join()}`).toBeCloseTo(then - now, 9)
        expect(joins > 0).toBe(!Number.isFinite(linked[ends[0]]?.[ends[1]]))
      }
    }
  })
})
