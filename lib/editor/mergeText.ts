import { findSplice, rebaseSplice } from '../document/splice'

/**
 * Brings together two changes of one text: mine, still being typed, and theirs, which has arrived.
 * Where both touch the same place mine stays, since it is under somebody's cursor.
 *
 * @param base the text that both began with
 */
export function mergeText(base: string, mine: string, theirs: string): string {
  const edit = findSplice(base, mine)
  if (edit === undefined) return theirs
  const moved = rebaseSplice(edit, base, theirs)
  if (moved === undefined) return mine
  return theirs.slice(0, moved.at) + moved.inserted + theirs.slice(moved.at + moved.removed.length)
}
