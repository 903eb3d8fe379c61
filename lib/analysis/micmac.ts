import type { CausalGraph } from './causalGraph'

/**
 * Where a variable stands against the means: `autonomous` low on both, `driving` much influence and
 * little dependence, `relay` high on both, `dependent` the reverse of driving. High is above the mean.
 */
export type MicmacField = 'autonomous' | 'driving' | 'relay' | 'dependent'

export interface MicmacPlaces {
  /** Variable → influence, and dependence, in the unit that the way of counting has. */
  readonly influence: Float64Array
  readonly dependence: Float64Array
  readonly fields: readonly MicmacField[]
}

/**
 * How indirect influence was counted. `powers`: as walks of exactly `power` links, the first number
 * from 2 on at which both rankings are the same one link later. `damped`: where they never settle, as
 * walks of all lengths, each link counting `alpha` times the one before.
 */
export type IndirectWay =
  { readonly kind: 'powers'; readonly power: number } | { readonly kind: 'damped'; readonly alpha: number }

export interface Micmac {
  /** Effects and causes of each variable, itself left out. */
  readonly direct: MicmacPlaces
  readonly indirect: MicmacPlaces
  readonly way: IndirectWay
}

/** Rankings that have not settled by then go round in circles; 3 to 8 is usual. */
const maxPower = 40
/** How far above the mean counts as above it, relative to the mean: more than rounding can make. */
const tolerance = 1e-11

/**
 * MICMAC (Duperrin & Godet 1973) on M, 1 for each arc between two variables: direct influence and
 * dependence are its row and column sums, indirect ones those of its powers. In maps without loops the
 * powers come to nothing, and on others the rankings may swing for ever, or not have settled while walks
 * can be counted exactly (below 2^53; a rounded count could break a tie): then row and column sums of
 * (I - αM)⁻¹ - I, with α = 0.5 / max(1, spectral radius of M, as 300 rounds of
 * power iteration estimate it).
 *
 * Caution: powers count walks, not ways; a few dense loops outweigh all the rest. Polarity, strength
 * and links of a variable to itself play no part. Cost: O(40 (m + n log n)), damped O(100 m) or so.
 */
export function measureMicmac(graph: CausalGraph): Micmac {
  const size = graph.variables.length
  const ones = new Float64Array(size).fill(1)
  const direct = { influence: sumOverEffects(graph, ones), dependence: sumOverCauses(graph, ones) }
  const { influence, dependence, way } = raisePowers(graph, direct) ?? dampPowers(graph)
  return { direct: placeInFields(direct), indirect: placeInFields({ influence, dependence }), way }
}

interface Sums {
  readonly influence: Float64Array
  readonly dependence: Float64Array
}

function raisePowers(graph: CausalGraph, direct: Sums): (Sums & { way: IndirectWay }) | undefined {
  const next = ({ influence, dependence }: Sums): Sums => ({
    influence: sumOverEffects(graph, influence),
    dependence: sumOverCauses(graph, dependence),
  })
  let sums = next(direct)
  for (let power = 2; power <= maxPower; power += 1) {
    const longer = next(sums)
    const isExact = [...longer.influence, ...longer.dependence].every((count) => count <= Number.MAX_SAFE_INTEGER)
    if (!isExact || longer.influence.every((count) => count === 0)) return undefined
    if (ranksAlike(sums.influence, longer.influence) && ranksAlike(sums.dependence, longer.dependence)) {
      return { ...sums, way: { kind: 'powers', power } }
    }
    sums = longer
  }
  return undefined
}

function dampPowers(graph: CausalGraph): Sums & { way: IndirectWay } {
  const alpha = 0.5 / Math.max(1, estimateSpectralRadius(graph))
  const sum = (spread: (graph: CausalGraph, values: Float64Array) => Float64Array): Float64Array => {
    const total = new Float64Array(graph.variables.length)
    let term = new Float64Array(graph.variables.length).fill(1)
    for (let links = 1; links <= 2000; links += 1) {
      term = spread(graph, term).map((value) => alpha * value)
      let grows = false
      for (const [variable, value] of term.entries()) {
        const before = total[variable] ?? 0
        total[variable] = before + value
        if (value > before * 1e-17) grows = true
      }
      if (!grows) break
    }
    return total
  }
  return { influence: sum(sumOverEffects), dependence: sum(sumOverCauses), way: { kind: 'damped', alpha } }
}

/** By how much walks multiply with each link, in the long run. Half of it is left as margin by the caller. */
function estimateSpectralRadius(graph: CausalGraph): number {
  // M + I has the same eigenvectors and does not swing.
  const rounds = 300
  let values = new Float64Array(graph.variables.length).fill(1)
  let late = 0
  for (let round = 0; round < rounds; round += 1) {
    const spread = sumOverEffects(graph, values)
    values = values.map((value, variable) => value + (spread[variable] ?? 0))
    const largest = values.reduce((most, value) => Math.max(most, value), 1)
    values = values.map((value) => value / largest)
    if (round >= rounds / 2) late += Math.log(largest)
  }
  return Math.exp(late / (rounds / 2)) - 1
}

function sumOverEffects(graph: CausalGraph, values: Float64Array): Float64Array {
  return spreadAlong(graph.to, graph.from, values)
}

function sumOverCauses(graph: CausalGraph, values: Float64Array): Float64Array {
  return spreadAlong(graph.from, graph.to, values)
}

function spreadAlong(source: Int32Array, target: Int32Array, values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length)
  for (let arc = 0; arc < source.length; arc += 1) {
    const to = target[arc] ?? 0
    const from = source[arc] ?? 0
    if (from !== to) sums[to] = (sums[to] ?? 0) + (values[from] ?? 0)
  }
  return sums
}

/** True if both put the variables in the same order, with the same ties. */
function ranksAlike(a: Float64Array, b: Float64Array): boolean {
  const order = Int32Array.from(a.keys()).sort((one, other) => (a[one] ?? 0) - (a[other] ?? 0))
  for (let index = 1; index < order.length; index += 1) {
    const one = order[index - 1] ?? 0
    const other = order[index] ?? 0
    const isOrdered = Math.sign((a[one] ?? 0) - (a[other] ?? 0)) === Math.sign((b[one] ?? 0) - (b[other] ?? 0))
    if (!isOrdered) return false
  }
  return true
}

function placeInFields({ influence, dependence }: Sums): MicmacPlaces {
  const meanInfluence = mean(influence) * (1 + tolerance)
  const meanDependence = mean(dependence) * (1 + tolerance)
  const fields = Array.from(influence, (value, variable): MicmacField => {
    const acts = value > meanInfluence
    const depends = (dependence[variable] ?? 0) > meanDependence
    return acts ? (depends ? 'relay' : 'driving') : depends ? 'dependent' : 'autonomous'
  })
  return { influence, dependence, fields }
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
