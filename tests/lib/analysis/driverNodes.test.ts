import { describe, expect, it } from 'vitest'
import { findDriverNodes } from '@/lib/analysis/driverNodes'
import { findMaximumMatching } from '@/lib/analysis/matching'
import { firstSeed, seedCount } from '../../helpers/seeds'
import { graphOf, smallRandomGraph, type Pair } from './smallGraphs'

/** Arcs of a largest matching, by trying every choice for every cause. */
function matchByTrying(size: number, pairs: readonly Pair[], without = -1, cause = 0, taken = 0): number {
  if (cause === size) return 0
  let most = matchByTrying(size, pairs, without, cause + 1, taken)
  for (const [from, to] of pairs) {
    if (from !== cause || to === without || (taken & (1 << to)) !== 0) continue
    most = Math.max(most, 1 + matchByTrying(size, pairs, without, cause + 1, taken | (1 << to)))
  }
  return most
}

describe('driver nodes', () => {
  it('MEAS-24: a chain takes one handle, a star one for each end but one, a ring any one', () => {
    expect(findDriverNodes(graphOf(3, [[0, 1], [1, 2]]))).toEqual({ count: 1, matched: 2, classes: ['critical', 'redundant', 'redundant'] }) // prettier-ignore
    expect(
      findDriverNodes(
        graphOf(4, [
          [0, 1],
          [0, 2],
          [0, 3],
        ]),
      ),
    ).toEqual({
      count: 3,
      matched: 1,
      classes: ['critical', 'intermittent', 'intermittent', 'intermittent'],
    })
    expect(findDriverNodes(graphOf(3, [[0, 1], [1, 2], [2, 0]]))).toEqual({ count: 1, matched: 3, classes: ['redundant', 'redundant', 'redundant'] }) // prettier-ignore
    expect(findDriverNodes(graphOf(0, [])).count).toBe(0)
  })

  it('MEAS-24, MEAS-4: acting on itself, a variable needs no handle of its own', () => {
    expect(findDriverNodes(graphOf(2, [[0, 0], [1, 1]])).matched).toBe(2) // prettier-ignore
  })

  it('MEAS-24: number and classes are those found by trying everything', () => {
    for (let seed = firstSeed(); seed < firstSeed() + seedCount(150); seed += 1) {
      const { size, pairs, graph } = smallRandomGraph(seed)
      const most = matchByTrying(size, pairs)
      const { count, matched, classes } = findDriverNodes(graph)
      expect(matched, `seed ${seed}`).toBe(most)
      expect(count, `seed ${seed}`).toBe(Math.max(size - most, 1))
      for (const [variable, found] of classes.entries()) {
        const hasCause = pairs.some(([, to]) => to === variable)
        const canBeLeft = matchByTrying(size, pairs, variable) === most
        const expected = hasCause ? (canBeLeft ? 'intermittent' : 'redundant') : 'critical'
        expect(found, `seed ${seed}, variable ${variable}`).toBe(expected)
      }
    }
  })

  it('MEAS-24: matched arcs are arcs of the map, no two from or to the same', () => {
    for (let seed = firstSeed(); seed < firstSeed() + seedCount(100); seed += 1) {
      const { pairs, graph } = smallRandomGraph(seed)
      const { effectOf, causeOf, count } = findMaximumMatching(graph)
      const taken = [...effectOf.entries()].filter(([, effect]) => effect !== -1)
      expect(taken, `seed ${seed}`).toHaveLength(count)
      for (const [cause, effect] of taken) {
        expect(causeOf[effect], `seed ${seed}`).toBe(cause)
        expect(pairs, `seed ${seed}`).toContainEqual([cause, effect])
      }
    }
  })

  it('MEAS-24: a chain of twenty thousand needs no depth of recursion', () => {
    const size = 20_000
    const chain = graphOf(
      size,
      Array.from({ length: size - 1 }, (_, at): Pair => [at, at + 1]),
    )
    expect(findDriverNodes(chain).count).toBe(1)
  })
})
