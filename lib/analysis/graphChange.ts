import type { CausalGraph } from './causalGraph'

/** What is different between two graphs, as far as loops go. An arc is the same if its variables are. */
export interface GraphChange {
  /** Arc before → the same arc after; -1 where it is gone. */
  readonly moved: Int32Array
  /** Arcs before that are gone. */
  readonly gone: readonly number[]
  /** Arcs after that were not there. */
  readonly added: readonly number[]
  /** Arcs that are there in both, by their numbers before and after, with another sign. */
  readonly turned: readonly { readonly before: number; readonly after: number }[]
}

/** Cost: linear in variables and arcs of both. */
export function compareGraphs(before: CausalGraph, after: CausalGraph): GraphChange {
  const kept = matchVariables(before, after)
  const moved = new Int32Array(before.from.length).fill(-1)
  const gone: number[] = []
  const added: number[] = []
  const turned: { before: number; after: number }[] = []
  let next = 0
  for (let arc = 0; arc < before.from.length; arc += 1) {
    const from = kept[before.from[arc] as number] as number
    const to = kept[before.to[arc] as number] as number
    if (from < 0 || to < 0) {
      gone.push(arc)
      continue
    }
    // Both lists are in the order of the same ids.
    while (next < after.from.length && comesBefore(after, next, from, to)) added.push(next++)
    if (next < after.from.length && after.from[next] === from && after.to[next] === to) {
      moved[arc] = next
      if (before.sign[arc] !== after.sign[next]) turned.push({ before: arc, after: next })
      next += 1
    } else gone.push(arc)
  }
  while (next < after.from.length) added.push(next++)
  return { moved, gone, added, turned }
}

/** Variable before → the same variable after, or -1. Both lists ascend. */
function matchVariables(before: CausalGraph, after: CausalGraph): Int32Array {
  let next = 0
  return Int32Array.from(before.variables, (id) => {
    while (next < after.variables.length && (after.variables[next] as string) < id) next += 1
    return after.variables[next] === id ? next : -1
  })
}

function comesBefore({ from, to }: CausalGraph, arc: number, otherFrom: number, otherTo: number): boolean {
  const start = from[arc] as number
  return start < otherFrom || (start === otherFrom && (to[arc] as number) < otherTo)
}
