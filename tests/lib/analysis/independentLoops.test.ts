import { describe, expect, it } from 'vitest'
import type { CausalGraph, GraphLink } from '../../../lib/analysis/causalGraph'
import { findIndependentLoops } from '../../../lib/analysis/independentLoops'
import { findStrongComponents } from '../../../lib/analysis/components'
import { searchLoops } from '../../../lib/analysis/loopSearch'
import { createSeededRandom } from '../../../lib/base/random'
import { firstSeed, seedCount } from '../../helpers/seeds'
import { graphFrom, graphOf, randomLinks } from './graphs'

/** Rank over the rationals by fractions kept whole; the vectors are small. */
function rank(rows: readonly (readonly number[])[]): number {
  const left = rows.map((row) => row.map(BigInt))
  let found = 0
  for (let column = 0; column < (left[0]?.length ?? 0); column += 1) {
    const pivot = left.findIndex((row, index) => index >= found && row[column] !== 0n)
    if (pivot < 0) continue
    const [row = []] = left.splice(pivot, 1)
    left.splice(found, 0, row)
    found += 1
    for (let index = found; index < left.length; index += 1) {
      const factor = left[index]?.[column] ?? 0n
      left[index] = (left[index] ?? []).map((entry, at) => entry * (row[column] ?? 0n) - factor * (row[at] ?? 0n))
    }
  }
  return found
}

const asVector = (graph: CausalGraph, arcs: Int32Array): readonly number[] =>
  Array.from(graph.from, (_, arc) => (arcs.includes(arc) ? 1 : 0))

/** Rows in echelon form over a prime that is not the one of the code. @returns whether a row is new to them */
function createEchelon(prime = 1_000_003): (row: readonly number[]) => boolean {
  const rows: { readonly lead: number; readonly row: number[] }[] = []
  const inverse = (value: number): number => {
    let [a, b, x, y] = [value, prime, 1, 0]
    while (b !== 0) [a, b, x, y] = [b, a % b, y, x - Math.floor(a / b) * y]
    return ((x % prime) + prime) % prime
  }
  return (given) => {
    const row = [...given]
    for (const { lead, row: other } of rows) {
      const factor = row[lead] ?? 0
      if (factor !== 0)
        for (const [at, entry] of other.entries()) row[at] = ((row[at] ?? 0) + (prime - factor) * entry) % prime
    }
    const lead = row.findIndex((entry) => entry !== 0)
    if (lead < 0) return false
    const scale = inverse(row[lead] ?? 1)
    rows.push({ lead, row: row.map((entry) => (entry * scale) % prime) })
    return true
  }
}

/** Lengths of a shortest independent set, taken greedily from every loop of up to `maxLength` links. */
function shortestLengths(graph: CausalGraph, maxLength?: number): readonly number[] {
  const all: Int32Array[] = []
  const bounds = maxLength === undefined ? {} : { maxLength }
  searchLoops(graph, bounds, (arcs, length) => all.push(arcs.slice(0, length)))
  const isNew = createEchelon()
  return all
    .sort((a, b) => a.length - b.length)
    .filter((loop) => isNew(asVector(graph, loop)))
    .map((loop) => loop.length)
}

function onRandomGraphs(check: (links: readonly GraphLink[], message: string) => void): void {
  for (let round = 0; round < seedCount(60); round += 1) {
    const seed = firstSeed() + round
    const random = createSeededRandom(seed)
    const variables = 3 + random.below(5)
    check(randomLinks(random, variables, variables + random.below(variables * 2)), `FUZZ_SEED=${seed}`)
  }
}

describe('the shortest independent set of loops', () => {
  it('LOOP-8: covers every link on a loop, is as large as it must be, independent, and as short as can be', () => {
    onRandomGraphs((links, message) => {
      const graph = graphFrom(links)
      const { loops, dimension, complete } = findIndependentLoops(graph)
      const { component } = findStrongComponents(graph)
      const onLoops = Array.from(graph.from.keys()).filter(
        (arc) => component[graph.from[arc] ?? 0] === component[graph.to[arc] ?? 0],
      )
      expect(complete, message).toBe(true)
      expect(loops.length, message).toBe(dimension)
      expect(
        [...new Set(loops.flatMap((loop) => [...loop]))].sort((a, b) => a - b),
        message,
      ).toEqual(onLoops)
      expect(rank(loops.map((loop) => asVector(graph, loop))), message).toBe(dimension)
      const lengths = loops.map((loop) => loop.length).sort((a, b) => a - b)
      expect(lengths, message).toEqual(shortestLengths(graph))
    })
  })

  it('LOOP-8: holds on larger graphs, against every loop that is no longer than the longest taken', () => {
    for (let round = 0; round < seedCount(6); round += 1) {
      const seed = firstSeed() + round
      const random = createSeededRandom(seed)
      const graph = graphFrom(randomLinks(random, 18, 44 + random.below(24)))
      const { loops, dimension } = findIndependentLoops(graph)
      const lengths = loops.map((loop) => loop.length).sort((a, b) => a - b)
      expect(lengths.length, `FUZZ_SEED=${seed}`).toBe(dimension)
      expect(lengths, `FUZZ_SEED=${seed}`).toEqual(shortestLengths(graph, lengths.at(-1)))
    }
  })

  it('LOOP-8: two loops that share a link, and a link of a variable to itself', () => {
    const { loops, dimension } = findIndependentLoops(graphOf('a+b b+a b+c c+a d+d'))
    expect(dimension).toBe(3)
    expect(loops.map((loop) => loop.length).sort((a, b) => a - b)).toEqual([1, 2, 3])
  })

  it('LOOP-7: says when time ran out', () => {
    const random = createSeededRandom(1)
    const { complete, loops, dimension } = findIndependentLoops(graphFrom(randomLinks(random, 60, 300)), () => true)
    expect(complete).toBe(false)
    expect(loops.length).toBeLessThan(dimension)
  })
})
