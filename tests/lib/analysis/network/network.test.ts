import { describe, expect, it } from 'vitest'
import { brokerageRoles, countBrokerage, type BrokerageRole } from '@/lib/analysis/network/brokerage'
import { measureCentralisation } from '@/lib/analysis/network/centralisation'
import type { ElementId } from '@/lib/base/ids'
import { describeGraph } from '@/lib/analysis/describeGraph'
import { findHoldingTies, findReliances, measureFragmentation } from '@/lib/analysis/network/fragmentation'
import { measureExternalInternal, measureMixing, measureNodeMixing } from '@/lib/analysis/network/groupMixing'
import { findSilos, findUntied } from '@/lib/analysis/network/silos'
import { measureWays } from '@/lib/analysis/network/ways'
import { firstSeed, seedCount } from '../../../helpers/seeds'
import { florentine, graphOf, kite, mutualGraphOf, randomPairs, zachary, type Pair } from '../smallGraphs'
import { drawGroups, groupsOf } from './networks'

const seeds = (count: number): number[] => Array.from({ length: seedCount(count) }, (_, index) => firstSeed() + index)
const star = (size: number): Pair[] => Array.from({ length: size - 1 }, (_, index): Pair => [0, index + 1])

describe('mixing of groups', () => {
  it('NET-10: counts arcs between groups, and what chance would have', () => {
    const { arcs, expected } = measureMixing(
      graphOf(4, [
        [0, 1],
        [0, 2],
        [2, 3],
        [3, 0],
      ]),
      groupsOf('aabb'),
    )
    expect(arcs.map((row) => [...row])).toEqual([
      [1, 1],
      [1, 1],
    ])
    // 4 arcs over 12 ordered pairs: 2 within each group, 4 each way between.
    expect(expected.map((row) => [...row])).toEqual([
      [2 / 3, 4 / 3],
      [4 / 3, 2 / 3],
    ])
  })

  it('NET-10: assortativity is 1 among their like, below 0 only across, and undefined where nothing could differ', () => {
    const within: Pair[] = [
      [0, 1],
      [2, 3],
    ]
    const across: Pair[] = [
      [0, 2],
      [1, 3],
    ]
    expect(measureMixing(mutualGraphOf(4, within), groupsOf('aabb')).assortativity).toBeCloseTo(1, 12)
    expect(measureMixing(mutualGraphOf(4, across), groupsOf('aabb')).assortativity).toBeCloseTo(-1, 12)
    expect(measureMixing(mutualGraphOf(4, within), groupsOf('aaaa')).assortativity).toBeNaN()
    expect(measureMixing(graphOf(4, []), groupsOf('aabb')).assortativity).toBeNaN()
  })

  it('NET-10: who has no group is left out', () => {
    const graph = mutualGraphOf(3, [
      [0, 1],
      [1, 2],
    ])
    expect(measureMixing(graph, groupsOf('a.b')).arcs.map((row) => [...row])).toEqual([
      [0, 0],
      [0, 0],
    ])
    expect(measureExternalInternal(graph, groupsOf('aa.'))).toMatchObject({ external: 0, internal: 1, index: -1 })
  })

  it('NET-11: the E-I index runs from each by itself to only across', () => {
    expect(
      measureExternalInternal(
        mutualGraphOf(4, [
          [0, 1],
          [2, 3],
        ]),
        groupsOf('aabb'),
      ).index,
    ).toBe(-1)
    expect(
      measureExternalInternal(
        mutualGraphOf(4, [
          [0, 2],
          [1, 3],
        ]),
        groupsOf('aabb'),
      ).index,
    ).toBe(1)
    expect(measureExternalInternal(graphOf(4, []), groupsOf('aabb')).index).toBeNaN()
    // Two groups of two: four pairs across, two within.
    expect(measureExternalInternal(graphOf(4, []), groupsOf('aabb')).expected).toBeCloseTo(1 / 3, 12)
  })

  it('NET-14: where the index could be no other, neither sizes nor chance are told', () => {
    const pair = measureExternalInternal(mutualGraphOf(2, [[0, 1]]), groupsOf('ab'))
    expect(pair).toMatchObject({ external: 1, internal: 0, index: 1, expected: NaN, p: NaN })
    const all: Pair[] = [
      [0, 1],
      [0, 2],
      [1, 2],
    ]
    expect(measureExternalInternal(mutualGraphOf(3, all), groupsOf('aab'))).toMatchObject({ expected: NaN, p: NaN })
    // One tie less, and it matters who is of which.
    const some = measureExternalInternal(mutualGraphOf(3, all.slice(1)), groupsOf('aab'))
    expect(some.expected).toBeCloseTo(1 / 3, 12)
    expect(some.p).toBeGreaterThan(0)
  })

  it('NET-11: says how far chance would go, the same every time', () => {
    const faction = Array.from({ length: 34 }, (_, node) =>
      [0, 1, 2, 3, 4, 5, 6, 7, 10, 11, 12, 13, 16, 17, 19, 21].includes(node) ? 'a' : 'b',
    ).join('')
    const split = measureExternalInternal(mutualGraphOf(34, zachary), groupsOf(faction))
    expect(split.index).toBeLessThan(-0.6)
    expect(split.p).toBeCloseTo(1 / 1001, 6)
    const drawn = measureExternalInternal(mutualGraphOf(34, zachary), groupsOf('ab'.repeat(17)))
    expect(drawn.p).toBeGreaterThan(0.05)
    expect(measureExternalInternal(mutualGraphOf(34, zachary), groupsOf('ab'.repeat(17)))).toEqual(drawn)
  })

  it('NET-12: each node’s share across, and how various its neighbours are', () => {
    const { across, variety } = measureNodeMixing(
      mutualGraphOf(5, [
        [0, 1],
        [0, 2],
        [0, 3],
      ]),
      groupsOf('aabc.'),
    )
    expect(across[0]).toBeCloseTo(2 / 3, 12)
    expect(variety[0]).toBeCloseTo(1 - 3 / 9, 12)
    expect(across[1]).toBe(0)
    expect(across[4]).toBeNaN()
  })
})

describe('brokerage', () => {
  const roleOf = (a: number, v: number, c: number): BrokerageRole =>
    a === v && v === c
      ? 'coordinator'
      : a === c
        ? 'consultant'
        : a === v
          ? 'representative'
          : v === c
            ? 'gatekeeper'
            : 'liaison'

  it('NET-13: is counted as the definition has it', () => {
    for (const seed of seeds(60)) {
      const size = 3 + (seed % 8)
      const pairs = randomPairs(size, 2 + (seed % 30), seed)
      const grouping = drawGroups(size, 1 + (seed % 4), seed)
      const { counts, total } = countBrokerage(graphOf(size, pairs), grouping)
      const leads = new Set(pairs.map(([a, b]) => a * size + b))
      for (let v = 0; v < size; v += 1) {
        const byRole = new Map<BrokerageRole, number>()
        for (let a = 0; a < size; a += 1) {
          for (let c = 0; c < size; c += 1) {
            const groups = [a, v, c].map((node) => grouping.group[node] ?? -1) as [number, number, number]
            if (a === c || a === v || c === v || groups.some((group) => group < 0)) continue
            if (!leads.has(a * size + v) || !leads.has(v * size + c) || leads.has(a * size + c)) continue
            const role = roleOf(...groups)
            byRole.set(role, (byRole.get(role) ?? 0) + 1)
          }
        }
        for (const role of brokerageRoles) expect(counts[role][v], `seed ${seed}`).toBe(byRole.get(role) ?? 0)
        expect(total[v]).toBe([...byRole.values()].reduce((sum, count) => sum + count, 0))
      }
    }
  })

  it('NET-13: what chance would have sums to all pairs', () => {
    const grouping = groupsOf('aaabbc')
    const graph = graphOf(6, randomPairs(6, 12, 3))
    const { expected } = countBrokerage(graph, grouping)
    const chance = 0.4 ** 2 * 0.6
    for (let node = 0; node < 6; node += 1) {
      const sum = brokerageRoles.reduce((all, role) => all + (expected[role][node] ?? NaN), 0)
      expect(sum).toBeCloseTo(chance * 5 * 4, 12)
    }
    // Of a's own there are two others: two ordered pairs.
    expect(expected.coordinator[0]).toBeCloseTo(chance * 2, 12)
    // Two b and one c elsewhere: two ordered pairs of b.
    expect(expected.consultant[0]).toBeCloseTo(chance * 2, 12)
    expect(expected.liaison[0]).toBeCloseTo(chance * 4, 12)
  })

  it('NET-13: in ties without direction representatives are gatekeepers too', () => {
    const { counts } = countBrokerage(mutualGraphOf(10, kite), groupsOf('aaaabbbccc'))
    expect([...counts.gatekeeper]).toEqual([...counts.representative])
  })
})

describe('the whole', () => {
  it('NET-20: diameter, average and how much of the pairs they speak of', () => {
    expect(measureWays(mutualGraphOf(10, kite))).toMatchObject({ diameter: 4, reached: 45, pairs: 45 })
    const pieces = measureWays(
      mutualGraphOf(5, [
        [0, 1],
        [1, 2],
      ]),
    )
    expect(pieces).toMatchObject({ diameter: 2, average: 4 / 3, reached: 3, pairs: 10 })
    expect(pieces.efficiency).toBeCloseTo(2.5 / 10, 12)
    expect(measureWays(graphOf(3, []))).toMatchObject({ diameter: NaN, average: NaN, reached: 0 })
    expect(measureWays(graphOf(1, [])).efficiency).toBeNaN()
  })

  it('NET-21: centralisation is 1 for a star, 0 where all stand alike, undefined below three', () => {
    const { degree, closeness, betweenness } = measureCentralisation(mutualGraphOf(6, star(6)))
    for (const one of [degree, closeness, betweenness]) expect(one).toBeCloseTo(1, 12)
    const ring = measureCentralisation(
      mutualGraphOf(5, [
        [0, 1],
        [1, 2],
        [2, 3],
        [3, 4],
        [4, 0],
      ]),
    )
    for (const one of Object.values(ring)) expect(one).toBeCloseTo(0, 12)
    expect(measureCentralisation(mutualGraphOf(2, [[0, 1]])).degree).toBeNaN()
    expect(measureCentralisation(mutualGraphOf(4, [[0, 1]])).closeness).toBeNaN()
  })

  it('NET-22: whose loss breaks it up most, and into what', () => {
    const graph = mutualGraphOf(10, kite)
    expect(measureFragmentation(graph)).toBe(0)
    const [heather, ike, ...others] = findReliances(graph)
    expect(heather).toMatchObject({ node: 7, pieces: [7, 2] })
    expect(heather?.fragmentation).toBeCloseTo(0.388889, 6)
    expect(ike).toMatchObject({ node: 8, pieces: [8, 1] })
    expect(others).toEqual([])
    expect(measureFragmentation(graphOf(4, []))).toBe(1)
    expect(measureFragmentation(graphOf(1, []))).toBeNaN()
  })

  it('NET-23: the ties that alone hold it together, the larger halves first', () => {
    expect(findHoldingTies(mutualGraphOf(10, kite))).toEqual([
      { ends: [7, 8], sides: [8, 2] },
      { ends: [8, 9], sides: [9, 1] },
    ])
    expect(findHoldingTies(mutualGraphOf(15, florentine)).map(({ ends }) => ends)).toContainEqual([8, 12])
  })
})

describe('what is said of holding ties', () => {
  it('NET-23: all of them are named, the larger halves first, whatever their ids', () => {
    // Two leaves on the first, then a chain whose middle tie parts the network best.
    const chain: Pair[] = [
      [0, 1],
      [0, 2],
      [0, 3],
      [3, 4],
      [4, 5],
      [4, 6],
      [4, 7],
    ]
    const names = 'abcdefgh'.split('')
    const { whole } = describeGraph({
      graph: { ...mutualGraphOf(8, chain), strength: new Float64Array(14).fill(NaN) },
      ids: names as ElementId[],
      labels: names.map((name) => name.toUpperCase()),
    })
    expect(whole.bridges[0]).toEqual(['d', 'e'])
    expect(whole.bridges.map((ends) => ends.join(''))).toEqual(['de', 'ad', 'ab', 'ac', 'ef', 'eg', 'eh'])
    expect(whole.bridgeNames[0]).toEqual(['D', 'E'])
  })
})

describe('silos', () => {
  const triangles: Pair[] = [
    [0, 1],
    [1, 2],
    [0, 2],
    [3, 4],
    [4, 5],
    [3, 5],
    [2, 3],
  ]

  it('NET-24: are groups with ties of their own and hardly one outside', () => {
    expect(findSilos(mutualGraphOf(6, triangles), groupsOf('aaabbb'))).toEqual([])
    const apart = findSilos(mutualGraphOf(7, [...triangles.slice(0, -1), [3, 6]]), groupsOf('aaabbbc'))
    expect(apart).toMatchObject([{ group: 0, members: 3, within: 3, outside: 0 }])
    // One of four ties: not fewer than one in four.
    expect(findSilos(mutualGraphOf(7, triangles), groupsOf('aaabbbc'))).toEqual([])
  })

  it('NET-24: nearly everybody is no silo, nor is one alone', () => {
    expect(findSilos(mutualGraphOf(5, star(5)), groupsOf('aaaaa'))).toEqual([])
    expect(findSilos(mutualGraphOf(2, [[0, 1]]), groupsOf('ab'))).toEqual([])
  })

  it('NET-25: groups without any tie are told apart', () => {
    expect(findUntied(mutualGraphOf(4, [[0, 1]]), groupsOf('aabb'))).toEqual([1])
  })
})
