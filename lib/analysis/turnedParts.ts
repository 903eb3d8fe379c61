import type { CausalGraph } from './causalGraph'
import type { LoopPattern } from './loopPattern'
import type { PatternFit } from './patternSearch'

/**
 * Variables of a figure of which less, not more, does what the archetype tells of their part: those phrased
 * the other way round, and what is on the way of a chain and falls as the chain is told. Where everything
 * may be phrased either way, the first joint is told by more of it.
 * Cost: linear in the links of the figure, times its joints at worst.
 */
export function findTurned(graph: CausalGraph, pattern: LoopPattern, fit: PatternFit): ReadonlySet<number> {
  const factors = findFactors(graph, pattern, fit)
  const turned = new Set<number>()
  for (const [index, { role }] of pattern.joints.entries()) {
    if (factors.get(role) === -1) turned.add(fit.joints[index] as number)
  }
  for (const [index, chain] of pattern.chains.entries()) {
    let goes = (factors.get(chain.from) ?? 1) * (chain.fromLess === true ? -1 : 1)
    for (const arc of (fit.chains[index] ?? []).slice(0, -1)) {
      goes *= graph.sign[arc] as number
      if (goes === -1) turned.add(graph.to[arc] as number)
    }
  }
  return turned
}

/** Joint → 1, or -1 if it is phrased the other way round: what makes the signs of the pattern those of the map. */
function findFactors(graph: CausalGraph, pattern: LoopPattern, fit: PatternFit): ReadonlyMap<string, number> {
  const sure = pattern.joints.filter(({ either }) => either !== true)
  const factors = new Map((sure.length > 0 ? sure : pattern.joints.slice(0, 1)).map(({ role }) => [role, 1]))
  // Each round settles a joint next to a settled one, if any is left.
  for (let round = 1; round < pattern.joints.length; round += 1) {
    for (const [index, { from, to, sign }] of pattern.chains.entries()) {
      const product = (fit.chains[index] ?? []).reduce((all, arc) => all * (graph.sign[arc] as number), sign)
      const [one, other] = [factors.get(from), factors.get(to)]
      if (one !== undefined && other === undefined) factors.set(to, one * product)
      if (other !== undefined && one === undefined) factors.set(from, other * product)
    }
  }
  return factors
}
