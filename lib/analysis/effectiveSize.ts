import { degreeOf, neighboursOf } from './adjacency'
import type { Digraph } from './digraph'
import { countNeighbourTies } from './clustering'

/**
 * Effective size of a variable's neighbourhood (Burt 1992, in Borgatti's 1997 form for plain ties):
 * n - 2t/n, with n neighbours and t ties among them; from 1, where all know each other, to n. Direction
 * does not count. NaN without neighbours. Divided by the neighbours it is Burt's efficiency.
 * Cost: sum of squared degrees.
 */
export function measureEffectiveSize(graph: Digraph): Float64Array {
  const adjacency = neighboursOf(graph)
  return Float64Array.from(countNeighbourTies(adjacency), (ties, variable) => {
    const degree = degreeOf(adjacency, variable)
    return degree - (2 * ties) / degree
  })
}
