import type { CausalGraph } from './causalGraph'
import { countDegrees } from './degrees'

/**
 * What a variable does in the map: `driver` acts and nothing acts on it, `receiver` the reverse,
 * `ordinary` both, `isolated` neither.
 */
export type VariableKind = 'driver' | 'receiver' | 'ordinary' | 'isolated'

export interface VariableKinds {
  readonly kinds: readonly VariableKind[]
  readonly counts: Readonly<Record<VariableKind, number>>
  /** Receivers for each driver; NaN without drivers. */
  readonly complexity: number
}

/**
 * The kinds of variables of fuzzy cognitive maps and their complexity score, receivers / drivers
 * (Özesmi & Özesmi 2004, as Mental Modeler shows them): many outcomes for each driver say that people
 * thought of many consequences, many drivers that they see much as given from outside.
 *
 * Only links with other variables count, so a variable that acts on others and on itself is still a
 * driver. Mental Modeler shows a complexity of 0 where there are no drivers; here it is NaN, since
 * nothing can be divided by none. 0 means: drivers, but no receivers. Cost: linear in arcs.
 */
export function findVariableKinds(graph: CausalGraph): VariableKinds {
  const degrees = countDegrees(graph)
  const counts: Record<VariableKind, number> = { driver: 0, receiver: 0, ordinary: 0, isolated: 0 }
  const kinds = graph.variables.map((_, variable): VariableKind => {
    const self = degrees.self[variable] ?? 0
    const hasCauses = (degrees.in[variable] ?? 0) > self
    const hasEffects = (degrees.out[variable] ?? 0) > self
    const kind = hasCauses ? (hasEffects ? 'ordinary' : 'receiver') : hasEffects ? 'driver' : 'isolated'
    counts[kind] += 1
    return kind
  })
  return { kinds, counts, complexity: counts.driver === 0 ? NaN : counts.receiver / counts.driver }
}
