import type { MapId } from '../../lib/base/ids'
import type { MeetingStore, StoredMeeting } from './meetingStore'

/** Agendas and timers in memory. Same promises as `MeetingStore`, but for what outlives the process. */
export interface MemoryMeetings extends MeetingStore {
  deleteMeetingsOf(map: MapId): void
}

/**
 * @param enter waits for its turn, and fails when the store is closed
 * @param belongs throws if there is no such map
 */
export function createMemoryMeetings(enter: () => Promise<void>, belongs: (map: MapId) => void): MemoryMeetings {
  const meetings = new Map<MapId, Map<string, StoredMeeting>>()
  return {
    async findMeeting(map, part) {
      await enter()
      return meetings.get(map)?.get(part)
    },
    async listMeetings(part) {
      await enter()
      return [...meetings].flatMap(([map, parts]) => {
        const stored = parts.get(part)
        return stored === undefined || stored.value === 'null' ? [] : [{ map, ...stored }]
      })
    },
    async listCopies(map) {
      await enter()
      const value = JSON.stringify(map)
      return [...meetings].flatMap(([copy, parts]) => (parts.get('breakout-of')?.value === value ? [copy] : []))
    },
    async putMeeting(map, part, next) {
      await enter()
      if (next.version === 1) belongs(map)
      const parts = meetings.get(map) ?? new Map<string, StoredMeeting>()
      if ((parts.get(part)?.version ?? 0) !== next.version - 1) return false
      meetings.set(map, parts.set(part, next))
      return true
    },
    deleteMeetingsOf(map) {
      meetings.delete(map)
    },
  }
}
