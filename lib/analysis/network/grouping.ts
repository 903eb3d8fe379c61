/**
 * Nodes sorted into groups, such as sectors or communities. Every node has at most one; what is said of
 * groups leaves out nodes that have none.
 */
export interface Grouping {
  /** Node → number of its group, below `count`; -1 where it has none. */
  readonly group: Int32Array
  readonly count: number
}

/** Group → how many nodes are in it. Cost: linear. */
export function countMembers({ group, count }: Grouping): Int32Array {
  const sizes = new Int32Array(count)
  for (const one of group) if (one >= 0) sizes[one] = (sizes[one] ?? 0) + 1
  return sizes
}
