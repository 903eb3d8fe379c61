import type { Knot } from './knots'

/** Where a walk reports to. */
export interface WalkHost {
  /**
   * Takes a loop's arcs in order of travel, and the product of their signs.
   * @returns false if the walk is to end
   */
  take(arcs: Int32Array, length: number, product: number): boolean
  /** Told how much was done; true asks the walk to pause. */
  isPaused(steps: number): boolean
}

/** Goes through the loops of one knot. `run` returns false if it was paused or ended before all were visited; run it again to go on after a pause. */
export interface Walk {
  run(): boolean
}

/** What both walks keep between two runs; by depth of the way from the root. */
class Way {
  root = 0
  /** -1 while no root is being done. */
  depth = -1
  readonly path: Int32Array
  readonly arcs: Int32Array
  /** Where to go on among the arcs that leave the variable. */
  readonly place: Int32Array
  /** Of the signs on the way to this depth. */
  readonly product: Int8Array

  constructor(longest: number) {
    this.path = new Int32Array(longest)
    this.arcs = new Int32Array(longest)
    this.place = new Int32Array(longest)
    this.product = new Int8Array(longest).fill(1)
  }
}

/**
 * Every loop of a knot that has at most `maxLength` links: depth-first, turning back where the way
 * home would be too long.
 * @param roots variables, from the first on, whose loops are wanted; each loop comes up at its first one
 */
export function walkShort(
  knot: Knot,
  sign: Int8Array,
  maxLength: number,
  host: WalkHost,
  roots: number = knot.size,
): Walk {
  const { outStart, target, arc } = knot
  const way = new Way(maxLength)
  const { path, arcs, product, place } = way
  const onPath = new Uint8Array(knot.size)
  const home = createHome(knot)
  return {
    run() {
      let { root, depth } = way
      for (; root < roots; root += 1) {
        if (depth < 0) {
          const reached = home.measure(root, maxLength - 1)
          if (host.isPaused(reached)) {
            way.root = root
            way.depth = -1
            return false
          }
          if (reached === 1) continue
          depth = 0
          path[0] = root
          place[0] = outStart[root] as number
        }
        while (depth >= 0) {
          if (host.isPaused(1)) {
            way.root = root
            way.depth = depth
            return false
          }
          const at = path[depth] as number
          const end = outStart[at + 1] as number
          const left = maxLength - depth - 1
          let index = place[depth] as number
          let next = -1
          for (; index < end; index += 1) {
            const to = target[index] as number
            if (to === root) {
              arcs[depth] = arc[index] as number
              const signs = (product[depth] as number) * (sign[arc[index] as number] as number)
              if (!host.take(arcs, depth + 1, signs)) return false
            } else if ((home.links[to] as number) <= left && onPath[to] === 0) {
              next = to
              break
            }
          }
          if (next >= 0) {
            arcs[depth] = arc[index] as number
            place[depth] = index + 1
            product[depth + 1] = (product[depth] as number) * (sign[arc[index] as number] as number)
            depth += 1
            path[depth] = next
            onPath[next] = 1
            place[depth] = outStart[next] as number
          } else {
            onPath[at] = 0
            depth -= 1
          }
        }
      }
      way.root = root
      return true
    },
  }
}

/** Every loop of a knot, however long: Johnson 1975, without recursion. @param roots as in `walkShort` */
export function walkAll(knot: Knot, sign: Int8Array, host: WalkHost, roots: number = knot.size): Walk {
  const { outStart, target, arc, inStart, source, inPlace, size } = knot
  const way = new Way(size)
  const { path, arcs, product, place } = way
  const closed = new Uint8Array(size)
  /** Whoever cannot come home, or was a root already, stays so for the whole search from a root. */
  const blocked = new Uint8Array(size).fill(1)
  /** By arc place: whoever it comes from is to be unblocked with whoever it goes to. */
  const waits = new Uint8Array(target.length)
  const waiting = new Int32Array(size)
  const home = createHome(knot)

  // Recursion would go as deep as the knot is large.
  function unblock(first: number): void {
    let length = 1
    waiting[0] = first
    blocked[first] = 0
    while (length > 0) {
      length -= 1
      const one = waiting[length] as number
      const last = inStart[one + 1] as number
      for (let into = inStart[one] as number; into < last; into += 1) {
        const out = inPlace[into] as number
        if (waits[out] === 0) continue
        waits[out] = 0
        const before = source[into] as number
        if (blocked[before] === 1) {
          blocked[before] = 0
          waiting[length] = before
          length += 1
        }
      }
    }
  }

  function begin(root: number): void {
    for (const variable of home.reached()) {
      blocked[variable] = variable === root ? 1 : 0
      waits.fill(0, outStart[variable], outStart[variable + 1])
    }
    path[0] = root
    closed[0] = 0
    place[0] = outStart[root] as number
  }

  return {
    run() {
      let { root, depth } = way
      for (; root < roots; root += 1) {
        if (depth < 0) {
          const reached = home.measure(root, size)
          if (host.isPaused(reached)) {
            way.root = root
            way.depth = -1
            return false
          }
          if (reached === 1) continue
          begin(root)
          depth = 0
        }
        while (depth >= 0) {
          if (host.isPaused(1)) {
            way.root = root
            way.depth = depth
            return false
          }
          const at = path[depth] as number
          const end = outStart[at + 1] as number
          let index = place[depth] as number
          for (; index < end; index += 1) {
            const to = target[index] as number
            if (to === root) {
              arcs[depth] = arc[index] as number
              closed[depth] = 1
              const signs = (product[depth] as number) * (sign[arc[index] as number] as number)
              if (!host.take(arcs, depth + 1, signs)) return false
            } else if (blocked[to] === 0) {
              break
            }
          }
          if (index < end) {
            const next = target[index] as number
            arcs[depth] = arc[index] as number
            place[depth] = index + 1
            product[depth + 1] = (product[depth] as number) * (sign[arc[index] as number] as number)
            depth += 1
            path[depth] = next
            closed[depth] = 0
            blocked[next] = 1
            place[depth] = outStart[next] as number
            continue
          }
          if (closed[depth] === 1) {
            if (at !== root) unblock(at)
            if (depth > 0) closed[depth - 1] = 1
          } else {
            for (let out = outStart[at] as number; out < end; out += 1) waits[out] = 1
          }
          depth -= 1
        }
        for (const variable of home.reached()) blocked[variable] = 1
      }
      way.root = root
      return true
    },
  }
}

/** No way home. Large, so that a sum with it is never short enough. */
const away = 0x3fff_ffff

interface Home {
  /** Variable → links on its way home. */
  readonly links: Int32Array
  /** Measures the ways of at most `most` links to `root` through variables from `root` on. @returns how many have one */
  measure(root: number, most: number): number
  /** Those that have one, nearest first. */
  reached(): Int32Array
}

function createHome(knot: Knot): Home {
  const { inStart, source } = knot
  const links = new Int32Array(knot.size).fill(away)
  const queue = new Int32Array(knot.size)
  let length = 0
  return {
    links,
    measure(root, most) {
      for (let index = 0; index < length; index += 1) links[queue[index] as number] = away
      links[root] = 0
      queue[0] = root
      length = 1
      for (let head = 0; head < length; head += 1) {
        const at = queue[head] as number
        const next = (links[at] as number) + 1
        if (next > most) break
        const end = inStart[at + 1] as number
        for (let into = inStart[at] as number; into < end; into += 1) {
          const before = source[into] as number
          if (before < root || links[before] !== away) continue
          links[before] = next
          queue[length] = before
          length += 1
        }
      }
      return length
    },
    reached: () => queue.subarray(0, length),
  }
}
