import { neighboursOf, sizeOf } from './adjacency'
import type { Digraph } from './digraph'

export interface CutPoints {
  /** Variables without which their part of the map falls apart, ascending. */
  readonly variables: Int32Array
  /** Pairs of neighbours whose tie alone holds two pieces together: the smaller number, then the other. */
  readonly bridges: readonly (readonly [number, number])[]
}

/**
 * Cut points and bridges (Hopcroft & Tarjan 1973), whatever the links' direction, without recursion.
 * Links both ways between two variables are one tie and may be a bridge. Cost: linear.
 */
export function findCutPoints(graph: Digraph): CutPoints {
  const { start, target } = neighboursOf(graph)
  const size = sizeOf({ start, target })
  const met = new Int32Array(size).fill(-1)
  const low = new Int32Array(size)
  const nextPlace = start.slice(0, size)
  const path = new Int32Array(size)
  const isCut = new Uint8Array(size)
  const bridges: (readonly [number, number])[] = []
  let order = 0
  for (let root = 0; root < size; root += 1) {
    if (met[root] !== -1) continue
    let branches = 0
    let depth = 0
    path[0] = root
    met[root] = low[root] = order
    order += 1
    while (depth >= 0) {
      const at = path[depth] ?? 0
      const place = nextPlace[at] ?? 0
      if (place < (start[at + 1] ?? 0)) {
        nextPlace[at] = place + 1
        const next = target[place] ?? 0
        if (met[next] === -1) {
          if (depth === 0) branches += 1
          depth += 1
          path[depth] = next
          met[next] = low[next] = order
          order += 1
        } else if (depth === 0 || next !== path[depth - 1]) low[at] = Math.min(low[at] ?? 0, met[next] ?? 0)
        continue
      }
      depth -= 1
      if (depth < 0) break
      const parent = path[depth] ?? 0
      low[parent] = Math.min(low[parent] ?? 0, low[at] ?? 0)
      if (depth > 0 && (low[at] ?? 0) >= (met[parent] ?? 0)) isCut[parent] = 1
      if ((low[at] ?? 0) > (met[parent] ?? 0)) bridges.push([Math.min(parent, at), Math.max(parent, at)])
    }
    if (branches > 1) isCut[root] = 1
  }
  const variables = Int32Array.from(isCut.keys()).filter((variable) => isCut[variable] === 1)
  return { variables, bridges: bridges.sort((a, b) => a[0] - b[0] || a[1] - b[1]) }
}
