import type { CausalGraph } from './causalGraph'
import { findSpectralRadius } from './spectralRadius'

/** Beyond this many variables the square of them is too much to keep. */
export const mostVariablesForTotals = 400

/**
 * What a change of 1 in a variable comes to in every other when all its signals have arrived: with G
 * the gains, T = G + G² + … = (I - G)⁻¹ - I. Row by row, so `T[from * variables + to]`.
 *
 * Undefined if there are more than 400 variables, or if signals might not die away (spectral radius
 * 1 or more), so that there may be no such sum. Cost: the cube of the variables.
 * @param gain arc → factor, such as `PulseRules.gain`
 */
export function findTotalEffects(graph: CausalGraph, gain: Float64Array): Float64Array | undefined {
  const size = graph.variables.length
  if (size > mostVariablesForTotals || findSpectralRadius(graph, gain) >= 1) return undefined
  const width = 2 * size
  const rows: Float64Array[] = Array.from({ length: size }, (_, at) => {
    const row = new Float64Array(width)
    row[at] = 1
    row[size + at] = 1
    return row
  })
  for (const [arc, value] of gain.entries()) {
    const row = rows[graph.from[arc] as number] as Float64Array
    const to = graph.to[arc] as number
    row[to] = (row[to] as number) - value
  }
  for (let column = 0; column < size; column += 1) {
    const best = findPivot(rows, column)
    const pivot = rows[best] as Float64Array
    rows[best] = rows[column] as Float64Array
    rows[column] = pivot
    const head = pivot[column] as number
    for (let at = column; at < width; at += 1) pivot[at] = (pivot[at] as number) / head
    for (const row of rows) {
      const factor = row[column] as number
      if (row === pivot || factor === 0) continue
      for (let at = column; at < width; at += 1) row[at] = (row[at] as number) - factor * (pivot[at] as number)
    }
  }
  return Float64Array.from({ length: size * size }, (_, place) => {
    const from = Math.floor(place / size)
    const to = place % size
    return ((rows[from] as Float64Array)[size + to] as number) - (from === to ? 1 : 0)
  })
}

function findPivot(rows: readonly Float64Array[], column: number): number {
  let best = column
  for (let at = column + 1; at < rows.length; at += 1) {
    if (Math.abs(rows[at]?.[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0)) best = at
  }
  return best
}
