/** Eigenvalues of a symmetric matrix, largest first, each with its vector of length 1. */
export interface EigenPairs {
  readonly values: readonly number[]
  readonly vectors: readonly Float64Array[]
}

/** Each sweep squares what is left beside the diagonal; six to ten do. */
const maxSweeps = 60

/**
 * All eigenvalues and vectors of a small symmetric matrix, by Jacobi's rotations: exact to the last
 * digits whatever the matrix. Cost: about 10 n³.
 * @param rows the matrix; it is not changed
 */
export function findEigenPairs(rows: readonly Float64Array[]): EigenPairs {
  const matrix = rows.map((row) => row.slice())
  const size = matrix.length
  const vectors = matrix.map((_, index) => new Float64Array(size).fill(1, index, index + 1))
  for (let sweep = 0; sweep < maxSweeps; sweep += 1) {
    let isChanged = false
    for (let one = 0; one < size; one += 1) {
      for (let other = one + 1; other < size; other += 1) {
        if (rotate(matrix, vectors, one, other)) isChanged = true
      }
    }
    if (!isChanged) break
  }
  const values = matrix.map((row, index) => row[index] ?? 0)
  const order = [...values.keys()].sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0))
  return {
    values: order.map((index) => values[index] ?? 0),
    vectors: order.map((index) => vectors[index] ?? new Float64Array(size)),
  }
}

/** Turns two axes so that the entry between them becomes 0. False if it was none already, beside the diagonal. */
function rotate(
  matrix: readonly Float64Array[],
  vectors: readonly Float64Array[],
  one: number,
  other: number,
): boolean {
  const rowOne = matrix[one]
  const rowOther = matrix[other]
  const vectorOne = vectors[one]
  const vectorOther = vectors[other]
  if (rowOne === undefined || rowOther === undefined || vectorOne === undefined || vectorOther === undefined)
    return false
  const entry = rowOne[other] ?? 0
  const first = rowOne[one] ?? 0
  const second = rowOther[other] ?? 0
  const total = Math.abs(first) + Math.abs(second)
  // So small that it does not change the sum; beside a diagonal of zeros, that it is none.
  if (entry === 0 || total + Math.abs(entry) / 8 === total || Math.abs(entry) < 1e-200) return false
  const theta = (second - first) / (2 * entry)
  const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1))
  const cosine = 1 / Math.hypot(tangent, 1)
  const sine = tangent * cosine
  for (let index = 0; index < matrix.length; index += 1) {
    const row = matrix[index]
    if (row === undefined || index === one || index === other) continue
    const a = row[one] ?? 0
    const b = row[other] ?? 0
    row[one] = rowOne[index] = cosine * a - sine * b
    row[other] = rowOther[index] = sine * a + cosine * b
  }
  rowOne[one] = first - tangent * entry
  rowOther[other] = second + tangent * entry
  rowOne[other] = rowOther[one] = 0
  for (let index = 0; index < vectorOne.length; index += 1) {
    const a = vectorOne[index] ?? 0
    const b = vectorOther[index] ?? 0
    vectorOne[index] = cosine * a - sine * b
    vectorOther[index] = sine * a + cosine * b
  }
  return true
}
