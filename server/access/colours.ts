/** How many cursor colours there are; an index is what is stored and sent. */
export const colourCount = 12

/** The colour that fewest people have so far; among equals the first. */
export function chooseColour(taken: Iterable<number>): number {
  const uses = Array.from({ length: colourCount }, () => 0)
  for (const colour of taken) {
    const index = colour % colourCount
    uses[index] = (uses[index] ?? 0) + 1
  }
  return uses.indexOf(Math.min(...uses))
}
