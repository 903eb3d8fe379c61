import { describe, expect, it } from 'vitest'
import { measureBetweenness } from '@/lib/analysis/betweenness'
import { firstSeed, seedCount } from '../../helpers/seeds'
import {
  allDistances,
  bothWays,
  florentine,
  graphOf,
  kite,
  largestDifference,
  mutualGraphOf,
  randomPairs,
  randomTies,
  smallRandomGraph,
  zachary,
  type Pair,
} from './smallGraphs'

/** By the definition: shortest ways counted by length, for every pair and everyone between. */
function byDefinition(size: number, pairs: readonly Pair[]): number[] {
  const distances = allDistances(size, pairs)
  const distance = (a: number, b: number) => distances[a]?.[b] ?? Infinity
  const effects = Array.from({ length: size }, (_, from) => pairs.filter(([a, b]) => a === from && b !== from))
  const memory = new Map<number, number>()
  const ways = (a: number, b: number): number => {
    if (a === b) return 1
    const known = memory.get(a * size + b)
    if (known !== undefined) return known
    const next = (effects[a] ?? []).filter(([, to]) => distance(to, b) === distance(a, b) - 1)
    const count = distance(a, b) === Infinity ? 0 : next.reduce((sum, [, to]) => sum + ways(to, b), 0)
    memory.set(a * size + b, count)
    return count
  }
  return Array.from({ length: size }, (_, v) => {
    let sum = 0
    for (let s = 0; s < size; s += 1) {
      for (let t = 0; t < size; t += 1) {
        if (s === t || s === v || t === v || distance(s, t) === Infinity) continue
        if (distance(s, v) + distance(v, t) === distance(s, t)) sum += (ways(s, v) * ways(v, t)) / ways(s, t)
      }
    }
    return sum
  })
}

describe('betweenness', () => {
  it("MEAS-9: of Krackhardt's kite is as published", () => {
    const { raw } = measureBetweenness(mutualGraphOf(10, kite), 'undirected')
    expect(largestDifference(raw, [0.8333, 0.8333, 0, 3.6667, 0, 8.3333, 8.3333, 14, 8, 0])).toBeLessThan(5e-5)
  })

  it('MEAS-9: of the Florentine families is as published', () => {
    const { normalised } = measureBetweenness(mutualGraphOf(15, florentine), 'undirected')
    const published = [0, 0.212, 0.093, 0.104, 0.055, 0, 0.255, 0, 0.522, 0, 0.022, 0.114, 0.143, 0.103, 0.092]
    for (const [index, value] of published.entries())
      expect(Math.abs((normalised[index] ?? NaN) - value)).toBeLessThan(6e-4)
  })

  it("MEAS-9: of Zachary's club is as published", () => {
    const { raw } = measureBetweenness(mutualGraphOf(34, zachary), 'undirected')
    const first = [0, 33, 32, 2, 31].map((member) => Number(raw[member]?.toFixed(4)))
    expect(first).toEqual([231.0714, 160.5516, 76.6905, 75.8508, 73.0095])
  })

  it('MEAS-9: is that of the definition, along the links and either way', () => {
    for (let seed = firstSeed(); seed < firstSeed() + seedCount(200); seed += 1) {
      const { size, pairs, graph } = smallRandomGraph(seed)
      expect(largestDifference(measureBetweenness(graph).raw, byDefinition(size, pairs)), `seed ${seed}`).toBeLessThan(
        1e-9,
      )
      const halves = byDefinition(size, bothWays(pairs)).map((sum) => sum / 2)
      expect(largestDifference(measureBetweenness(graph, 'undirected').raw, halves), `seed ${seed}`).toBeLessThan(1e-9)
    }
  })

  it.each([127, 128, 129])('MEAS-5: %i ties lose none', (count) => {
    const ties = randomTies(30, count, count)
    const halves = byDefinition(30, bothWays(ties)).map((sum) => sum / 2)
    expect(largestDifference(measureBetweenness(mutualGraphOf(30, ties), 'undirected').raw, halves)).toBeLessThan(1e-8)
    expect(largestDifference(measureBetweenness(graphOf(30, ties), 'undirected').raw, halves)).toBeLessThan(1e-8)
  })

  it.each([255, 256, 257])('MEAS-5: %i links lose none', (count) => {
    const pairs = randomPairs(40, count, count)
    expect(largestDifference(measureBetweenness(graphOf(40, pairs)).raw, byDefinition(40, pairs))).toBeLessThan(1e-8)
  })

  it('MEAS-9: normalised it is the share of pairs; MEAS-3: without a pair there is none', () => {
    const chain: readonly Pair[] = [[0, 1], [1, 2]] // prettier-ignore
    expect([...measureBetweenness(graphOf(3, chain)).normalised]).toEqual([0, 0.5, 0])
    expect([...measureBetweenness(graphOf(3, chain), 'undirected').normalised]).toEqual([0, 1, 0])
    expect([...measureBetweenness(graphOf(2, [[0, 1]])).normalised]).toEqual([NaN, NaN])
  })

  it('MEAS-9: a long chain needs no depth of recursion', () => {
    const size = 1200
    const { raw } = measureBetweenness(
      graphOf(
        size,
        Array.from({ length: size - 1 }, (_, at): Pair => [at, at + 1]),
      ),
    )
    expect(raw[600]).toBe(600 * 599)
  })
})
