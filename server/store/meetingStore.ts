import type { MapId } from '../../lib/base/ids'

/** What a map's meeting has one of. */
export type MeetingPart = 'timer' | 'agenda'

/**
 * Where the agenda and the timer of a map are kept: a part of `MapStore`. Its contract suite is
 * tests/contract/meetingStoreContract.ts.
 */
export interface MeetingStore {
  findMeeting(map: MapId, part: MeetingPart): Promise<StoredMeeting | undefined>
  /**
   * Stores what follows on the version before: the first is 1. Rejects a first one if there is no such map.
   * @returns false if another version is there, and nothing has changed
   */
  putMeeting(map: MapId, part: MeetingPart, next: StoredMeeting): Promise<boolean>
}

export interface StoredMeeting {
  readonly version: number
  /** JSON. */
  readonly value: string
}
