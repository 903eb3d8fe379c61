import type { Clock } from '../../lib/base/clock'
import type { MapId } from '../../lib/base/ids'
import { roundSetupSchema, type RoundSetup } from '../../lib/practice/round'
import type { RoomEvent } from '../../lib/protocol/events'
import { isAtLeast, mayEdit } from '../../lib/protocol/role'
import type { Identity } from '../access/identity'
import type { RoundStore, StoredRound } from '../store/roundStore'
import { voterOf } from './voter'

/** How many have answered, of how many who are asked or have answered. */
export interface Progress {
  readonly done: number
  readonly asked: number
}

/** How far the group has come with a round: all that is told of answers while it is open. */
export interface RoundProgress {
  /** Who answered is given, everyone who is there is looked at. */
  of(map: MapId, round: StoredRound, setup: RoundSetup, voters: readonly string[]): Progress
  /** The same, of the answers that are stored. */
  count(map: MapId, round: StoredRound, setup: RoundSetup): Promise<Progress>
  /** Everyone is told soon: two hundred answers in a moment are a few events. */
  arrange(map: MapId, id: string): void
  /** Everyone is told soon of each open round: two hundred who come in a moment are one look at them. */
  peopleChanged(map: MapId): void
}

export interface RoundProgressParts {
  readonly store: Pick<RoundStore, 'findRound' | 'listRounds' | 'listVoters'>
  readonly clock: Clock
  /** Everyone who is on the map now, once per socket. */
  readonly people: (map: MapId) => readonly Identity[]
  /** Tells everyone on a map. A slow reader gets the latest of each topic. */
  readonly tell: (map: MapId, topic: string, event: RoomEvent) => void
}

/** Milliseconds in which answers that come together are told of once. */
const progressWindow = 250

export function createRoundProgress({ store, clock, people, tell }: RoundProgressParts): RoundProgress {
  const roundsDue = new Set<string>()
  const peopleDue = new Set<MapId>()

  const of: RoundProgress['of'] = (map, { id }, setup, voters) => {
    const asked = new Set(voters)
    for (const identity of people(map)) {
      const voter = isAsked(setup, identity) ? voterOf(id, identity) : undefined
      if (voter !== undefined) asked.add(voter)
    }
    return { done: voters.length, asked: asked.size }
  }
  const count: RoundProgress['count'] = async (map, round, setup) =>
    of(map, round, setup, await store.listVoters(round.id))

  const arrange = (map: MapId, id: string): void => {
    if (roundsDue.has(id)) return
    roundsDue.add(id)
    clock.after(progressWindow, () => {
      roundsDue.delete(id)
      void (async () => {
        const round = await store.findRound(map, id)
        if (round?.state !== 'open') return
        tell(map, `progress ${id}`, { kind: 'progress', round: id, ...(await count(map, round, readSetup(round))) })
        // A count that could not be told is told with the next answer.
      })().catch(() => undefined)
    })
  }

  return {
    of,
    count,
    arrange,
    peopleChanged(map) {
      if (peopleDue.has(map)) return
      peopleDue.add(map)
      clock.after(progressWindow, () => {
        peopleDue.delete(map)
        store
          .listRounds(map)
          .then((all) => {
            for (const { id, state } of all) if (state === 'open') arrange(map, id)
          })
          // Who comes late hears of it with their welcome, and everyone with the next answer.
          .catch(() => undefined)
      })
    },
  }
}

/** Whose answer is taken. */
export function mayAnswer(setup: RoundSetup, { role }: Identity): boolean {
  return setup.of === 'everyone' || mayEdit(role)
}

/** Who is waited for: those who may answer, but for the ones who run the meeting. */
function isAsked(setup: RoundSetup, identity: Identity): boolean {
  return mayAnswer(setup, identity) && !isAtLeast(identity.role, 'facilitator')
}

/** What was asked. @throws where the store holds what no version of Weft has written */
export function readSetup({ setup }: StoredRound): RoundSetup {
  return roundSetupSchema.parse(JSON.parse(setup))
}
