import { degreeOf, neighboursOf, sizeOf } from './adjacency'
import type { Digraph } from './digraph'

/**
 * Constraint (Burt 1992), whatever the links' direction: c(i) = Σ over neighbours j of
 * (p(i,j) + Σ over q of p(i,q) p(q,j))², where p(i,j) is 1 / neighbours of i. Low: it stands between
 * groups that have nothing else in common. High: its neighbours are each other's neighbours too; it can
 * exceed 1. NaN without neighbours. Links both ways count once. Cost: sum of squared degrees.
 */
export function measureConstraint(graph: Digraph): Float64Array {
  const adjacency = neighboursOf(graph)
  const { start, target } = adjacency
  const size = sizeOf(adjacency)
  const constraint = new Float64Array(size)
  const invested = new Float64Array(size)
  for (let variable = 0; variable < size; variable += 1) {
    const begin = start[variable] ?? 0
    const end = start[variable + 1] ?? 0
    const share = 1 / (end - begin)
    for (let place = begin; place < end; place += 1) {
      const between = target[place] ?? 0
      const passedOn = share / degreeOf(adjacency, between)
      const last = start[between + 1] ?? 0
      for (let at = start[between] ?? 0; at < last; at += 1) {
        const other = target[at] ?? 0
        invested[other] = (invested[other] ?? 0) + passedOn
      }
    }
    let sum = 0
    for (let place = begin; place < end; place += 1) sum += (share + (invested[target[place] ?? 0] ?? 0)) ** 2
    constraint[variable] = begin === end ? NaN : sum
    for (let place = begin; place < end; place += 1) {
      const between = target[place] ?? 0
      const last = start[between + 1] ?? 0
      for (let at = start[between] ?? 0; at < last; at += 1) invested[target[at] ?? 0] = 0
    }
  }
  return constraint
}
