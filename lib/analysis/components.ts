import { neighboursOf, sizeOf, type Adjacency } from './adjacency'
import type { Digraph } from './digraph'
import { createWalk, walkFrom } from './distances'

/** Variables sorted into parts; parts are numbered by their first variable. */
export interface Components {
  /** Variable → number of its part. */
  readonly component: Int32Array
  /** Part → variables in it. */
  readonly sizes: Int32Array
  readonly count: number
}

/** Parts that no link joins, whatever its direction (weakly connected components). Cost: linear. */
export function findWeakComponents(graph: Digraph): Components {
  return findConnectedParts(neighboursOf(graph))
}

/** The same for neighbours at hand. `adjacency` must have every tie from both ends. */
export function findConnectedParts(adjacency: Adjacency): Components {
  const size = sizeOf(adjacency)
  const component = new Int32Array(size).fill(-1)
  const walk = createWalk(size)
  let count = 0
  for (let variable = 0; variable < size; variable += 1) {
    if (component[variable] !== -1) continue
    const { order, reached } = walkFrom(adjacency, variable, Infinity, walk)
    for (let index = 0; index < reached; index += 1) component[order[index] ?? 0] = count
    count += 1
  }
  return countSizes(component, count)
}

/**
 * Parts in which everything can act on everything (strongly connected components), by Tarjan 1972,
 * without recursion. Loops, apart from links of a variable to itself, exist only within parts of two
 * or more. Cost: linear in variables and arcs.
 */
export function findStrongComponents(graph: Digraph): Components {
  const { outStart, to } = graph
  const size = graph.size
  const found = new Int32Array(size).fill(-1)
  const met = new Int32Array(size).fill(-1)
  /** Earliest variable of the stack that is reached from here. */
  const low = new Int32Array(size)
  const nextArc = outStart.slice(0, size)
  const stack = new Int32Array(size)
  const path = new Int32Array(size)
  let stacked = 0
  let order = 0
  let count = 0
  for (let root = 0; root < size; root += 1) {
    if (met[root] !== -1) continue
    let depth = 0
    path[0] = root
    while (depth >= 0) {
      const at = path[depth] ?? 0
      if (met[at] === -1) {
        met[at] = order
        low[at] = order
        order += 1
        stack[stacked] = at
        stacked += 1
      }
      const arc = nextArc[at] ?? 0
      if (arc < (outStart[at + 1] ?? 0)) {
        nextArc[at] = arc + 1
        const target = to[arc] ?? 0
        if (met[target] === -1) {
          depth += 1
          path[depth] = target
        } else if (found[target] === -1) low[at] = Math.min(low[at] ?? 0, met[target] ?? 0)
        continue
      }
      if (low[at] === met[at]) {
        let member: number
        do {
          stacked -= 1
          member = stack[stacked] ?? 0
          found[member] = count
        } while (member !== at)
        count += 1
      }
      depth -= 1
      const back = path[depth] ?? 0
      if (depth >= 0) low[back] = Math.min(low[back] ?? 0, low[at] ?? 0)
    }
  }
  return countSizes(numberByFirst(found, count), count)
}

function numberByFirst(found: Int32Array, count: number): Int32Array {
  const numbers = new Int32Array(count).fill(-1)
  let next = 0
  return found.map((part) => {
    if (numbers[part] === -1) {
      numbers[part] = next
      next += 1
    }
    return numbers[part] ?? 0
  })
}

function countSizes(component: Int32Array, count: number): Components {
  const sizes = new Int32Array(count)
  for (const part of component) sizes[part] = (sizes[part] ?? 0) + 1
  return { component, sizes, count }
}
