import type { ElementId, LinkId } from '@/lib/base/ids'
import { createSeededRandom } from '@/lib/base/random'
import { buildCausalGraph, type CausalGraph } from '@/lib/analysis/causalGraph'

export type Pair = readonly [number, number]

/** A graph of variables 0 to size - 1 with an arc for each pair, and strengths where they are given. */
export function graphOf(
  size: number,
  pairs: readonly Pair[],
  strengths: readonly (number | undefined)[] = [],
): CausalGraph {
  // Ids that sort as numbers do, so that a variable's index is its number here.
  const id = (index: number): ElementId => `v${String(index).padStart(6, '0')}` as ElementId
  const labels = new Map(Array.from({ length: size }, (_, index) => [id(index), `Variable ${index}`]))
  return buildCausalGraph(
    labels,
    pairs.map(([from, to], index) => {
      const strength = strengths[index]
      return {
        id: `l${String(index).padStart(6, '0')}` as LinkId,
        from: id(from),
        to: id(to),
        sign: 1,
        ...(strength === undefined ? {} : { strength }),
      }
    }),
  )
}

/** The same with every tie as two opposite arcs. */
export function mutualGraphOf(size: number, ties: readonly Pair[]): CausalGraph {
  return graphOf(
    size,
    ties.flatMap(([a, b]): Pair[] => [
      [a, b],
      [b, a],
    ]),
  )
}

/** Different pairs drawn at random, self-links among them only if told. Asks for more than there are: gives all. */
export function randomPairs(size: number, count: number, seed: number, withSelf = false): Pair[] {
  const random = createSeededRandom(seed)
  const taken = new Set<number>()
  const most = withSelf ? size * size : size * (size - 1)
  while (taken.size < Math.min(count, most)) {
    const from = random.below(size)
    const to = random.below(size)
    if (withSelf || from !== to) taken.add(from * size + to)
  }
  return [...taken].map((place): Pair => [Math.floor(place / size), place % size])
}

/** Exactly so many unordered pairs of different variables. */
export function randomTies(size: number, count: number, seed: number): Pair[] {
  const random = createSeededRandom(seed)
  const taken = new Set<number>()
  while (taken.size < Math.min(count, (size * (size - 1)) / 2)) {
    const a = random.below(size)
    const b = random.below(size)
    if (a !== b) taken.add(Math.min(a, b) * size + Math.max(a, b))
  }
  return [...taken].map((place): Pair => [Math.floor(place / size), place % size])
}

/** A small graph of a drawn size and density, with self-links: the same for the same seed. */
export function smallRandomGraph(seed: number): { size: number; pairs: Pair[]; graph: CausalGraph } {
  const random = createSeededRandom(seed * 7919 + 1)
  const size = 1 + random.below(9)
  const pairs = randomPairs(size, random.below(size * 3), seed, true)
  return { size, pairs, graph: graphOf(size, pairs) }
}

/** Links on the shortest way between every two variables, Infinity without one (Floyd & Warshall). */
export function allDistances(size: number, pairs: readonly Pair[]): number[][] {
  const distances = Array.from({ length: size }, (_, a) =>
    Array.from({ length: size }, (__, b) => (a === b ? 0 : Infinity)),
  )
  const row = (index: number): number[] => distances[index] ?? []
  for (const [from, to] of pairs) if (from !== to) row(from)[to] = 1
  for (let over = 0; over < size; over += 1) {
    for (let a = 0; a < size; a += 1) {
      for (let b = 0; b < size; b += 1) {
        row(a)[b] = Math.min(row(a)[b] ?? 0, (row(a)[over] ?? 0) + (row(over)[b] ?? 0))
      }
    }
  }
  return distances
}

/** Each pair and its reverse, once, without self-links. */
export function bothWays(pairs: readonly Pair[]): Pair[] {
  const seen = new Map<string, Pair>()
  for (const [a, b] of pairs) {
    if (a === b) continue
    seen.set(`${a} ${b}`, [a, b])
    seen.set(`${b} ${a}`, [b, a])
  }
  return [...seen.values()]
}

/** Krackhardt's kite (1990): Andre, Beverley, Carol, Diane, Ed, Fernando, Garth, Heather, Ike, Jane. */
export const kite: readonly Pair[] = [
  [0, 1],
  [0, 2],
  [0, 3],
  [0, 5],
  [1, 3],
  [1, 4],
  [1, 6],
  [2, 3],
  [2, 5],
  [3, 4],
  [3, 5],
  [3, 6],
  [4, 6],
  [5, 6],
  [5, 7],
  [6, 7],
  [7, 8],
  [8, 9],
]

/** Marriages of fifteen Florentine families (Breiger & Pattison 1986), by alphabet, without Pucci. */
export const florentine: readonly Pair[] = [
  [0, 8],
  [1, 5],
  [1, 6],
  [1, 8],
  [2, 4],
  [2, 8],
  [3, 6],
  [3, 10],
  [3, 13],
  [4, 10],
  [4, 13],
  [6, 7],
  [6, 14],
  [8, 11],
  [8, 12],
  [8, 14],
  [9, 12],
  [10, 13],
  [11, 13],
  [11, 14],
]

/** Zachary's karate club (1977), its 34 members numbered from 0. */
export const zachary: readonly Pair[] = readTies(`
  0:1,2,3,4,5,6,7,8,10,11,12,13,17,19,21,31 1:2,3,7,13,17,19,21,30 2:3,7,8,9,13,27,28,32 3:7,12,13 4:6,10 5:6,10,16
  6:16 8:30,32,33 9:33 13:33 14:32,33 15:32,33 18:32,33 19:33 20:32,33 22:32,33 23:25,27,29,32,33 24:25,27,31 25:31
  26:29,33 27:33 28:31,33 29:32,33 30:32,33 31:32,33 32:33`)

function readTies(text: string): Pair[] {
  return text
    .trim()
    .split(/\s+/)
    .flatMap((row) => {
      const [from, others] = row.split(':')
      return (others ?? '').split(',').map((to): Pair => [Number(from), Number(to)])
    })
}

/** The largest difference of two lists of numbers; infinite where their lengths or their NaNs differ. */
export function largestDifference(found: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (found.length !== expected.length) return Infinity
  return Array.from(expected).reduce((most, value, index) => {
    const other = found[index] ?? NaN
    const isSame = Number.isNaN(value) && Number.isNaN(other)
    const difference = isSame ? 0 : Math.abs(other - value)
    return Math.max(most, Number.isNaN(difference) ? Infinity : difference)
  }, 0)
}
