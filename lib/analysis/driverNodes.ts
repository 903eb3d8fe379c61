import type { CausalGraph } from './causalGraph'
import { findMaximumMatching } from './matching'

/**
 * In how many of the smallest sets of driver nodes a variable is: `critical` in all of them (nothing
 * acts on it), `intermittent` in some, `redundant` in none.
 */
export type DriverClass = 'critical' | 'intermittent' | 'redundant'

export interface DriverNodes {
  /** Fewest variables to act on for full control; at least 1 unless the map is empty. */
  readonly count: number
  /** Arcs in a maximum matching. */
  readonly matched: number
  /** Variable → its class. Where everything can be matched, all are redundant: any one will do. */
  readonly classes: readonly DriverClass[]
}

/**
 * How many handles structural control takes: N_D = max(n - maximum matching, 1) (Liu, Slotine &
 * Barabási 2011), and how each variable stands to it (Jia and others 2013). "Driver" here is their
 * word, not the kind of variable that nothing acts on (`VariableKind`).
 *
 * Caution: it assumes linear dynamics in which no variable changes of itself but by links drawn to
 * itself, and says nothing of effort or of whether one may act there. The set itself is not unique;
 * so only the number and the classes are given, never a list of handles. Cost: O(m √n).
 */
export function findDriverNodes(graph: CausalGraph): DriverNodes {
  const size = graph.variables.length
  const { causeOf, effectOf, count: matched } = findMaximumMatching(graph)
  // What can be left without a match: the unmatched, and whatever could give its match up to one of them.
  const canBeDriver = new Uint8Array(size)
  const queue = new Int32Array(size)
  let queued = 0
  for (let variable = 0; variable < size; variable += 1) {
    if (causeOf[variable] !== -1) continue
    canBeDriver[variable] = 1
    queue[queued] = variable
    queued += 1
  }
  for (let index = 0; index < queued; index += 1) {
    const variable = queue[index] ?? 0
    for (let at = graph.inStart[variable] ?? 0; at < (graph.inStart[variable + 1] ?? 0); at += 1) {
      const other = effectOf[graph.from[graph.inArcs[at] ?? 0] ?? 0] ?? -1
      if (other === -1 || canBeDriver[other] === 1) continue
      canBeDriver[other] = 1
      queue[queued] = other
      queued += 1
    }
  }
  const classes = graph.variables.map((_, variable): DriverClass => {
    if (graph.inStart[variable] === graph.inStart[variable + 1]) return 'critical'
    return canBeDriver[variable] === 1 ? 'intermittent' : 'redundant'
  })
  return { count: size === 0 ? 0 : Math.max(size - matched, 1), matched, classes }
}
