import type { Clock } from '../../lib/base/clock'
import type { MapId } from '../../lib/base/ids'
import { fail, succeed, type Result } from '../../lib/base/result'
import { protect, readProtection, type ProtectionAct } from '../../lib/practice/protection'
import type { RoomEvent } from '../../lib/protocol/events'
import type { ProtectionAnswer } from '../../lib/protocol/protection'
import type { MapStore } from '../store/mapStore'
import type { MeetingStore, StoredMeeting } from '../store/meetingStore'
import { changeMeeting, type Versioned } from './changeMeeting'

/** What those who run the meeting keep others from, map by map: their locks, the layout, whose what may be deleted. */
export interface Protections {
  /** @param person whose additions are told with it, where they make a difference. Cost: linear in these */
  find(map: MapId, person: string | undefined): Promise<ProtectionAnswer>
  /** Holds from the moment it is stored; everyone on the map is told. */
  act(map: MapId, act: ProtectionAct): Promise<Result<ProtectionAnswer, 'too-many-locks'>>
}

export interface ProtectionsParts {
  readonly store: MeetingStore & Pick<MapStore, 'listAdditions'>
  readonly clock: Clock
  readonly rooms: {
    /** Makes it hold for whatever comes in from now on. */
    protect(map: MapId, protection: ProtectionAnswer): void
    /** Tells everyone on a map. A slow reader gets the latest of each topic. */
    tell(map: MapId, topic: string, event: RoomEvent): void
  }
}

export function createProtections({ store, clock, rooms }: ProtectionsParts): Protections {
  return {
    async find(map, person) {
      const answer = describe(read(await store.findMeeting(map, 'protection')))
      const { ownOnly, layout } = answer.protection
      if (person === undefined || (ownOnly === undefined && layout === undefined)) return answer
      const own = await store.listAdditions(map, person)
      const listed = (root: 'elements' | 'links'): Record<string, number> =>
        Object.fromEntries(own.filter((one) => one.root === root).map(({ id, at }) => [id, at]))
      return { ...answer, yours: { elements: listed('elements'), links: listed('links') } }
    },
    async act(map, act) {
      const done = await changeMeeting(store, map, 'protection', read, ({ value }) => {
        const next = protect(value, act, clock.now())
        return next === undefined ? fail('too-many-locks' as const) : succeed(next)
      })
      if (!done.ok) return done
      const answer = describe(done.value)
      rooms.protect(map, answer)
      rooms.tell(map, 'protection', { kind: 'protection', protection: answer })
      return succeed(answer)
    },
  }
}

type Stored = Versioned<ReturnType<typeof readProtection>>

const describe = ({ version, value }: Stored): ProtectionAnswer => ({ version, protection: value })

const read = (stored: StoredMeeting | undefined): Stored => ({
  version: stored?.version ?? 0,
  value: readProtection(stored?.value),
})
