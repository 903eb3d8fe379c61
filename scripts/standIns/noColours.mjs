// In place of d3-color in pages. d3-transition reads every value it animates as a colour first; what
// Weft has it animate is the view, which are numbers. Nothing is a colour here.
export function color() {
  return null
}
export const rgb = color
export const hsl = color
export const hcl = color
export const lab = color
export const cubehelix = color
