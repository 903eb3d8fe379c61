import { describe, expect, it } from 'vitest'
import { measureMicmac } from '@/lib/analysis/micmac'
import { firstSeed, seedCount } from '../../helpers/seeds'
import { graphOf, randomPairs, smallRandomGraph, type Pair } from './smallGraphs'

/** Row sums of M to the given power, without the diagonal of M, exactly. */
function walks(size: number, pairs: readonly Pair[], power: number): bigint[] {
  let counts = Array.from({ length: size }, () => 1n)
  for (let step = 0; step < power; step += 1) {
    const next = Array.from({ length: size }, () => 0n)
    for (const [from, to] of pairs) if (from !== to) next[from] = (next[from] ?? 0n) + (counts[to] ?? 0n)
    counts = next
  }
  return counts
}

const turned = (pairs: readonly Pair[]) => pairs.map(([from, to]): Pair => [to, from])
const ranking = (counts: readonly bigint[]) =>
  counts.map((count) => counts.filter((other) => other > count).length).join()

describe('MICMAC', () => {
  it('MEAS-22, MEAS-4: direct influence is effects, dependence causes, itself left out', () => {
    const { direct } = measureMicmac(graphOf(3, [[0, 0], [0, 1], [0, 2], [1, 2]])) // prettier-ignore
    expect([...direct.influence]).toEqual([2, 1, 0])
    expect([...direct.dependence]).toEqual([0, 1, 2])
  })

  it('MEAS-23: fields are by the means, and at the mean is not above it', () => {
    const { direct } = measureMicmac(graphOf(4, [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [3, 1], [3, 2], [2, 1]])) // prettier-ignore
    // Influence 3, 2, 1, 2 and dependence 0, 3, 3, 2, both 2 in the mean.
    expect(direct.fields).toEqual(['driving', 'dependent', 'dependent', 'autonomous'])
    const pair = measureMicmac(graphOf(3, [[0, 1], [1, 0]])).direct // prettier-ignore
    expect(pair.fields).toEqual(['relay', 'relay', 'autonomous'])
  })

  it('MEAS-22: the power is the first from 2 on after which both rankings stay for one more', () => {
    let settled = 0
    for (let seed = firstSeed(); seed < firstSeed() + seedCount(200); seed += 1) {
      const { size, pairs, graph } = smallRandomGraph(seed)
      const { indirect, way } = measureMicmac(graph)
      const isSettled = (power: number) =>
        walks(size, pairs, power + 1).some((count) => count > 0n) &&
        [pairs, turned(pairs)].every(
          (arcs) => ranking(walks(size, arcs, power)) === ranking(walks(size, arcs, power + 1)),
        )
      if (way.kind === 'damped') {
        expect([2, 3, 4, 5, 6, 7, 8].filter(isSettled), `seed ${seed}`).toEqual([])
        continue
      }
      settled += 1
      expect(isSettled(way.power), `seed ${seed}`).toBe(true)
      for (let power = 2; power < way.power; power += 1) expect(isSettled(power), `seed ${seed}`).toBe(false)
      expect([...indirect.influence].map(BigInt), `seed ${seed}`).toEqual(walks(size, pairs, way.power))
      expect([...indirect.dependence].map(BigInt), `seed ${seed}`).toEqual(walks(size, turned(pairs), way.power))
    }
    expect(settled).toBeGreaterThan(0)
  })

  it('MEAS-22: without loops the powers come to nothing, and a damped sum stands in', () => {
    const { indirect, way } = measureMicmac(graphOf(3, [[0, 1], [1, 2]])) // prettier-ignore
    expect(way).toEqual({ kind: 'damped', alpha: 0.5 })
    expect([...indirect.influence]).toEqual([0.75, 0.5, 0])
    expect([...indirect.dependence]).toEqual([0, 0.5, 0.75])
    expect(indirect.fields).toEqual(['driving', 'relay', 'dependent'])
  })

  it('MEAS-22: rankings that swing for ever are damped, and the sum satisfies its equation', () => {
    // Walks leave the two on the left and the one on the right by turns.
    const pairs: readonly Pair[] = [[0, 2], [1, 2], [2, 0], [2, 1], [3, 0], [4, 3]] // prettier-ignore
    const { indirect, way } = measureMicmac(graphOf(5, pairs))
    const alpha = way.kind === 'damped' ? way.alpha : NaN
    expect(alpha).toBeCloseTo(0.5 / Math.SQRT2, 3)
    for (const [variable, value] of indirect.influence.entries()) {
      const effects = pairs.filter(([from]) => from === variable)
      const expected = effects.reduce((sum, [, to]) => sum + alpha * (1 + (indirect.influence[to] ?? 0)), 0)
      expect(value).toBeCloseTo(expected, 12)
    }
  })

  it('MEAS-22: is finite and tells which way on a dense map', () => {
    const { indirect, way } = measureMicmac(graphOf(60, randomPairs(60, 3000, firstSeed())))
    expect(indirect.influence.every(Number.isFinite)).toBe(true)
    expect(['powers', 'damped']).toContain(way.kind)
  })

  it('MEAS-22: an empty map has nothing to rank', () => {
    expect(measureMicmac(graphOf(0, [])).indirect.fields).toEqual([])
  })
})
