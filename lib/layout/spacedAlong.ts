/**
 * Places along a line from 0 to `length` for things that wish to stand somewhere on it, in the order of their wishes,
 * each at least `spacing` from the next and half of that from the ends, as near to the wishes as can be (least squares).
 * Where there is no room for all they stand evenly. Cost: linear.
 * @param wishes in ascending order
 */
export function spacedAlong(wishes: readonly number[], length: number, spacing: number): readonly number[] {
  const count = wishes.length
  if (count * spacing >= length) return wishes.map((_, index) => ((index + 0.5) / count) * length)
  // Without the spacing, neighbours that are too near are in the wrong order: those of one block share its mean.
  const blocks: { sum: number; count: number }[] = []
  for (const [index, wish] of wishes.entries()) {
    let block = { sum: wish - index * spacing, count: 1 }
    for (let last = blocks.at(-1); last !== undefined && mean(last) >= mean(block); last = blocks.at(-1)) {
      block = { sum: last.sum + block.sum, count: last.count + block.count }
      blocks.pop()
    }
    blocks.push(block)
  }
  const [low, high] = [spacing / 2, length - spacing / 2 - (count - 1) * spacing]
  const places: number[] = []
  for (const block of blocks) {
    const base = Math.min(high, Math.max(low, mean(block)))
    for (let left = block.count; left > 0; left -= 1) places.push(base + places.length * spacing)
  }
  return places
}

function mean({ sum, count }: { readonly sum: number; readonly count: number }): number {
  return sum / count
}
