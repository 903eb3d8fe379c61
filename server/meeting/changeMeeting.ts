import type { MapId } from '../../lib/base/ids'
import { fail, succeed, type Result } from '../../lib/base/result'
import type { MeetingPart, MeetingStore, StoredMeeting } from '../store/meetingStore'

/** What is kept of a part of a meeting, and the version it is of; 0 where nothing has been kept yet. */
export interface Versioned<Value> {
  readonly version: number
  readonly value: Value
}

/** Times that a change is tried anew when somebody else was quicker. */
const tries = 50

/**
 * Changes what is kept of a part of a meeting: of two changes at the same moment the second is made to what the
 * first left.
 * @param change pure; may be called several times
 * @throws if others are quicker fifty times in a row
 */
export async function changeMeeting<Value, Reason>(
  store: MeetingStore,
  map: MapId,
  part: MeetingPart,
  read: (stored: StoredMeeting | undefined) => Versioned<Value>,
  change: (before: Versioned<Value>) => Result<Value, Reason>,
): Promise<Result<Versioned<Value>, Reason>> {
  for (let turn = 0; turn < tries; turn += 1) {
    const before = read(await store.findMeeting(map, part))
    const next = change(before)
    if (!next.ok) return fail(next.reason)
    if (next.value === before.value) return succeed(before)
    const version = before.version + 1
    if (await store.putMeeting(map, part, { version, value: JSON.stringify(next.value ?? null) })) {
      return succeed({ version, value: next.value })
    }
  }
  throw new Error(`The ${part} could not be changed: others were always quicker.`)
}
