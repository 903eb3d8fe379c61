import { describe, expect, it } from 'vitest'
import { neighboursOf } from '@/lib/analysis/adjacency'
import { findCommunities } from '@/lib/analysis/communities'
import { measureModularity } from '@/lib/analysis/modularity'
import { firstSeed, seedCount } from '../../helpers/seeds'
import { graphOf, mutualGraphOf, smallRandomGraph, zachary, type Pair } from './smallGraphs'

/** The best modularity of all divisions there are. */
function bestByTrying(size: number, modularity: (groups: Int32Array) => number): number {
  const groups = new Int32Array(size)
  const tryFrom = (index: number, count: number): number => {
    if (index === size) return modularity(groups)
    let best = -1
    for (let group = 0; group <= count; group += 1) {
      groups[index] = group
      best = Math.max(best, tryFrom(index + 1, Math.max(count, group + 1)))
    }
    return best
  }
  return tryFrom(0, 0)
}

/** Cliques of six in a ring, each tied to the next so that there are as many ties as asked for. */
function cliquesOf(ties: number): Pair[] {
  const pairs: Pair[] = []
  for (let clique = 0; clique < 8; clique += 1) {
    for (let a = 0; a < 6; a += 1) for (let b = a + 1; b < 6; b += 1) pairs.push([clique * 6 + a, clique * 6 + b])
  }
  for (let index = 0; pairs.length < ties; index += 1) {
    const place = index >> 3
    pairs.push([(index % 8) * 6 + place, ((index + 1) % 8) * 6 + place])
  }
  return pairs
}

describe('communities', () => {
  it("MEAS-21: Zachary's club falls into four, as well as is possible", () => {
    const { groups, count, modularity } = findCommunities(graphOf(34, zachary))
    expect(modularity).toBeCloseTo(0.4198, 4)
    expect(count).toBe(4)
    expect(groups[0]).not.toBe(groups[33])
  })

  it.each([127, 128, 129])('MEAS-21, MEAS-5: %i ties in eight cliques are eight groups', (ties) => {
    const pairs = cliquesOf(ties)
    const { groups, count, modularity } = findCommunities(mutualGraphOf(48, pairs))
    expect(count).toBe(8)
    expect([...groups]).toEqual(Array.from({ length: 48 }, (_, index) => Math.floor(index / 6)))
    // Each clique has 15 ties within; ties between are shared out evenly, but for the remainder.
    const degrees = new Float64Array(8)
    for (const pair of pairs)
      for (const end of pair) degrees[Math.floor(end / 6)] = (degrees[Math.floor(end / 6)] ?? 0) + 1
    const chance = degrees.reduce((sum, degree) => sum + (degree / (2 * ties)) ** 2, 0)
    expect(modularity).toBeCloseTo(120 / ties - chance, 12)
  })

  it('MEAS-1, MEAS-21: the same every time, the largest first', () => {
    const graph = graphOf(7, [[0, 1], [3, 4], [4, 5], [5, 3], [2, 6], [6, 2]]) // prettier-ignore
    const found = findCommunities(graph)
    expect([...found.groups]).toEqual([1, 1, 2, 0, 0, 0, 2])
    expect(findCommunities(graph)).toEqual(found)
  })

  it('MEAS-3, MEAS-21: without ties each is for itself and there is no modularity', () => {
    const { groups, count, modularity } = findCommunities(graphOf(3, [[1, 1]]))
    expect([...groups]).toEqual([0, 1, 2])
    expect(count).toBe(3)
    expect(modularity).toBeNaN()
    expect(findCommunities(graphOf(0, [])).count).toBe(0)
  })

  it('MEAS-21: comes within a hundredth of the best division of small maps', () => {
    for (let seed = firstSeed(); seed < firstSeed() + seedCount(60); seed += 1) {
      const { size, graph } = smallRandomGraph(seed)
      const neighbours = neighboursOf(graph)
      if (size > 8 || neighbours.target.length === 0) continue
      const { groups, modularity } = findCommunities(graph)
      expect(modularity, `seed ${seed}`).toBeCloseTo(measureModularity(neighbours, groups), 12)
      const best = bestByTrying(size, (tried) => measureModularity(neighbours, tried))
      expect(best - modularity, `seed ${seed}`).toBeLessThan(0.01)
    }
  })
})

describe('modularity', () => {
  it('MEAS-21: of two triangles on a string is 5/14 for the triangles and 0 for all in one', () => {
    const neighbours = neighboursOf(graphOf(6, [[0, 1], [1, 2], [2, 0], [2, 3], [3, 4], [4, 5], [5, 3]])) // prettier-ignore
    expect(measureModularity(neighbours, Int32Array.of(0, 0, 0, 1, 1, 1))).toBeCloseTo(5 / 14, 15)
    expect(measureModularity(neighbours, new Int32Array(6))).toBe(0)
  })
})
