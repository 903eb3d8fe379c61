import { describe, expect, it } from 'vitest'
import type { CausalGraph, Sign } from '../../../lib/analysis/causalGraph'
import { findNeighbourhood } from '../../../lib/analysis/neighbourhood'
import { findPaths, type PathAnswer, type PathBounds } from '../../../lib/analysis/paths'
import { findShortestSigned, type ShortestSearch } from '../../../lib/analysis/signedPath'
import { createSeededRandom } from '../../../lib/base/random'
import { firstSeed, seedCount } from '../../helpers/seeds'
import { numberOf, randomGraph, weightedGraph } from './weightedGraph'

function ask(graph: CausalGraph, from: string, to: string, bounds?: PathBounds): PathAnswer {
  return findPaths(graph, numberOf(graph, from), numberOf(graph, to), bounds)
}
const nameOf = (graph: CausalGraph, arcs: readonly number[]): string =>
  arcs.map((arc) => graph.links[arc]?.[0]).join(' ')
const shortestOf = (graph: CausalGraph, search: ShortestSearch): string =>
  search.kind === 'found' ? nameOf(graph, search.path.arcs) : search.kind

/** Every path, the plain way. */
function allPaths(graph: CausalGraph, from: number, to: number): readonly (readonly number[])[] {
  const go = (at: number, met: ReadonlySet<number>): readonly (readonly number[])[] => {
    if (at === to) return [[]]
    return [...graph.from.keys()]
      .filter((arc) => graph.from[arc] === at && !met.has(graph.to[arc] as number))
      .flatMap((arc) =>
        go(graph.to[arc] as number, new Set([...met, graph.to[arc] as number])).map((rest) => [arc, ...rest]),
      )
  }
  return from === to ? [] : go(from, new Set([from]))
}
const signOf = (graph: CausalGraph, arcs: readonly number[]): Sign =>
  (arcs.reduce((sign, arc) => sign * (graph.sign[arc] as number), 1) + 0) as Sign

describe('findPaths', () => {
  it('PATH-1: all paths agree: same, opposite', () => {
    const graph = weightedGraph('A>B +,B>C -,C>D -,A>D +,D>E - late,E>A +')
    expect(ask(graph, 'A', 'D')).toMatchObject({
      verdict: 'same',
      isCertain: true,
      positive: 2,
      negative: 0,
      isComplete: true,
    })
    const down = ask(graph, 'A', 'E')
    expect(down).toMatchObject({ verdict: 'opposite', negative: 2 })
    expect(down.listed.map(({ arcs, sign, delays }) => [nameOf(graph, arcs), sign, delays])).toEqual([
      ['A-D D-E', -1, 1],
      ['A-B B-C C-D D-E', -1, 1],
    ])
  })

  it('PATH-2: paths of both signs are a trade-off, told by the shortest of each', () => {
    const graph = weightedGraph('Work>Output +,Work>Fatigue +,Fatigue>Errors +,Errors>Output -,Fatigue>Output -')
    const answer = ask(graph, 'Work', 'Output')
    expect(answer).toMatchObject({ verdict: 'ambiguous', isCertain: true, positive: 1, negative: 2 })
    expect(shortestOf(graph, answer.shortestPositive)).toBe('Work-Output')
    expect(shortestOf(graph, answer.shortestNegative)).toBe('Work-Fatigue Fatigue-Output')
    expect(answer.shortestUndecided).toEqual({ kind: 'none' })
  })

  it('PATH-3: a link without a sign leaves it undecided, unless both signs are there anyway', () => {
    const graph = weightedGraph('A>B ?,A>C +,C>B +')
    const answer = ask(graph, 'A', 'B')
    expect(answer).toMatchObject({ verdict: 'undecided', isCertain: true, positive: 1, negative: 0, undecided: 1 })
    expect(shortestOf(graph, answer.shortestUndecided)).toBe('A-B')
    expect(ask(weightedGraph('A>B ?,A>C +,C>B +,A>D -,D>B +'), 'A', 'B').verdict).toBe('ambiguous')
  })

  it('PATH-4: no path, and no path of a variable to itself', () => {
    const graph = weightedGraph('A>B +,B>B -,C>B +,B>A +')
    expect(ask(graph, 'A', 'C')).toMatchObject({ verdict: 'none', isCertain: true, isComplete: true, listed: [] })
    expect(ask(graph, 'A', 'A').verdict).toBe('none')
  })

  it('PATH-5: never longer than asked', () => {
    const graph = weightedGraph('A>B +,A>C +,C>D -,D>B +')
    expect(ask(graph, 'A', 'B').verdict).toBe('ambiguous')
    expect(ask(graph, 'A', 'B', { maxLength: 2 })).toMatchObject({ verdict: 'same', isComplete: true, negative: 0 })
  })

  // Every variable acts on every later one: 2^(n-2) paths.
  const many = weightedGraph(
    Array.from({ length: 22 }, (_, from) =>
      Array.from(
        { length: 21 - from },
        (__, more) =>
          `v${String(from).padStart(2, '0')}>v${String(from + more + 1).padStart(2, '0')} ${more === 20 ? '-' : '+'}`,
      ).join(','),
    )
      .filter((line) => line !== '')
      .join(','),
  )

  it('PATH-6: cut short it says "at least", lists the shortest, and still knows the shortest of each sign', () => {
    const answer = ask(many, 'v00', 'v21', { maxPaths: 500, maxListed: 3 })
    expect(answer).toMatchObject({
      isComplete: false,
      positive: 499,
      negative: 1,
      verdict: 'ambiguous',
      isCertain: true,
    })
    expect(answer.listed.map(({ arcs }) => arcs.length)).toEqual([1, 2, 2])
    expect(shortestOf(many, answer.shortestNegative)).toBe('v00-v21')
    expect(answer.shortestPositive).toMatchObject({ kind: 'found', path: { arcs: { length: 2 } } })
    expect(ask(many, 'v00', 'v21', { maxWork: 100 }).isComplete).toBe(false)
    expect(ask(many, 'v00', 'v20', { maxPaths: 10 })).toMatchObject({
      verdict: 'same',
      isCertain: true,
      isComplete: false,
    })
  })

  it('PATH-6: stops when told to', () => {
    let asked = 0
    const answer = ask(many, 'v00', 'v21', {
      maxPaths: Infinity,
      maxWork: Infinity,
      isOver: () => {
        asked += 1
        return asked > 2
      },
    })
    expect(answer.isComplete).toBe(false)
    expect(asked).toBe(3)
  })

  it('PATH-7: the way round a loop is no path, though a walk has the sign', () => {
    const graph = weightedGraph('A>B +,B>C +,C>B -,B>D +')
    expect(ask(graph, 'A', 'D')).toMatchObject({ verdict: 'same', isCertain: true, shortestNegative: { kind: 'none' } })
    // Here there is one, longer than the shortest walk.
    const longer = weightedGraph('A>B +,B>C +,C>B -,B>D +,A>E +,E>F +,F>G +,G>H +,H>D -')
    expect(shortestOf(longer, ask(longer, 'A', 'D').shortestNegative)).toBe('A-E E-F F-G G-H H-D')
  })

  it('PATH-8: counts, verdict and shortest paths as by trying everything', () => {
    for (let seed = firstSeed(); seed < firstSeed() + seedCount(150); seed += 1) {
      const random = createSeededRandom(seed)
      const size = 2 + random.below(6)
      const graph = randomGraph(random, { variables: size, density: 0.15 + 0.4 * random.next() })
      const [from, to] = [random.below(size), random.below(size)]
      const maxLength = random.next() < 0.3 ? 1 + random.below(size) : undefined
      const all = allPaths(graph, from, to).filter(({ length }) => length <= (maxLength ?? Infinity))
      const signed = (sign: Sign): readonly (readonly number[])[] => all.filter((arcs) => signOf(graph, arcs) === sign)
      const answer = findPaths(graph, from, to, maxLength === undefined ? {} : { maxLength })
      const [positive, negative, undecided] = [signed(1).length, signed(-1).length, signed(0).length]
      expect(answer, `seed ${seed}`).toMatchObject({ positive, negative, undecided, isComplete: true, isCertain: true })
      expect(answer.verdict, `seed ${seed}`).toBe(
        positive > 0 && negative > 0
          ? 'ambiguous'
          : undecided > 0
            ? 'undecided'
            : positive > 0
              ? 'same'
              : negative > 0
                ? 'opposite'
                : 'none',
      )
      expect(answer.listed.map(({ arcs }) => arcs.join()).sort(), `seed ${seed}`).toEqual(
        all
          .map((arcs) => arcs.join())
          .sort()
          .slice(0, 100),
      )
      for (const [sign, search] of [
        [1, answer.shortestPositive],
        [-1, answer.shortestNegative],
        [0, answer.shortestUndecided],
      ] as const) {
        const shortest = Math.min(...signed(sign).map(({ length }) => length))
        expect(search.kind === 'found' ? search.path.arcs.length : Infinity, `seed ${seed}`).toBe(shortest)
        if (search.kind !== 'found') continue
        expect(
          all.map((arcs) => arcs.join()),
          `seed ${seed}`,
        ).toContain(search.path.arcs.join())
        expect(search.path.sign, `seed ${seed}`).toBe(sign)
      }
    }
  })
})

describe('findShortestSigned', () => {
  it('PATH-9: says that it does not know when it had to give up', () => {
    // Many ways to the goal, all of them positive, and a negative loop that only walks can use.
    const names = Array.from({ length: 14 }, (_, at) => `v${String(at).padStart(2, '0')}`)
    const knot = names.flatMap((one) => names.filter((other) => other !== one).map((other) => `${one}>${other} +`))
    const graph = weightedGraph([...knot, 'v13>goal +', 'v13>x +', 'x>v13 -'].join(','))
    const search = findShortestSigned(graph, numberOf(graph, 'v00'), numberOf(graph, 'goal'), -1, { maxWork: 5000 })
    expect(search).toEqual({ kind: 'not-known' })
    expect(ask(graph, 'v00', 'goal', { maxWork: 5000 })).toMatchObject({ verdict: 'same', isCertain: false })
  })

  it('PATH-7, PATH-8: taking care changes no answer', () => {
    for (let seed = firstSeed(); seed < firstSeed() + seedCount(60); seed += 1) {
      const random = createSeededRandom(seed)
      const graph = randomGraph(random, { variables: 8, density: 0.15 + 0.3 * random.next() })
      for (const sign of [1, -1, 0] as const) {
        const lengths = [Infinity, 0].map((easyWork) => {
          const search = findShortestSigned(graph, 0, 7, sign, { easyWork })
          return search.kind === 'found' ? search.path.arcs.length : search.kind
        })
        expect(lengths[1], `seed ${seed}`).toBe(lengths[0])
      }
    }
  })

  it('PATH-9: by taking care it is sure where trying everything would take too long', () => {
    // A knot of thirty that agrees throughout, and a negative loop at the start that only walks can use.
    const knot = Array.from({ length: 30 }, (_, one) =>
      [1, 2, 3, 5, 8].map((more) => `v${one}>v${(one + more) % 30} +`).join(','),
    )
    const graph = weightedGraph([...knot, 'v0>x +', 'x>v0 -'].join(','))
    const [from, to] = [numberOf(graph, 'v0'), numberOf(graph, 'v19')]
    expect(findShortestSigned(graph, from, to, -1, { easyWork: Infinity, maxWork: 100_000 })).toEqual({
      kind: 'not-known',
    })
    expect(findShortestSigned(graph, from, to, -1, { maxWork: 100_000 })).toEqual({ kind: 'none' })
    expect(findShortestSigned(graph, from, to, 1)).toMatchObject({ kind: 'found' })
  })
})

describe('findNeighbourhood', () => {
  it('PATH-10: upstream, downstream or both, up to so many links', () => {
    const graph = weightedGraph('A>B +,B>C +,C>D -,D>B +,E>B ?,F')
    const around = (reach: 'up' | 'down' | 'both', steps?: number): Record<string, number> =>
      Object.fromEntries(
        [...findNeighbourhood(graph, numberOf(graph, 'B'), { reach, ...(steps === undefined ? {} : { steps }) })].map(
          ([at, distance]) => [graph.labels[at], distance],
        ),
      )
    expect(around('down')).toEqual({ C: 1, D: 2 })
    expect(around('down', 1)).toEqual({ C: 1 })
    expect(around('up')).toEqual({ A: 1, D: 1, E: 1, C: 2 })
    expect(around('both', 1)).toEqual({ A: 1, C: 1, D: 1, E: 1 })
  })
})
