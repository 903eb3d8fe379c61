import type { MapId } from '../../lib/base/ids'

/**
 * What a map's meeting has one of: also what is protected, the groups that work on copies of the map, what they got, and
 * of a copy the map that it is of.
 */
export type MeetingPart =
  'timer' | 'agenda' | 'hold' | 'door' | 'protection' | 'breakouts' | 'breakouts-before' | 'breakout-of'

/**
 * Where the agenda, the timer, the protection and the groups of a map are kept, who holds it and whether its door is
 * kept: a part of `MapStore`. Its contract suite is
 * tests/contract/meetingStoreContract.ts.
 */
export interface MeetingStore {
  findMeeting(map: MapId, part: MeetingPart): Promise<StoredMeeting | undefined>
  /** What every map that has this part keeps of it, but for what is `null`. Cost: all maps of the server. */
  listMeetings(part: MeetingPart): Promise<readonly (StoredMeeting & { readonly map: MapId })[]>
  /** The maps that are copies of this one (`breakout-of`), in no order. Cost: as many as there are. */
  listCopies(map: MapId): Promise<readonly MapId[]>
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
