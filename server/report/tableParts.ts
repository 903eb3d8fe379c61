/** A table of no more rows begins on a new page rather than being parted. */
export const fewRows = 6

/**
 * How many rows of a table go onto the present page, from one on: as many as fit, but neither one alone nor so many that
 * one alone is left; none where a new page serves them better. A row that is higher than a page is taken to be parted.
 * @param room height that is left below the head @param page what a new page has of it
 */
export function countRowsHere(
  heights: readonly number[],
  from: number,
  { room, page, isFresh }: { readonly room: number; readonly page: number; readonly isFresh: boolean },
): number {
  const rest = heights.length - from
  let [count, used] = [0, 0]
  for (; count < rest; count += 1) {
    const height = heights[from + count] ?? 0
    if (height > page) return count + 1
    if (used + height > room + 0.01) break
    used += height
  }
  if (count === rest) return count
  if (rest - count === 1 && count > 2) return count - 1
  if (isFresh) return Math.max(1, count)
  return count < 2 || rest - count === 1 ? 0 : count
}
