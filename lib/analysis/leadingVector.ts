import { sizeOf, type Adjacency } from './adjacency'
import { findEigenPairs } from './symmetricEigen'

/** Vectors at hand at a time, and how many of the best of them go into the next round. */
const basisSize = 50
const keptSize = 16
const maxRounds = 300
/** |A x - λ x| / λ at which x counts as found. */
const tolerance = 1e-14

export interface LeadingVector {
  /** Positive, of length 1. */
  readonly vector: Float64Array
  readonly value: number
}

/**
 * The eigenvector of the largest eigenvalue of a connected undirected adjacency matrix, by Lanczos'
 * method with full orthogonalisation and thick restart (Wu & Simon 2000). Plain power iteration would
 * take millions of rounds on a long chain.
 * @param adjacency at least two variables, every tie from both ends
 * @returns undefined if it was not found within the bounds
 * Cost: O(50 (m + 50 n)) a round; one round for most maps, some ten for a chain of a thousand.
 */
export function findLeadingVector(adjacency: Adjacency): LeadingVector | undefined {
  const size = sizeOf(adjacency)
  let kept: readonly Float64Array[] = []
  let values: readonly number[] = []
  let next: Float64Array = new Float64Array(size).fill(1 / Math.sqrt(size))
  for (let round = 0; round < maxRounds; round += 1) {
    const basis = [...kept]
    const inner = values.map((value, index) => new Float64Array(basisSize).fill(value, index, index + 1))
    let rest = 1
    while (basis.length < basisSize && rest > 1e-13) {
      basis.push(next)
      const row = new Float64Array(basisSize)
      inner.push(row)
      next = multiply(adjacency, next)
      rest = orthogonalise(next, basis, row)
      for (const [index, entry] of row.entries()) {
        const mirror = inner[index]
        if (mirror !== undefined) mirror[inner.length - 1] = entry
      }
    }
    const pairs = findEigenPairs(inner.map((row) => row.slice(0, inner.length)))
    const value = pairs.values[0] ?? 0
    const residual = rest * Math.abs(pairs.vectors[0]?.at(-1) ?? 0)
    kept = pairs.vectors.slice(0, keptSize).map((weights) => combine(basis, weights))
    values = pairs.values.slice(0, keptSize)
    // What rounding leaves below 0 is tiny and above 0 in truth: the leading vector has one sign.
    if (rest <= 1e-13 || residual <= tolerance * value) {
      return { vector: normalise((kept[0] ?? next).map(Math.abs)), value }
    }
  }
  return undefined
}

/**
 * Takes out of `vector` what lies along the basis, and makes it one long.
 * @param shares receives how much lay along each
 * @returns the length that was left, before
 */
function orthogonalise(vector: Float64Array, basis: readonly Float64Array[], shares: Float64Array): number {
  // Twice, since once leaves what rounding let through.
  for (let times = 0; times < 2; times += 1) {
    for (const [index, other] of basis.entries()) {
      const share = dot(vector, other)
      shares[index] = (shares[index] ?? 0) + share
      for (let at = 0; at < vector.length; at += 1) vector[at] = (vector[at] ?? 0) - share * (other[at] ?? 0)
    }
  }
  const length = Math.sqrt(dot(vector, vector))
  for (let at = 0; at < vector.length; at += 1) vector[at] = (vector[at] ?? 0) / length
  return length
}

function combine(basis: readonly Float64Array[], weights: Float64Array): Float64Array {
  const sum = new Float64Array(basis[0]?.length ?? 0)
  for (const [index, other] of basis.entries()) {
    const weight = weights[index] ?? 0
    for (let at = 0; at < sum.length; at += 1) sum[at] = (sum[at] ?? 0) + weight * (other[at] ?? 0)
  }
  return sum
}

function multiply({ start, target }: Adjacency, vector: Float64Array): Float64Array {
  return vector.map((_, variable) => {
    let sum = 0
    const end = start[variable + 1] ?? 0
    for (let place = start[variable] ?? 0; place < end; place += 1) sum += vector[target[place] ?? 0] ?? 0
    return sum
  })
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let index = 0; index < a.length; index += 1) sum += (a[index] ?? 0) * (b[index] ?? 0)
  return sum
}

function normalise(vector: Float64Array): Float64Array {
  const length = Math.sqrt(dot(vector, vector))
  return vector.map((entry) => entry / length)
}
