import type { Knot } from './knots'

/** A growing set of loops of one knot, none of which is a sum of others. */
export interface LoopSpan {
  /**
   * Adds a loop, given by places of the knot's arcs.
   * @returns false, and nothing changes, if it is a linear combination of those added before
   */
  add(loop: Int32Array): boolean
  /**
   * Two numbers for each place of the knot's arcs. The numbers along a closed walk add up to a multiple
   * of `spanPrime`, in both lists, if the walk is a combination of the loops added; any other does so
   * once in a thousand million. They change with each loop that is added, in place.
   */
  readonly checks: readonly [Int32Array, Int32Array]
}

/** Arithmetic is done modulo this prime: products fit into 32 bits. */
export const spanPrime = 32_749

/** What an arc is to the span; a number from 0 on is its column. */
const unseen = -1
const inForest = -2
const pivot = -3

/**
 * Makes an empty span.
 *
 * Most loops bring an arc that none before had, and so are independent. One such arc is the loop's
 * pivot; the other new ones join a forest, or get a column if they would close a ring in it. What is
 * left to compare by elimination are the loops without a new arc, in as many columns as there are
 * such loops in the end.
 *
 * Two random vectors at right angles to all loops added (as in de Pina 1995) tell the loops that are
 * combinations of them.
 *
 * Cost of `add`: the loop's length, if it is refused or brings a new arc; otherwise the links of all
 * loops added, and the square of the number of those that brought no new arc.
 */
export function createLoopSpan(knot: Knot): LoopSpan {
  const arcs = knot.target.length
  const checks = [drawVector(arcs, 1), drawVector(arcs, 2)] as const
  const role = new Int32Array(arcs).fill(unseen)
  const joinTrees = createForest(knot.size)
  /** Loops that brought a new arc, and which. No loop has the pivot of a later one. */
  const loops: Int32Array[] = []
  const pivots: number[] = []
  /** Column → place. */
  const columns: number[] = []
  /** Of loops without a new arc, by column, without pivots: each is 1 where it leads and there all others are 0. */
  const rows: Int32Array[] = []
  const leads: number[] = []
  const values = new Int32Array(arcs)

  return { add, checks }

  function add(loop: Int32Array): boolean {
    if (loop.some((place) => role[place] === unseen)) {
      addNew(loop)
      return true
    }
    const sums = checks.map((check) => dot(check, loop))
    if (sums.every((sum) => sum === 0)) return false
    const row = reduce(loop)
    const lead = row.findIndex((entry) => entry !== 0)
    if (lead < 0) return false
    const inverse = power(row[lead] as number, spanPrime - 2)
    const witness = findWitness(lead)
    for (const [index, check] of checks.entries()) {
      subtract(check, witness, ((sums[index] as number) * inverse) % spanPrime)
    }
    for (let at = 0; at < row.length; at += 1) row[at] = ((row[at] as number) * inverse) % spanPrime
    for (const [index, other] of rows.entries()) {
      const factor = other[lead] ?? 0
      if (factor === 0) continue
      const wide = widen(other, row.length)
      subtract(wide, row, factor)
      rows[index] = wide
    }
    rows.push(row)
    leads.push(lead)
    return true
  }

  function addNew(loop: Int32Array): void {
    let chosen = -1
    for (const place of loop) {
      if (role[place] !== unseen) continue
      if (joinTrees(knot.origin[place] as number, knot.target[place] as number)) role[place] = inForest
      else if (chosen < 0) {
        // One will: the ends of the last new arc are joined by the rest of the loop.
        chosen = place
        role[place] = pivot
      } else {
        role[place] = columns.length
        columns.push(place)
      }
    }
    loops.push(loop.slice())
    pivots.push(chosen)
    for (const check of checks) {
      check[chosen] = ((check[chosen] as number) + spanPrime - dot(check, loop)) % spanPrime
    }
  }

  /** What is left of a loop, by column, when those added before are taken from it. */
  function reduce(loop: Int32Array): Int32Array {
    values.fill(0)
    for (const place of loop) values[place] = 1
    for (let index = loops.length - 1; index >= 0; index -= 1) {
      const factor = values[pivots[index] as number] as number
      if (factor === 0) continue
      for (const place of loops[index] as Int32Array) {
        values[place] = ((values[place] as number) + spanPrime - factor) % spanPrime
      }
    }
    const row = Int32Array.from(columns, (place) => values[place] as number)
    for (const [index, other] of rows.entries()) subtract(row, other, row[leads[index] as number] as number)
    return row
  }

  /** The vector at right angles to all loops added that has 1 in one column and 0 in all that no row leads in. */
  function findWitness(column: number): Int32Array {
    values.fill(0)
    values[columns[column] as number] = 1
    for (const [index, row] of rows.entries()) {
      const place = columns[leads[index] as number] as number
      values[place] = (spanPrime - (row[column] ?? 0)) % spanPrime
    }
    for (const [index, loop] of loops.entries()) {
      values[pivots[index] as number] = (spanPrime - dot(values, loop)) % spanPrime
    }
    return values
  }
}

/** A vector that looks random and is always the same. */
function drawVector(length: number, seed: number): Int32Array {
  const vector = new Int32Array(length)
  let state = seed * 7_919
  for (let at = 0; at < length; at += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    vector[at] = (state >>> 8) % spanPrime
  }
  return vector
}

/** Of a vector and a loop's, which has a 1 in each of its places. */
function dot(vector: Int32Array, loop: Int32Array): number {
  let sum = 0
  for (const place of loop) sum += vector[place] as number
  return sum % spanPrime
}

/** Takes `factor` times `other`, which is not longer, from a vector. */
function subtract(vector: Int32Array, other: Int32Array, factor: number): void {
  if (factor === 0) return
  const opposite = spanPrime - factor
  for (let at = 0; at < other.length; at += 1) {
    const entry = other[at] as number
    if (entry !== 0) vector[at] = ((vector[at] as number) + opposite * entry) % spanPrime
  }
}

/** The same row with room for later columns; itself if it has it. */
function widen(row: Int32Array, length: number): Int32Array {
  if (row.length >= length) return row
  const wide = new Int32Array(length)
  wide.set(row)
  return wide
}

/** @returns joins two variables; false if they were joined already */
function createForest(size: number): (one: number, other: number) => boolean {
  const parent = Int32Array.from({ length: size }, (_, index) => index)
  const find = (variable: number): number => {
    let at = variable
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number
      at = parent[at] as number
    }
    return at
  }
  return (one, other) => {
    const [first, second] = [find(one), find(other)]
    if (first === second) return false
    parent[first] = second
    return true
  }
}

function power(base: number, exponent: number): number {
  let result = 1
  let square = base % spanPrime
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = (result * square) % spanPrime
    square = (square * square) % spanPrime
  }
  return result
}
