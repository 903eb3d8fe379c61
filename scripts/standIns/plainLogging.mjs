// In place of lib0/logging in pages: what Yjs says to the console, without its colours. Those bring along a
// console to be drawn in the page and a library of schemas.
const style = Symbol('style')
export const BOLD = style
export const UNBOLD = style
export const ORANGE = style
export const RED = style

const plain = (parts) => parts.filter((part) => part !== style)

export function print(...parts) {
  console.log(...plain(parts))
}

export function warn(...parts) {
  console.warn(...plain(parts))
}
