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
