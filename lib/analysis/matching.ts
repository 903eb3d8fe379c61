import type { CausalGraph } from './causalGraph'

/** As many arcs as possible of which no two begin, and no two end, at the same variable. */
export interface Matching {
  /** Variable → where its matched outgoing arc leads; -1 without one. */
  readonly effectOf: Int32Array
  /** Variable → where its matched incoming arc comes from; -1 without one. */
  readonly causeOf: Int32Array
  /** Arcs matched. Which ones may differ between maximum matchings, their number does not. */
  readonly count: number
}

/**
 * A maximum matching between causes and effects (Hopcroft & Karp 1973), without recursion. A link of a
 * variable to itself is an arc like any other. Cost: O(m √n).
 */
export function findMaximumMatching(graph: CausalGraph): Matching {
  const { outStart, to } = graph
  const size = graph.variables.length
  const effectOf = new Int32Array(size).fill(-1)
  const causeOf = new Int32Array(size).fill(-1)
  const layer = new Int32Array(size)
  const queue = new Int32Array(size)
  const nextArc = new Int32Array(size)
  const path = new Int32Array(size)
  let count = 0

  /** Layers of causes by alternating ways from the free ones. True if a free effect can be reached. */
  const findLayers = (): boolean => {
    layer.fill(-1)
    let queued = 0
    for (let cause = 0; cause < size; cause += 1) {
      if (effectOf[cause] !== -1) continue
      layer[cause] = 0
      queue[queued] = cause
      queued += 1
    }
    let reachesFree = false
    for (let index = 0; index < queued; index += 1) {
      const cause = queue[index] ?? 0
      for (let arc = outStart[cause] ?? 0; arc < (outStart[cause + 1] ?? 0); arc += 1) {
        const next = causeOf[to[arc] ?? 0] ?? -1
        if (next === -1) reachesFree = true
        else if (layer[next] === -1) {
          layer[next] = (layer[cause] ?? 0) + 1
          queue[queued] = next
          queued += 1
        }
      }
    }
    return reachesFree
  }

  /** Follows the layers from a free cause to a free effect, and takes the arcs on the way the other way round. */
  const augmentFrom = (root: number): boolean => {
    let depth = 0
    path[0] = root
    while (depth >= 0) {
      const cause = path[depth] ?? 0
      const arc = nextArc[cause] ?? 0
      if (arc >= (outStart[cause + 1] ?? 0)) {
        layer[cause] = -1
        depth -= 1
        if (depth >= 0) nextArc[path[depth] ?? 0] = (nextArc[path[depth] ?? 0] ?? 0) + 1
        continue
      }
      const next = causeOf[to[arc] ?? 0] ?? -1
      if (next === -1) {
        for (; depth >= 0; depth -= 1) {
          const taken = path[depth] ?? 0
          const effect = to[nextArc[taken] ?? 0] ?? 0
          effectOf[taken] = effect
          causeOf[effect] = taken
        }
        return true
      }
      if (layer[next] === (layer[cause] ?? 0) + 1) {
        depth += 1
        path[depth] = next
      } else nextArc[cause] = arc + 1
    }
    return false
  }

  while (findLayers()) {
    nextArc.set(outStart.subarray(0, size))
    for (let cause = 0; cause < size; cause += 1) {
      if (effectOf[cause] === -1 && augmentFrom(cause)) count += 1
    }
  }
  return { effectOf, causeOf, count }
}
