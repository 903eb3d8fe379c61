import { readStatements, type Statement, type Statements } from './statements'
import type { MapView } from '../../model/mapView'

/** How two sets overlap. */
export interface Overlap {
  readonly shared: number
  readonly onlyFirst: number
  readonly onlySecond: number
  /** Jaccard: shared by all that either has, 0 to 1; 1 where neither has any. */
  readonly jaccard: number
}

/** Causal links that both maps have, by their signs. */
export interface SharedSigns {
  readonly same: number
  readonly opposite: number
  /** One map, or neither, says a sign. */
  readonly open: number
}

/**
 * The score of Mental Modeler's compare tool: `correct - (extra + missing + reversed)`. It treats the first map as the
 * model answer; links of another sign count neither way.
 */
export interface ModelerScore {
  readonly score: number
  /** In both, with the same sign. */
  readonly correct: number
  /** In both, with another sign. */
  readonly otherSign: number
  /** Only in the second map. */
  readonly extra: number
  /** Only in the first. */
  readonly missing: number
  /** In the second map the other way round, and counted neither as extra nor as missing. */
  readonly reversed: number
}

export interface MapDistance {
  /** Variables, stakeholders and actions. */
  readonly elements: Overlap
  /** Links among those, of every kind; parallel links count once. */
  readonly links: Overlap
  readonly signs: SharedSigns
  /** Distance ratio, 0 to 1; NaN where there are no two variables that could be linked (`measureRatio`). */
  readonly ratio: number
  readonly modeler: ModelerScore
}

/** The parameters of the distance ratio, as the literature names them, at the values used here. */
export const ratioParameters = {
  /** alpha: links of a variable to itself are left out. */
  selfLinksLeftOut: 1,
  /** beta: the largest strength. Signs only: every link weighs 1. */
  largestStrength: 1,
  /** gamma: a link with an end that the other map has not differs by 1, a missing one by 0. */
  unsharedEnds: 1,
  /** delta: what opposite signs add to the difference of their values. */
  oppositeSigns: 0,
  /** epsilon: polarities that a link may have. */
  polarities: 2,
} as const

/** What a sign that only one of two maps says differs by: half of what a link differs by that only one has. */
const openSign = 0.5

/**
 * How far two maps are from each other, whichever is given first. Both must have the same ids for what they share
 * (versions of one map have; else `alignMap`). Cost: linear in both.
 */
export function measureDistance(first: MapView, second: MapView): MapDistance {
  const [a, b] = [readStatements(first), readStatements(second)]
  const signs = { same: 0, opposite: 0, open: 0 }
  for (const [key, { sign }] of a.links) {
    const other = b.links.get(key)?.sign
    if (sign === undefined || other === undefined) continue
    if (sign === '?' || other === '?') signs.open += 1
    else signs[sign === other ? 'same' : 'opposite'] += 1
  }
  return {
    elements: overlap(a.elements, b.elements),
    links: overlap(a.links, b.links),
    signs,
    ratio: measureRatio(a, b),
    modeler: scoreModel(a, b),
  }
}

function overlap(
  first: { readonly size: number; has(key: never): boolean; keys(): Iterable<string> },
  second: { readonly size: number; has(key: never): boolean },
): Overlap {
  let shared = 0
  for (const key of first.keys()) if (second.has(key as never)) shared += 1
  const all = first.size + second.size - shared
  return {
    shared,
    onlyFirst: first.size - shared,
    onlySecond: second.size - shared,
    jaccard: all === 0 ? 1 : shared / all,
  }
}

/**
 * The distance ratio of Langfield-Smith and Wirth (1992) as Markóczy and Goldberg (1995) generalised it, with
 * `ratioParameters`: over all ordered pairs of variables, the sum of what the two maps differ by, as a share of what
 * they could differ by at most. A pair that both maps know both ends of differs by 0 to 2 (a link of value +1, -1 or 0
 * for none); one with an end that only one map knows differs by 1 if that map links it.
 *
 * A sign that nobody said is not in the published method: here it differs from either sign by a half, and from no link
 * by 1, as any link does.
 *
 * The ratio is small for all sparse maps, since most pairs are linked in neither: read it with the share of links that
 * both have.
 *
 * @returns 0 to 1; 0 for maps that are the same, NaN for others with no pair of variables to differ in
 */
function measureRatio(a: Statements, b: Statements): number {
  const { largestStrength: beta, oppositeSigns: delta, polarities: epsilon, unsharedEnds: gamma } = ratioParameters
  let common = 0
  for (const id of a.variables) if (b.variables.has(id)) common += 1
  const [onlyA, onlyB] = [a.variables.size - common, b.variables.size - common]
  const within = epsilon * beta + delta
  const most =
    within * common ** 2 +
    gamma * (2 * common * (onlyA + onlyB) + onlyA ** 2 + onlyB ** 2) -
    (within * common + gamma * (onlyA + onlyB))
  if (most === 0) return onlyA + onlyB === 0 ? 0 : NaN
  let sum = 0
  for (const link of a.links.values()) sum += differ(link, b.links.get(link.key))
  for (const link of b.links.values()) if (!a.links.has(link.key)) sum += differ(link, undefined)
  return sum / most
}

/** What one pair of variables differs by, which at least one map links. */
function differ({ kind, from, to, sign }: Statement, other: Statement | undefined): number {
  if (kind !== 'causal' || from === to) return 0
  // Linked in one map only: 1, whether the other map knows both ends or not.
  if (other === undefined) return 1
  if (sign === other.sign) return 0
  return sign === '?' || other.sign === '?' ? openSign : 2 + ratioParameters.oppositeSigns
}

function scoreModel(first: Statements, second: Statements): ModelerScore {
  const causal = ({ links }: Statements): readonly Statement[] =>
    [...links.values()].filter(({ kind }) => kind === 'causal')
  const missing = causal(first).filter(({ key }) => !second.links.has(key))
  const extra = causal(second).filter(({ key }) => !first.links.has(key))
  const missed = new Set(missing.map(({ from, to }) => `${from} ${to}`))
  const reversed = extra.filter(({ from, to }) => missed.has(`${to} ${from}`)).length
  const shared = causal(second).flatMap(({ key, sign }) => {
    const there = first.links.get(key)
    return there === undefined ? [] : [there.sign === sign]
  })
  const correct = shared.filter((isSame) => isSame).length
  const counts = { extra: extra.length - reversed, missing: missing.length - reversed, reversed }
  return {
    score: correct - (counts.extra + counts.missing + reversed),
    correct,
    otherSign: shared.length - correct,
    ...counts,
  }
}
