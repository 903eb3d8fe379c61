import type { VersionReason } from '../../lib/protocol/version'
import type { ChangeScale } from '../room/changeScale'

/** From how many elements on a change at once is worth a version of what was before. */
export const largeChange = { added: 10, removed: 5, moved: 10 } as const

/**
 * What a change that came at once is, judged by what it did and not by what anybody says of it:
 *
 * - a clear: everything of three or more went; or 25; or 5 or more that were a fifth of the map
 * - an import: 10 or more came
 * - an arrangement: 10 or more that are at least half of the map stand elsewhere
 */
export function findLargeChange({ added, removed, moved, before }: ChangeScale): VersionReason | undefined {
  const isCleared = removed >= 3 && removed >= before
  if (isCleared || removed >= 25 || (removed >= largeChange.removed && removed * 5 >= before)) return 'before-clear'
  if (added >= largeChange.added) return 'before-import'
  if (moved >= largeChange.moved && moved * 2 >= before) return 'before-arrange'
  return undefined
}
