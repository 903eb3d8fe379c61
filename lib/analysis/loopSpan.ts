import type { Knot } from './knots'

/** A growing set of loops of one knot, none of which is a sum of others. */
export interface LoopSpan {
  /**
   * Adds a loop, given by places of the knot's arcs.
   * @returns false, and nothing changes, if it is a linear combination of those added before
   */
  add(loop: Int32Array): boolean
}

/** Arithmetic is done modulo this prime: products fit into 32 bits. */
const prime = 32_749

/**
 * Makes an empty span. A loop is known by the arcs it has off a spanning tree of the knot, so a
 * vector has `width` = arcs - variables + 1 entries, as many as a span can hold.
 *
 * Works the other way round (de Pina 1995): it keeps vectors at right angles to every loop added, one
 * fewer with each. A loop is a combination of the others just if it is at right angles to all of
 * them; two random sums of them tell that, and miss an independent loop once in a thousand million.
 * Cost of `add`: the loop's length if it is refused, which is the usual case; otherwise up to
 * `width` squared, much less while the vectors are sparse.
 */
export function createLoopSpan(knot: Knot): LoopSpan {
  const column = numberOffTree(knot)
  const width = knot.target.length - knot.size + 1
  /** Vectors at right angles to every loop added. */
  const witnesses = Array.from({ length: width }, (_, index) => {
    const entries = new Int32Array(width)
    entries[index] = 1
    return { entries, filled: 1 }
  })
  const sums = [drawVector(width, 1), drawVector(width, 2)]
  return {
    add(loop) {
      const columns = loop.map((place) => column[place] as number).filter((at) => at >= 0)
      if (sums.every((sum) => dot(sum, columns) === 0)) return false
      const products = witnesses.map(({ entries }) => dot(entries, columns))
      let chosen = -1
      for (const [index, product] of products.entries()) {
        if (product !== 0 && (chosen < 0 || filledOf(index) < filledOf(chosen))) chosen = index
      }
      const [pivot] = witnesses.splice(chosen, 1)
      const [pivotProduct] = products.splice(chosen, 1)
      if (pivot === undefined || pivotProduct === undefined) return false
      const inverse = power(pivotProduct, prime - 2)
      for (const sum of sums) subtract(sum, pivot.entries, (dot(sum, columns) * inverse) % prime)
      for (const [index, witness] of witnesses.entries()) {
        const product = products[index] as number
        if (product !== 0) witness.filled = subtract(witness.entries, pivot.entries, (product * inverse) % prime)
      }
      return true
    },
  }

  function filledOf(index: number): number {
    return witnesses[index]?.filled ?? width
  }
}

/** A vector that looks random and is always the same. */
function drawVector(length: number, seed: number): Int32Array {
  const vector = new Int32Array(length)
  let state = seed * 7_919
  for (let at = 0; at < length; at += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    vector[at] = (state >>> 8) % prime
  }
  return vector
}

/** Of a vector and a loop's, which has a 1 in each of `columns`. */
function dot(vector: Int32Array, columns: Int32Array): number {
  let sum = 0
  for (const at of columns) sum += vector[at] as number
  return sum % prime
}

/** Takes `factor` times `other` from a vector. @returns how many entries are not zero then */
function subtract(vector: Int32Array, other: Int32Array, factor: number): number {
  if (factor === 0) return vector.reduce((count, entry) => (entry === 0 ? count : count + 1), 0)
  const opposite = prime - factor
  let filled = 0
  for (let at = 0; at < vector.length; at += 1) {
    const entry = other[at] as number
    if (entry !== 0) vector[at] = ((vector[at] as number) + opposite * entry) % prime
    if (vector[at] !== 0) filled += 1
  }
  return filled
}

/** Place → number among the arcs off a spanning tree; -1 for the tree's own. */
function numberOffTree(knot: Knot): Int32Array {
  const column = new Int32Array(knot.target.length)
  const root = Int32Array.from({ length: knot.size }, (_, index) => index)
  const find = (variable: number): number => {
    let at = variable
    while (root[at] !== at) {
      root[at] = root[root[at] as number] as number
      at = root[at] as number
    }
    return at
  }
  let next = 0
  for (const [place, from] of knot.origin.entries()) {
    const one = find(from)
    const other = find(knot.target[place] as number)
    if (one === other) {
      column[place] = next
      next += 1
    } else {
      column[place] = -1
      root[one] = other
    }
  }
  return column
}

function power(base: number, exponent: number): number {
  let result = 1
  let square = base % prime
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = (result * square) % prime
    square = (square * square) % prime
  }
  return result
}
