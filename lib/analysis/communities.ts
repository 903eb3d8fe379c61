import { createSeededRandom } from '../base/random'
import { neighboursOf, sizeOf, type Adjacency } from './adjacency'
import type { Digraph } from './digraph'
import { measureModularity } from './modularity'

export interface Communities {
  /** Variable → its group. Groups are numbered by size, the largest 0; equal ones by their first variable. */
  readonly groups: Int32Array
  readonly count: number
  /** Of these groups (`measureModularity`); NaN without ties. Below about 0.3 the map has hardly any groups. */
  readonly modularity: number
}

/** What a move must gain at least, in ties: less may be rounding, and would go back and forth for ever. */
const leastGain = 1e-10

/** More runs hardly ever find a better division of a map of some hundred variables. */
const runs = 20

/**
 * Groups of variables with many links among them, whatever the links' direction: Louvain's method
 * (Blondel and others 2008) with single variables moved once more after each ascent, the best of 20
 * runs. The runs' order is drawn from fixed seeds, so the same map always falls into the same groups;
 * a slightly changed map may fall apart differently, and groups of nearly the same modularity may look
 * quite unlike. The best division is not guaranteed (finding it is NP-hard). A variable without
 * neighbours is a group of its own. Cost: some 200 times O(m).
 */
export function findCommunities(graph: Digraph): Communities {
  const neighbours = neighboursOf(graph)
  let best: Int32Array = Int32Array.from({ length: graph.size }, (_, index) => index)
  let modularity = measureModularity(neighbours, best)
  const network = toNetwork(neighbours)
  for (let run = 1; run <= runs && neighbours.target.length > 0; run += 1) {
    const groups = climb(network, createSeededRandom(run), run % 2 === 0)
    const reached = measureModularity(neighbours, groups)
    if (reached > modularity + 1e-12) {
      best = groups
      modularity = reached
    }
  }
  const groups = numberBySize(best)
  return { groups, count: groups.reduce((most, group) => Math.max(most, group + 1), 0), modularity }
}

/** Neighbours with weights: what groups become when each is taken for one. */
interface Network extends Adjacency {
  readonly weight: Float64Array
  /** Weight that lies within each, counted from both ends. */
  readonly within: Float64Array
}

interface Draw {
  below(limit: number): number
}

function toNetwork(neighbours: Adjacency): Network {
  return {
    ...neighbours,
    weight: new Float64Array(neighbours.target.length).fill(1),
    within: new Float64Array(sizeOf(neighbours)),
  }
}

/**
 * Ascends until a whole ascent changes nothing.
 * @param strays whether the first ascent begins with any gain, not the largest: it ends elsewhere
 */
function climb(network: Network, random: Draw, strays: boolean): Int32Array {
  let groups: Int32Array = Int32Array.from({ length: sizeOf(network) }, (_, index) => index)
  // Each ascent but the last raises the modularity, so this ends; the bound is for rounding errors.
  for (let ascent = 0; ascent < 50; ascent += 1) {
    let isChanged = moveSingles(network, groups, random, strays && ascent === 0)
    for (;;) {
      groups = numberByFirst(groups)
      const merged = mergeGroups(network, groups)
      const over = Int32Array.from({ length: sizeOf(merged) }, (_, index) => index)
      if (!moveSingles(merged, over, random, false)) break
      isChanged = true
      groups = groups.map((group) => over[group] ?? 0)
    }
    if (!isChanged) break
  }
  return groups
}

/**
 * Moves each to the neighbouring group that gains most, or out on its own, in drawn order, until none gains.
 * @param strays whether a drawn one of the gaining groups is taken instead, in the first sweep
 * @returns true if any moved
 */
function moveSingles(network: Network, groups: Int32Array, random: Draw, strays: boolean): boolean {
  const size = sizeOf(network)
  const degrees = network.within.slice()
  for (let index = 0; index < size; index += 1) {
    for (let place = network.start[index] ?? 0; place < (network.start[index + 1] ?? 0); place += 1) {
      degrees[index] = (degrees[index] ?? 0) + (network.weight[place] ?? 0)
    }
  }
  const all = degrees.reduce((sum, degree) => sum + degree, 0)
  const totals = new Float64Array(size)
  const counts = new Int32Array(size)
  for (const [index, group] of groups.entries()) {
    totals[group] = (totals[group] ?? 0) + (degrees[index] ?? 0)
    counts[group] = (counts[group] ?? 0) + 1
  }
  const empty = [...counts.keys()].filter((group) => counts[group] === 0)
  const weightTo = new Float64Array(size)
  const order = shuffle(size, random)
  let hasMoved = false
  for (let sweep = 0; sweep < 1000; sweep += 1) {
    let moves = 0
    for (const index of order) {
      const begin = network.start[index] ?? 0
      const end = network.start[index + 1] ?? 0
      const own = groups[index] ?? 0
      const degree = degrees[index] ?? 0
      for (let place = begin; place < end; place += 1) {
        const group = groups[network.target[place] ?? 0] ?? 0
        weightTo[group] = (weightTo[group] ?? 0) + (network.weight[place] ?? 0)
      }
      totals[own] = (totals[own] ?? 0) - degree
      let best = own
      let gain = (weightTo[own] ?? 0) - (degree * (totals[own] ?? 0)) / all
      const stay = gain + leastGain
      let choices = 0
      for (let place = begin; place < end; place += 1) {
        const group = groups[network.target[place] ?? 0] ?? 0
        const other = (weightTo[group] ?? 0) - (degree * (totals[group] ?? 0)) / all
        if (other <= stay) continue
        choices += 1
        if (strays && sweep === 0 ? random.below(choices) > 0 : other <= gain + leastGain) continue
        best = group
        gain = other
      }
      // On its own it would have neither ties within nor any by chance.
      if (gain < -leastGain) best = empty.at(-1) ?? best
      for (let place = begin; place < end; place += 1) weightTo[groups[network.target[place] ?? 0] ?? 0] = 0
      totals[best] = (totals[best] ?? 0) + degree
      if (best === own) continue
      moves += 1
      groups[index] = best
      counts[own] = (counts[own] ?? 0) - 1
      counts[best] = (counts[best] ?? 0) + 1
      if (counts[best] === 1) empty.pop()
      if (counts[own] === 0) empty.push(own)
    }
    if (moves === 0) break
    hasMoved = true
  }
  return hasMoved
}

/** Every group becomes one, with the weights between groups and within them. */
function mergeGroups(network: Network, groups: Int32Array): Network {
  const count = groups.reduce((most, group) => Math.max(most, group + 1), 0)
  const members: number[][] = Array.from({ length: count }, () => [])
  for (const [index, group] of groups.entries()) members[group]?.push(index)
  const within = new Float64Array(count)
  const start = new Int32Array(count + 1)
  const target: number[] = []
  const weight: number[] = []
  for (const [group, list] of members.entries()) {
    const weights = new Map<number, number>()
    for (const index of list) {
      within[group] = (within[group] ?? 0) + (network.within[index] ?? 0)
      for (let place = network.start[index] ?? 0; place < (network.start[index + 1] ?? 0); place += 1) {
        const other = groups[network.target[place] ?? 0] ?? 0
        weights.set(other, (weights.get(other) ?? 0) + (network.weight[place] ?? 0))
      }
    }
    within[group] = (within[group] ?? 0) + (weights.get(group) ?? 0)
    weights.delete(group)
    for (const [other, total] of weights) {
      target.push(other)
      weight.push(total)
    }
    start[group + 1] = target.length
  }
  return { start, target: Int32Array.from(target), weight: Float64Array.from(weight), within }
}

function shuffle(size: number, random: Draw): Int32Array {
  const order = Int32Array.from({ length: size }, (_, index) => index)
  for (let index = size - 1; index > 0; index -= 1) {
    const other = random.below(index + 1)
    const moved = order[index] ?? 0
    order[index] = order[other] ?? 0
    order[other] = moved
  }
  return order
}

function numberByFirst(groups: Int32Array): Int32Array {
  const numbers = new Map<number, number>()
  return groups.map((group) => {
    const number = numbers.get(group) ?? numbers.size
    numbers.set(group, number)
    return number
  })
}

function numberBySize(groups: Int32Array): Int32Array {
  const named = numberByFirst(groups)
  const sizes = new Map<number, number>()
  for (const group of named) sizes.set(group, (sizes.get(group) ?? 0) + 1)
  const ordered = [...sizes].sort(([a, sizeOfA], [b, sizeOfB]) => sizeOfB - sizeOfA || a - b).map(([group]) => group)
  const numbers = new Map(ordered.map((group, index) => [group, index]))
  return named.map((group) => numbers.get(group) ?? 0)
}
