import { diffWords, type Splice } from './diffWords'

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
 * The replacements that turn `before` into `after`, from first to last: one for every passage that
 * differs, as short as it can be, so that what lies between two of them is not touched. Texts that
 * differ in more than some hundred words are one replacement. Cost: as `diffWords`.
 */
export function findSplices(before: string, after: string): readonly Splice[] {
  const hull = findSplice(before, after)
  if (hull === undefined) return []
  if (hull.removed === '' || hull.inserted === '') return [hull]
  const passages = diffWords(hull.removed, hull.inserted)
  if (passages === undefined) return [hull]
  return passages.flatMap(({ at, removed, inserted }) => {
    const splice = findSplice(removed, inserted)
    return splice === undefined ? [] : [{ ...splice, at: hull.at + at + splice.at }]
  })
}

/** The text with these replacements made, which stand from first to last and do not overlap. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  let at = 0
  let result = ''
  for (const splice of splices) {
    result += text.slice(at, splice.at) + splice.inserted
    at = endOf(splice)
  }
  return result + text.slice(at)
}

/**
 * Moves replacements, made for one text, to where they belong in what others have made of that text
 * meanwhile. Those that touch a passage which the others changed are left out: that is theirs.
 * @param others what turned the text into what it is now
 */
export function rebaseSplices(splices: readonly Splice[], others: readonly Splice[]): readonly Splice[] {
  return splices.flatMap((splice) => {
    let shift = 0
    for (const other of others) {
      if (endOf(other) <= splice.at) shift += other.inserted.length - other.removed.length
      else if (other.at < endOf(splice)) return []
    }
    return [{ ...splice, at: splice.at + shift }]
  })
}

/**
 * Makes both of two changes of one text, as a shared text does where two people type at once: what
 * either of them inserted is there, what either removed is not. Inserted at the same place, mine
 * comes first; the very same change of both is made once.
 */
export function mergeSplices(base: string, mine: readonly Splice[], theirs: readonly Splice[]): string {
  const fresh = theirs.filter((their) => !mine.some((my) => isSame(my, their)))
  const all = [...mine, ...fresh].toSorted((a, b) => a.at - b.at)
  let kept = 0
  let result = ''
  for (const splice of all) {
    if (splice.at > kept) result += base.slice(kept, splice.at)
    result += splice.inserted
    kept = Math.max(kept, endOf(splice))
  }
  return result + base.slice(kept)
}

function isSame(a: Splice, b: Splice): boolean {
  return a.at === b.at && a.removed === b.removed && a.inserted === b.inserted
}

function endOf({ at, removed }: Splice): number {
  return at + removed.length
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}
