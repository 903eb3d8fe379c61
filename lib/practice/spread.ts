import * as z from 'zod/mini'

/** How a group's numbers lie: the middle, and how far apart people are. */
export const spreadSchema = z.object({
  count: z.int(),
  /** Missing where nobody answered. */
  mean: z.optional(z.number()),
  median: z.optional(z.number()),
  /** Standard deviation over those who answered (divided by their number): 0 where all agree. */
  deviation: z.optional(z.number()),
  least: z.optional(z.number()),
  most: z.optional(z.number()),
})
export type Spread = z.output<typeof spreadSchema>

/** O(n log n). Of an even number of values the median is halfway between the middle two. */
export function spreadOf(values: readonly number[]): Spread {
  const count = values.length
  if (count === 0) return { count }
  const sorted = values.toSorted((a, b) => a - b)
  const at = (index: number): number => sorted[index] ?? 0
  const mean = sorted.reduce((sum, value) => sum + value, 0) / count
  const squares = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  const median = count % 2 === 1 ? at((count - 1) / 2) : (at(count / 2 - 1) + at(count / 2)) / 2
  return { count, mean, median, deviation: Math.sqrt(squares / count), least: at(0), most: at(count - 1) }
}
