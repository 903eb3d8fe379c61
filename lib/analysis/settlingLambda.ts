import type { UpdateRule } from '../model/scenario'
import type { CausalGraph } from './causalGraph'
import { findSpectralRadius } from './spectralRadius'

/**
 * Below this steepness of sigmoid or tanh every run settles, and always at the same values, whatever
 * it starts from. Infinity: any steepness will do.
 *
 * A step changes differences by at most steepness × slope × |W| (plus the variable's own value in the
 * other two rules), so it is a contraction where the spectral radius of that is below 1 (Ortega and
 * Rheinboldt 1970, 13.1.2). Never stricter than the bounds by norms, since no norm is below the radius.
 * Cost: a power iteration.
 */
export function findSettlingLambda(
  graph: CausalGraph,
  weight: Float64Array,
  { rule, transfer }: { rule: UpdateRule; transfer: 'sigmoid' | 'tanh' },
): number {
  const radius = findSpectralRadius(graph, weight) + (rule === 'kosko' ? 0 : 1)
  const flattest = transfer === 'sigmoid' ? 4 : 1
  return flattest / (radius * (rule === 'rescaled' ? 2 : 1))
}

/**
 * A steepness to begin with: 1 where that settles, else a round number a tenth below the bound.
 * @param bound from `findSettlingLambda`
 */
export function roundLambda(bound: number): number {
  if (bound > 1.1) return 1
  const wanted = bound * 0.9
  const place = 10 ** (1 - Math.floor(Math.log10(wanted)))
  return Math.floor(wanted * place) / place
}
