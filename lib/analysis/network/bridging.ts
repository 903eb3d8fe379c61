import { degreeOf, neighboursOf, sizeOf, type Adjacency } from '../adjacency'
import { findConnectedParts, type Components } from '../components'
import type { Digraph } from '../digraph'
import { createWalk, walkFrom } from '../distances'
import type { Grouping } from './grouping'

/** A tie that is missing, and what it would bring. */
export interface BridgingOpportunity {
  readonly ends: readonly [number, number]
  /** Pairs that could reach each other for the first time; 0 where the two already can. */
  readonly joins: number
  /** Rise of the mean closeness over all pairs (`measureWays`' efficiency). */
  readonly gain: number
  /** Rise of the mean closeness over pairs of different groups; NaN where there is no such pair. */
  readonly acrossGain: number
  /** Who knows both and could introduce them: those with the fewest ties first, then by number. */
  readonly introducers: readonly number[]
  /**
   * A way of introductions, from who knows the first to who knows the second, where nobody knows both: a shortest one, at
   * each step over whom with the fewest ties. Empty where somebody does, and where no way leads from one to the other.
   */
  readonly chain: readonly number[]
  /** Adamic & Adar's weight of the introducers, Σ 1 / ln(ties): how likely the two would take to each other. */
  readonly affinity: number
}

export interface BridgingChoice {
  /** How many to name, at most. */
  readonly most: number
  /** How many of them join pieces, at most, where others bring anything; as many as all unless told. */
  readonly mostJoining?: number
  /** Only ties between different groups; nodes without a group are then left aside. */
  readonly acrossOnly: boolean
  /** Leaves out the tenth of nodes with the most ties, who have enough to do. */
  readonly spareBusiest: boolean
}

/** Nodes above which the search would take minutes. */
export const largestBridgingNetwork = 1_000

/**
 * The missing ties that would bring most, by one rule: first those that join two pieces, the best tie of each two
 * pieces, by how many pairs they join; then by the rise of the mean closeness (1 / steps) over pairs
 * of different groups, or over all pairs where there are no two groups; equal ones by number. Exact: no better tie is passed over. Whether
 * a tie can come about is another question (`introducers`). Direction does not count.
 * Undefined on networks of more than `largestBridgingNetwork` nodes.
 * Cost: O(n³), and more where many ties would bring nearly as much: about half a second for 300 nodes with 900
 * ties, several for 1,000. For a worker.
 */
export function findBridging(
  graph: Digraph,
  grouping: Grouping,
  { most, mostJoining = most, acrossOnly, spareBusiest }: BridgingChoice,
): readonly BridgingOpportunity[] | undefined {
  const neighbours = neighboursOf(graph)
  const size = sizeOf(neighbours)
  if (size > largestBridgingNetwork) return undefined
  const ground = survey(neighbours, grouping)
  const isBusy = spareBusiest ? findBusiest(neighbours) : undefined
  const joining = new Map<number, Candidate>()
  const nearer: Candidate[] = []
  for (let one = 0; one < size; one += 1) {
    const tied = new Set(neighbours.target.subarray(neighbours.start[one], neighbours.start[one + 1]))
    for (let other = one + 1; other < size; other += 1) {
      if (tied.has(other) || isBusy?.[one] === 1 || isBusy?.[other] === 1) continue
      const groups = [grouping.group[one] ?? -1, grouping.group[other] ?? -1] as const
      if (acrossOnly && (groups[0] === groups[1] || groups[0] < 0 || groups[1] < 0)) continue
      const bound = boundGain(ground, one, other)
      const candidate = { one, other, ...bound }
      const pieces = ground.parts.component
      const [here, there] = [pieces[one] ?? 0, pieces[other] ?? 0]
      if (here === there) {
        nearer.push(candidate)
        continue
      }
      // Across pieces the bound is the gain itself: nobody had a way before.
      const place = Math.min(here, there) * ground.parts.count + Math.max(here, there)
      const known = joining.get(place)
      if (known === undefined || isBefore(ground, candidate, known)) joining.set(place, candidate)
    }
  }
  const joins = [...joining.values()]
    .sort((a, b) => joinsOf(ground, b) - joinsOf(ground, a) || order(ground, a, b))
    .slice(0, most)
  const shortening = takeBest(ground, nearer, most - Math.min(mostJoining, joins.length))
  return [...joins.slice(0, most - shortening.length), ...shortening].map((candidate) =>
    describe(ground, neighbours, candidate),
  )
}

/** Sums over ordered pairs of 1 / steps that a tie would add, before they are divided by how many pairs there are. */
interface Candidate {
  readonly one: number
  readonly other: number
  readonly gain: number
  readonly across: number
}

interface Ground {
  readonly size: number
  readonly parts: Components
  /** Steps from each node to each, row by row; `far` where no way leads. */
  readonly steps: Uint16Array
  readonly group: Int32Array
  readonly groups: number
  /** Ordered pairs of nodes of different groups. */
  readonly acrossPairs: number
  /** Room for `boundGain`: by steps, and by steps and group, for either end. */
  readonly near: readonly [Float64Array, Float64Array]
  readonly nearOf: readonly [Float64Array, Float64Array]
}

const far = 0xff_ff

function survey(neighbours: Adjacency, { group, count }: Grouping): Ground {
  const size = sizeOf(neighbours)
  const steps = new Uint16Array(size * size).fill(far)
  const walk = createWalk(size)
  for (let node = 0; node < size; node += 1) {
    const { distance, order: met } = walkFrom(neighbours, node, Infinity, walk)
    for (let index = 0; index < walk.reached; index += 1) {
      const other = met[index] ?? 0
      steps[node * size + other] = distance[other] ?? 0
    }
  }
  const sizes = new Float64Array(count)
  for (const one of group) if (one >= 0) sizes[one] = (sizes[one] ?? 0) + 1
  const members = sizes.reduce((sum, number) => sum + number, 0)
  const room = (length: number): [Float64Array, Float64Array] => [new Float64Array(length), new Float64Array(length)]
  return {
    size,
    parts: findConnectedParts(neighbours),
    steps,
    group,
    groups: count,
    acrossPairs: sizes.reduce((sum, number) => sum + number * (members - number), 0),
    near: room(size + 1),
    nearOf: room((size + 1) * count),
  }
}

/**
 * No less than what the tie adds: as if every way between the two sides led over its two ends now, which is
 * the longest that a way can be.
 */
function boundGain(ground: Ground, one: number, other: number): { readonly gain: number; readonly across: number } {
  const { size, steps, near, nearOf, groups } = ground
  const apart = steps[one * size + other] ?? far
  const [here, there] = countNearer(ground, one, other)
  const [nearOne, nearOther] = near
  const [nearOneOf, nearOtherOf] = nearOf
  let gain = 0
  let across = 0
  for (let i = 0; i <= here; i += 1) {
    const a = nearOne[i] ?? 0
    if (a === 0) continue
    for (let j = 0; j <= there; j += 1) {
      const b = nearOther[j] ?? 0
      if (b === 0) continue
      const rise = 1 / (i + 1 + j) - (apart === far ? 0 : 1 / (i + apart + j))
      gain += rise * a * b
      let both = 0
      let membersOfA = 0
      let membersOfB = 0
      for (let g = 0; g < groups; g += 1) {
        const inA = nearOneOf[i * groups + g] ?? 0
        const inB = nearOtherOf[j * groups + g] ?? 0
        both += inA * inB
        membersOfA += inA
        membersOfB += inB
      }
      across += rise * (membersOfA * membersOfB - both)
    }
  }
  nearOne.fill(0, 0, here + 1)
  nearOther.fill(0, 0, there + 1)
  nearOneOf.fill(0, 0, (here + 1) * groups)
  nearOtherOf.fill(0, 0, (there + 1) * groups)
  // Both ways between each two.
  return { gain: 2 * gain, across: 2 * across }
}

/** Counts, for either end, those whom the tie would bring nearer to the other one, by their steps; gives the most steps of each. */
function countNearer(
  { size, steps, near: [nearOne, nearOther], nearOf: [nearOneOf, nearOtherOf], group, groups }: Ground,
  one: number,
  other: number,
): readonly [number, number] {
  const fromOne = steps.subarray(one * size, (one + 1) * size)
  const fromOther = steps.subarray(other * size, (other + 1) * size)
  let here = 0
  let there = 0
  for (let node = 0; node < size; node += 1) {
    const a = fromOne[node] ?? far
    const b = fromOther[node] ?? far
    if (b > a + 1) {
      nearOne[a] = (nearOne[a] ?? 0) + 1
      const own = group[node] ?? -1
      if (own >= 0) nearOneOf[a * groups + own] = (nearOneOf[a * groups + own] ?? 0) + 1
      if (a > here) here = a
    } else if (a > b + 1) {
      nearOther[b] = (nearOther[b] ?? 0) + 1
      const own = group[node] ?? -1
      if (own >= 0) nearOtherOf[b * groups + own] = (nearOtherOf[b * groups + own] ?? 0) + 1
      if (b > there) there = b
    }
  }
  return [here, there]
}

/** What the tie adds, pair by pair. */
function sumGain(
  { size, steps, group }: Ground,
  { one, other }: Candidate,
): { readonly gain: number; readonly across: number } {
  const fromOne = steps.subarray(one * size, (one + 1) * size)
  const fromOther = steps.subarray(other * size, (other + 1) * size)
  const here: number[] = []
  const there: number[] = []
  for (let node = 0; node < size; node += 1) {
    const a = fromOne[node] ?? far
    const b = fromOther[node] ?? far
    if (b > a + 1) here.push(node)
    else if (a > b + 1) there.push(node)
  }
  let gain = 0
  let across = 0
  for (const a of here) {
    const viaTie = (fromOne[a] ?? 0) + 1
    const row = a * size
    const own = group[a] ?? -1
    for (const b of there) {
      const now = steps[row + b] ?? far
      const then = viaTie + (fromOther[b] ?? 0)
      if (then >= now) continue
      const rise = 1 / then - (now === far ? 0 : 1 / now)
      gain += rise
      const theirs = group[b] ?? -1
      if (own >= 0 && theirs >= 0 && own !== theirs) across += rise
    }
  }
  return { gain: 2 * gain, across: 2 * across }
}

/** The best of them by their true gain; those whose bound is below the worst taken are never worked out. */
function takeBest(ground: Ground, candidates: Candidate[], most: number): readonly Candidate[] {
  if (most <= 0) return []
  candidates.sort((a, b) => order(ground, a, b))
  const best: Candidate[] = []
  for (const candidate of candidates) {
    const worst = best.at(-1)
    if (best.length === most && worst !== undefined && worth(ground, candidate) < worth(ground, worst) - rounding) break
    const exact = { ...candidate, ...sumGain(ground, candidate) }
    // Without any gain for the rule's pairs there is no reason for this tie rather than another.
    if (worth(ground, exact) <= rounding) continue
    const place = best.findIndex((taken) => isBefore(ground, exact, taken))
    best.splice(place < 0 ? best.length : place, 0, exact)
    if (best.length > most) best.pop()
  }
  return best
}

/** Sums in different orders differ by less than this where they are equal. */
const rounding = 1e-9

function worth({ acrossPairs }: Ground, { gain, across }: Candidate): number {
  return acrossPairs > 0 ? across : gain
}

function order(ground: Ground, a: Candidate, b: Candidate): number {
  const rise = worth(ground, b) - worth(ground, a)
  return Math.abs(rise) > rounding ? rise : a.one - b.one || a.other - b.other
}

function isBefore(ground: Ground, a: Candidate, b: Candidate): boolean {
  return order(ground, a, b) < 0
}

function joinsOf({ parts }: Ground, { one, other }: Candidate): number {
  const [here, there] = [parts.component[one] ?? 0, parts.component[other] ?? 0]
  return here === there ? 0 : (parts.sizes[here] ?? 0) * (parts.sizes[there] ?? 0)
}

function describe(ground: Ground, neighbours: Adjacency, candidate: Candidate): BridgingOpportunity {
  const { one, other, gain, across } = candidate
  const introducers = findCommon(neighbours, one, other).sort(
    (a, b) => degreeOf(neighbours, a) - degreeOf(neighbours, b) || a - b,
  )
  return {
    ends: [one, other],
    joins: joinsOf(ground, candidate),
    gain: gain / (ground.size * (ground.size - 1)),
    acrossGain: ground.acrossPairs === 0 ? NaN : across / ground.acrossPairs,
    introducers,
    chain: introducers.length > 0 ? [] : findChain(ground, neighbours, one, other),
    affinity: introducers.reduce((sum, node) => sum + 1 / Math.log(degreeOf(neighbours, node)), 0),
  }
}

/** Who stands between two on a shortest way, whom with the fewest ties at each step, then by number. */
function findChain({ size, steps }: Ground, neighbours: Adjacency, one: number, other: number): readonly number[] {
  const left = (node: number): number => steps[node * size + other] ?? far
  const chain: number[] = []
  if (left(one) === far) return chain
  for (let at = one; left(at) > 1;) {
    const nearer = [...neighbours.target.subarray(neighbours.start[at], neighbours.start[at + 1])].filter(
      (node) => left(node) === left(at) - 1,
    )
    const next = nearer.sort((a, b) => degreeOf(neighbours, a) - degreeOf(neighbours, b) || a - b)[0]
    if (next === undefined) return []
    chain.push(next)
    at = next
  }
  return chain
}

function findCommon({ start, target }: Adjacency, one: number, other: number): number[] {
  const ofOne = new Set(target.subarray(start[one], start[one + 1]))
  return [...target.subarray(start[other], start[other + 1])].filter((node) => ofOne.has(node))
}

function findBusiest(neighbours: Adjacency): Uint8Array {
  const size = sizeOf(neighbours)
  const degrees = Array.from({ length: size }, (_, node) => degreeOf(neighbours, node))
  const sorted = degrees.toSorted((a, b) => a - b)
  const limit = sorted[Math.ceil(0.9 * size) - 1] ?? Infinity
  return Uint8Array.from(degrees, (degree) => (degree > limit ? 1 : 0))
}
