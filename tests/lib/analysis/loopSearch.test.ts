import { describe, expect, it } from 'vitest'
import type { CausalGraph, GraphLink, Sign } from '../../../lib/analysis/causalGraph'
import { readLoop, type Loop } from '../../../lib/analysis/loop'
import { searchLoops, type SearchBounds } from '../../../lib/analysis/loopSearch'
import { createSeededRandom } from '../../../lib/base/random'
import { firstSeed, seedCount } from '../../helpers/seeds'
import { graphFrom, graphOf, randomLinks } from './graphs'

function listLoops(graph: CausalGraph, bounds?: SearchBounds): readonly Loop[] {
  const loops: Loop[] = []
  searchLoops(graph, bounds, (arcs, length) => loops.push(readLoop(graph, arcs.slice(0, length))))
  return loops
}

const keysOf = (loops: readonly Loop[]): readonly string[] => loops.map((loop) => loop.key).sort()

/** Every loop by trying every path: slow, and plain to see that it is right. */
function tryEverything(links: readonly GraphLink[]): readonly string[] {
  const keys = new Set<string>()
  const walk = (path: readonly GraphLink[]): void => {
    const end = path.at(-1)?.to
    if (end === path[0]?.from) {
      keys.add([...path.map((link) => link.id)].sort().join(' '))
      return
    }
    for (const link of links) {
      if (link.from === end && !path.some((one) => one.to === link.to)) walk([...path, link])
    }
  }
  for (const link of links) walk([link])
  return [...keys].sort()
}

const asSets = (loops: readonly Loop[]): readonly string[] =>
  loops.map((loop) => [...loop.links].sort().join(' ')).sort()

/** Runs a check on many small random graphs. */
function onRandomGraphs(check: (links: readonly GraphLink[], message: string) => void, rounds = seedCount(150)): void {
  for (let round = 0; round < rounds; round += 1) {
    const seed = firstSeed() + round
    const random = createSeededRandom(seed)
    const variables = 2 + random.below(6)
    check(randomLinks(random, variables, 1 + random.below(variables * 3)), `FUZZ_SEED=${seed}`)
  }
}

/** Every arrow between `size` variables. */
function complete(size: number): CausalGraph {
  const arrows: string[] = []
  for (let from = 0; from < size; from += 1) {
    for (let to = 0; to < size; to += 1) if (from !== to) arrows.push(`v${from}+v${to}`)
  }
  return graphOf(arrows.join(' '))
}

describe('searching loops', () => {
  it.each([
    [5, 84],
    [8, 16_064],
    [9, 125_664],
  ])('LOOP-2: where everything acts on everything, %i variables have %i loops', (size, loops) => {
    expect(searchLoops(complete(size))).toMatchObject({
      found: loops,
      reinforcing: loops,
      longest: size,
      complete: true,
    })
  })

  it('LOOP-2: agrees with trying every path, and every loop is closed, elementary and found once', () => {
    onRandomGraphs((links, message) => {
      const graph = graphFrom(links)
      const loops = listLoops(graph)
      expect(asSets(loops), message).toEqual(tryEverything(links))
      const byId = new Map(links.map((link) => [link.id, link]))
      for (const loop of loops) {
        expect(new Set(loop.variables).size, message).toBe(loop.links.length)
        for (const [index, id] of loop.links.entries()) {
          const next = loop.variables[(index + 1) % loop.variables.length]
          expect([byId.get(id)?.from, byId.get(id)?.to], message).toEqual([loop.variables[index], next])
        }
      }
    })
  })

  it('LOOP-2: up to a length, finds just those of the whole search that are no longer', () => {
    onRandomGraphs((links, message) => {
      const graph = graphFrom(links)
      const all = listLoops(graph)
      for (const maxLength of [1, 2, 3, 4, 6]) {
        const expected = keysOf(all.filter((loop) => loop.links.length <= maxLength))
        expect(keysOf(listLoops(graph, { maxLength })), `${message}, ${maxLength}`).toEqual(expected)
      }
    })
  })

  it('LOOP-3: the order of drawing changes nothing, not even the order of the loops', () => {
    onRandomGraphs((links, message) => {
      const shuffled = [...links].sort((a, b) => (a.id.split('').reverse().join('') < b.id ? -1 : 1))
      expect(listLoops(graphFrom(shuffled)), message).toEqual(listLoops(graphFrom(links)))
    })
  })

  it('LOOP-4: signs, an unknown one, and a link of a variable to itself', () => {
    const graph = graphOf('a+b b-c c-a b-a c?c')
    expect(searchLoops(graph)).toEqual({
      found: 3,
      reinforcing: 1,
      balancing: 1,
      undetermined: 1,
      longest: 3,
      complete: true,
    })
    expect(listLoops(graph).map((loop) => [loop.key, loop.kind])).toEqual([
      ['cc', 'undetermined'],
      ['ab.ba', 'balancing'],
      ['ab.bc.ca', 'reinforcing'],
    ])
  })

  it('LOOP-4: flipping one sign flips the kind of each decided loop through it, and of no other', () => {
    onRandomGraphs((links, message) => {
      const [first, ...others] = links
      if (first === undefined) return
      const flipped = graphFrom([{ ...first, sign: -first.sign as Sign }, ...others])
      const kinds = new Map(listLoops(flipped).map((loop) => [loop.key, loop.kind]))
      const opposite = { reinforcing: 'balancing', balancing: 'reinforcing', undetermined: 'undetermined' } as const
      for (const loop of listLoops(graphFrom(links))) {
        const expected = loop.links.includes(first.id) ? opposite[loop.kind] : loop.kind
        expect(kinds.get(loop.key), message).toBe(expected)
      }
    })
  })

  it('LOOP-5: the opposite of a variable, and all links reversed, keep the kinds', () => {
    const count = (links: readonly GraphLink[]): unknown => searchLoops(graphFrom(links))
    onRandomGraphs((links, message) => {
      const negated = links.map((link) => {
        const times = (link.from === 'v0' ? -1 : 1) * (link.to === 'v0' ? -1 : 1)
        return { ...link, sign: (link.sign * times || 0) as Sign }
      })
      const reversed = links.map((link) => ({ ...link, from: link.to, to: link.from }))
      expect(count(negated), message).toEqual(count(links))
      expect(count(reversed), message).toEqual(count(links))
    })
  })

  it('LOOP-6: one late link makes the loop delayed', () => {
    expect(listLoops(graphOf('a+b b+|a')).map((loop) => loop.delayed)).toEqual([true])
    expect(listLoops(graphOf('a+b b+a a+|c')).map((loop) => loop.delayed)).toEqual([false])
  })

  it('LOOP-7: stops at a count and when time is over, and says so', () => {
    expect(searchLoops(complete(9), { maxLoops: 100 })).toMatchObject({ found: 100, complete: false })
    let asked = 0
    const stopped = searchLoops(complete(11), { isOver: () => (asked += 1) > 2 })
    expect(stopped.complete).toBe(false)
    expect(stopped.found).toBeGreaterThan(0)
    expect(stopped.found).toBeLessThan(20_000)
    const short = searchLoops(complete(11), { maxLength: 6, isOver: () => true })
    expect(short.complete).toBe(false)
  })

  it('LOOP-2: a ring of 5,000 variables is one loop', () => {
    const links = Array.from({ length: 5_000 }, (_, index) => `v${index}+v${(index + 1) % 5_000}`)
    expect(searchLoops(graphOf(links.join(' ')))).toMatchObject({ found: 1, longest: 5_000, complete: true })
  })
})
