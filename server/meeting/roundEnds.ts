import type { Clock } from '../../lib/base/clock'
import type { MapId } from '../../lib/base/ids'
import type { RoundSetup } from '../../lib/practice/round'
import type { MeetingStore } from '../store/meetingStore'
import type { StoredRound } from '../store/roundStore'
import { readAgenda } from './agendas'
import { readTimer } from './timers'

/** Says of rounds that close by themselves when it is time, by the server's clock. */
export interface RoundEnds {
  /** True if an open round is over: its timer has ended, or the meeting has gone on, since it was opened. */
  isOver(round: StoredRound, setup: RoundSetup): Promise<boolean>
  /** Looks at a map's rounds again when its timer ends, if it runs. */
  arrange(map: MapId): Promise<void>
}

export interface RoundEndsParts {
  readonly store: Pick<MeetingStore, 'findMeeting'>
  readonly clock: Clock
  /** It is time to look at the rounds of a map. */
  readonly look: (map: MapId) => void
}

/** What a round closes with by itself: nothing once it was closed and opened again, which somebody wanted. */
export function closesWith({ endedAt }: StoredRound, setup: RoundSetup): RoundSetup['closesWith'] {
  return endedAt === undefined ? setup.closesWith : undefined
}

export function createRoundEnds({ store, clock, look }: RoundEndsParts): RoundEnds {
  const waiting = new Map<MapId, () => void>()

  return {
    async isOver(round, setup) {
      switch (round.state === 'open' ? closesWith(round, setup) : undefined) {
        case undefined:
          return false
        case 'timer': {
          const { value: timer } = readTimer(await store.findMeeting(round.map, 'timer'))
          // One that was over before the question was put says nothing of it.
          return timer?.state === 'running' && timer.endsAt <= clock.now() && timer.endsAt > round.openedAt
        }
        case 'step': {
          const { at, since } = readAgenda(await store.findMeeting(round.map, 'agenda')).value
          return at !== null && since !== null && since > round.openedAt && at !== setup.step
        }
      }
    },
    async arrange(map) {
      const { value: timer } = readTimer(await store.findMeeting(map, 'timer'))
      waiting.get(map)?.()
      waiting.delete(map)
      if (timer?.state !== 'running') return
      const left = timer.endsAt - clock.now()
      if (left <= 0) return
      waiting.set(
        map,
        clock.after(left, () => {
          waiting.delete(map)
          look(map)
        }),
      )
    },
  }
}
