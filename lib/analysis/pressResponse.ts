import type { ElementId } from '../base/ids'
import { fail, succeed, type Result } from '../base/result'
import type { CausalGraph } from './causalGraph'
import { findCharacteristic, isHurwitz, type SparseRows } from './characteristic'
import { findMinorPermanents, mostForPermanents } from './permanents'

/** Beyond this many variables exact numbers take too long for somebody who waits. */
export const mostForPress = 80

/** At least this share of the feedback agrees: the usual rule of thumb for a reliable sign. */
export const reliableWeight = 0.5

export interface PressOptions {
  /**
   * `all`: every variable holds itself back, unless the map says what it does to itself. An
   * assumption, without which most maps have no answer. `drawn`: only links of a variable to itself.
   */
  readonly damping?: 'all' | 'drawn'
}

/** What follows in the long run from the signs of a map alone (Levins 1974, Dambacher 2002). */
export interface PressAnalysis {
  readonly variables: readonly ElementId[]
  /** True if the map with all strengths alike comes back after a push: only then do predictions hold. */
  readonly isStable: boolean
  /** det(-A). */
  readonly determinant: bigint
  /** Response → press → adj(-A), whose sign is that of the change. */
  readonly adjugate: readonly (readonly bigint[])[]
  /** `[response * variables + press]` → number of feedback terms; absent where there are too many variables. */
  readonly totals: Float64Array | undefined
  /** Variables that were given a damping nobody drew. */
  readonly assumed: readonly ElementId[]
  /** Arcs left out for want of a sign. */
  readonly unknown: readonly number[]
}

/** What one variable does when another is pushed up for good. */
export interface PressPrediction {
  /** 0: no effect, or effects that cancel out exactly. */
  readonly sign: 1 | -1 | 0
  /** Number of feedback terms; absent where it was not counted. */
  readonly total?: number
  /** 0 (evenly split) to 1 (all terms agree); absent without terms. */
  readonly weight?: number
  readonly isReliable?: boolean
}

export type PressProblem =
  | { readonly code: 'no-variables' }
  /** Try sampling instead (`createSensitivity`), which has no such bound. */
  | { readonly code: 'too-many-variables'; readonly variables: number; readonly most: number }

/**
 * Loop analysis: which way every variable goes, in the end, after a lasting push on any other, from
 * signs alone, all effects weighing the same. Strengths and delays do not count.
 *
 * Exact. Up to 80 variables; weights of predictions up to 20, since their number of terms doubles
 * with every variable. Cost: variables² × arcs with long numbers.
 */
export function analysePress(
  graph: CausalGraph,
  { damping = 'all' }: PressOptions = {},
): Result<PressAnalysis, PressProblem> {
  const size = graph.variables.length
  if (size === 0) return fail({ code: 'no-variables' })
  if (size > mostForPress) return fail({ code: 'too-many-variables', variables: size, most: mostForPress })
  const { matrix, assumed } = buildCommunityMatrix(graph, damping)
  const { polynomial, adjugate, determinant } = findCharacteristic(matrix)
  return succeed({
    variables: graph.variables,
    isStable: isHurwitz(polynomial),
    determinant,
    adjugate,
    totals: size <= mostForPermanents ? countFeedback(matrix) : undefined,
    assumed: assumed.map((at) => graph.variables[at] as ElementId),
    unknown: [...graph.sign.keys()].filter((arc) => graph.sign[arc] === 0),
  })
}

/** What `response` does when `press` is pushed up; undefined if one of them is not in the analysis. */
export function predict(
  { variables, adjugate, totals }: PressAnalysis,
  press: ElementId,
  response: ElementId,
): PressPrediction | undefined {
  const column = variables.indexOf(press)
  const row = variables.indexOf(response)
  const net = adjugate[row]?.[column]
  if (net === undefined) return undefined
  const sign = net > 0n ? 1 : net < 0n ? -1 : 0
  const total = totals?.[row * variables.length + column]
  if (total === undefined) return { sign }
  if (total === 0) return { sign, total }
  const weight = Math.abs(Number(net)) / total
  return { sign, total, weight, isReliable: weight >= reliableWeight }
}

/** A[i][j] is the effect of j on i. */
function buildCommunityMatrix(
  graph: CausalGraph,
  damping: 'all' | 'drawn',
): { readonly matrix: SparseRows; readonly assumed: readonly number[] } {
  const rows: { column: number; value: bigint }[][] = graph.variables.map(() => [])
  const damped = new Set<number>()
  for (const [arc, sign] of graph.sign.entries()) {
    const [from, to] = [graph.from[arc] as number, graph.to[arc] as number]
    // A link to itself without a sign says no less that damping is not plain.
    if (from === to) damped.add(to)
    if (sign !== 0) rows[to]?.push({ column: from, value: BigInt(sign) })
  }
  const assumed = damping === 'all' ? [...graph.variables.keys()].filter((at) => !damped.has(at)) : []
  for (const at of assumed) rows[at]?.push({ column: at, value: -1n })
  return { matrix: { size: graph.variables.length, rows }, assumed }
}

/** Entry (i, j) of the adjugate is made of the terms of the minor without row j and column i. */
function countFeedback({ size, rows }: SparseRows): Float64Array {
  const minors = findMinorPermanents(rows.map((row) => row.reduce((set, { column }) => set | (1 << column), 0)))
  return Float64Array.from({ length: size * size }, (_, place) => {
    const response = Math.floor(place / size)
    return minors[(place % size) * size + response] as number
  })
}
