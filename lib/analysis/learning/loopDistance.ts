import type { ElementId, LinkId } from '../../base/ids'
import { compareValues } from '../../base/textOrder'
import type { MapView } from '../../model/mapView'
import { toCausalGraph } from '../causalGraph'
import type { Loop } from '../loop'
import { findLoopsWhole, type LoopBounds, type StartTimer } from '../loopSet'
import { readStatements, type Statement } from './statements'

/** Two loops, one of each map, that are about the same variables. */
export interface MatchedLoops {
  readonly first: Loop
  readonly second: Loop
  /** Loop distance ratio, 0 to 1: the mean over the links of both of what they differ by. */
  readonly ratio: number
}

export interface LoopDistance {
  /** The most alike first. */
  readonly matched: readonly MatchedLoops[]
  readonly onlyFirst: readonly Loop[]
  readonly onlySecond: readonly Loop[]
  /** Model distance ratio, 0 to 1: the mean over the loops of both maps, each without a match 1; 0 where neither has a loop. */
  readonly ratio: number
  /** These are all loops of both maps. */
  readonly isAll: boolean
}

/** Loops compared of each map: the shortest, and the independent ones. */
const bounds: LoopBounds = { maxLength: 8, maxListed: 400, maxCounted: 100_000 }

/** Two loops are about the same thing from this share of common variables on. */
const leastAlike = 0.5

/** What a link of a pair of loops differs by. */
const differs = { delay: 0.5, openSign: 0.5, sign: 1, absent: 1 } as const

/**
 * How far two maps are from each other by their feedback loops, after Schaffernicht and Groesser (2011), whichever is
 * given first: loops are matched by the variables that both pass, the most alike first and each once, from half of them
 * on; the links of a matched pair differ by nothing, by a half (another delay, or a sign that one map does not say), or
 * by one (another sign, or in one loop alone). How loops are matched, and the half for a sign that nobody said, are
 * Weft's: the paper leaves both to the modeller.
 *
 * Both maps must have the same ids for what they share (`alignMap`).
 * @param startTimer ends the search for loops, as in `findLoops`
 * Cost: two searches for loops, and the product of their numbers (at most some hundreds each)
 */
export function measureLoopDistance(first: MapView, second: MapView, startTimer?: StartTimer): LoopDistance {
  const [a, b] = [readLoops(first, startTimer), readLoops(second, startTimer)]
  const pairs = a.loops.flatMap((one) =>
    b.loops.flatMap((other) => {
      const alike = shareOf(one.variables, other.variables)
      return alike < leastAlike ? [] : [{ one, other, alike, ratio: measurePair(one, other) }]
    }),
  )
  // Among pairs that pass as many common variables the one that differs least; then by their names, whichever map is first.
  pairs.sort(
    (x, y) => y.alike - x.alike || x.ratio - y.ratio || compareValues(nameOf(x.one, x.other), nameOf(y.one, y.other)),
  )
  const [takenA, takenB] = [new Set<ReadLoop>(), new Set<ReadLoop>()]
  const matched: MatchedLoops[] = []
  for (const { one, other, ratio } of pairs) {
    if (takenA.has(one) || takenB.has(other)) continue
    takenA.add(one)
    takenB.add(other)
    matched.push({ first: one.loop, second: other.loop, ratio })
  }
  const without = (loops: readonly ReadLoop[], taken: ReadonlySet<ReadLoop>): readonly Loop[] =>
    loops.filter((one) => !taken.has(one)).map(({ loop }) => loop)
  const [onlyFirst, onlySecond] = [without(a.loops, takenA), without(b.loops, takenB)]
  const unmatched = onlyFirst.length + onlySecond.length
  const all = matched.length + unmatched
  const sum = matched.reduce((total, { ratio }) => total + ratio, unmatched)
  return { matched, onlyFirst, onlySecond, ratio: all === 0 ? 0 : sum / all, isAll: a.isAll && b.isAll }
}

interface ReadLoop {
  readonly loop: Loop
  readonly variables: ReadonlySet<ElementId>
  /** By the key that they have in both maps. */
  readonly statements: ReadonlyMap<string, Statement>
  readonly name: string
}

function readLoops(
  view: MapView,
  startTimer: StartTimer | undefined,
): { readonly loops: readonly ReadLoop[]; readonly isAll: boolean } {
  const { loops, complete } = findLoopsWhole(toCausalGraph(view), bounds, startTimer)
  const byLink = new Map<LinkId, Statement>()
  for (const said of readStatements(view).links.values()) for (const id of said.links) byLink.set(id, said)
  return {
    loops: loops.map((loop) => {
      const said = loop.links.flatMap((id) => byLink.get(id) ?? [])
      const statements = new Map(said.map((one) => [one.key, one]))
      return { loop, variables: new Set(loop.variables), statements, name: [...statements.keys()].sort().join(' ') }
    }),
    isAll: complete,
  }
}

/** Loop distance ratio of two loops that are taken for one. */
function measurePair(one: ReadLoop, other: ReadLoop): number {
  let sum = 0
  for (const [key, link] of one.statements) {
    const there = other.statements.get(key)
    sum += there === undefined ? differs.absent : differ(link, there)
  }
  const absent = [...other.statements.keys()].filter((key) => !one.statements.has(key)).length
  return (sum + absent * differs.absent) / (one.statements.size + absent)
}

function differ(one: Statement, other: Statement): number {
  if (one.sign === other.sign) return one.delayed === other.delayed ? 0 : differs.delay
  return one.sign === '?' || other.sign === '?' ? differs.openSign : differs.sign
}

function shareOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let common = 0
  for (const id of one) if (other.has(id)) common += 1
  return common / (one.size + other.size - common)
}

function nameOf(one: ReadLoop, other: ReadLoop): string {
  return [one.name, other.name].sort().join(' | ')
}
