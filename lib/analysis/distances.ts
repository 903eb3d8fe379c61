import { sizeOf, type Adjacency } from './adjacency'

/** What a walk from one variable found. The arrays are the walk's own and are written over by its next run. */
export interface Walk {
  /** Variable → links on the shortest way to it; -1 where no way leads. */
  readonly distance: Int32Array
  /** Variables in the order in which they were met, the first one the start. */
  readonly order: Int32Array
  /** How many of `order` count: everything that is reached, the start included. */
  reached: number
}

/**
 * Shortest ways from one variable, every link as long as any other (breadth-first). For walks from
 * many variables hand the same `walk` in again, which then costs no new memory.
 * @param maxSteps links after which the walk turns back
 * Cost: linear in what is reached and its links.
 */
export function walkFrom(
  adjacency: Adjacency,
  start: number,
  maxSteps = Infinity,
  walk: Walk = createWalk(sizeOf(adjacency)),
): Walk {
  const { distance, order } = walk
  for (let index = 0; index < walk.reached; index += 1) distance[order[index] ?? 0] = -1
  distance[start] = 0
  order[0] = start
  let count = 1
  for (let index = 0; index < count; index += 1) {
    const at = order[index] ?? 0
    const next = (distance[at] ?? 0) + 1
    if (next > maxSteps) break
    const end = adjacency.start[at + 1] ?? 0
    for (let place = adjacency.start[at] ?? 0; place < end; place += 1) {
      const target = adjacency.target[place] ?? 0
      if (distance[target] !== -1) continue
      distance[target] = next
      order[count] = target
      count += 1
    }
  }
  walk.reached = count
  return walk
}

/** Room for walks over so many variables. */
export function createWalk(size: number): Walk {
  return { distance: new Int32Array(size).fill(-1), order: new Int32Array(size), reached: 0 }
}
