import type { Clock } from '../../lib/base/clock'
import type { MapId } from '../../lib/base/ids'
import { fail, succeed, type Result } from '../../lib/base/result'
import { actOnTimer, timerSchema, type LeaveStep, type Timer, type TimerAct } from '../../lib/practice/timer'
import type { RoomEvent } from '../../lib/protocol/events'
import type { TimerAnswer } from '../../lib/protocol/timer'
import type { MeetingStore, StoredMeeting } from '../store/meetingStore'
import { changeMeeting, type Versioned } from './changeMeeting'

/**
 * The timer of each map: one, owned by those who run the meeting. It is kept as its end, so that nothing has to
 * tick, and a restart of the server changes nothing of it.
 */
export interface Timers {
  find(map: MapId): Promise<TimerAnswer>
  /** Everyone on the map is told once it is stored. */
  act(map: MapId, act: TimerAct): Promise<Result<TimerAnswer, 'no-such-timer'>>
  /** Takes away a timer that is over, or that was started for another step than the one the meeting goes to. */
  leaveStep(map: MapId, to: string | undefined): Promise<void>
}

export interface TimersParts {
  readonly store: MeetingStore
  readonly clock: Clock
  /** Told of every change, once it is stored. */
  readonly changed?: (map: MapId) => void
  /** Tells everyone on a map. A slow reader gets the latest of each topic. */
  readonly tell: (map: MapId, topic: string, event: RoomEvent) => void
}

export function createTimers({ store, clock, tell, changed = () => undefined }: TimersParts): Timers {
  const describe = ({ version, value }: Versioned<Timer | undefined>): TimerAnswer => ({
    version,
    now: clock.now(),
    timer: value ?? null,
  })
  const tellTimer = (map: MapId, timer: Versioned<Timer | undefined>): TimerAnswer => {
    const answer = describe(timer)
    tell(map, 'timer', { kind: 'timer', timer: answer })
    changed(map)
    return answer
  }
  const change = async (
    map: MapId,
    act: TimerAct | LeaveStep,
  ): Promise<Result<Versioned<Timer | undefined>, 'no-such-timer'>> =>
    changeMeeting(store, map, 'timer', readTimer, ({ value }) => actOnTimer(value, act, clock.now()))
  return {
    find: async (map) => describe(readTimer(await store.findMeeting(map, 'timer'))),
    async act(map, act) {
      const done = await change(map, act)
      return done.ok ? succeed(tellTimer(map, done.value)) : fail(done.reason)
    },
    async leaveStep(map, to) {
      const { version } = readTimer(await store.findMeeting(map, 'timer'))
      const done = await change(map, { act: 'leave-step', to })
      if (done.ok && done.value.version !== version) tellTimer(map, done.value)
    },
  }
}

/** What is kept of a map's timer. */
export function readTimer(stored: StoredMeeting | undefined): Versioned<Timer | undefined> {
  if (stored === undefined) return { version: 0, value: undefined }
  const value: unknown = JSON.parse(stored.value)
  return { version: stored.version, value: value === null ? undefined : timerSchema.parse(value) }
}
