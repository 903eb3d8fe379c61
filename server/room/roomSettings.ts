/** Numbers a room goes by. The defaults suit one small machine; tests make them small. */
export interface RoomSettings {
  /** Milliseconds an empty room keeps its document. */
  readonly grace: number
  /** Sockets on one map, and in the whole process. */
  readonly sessionsPerMap: number
  readonly sessions: number
  /** Sync answers computed in one turn, so that a crowd coming in does not stop the edits. */
  readonly syncsPerTurn: number
  /** A socket may ask for a full sync this often at once, and once per `syncInterval` ms after that. */
  readonly syncBurst: number
  readonly syncInterval: number
  /** Updates after the snapshot, in number or bytes, that make a room ask for compaction. */
  readonly compactAfterUpdates: number
  readonly compactAfterBytes: number
  /** Milliseconds over which sockets are sent away at shutdown. */
  readonly spread: number
}

export const defaultRoomSettings: RoomSettings = {
  grace: 20_000,
  sessionsPerMap: 400,
  sessions: 4_000,
  syncsPerTurn: 32,
  syncBurst: 10,
  syncInterval: 500,
  compactAfterUpdates: 500,
  compactAfterBytes: 256 * 1024,
  spread: 1_000,
}

/** Milliseconds that what happens may wait for company, by the number of people there. */
export function findWindow(people: number): number {
  if (people <= 30) return 0
  return people <= 150 ? 16 : 25
}

/** Milliseconds that cursors may wait for company: in a crowd everybody would be told of everybody's all the time. */
export function findCursorWindow(people: number): number {
  if (people <= 50) return findWindow(people)
  return people <= 100 ? 50 : 100
}
