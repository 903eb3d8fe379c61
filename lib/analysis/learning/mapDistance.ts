import type { MapView } from '../../model/mapView'
import { measureRatio } from './distanceRatio'
import { readStatements, type Statement, type Statements } from './statements'

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
  /** Element distance ratio: the same with delays, where a delayed link weighs two. */
  readonly elementRatio: number
  readonly modeler: ModelerScore
}

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
    elementRatio: measureRatio(a, b, { withDelays: true }),
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
