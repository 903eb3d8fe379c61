/** The ground of a bar by its place in a comparison: full, slanted, dotted, crosswise. Not by colour alone. */
export function fillOf(place: number, colour: string): string {
  switch (place % 4) {
    case 1:
      return `repeating-linear-gradient(45deg, ${colour} 0 2.5px, transparent 2.5px 6px)`
    case 2:
      return `radial-gradient(${colour} 1.6px, transparent 1.9px) 0 0 / 5px 5px`
    case 3:
      return `repeating-linear-gradient(90deg, ${colour} 0 1.5px, transparent 1.5px 5px)`
    default:
      return colour
  }
}
