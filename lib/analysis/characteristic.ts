/** A square matrix of whole numbers by rows, most of them 0: row → its entries that are not. */
export interface SparseRows {
  readonly size: number
  readonly rows: readonly (readonly { readonly column: number; readonly value: bigint }[])[]
}

export interface Characteristic {
  /** det(xI - A), lowest power first: the last one is 1. */
  readonly polynomial: readonly bigint[]
  /** adj(-A), exact, row by row; also where A is singular. */
  readonly adjugate: readonly (readonly bigint[])[]
  /** det(-A). */
  readonly determinant: bigint
}

/**
 * Characteristic polynomial, determinant and adjugate at once, in whole numbers (Faddeev and
 * LeVerrier): M₁ = I, M(k+1) = A M(k) + c(n-k) I; adj(-A) is the last M.
 * Cost: variables² × entries, and numbers as long as the determinant.
 */
export function findCharacteristic({ size, rows }: SparseRows): Characteristic {
  const polynomial: bigint[] = Array.from({ length: size + 1 }, () => 0n)
  polynomial[size] = 1n
  let adjugate = identity(size)
  for (let power = 1; power <= size; power += 1) {
    const product = rows.map((row) => {
      const sum: bigint[] = Array.from({ length: size }, () => 0n)
      for (const { column, value } of row) {
        for (const [at, factor] of (adjugate[column] ?? []).entries()) {
          if (factor !== 0n) sum[at] = (sum[at] ?? 0n) + value * factor
        }
      }
      return sum
    })
    const trace = product.reduce((sum, row, at) => sum + (row[at] ?? 0n), 0n)
    const coefficient = -trace / BigInt(power)
    polynomial[size - power] = coefficient
    if (power === size) break
    for (const [at, row] of product.entries()) row[at] = (row[at] ?? 0n) + coefficient
    adjugate = product
  }
  return { polynomial, adjugate, determinant: polynomial[0] ?? 1n }
}

/**
 * True if every root of the polynomial has a negative real part (Routh's array, in whole numbers):
 * after any small push the system comes back.
 * @param polynomial lowest power first, the last one positive
 */
export function isHurwitz(polynomial: readonly bigint[]): boolean {
  const falling = [...polynomial].reverse()
  let upper = falling.filter((_, at) => at % 2 === 0)
  let lower = falling.filter((_, at) => at % 2 === 1)
  for (let left = falling.length - 1; left > 0; left -= 1) {
    const head = lower[0] ?? 0n
    if (head <= 0n) return false
    const top = upper[0] ?? 0n
    const next = upper.slice(1).map((value, at) => head * value - top * (lower[at + 1] ?? 0n))
    upper = lower
    lower = shorten(next)
  }
  return true
}

/** The same but for a positive factor, since the numbers would double in length at every row. */
function shorten(row: readonly bigint[]): bigint[] {
  const divisor = row.reduce((common, value) => greatestCommonDivisor(common, value < 0n ? -value : value), 0n)
  return row.map((value) => (divisor > 1n ? value / divisor : value))
}

function greatestCommonDivisor(one: bigint, other: bigint): bigint {
  let [larger, smaller] = [one, other]
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller]
  return larger
}

function identity(size: number): bigint[][] {
  return Array.from({ length: size }, (_, row) => Array.from({ length: size }, (_, at) => (row === at ? 1n : 0n)))
}
