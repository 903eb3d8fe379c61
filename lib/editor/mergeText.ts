import type { Splice } from '../document/diffWords'
import { findSplices, mergeSplices } from '../document/splice'

/**
 * Brings together two changes of one text: mine, still being typed, and theirs, which has arrived.
 * What either has typed stays, also where both have changed the same words.
 *
 * @param base the text that both began with
 */
export function mergeText(base: string, mine: string, theirs: string): string {
  if (base === mine || mine === theirs) return theirs
  return mergeSplices(base, findSplices(base, mine), findSplices(base, theirs))
}

/**
 * The same for a name: where both changed other words, both changes are there; where they changed the same ones,
 * mine stays alone. Two names at once, such as "Burnout" and "Overload" for a loop without any, make no third.
 */
export function mergeName(base: string, mine: string, theirs: string): string {
  if (base === mine || mine === theirs) return theirs
  const [my, their] = [findSplices(base, mine), findSplices(base, theirs)]
  return meets(my, their) ? mine : mergeSplices(base, my, their)
}

function meets(mine: readonly Splice[], theirs: readonly Splice[]): boolean {
  return mine.some((my) =>
    theirs.some((their) => my.at <= their.at + their.removed.length && their.at <= my.at + my.removed.length),
  )
}
