import { calendarDateOf } from '../../../lib/base/calendarDate'
import type { Version } from '../../../lib/protocol/version'

/**
 * The moment at which the meeting of a day began: of those kept as the start of one, the first of today;
 * the latest of earlier days where there is none of today.
 * @param versions newest first
 * @param now by the clock of the server, which the moments are by, too
 */
export function findMeetingStart(versions: readonly Version[], now: number): Version | undefined {
  const starts = versions.filter(({ why }) => why === 'start')
  const today = calendarDateOf(now)
  return starts.findLast(({ at }) => calendarDateOf(at) === today) ?? starts[0]
}
