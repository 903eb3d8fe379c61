import { describe, expect, it } from 'vitest'
import { downstreamOf, neighboursOf, upstreamOf } from '@/lib/analysis/adjacency'
import { createWalk, walkFrom } from '@/lib/analysis/distances'
import { measureReach } from '@/lib/analysis/reach'
import { firstSeed, seedCount } from '../../helpers/seeds'
import { allDistances, bothWays, graphOf, smallRandomGraph } from './smallGraphs'

describe('distances', () => {
  it('MEAS-8: are those of the shortest ways, along the links, against them and either way', () => {
    for (let seed = firstSeed(); seed < firstSeed() + seedCount(200); seed += 1) {
      const { size, pairs, graph } = smallRandomGraph(seed)
      const along = allDistances(size, pairs)
      const either = allDistances(size, bothWays(pairs))
      const walk = createWalk(size)
      for (let from = 0; from < size; from += 1) {
        const found = (adjacency: ReturnType<typeof downstreamOf>) =>
          [...walkFrom(adjacency, from, Infinity, walk).distance].map((steps) => (steps === -1 ? Infinity : steps))
        expect(found(downstreamOf(graph)), `seed ${seed}`).toEqual(along[from])
        expect(found(upstreamOf(graph)), `seed ${seed}`).toEqual(along.map((row) => row[from]))
        expect(found(neighboursOf(graph)), `seed ${seed}`).toEqual(either[from])
      }
    }
  })

  it('MEAS-2: neighbours are told once, ascending, without oneself', () => {
    const { start, target } = neighboursOf(graphOf(4, [[2, 0], [0, 2], [0, 1], [3, 0], [0, 0]])) // prettier-ignore
    expect([...start]).toEqual([0, 3, 4, 5, 6])
    expect([...target]).toEqual([1, 2, 3, 0, 0, 0])
  })
})

describe('reach', () => {
  const chain = graphOf(5, [[0, 1], [1, 2], [2, 3], [3, 3]]) // prettier-ignore

  it('MEAS-8, MEAS-4: counts others within two steps unless told, both ways', () => {
    expect([...measureReach(chain).downstream]).toEqual([2, 2, 1, 0, 0])
    expect([...measureReach(chain).upstream]).toEqual([0, 1, 2, 2, 0])
    expect([...measureReach(chain).downstreamShare]).toEqual([0.5, 0.5, 0.25, 0, 0])
    expect([...measureReach(chain, 1).downstream]).toEqual([1, 1, 1, 0, 0])
    expect([...measureReach(chain, Infinity).downstream]).toEqual([3, 2, 1, 0, 0])
  })

  it('MEAS-3: one variable alone has no share of others', () => {
    expect([...measureReach(graphOf(1, [])).downstreamShare]).toEqual([NaN])
  })

  it('MEAS-8: agrees with the distances', () => {
    for (let seed = firstSeed(); seed < firstSeed() + seedCount(100); seed += 1) {
      const { size, pairs, graph } = smallRandomGraph(seed)
      const expected = allDistances(size, pairs).map((row) => row.filter((steps) => steps > 0 && steps <= 3).length)
      expect([...measureReach(graph, 3).downstream], `seed ${seed}`).toEqual(expected)
    }
  })
})
