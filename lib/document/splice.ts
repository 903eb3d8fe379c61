/** One replacement in a text: at `at`, `removed` gives way to `inserted`. */
export interface Splice {
  readonly at: number
  readonly removed: string
  readonly inserted: string
}

/**
 * The smallest single replacement that turns `before` into `after`, or undefined if they are the
 * same. Never cuts a surrogate pair in two. Cost: one pass over the shorter text.
 */
export function findSplice(before: string, after: string): Splice | undefined {
  if (before === after) return undefined
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start++
  if (start > 0 && isHighSurrogate(before.charCodeAt(start - 1))) start--
  let end = 0
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++
  if (end > 0 && isLowSurrogate(before.charCodeAt(before.length - end))) end--
  return {
    at: start,
    removed: before.slice(start, before.length - end),
    inserted: after.slice(start, after.length - end),
  }
}

/**
 * Moves `splice`, made for the text `base`, to where it belongs in `now`, a text that others have
 * changed meanwhile. Undefined if their change touches the same place: then it is theirs.
 */
export function rebaseSplice(splice: Splice, base: string, now: string): Splice | undefined {
  const other = findSplice(base, now)
  if (other === undefined) return splice
  if (other.at + other.removed.length <= splice.at) {
    return { ...splice, at: splice.at + other.inserted.length - other.removed.length }
  }
  return other.at >= splice.at + splice.removed.length ? splice : undefined
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}
