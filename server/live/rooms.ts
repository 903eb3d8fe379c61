import type { Clock } from '../../lib/base/clock'
import { createId, type MapId } from '../../lib/base/ids'
import type { Random } from '../../lib/base/random'
import type { RoomEvent } from '../../lib/protocol/events'
import type { Identity } from '../access/identity'
import type { Whom } from '../access/whom'
import type { CarriedAnswer, CarriedRequest, FromProcess, PeopleOfMap, ProcessId, ToWaiters } from '../bus/bus'
import { partingWords } from '../room/partingWords'
import { createRoomRegistry, type RoomRegistry, type RoomRegistryParts } from '../room/roomRegistry'
import { defaultRoomSettings, type RoomSettings } from '../room/roomSettings'
import { createLobby, type Lobby } from '../session/lobby'
import { createWaitingRoom } from '../session/waitingRoom'
import { createFarWaiting } from './farWaiting'
import { createQuestions, type Questions } from './questions'

/** All live maps of a process: rooms and the sockets that are in them, which meet on the bus alone. */
export interface Rooms
  extends
    Pick<Lobby, 'attach' | 'countPeople'>,
    Pick<
      RoomRegistry,
      | 'read'
      | 'change'
      | 'closeLink'
      | 'closeParticipant'
      | 'updateParticipant'
      | 'show'
      | 'hold'
      | 'findHold'
      | 'identities'
      | 'tell'
      | 'closeDoor'
      | 'protect'
      | 'closeMap'
      | 'owns'
    > {
  /** Who waits for this map's meeting, once per socket; of a map that another process has, those in this process. */
  waiting(map: MapId): readonly Identity[]
  /** Tells those who wait for this map's meeting what they have not been told yet. */
  tellWaiting(map: MapId, event: RoomEvent): void
  /** Who is on a map and who waits for its meeting, whoever has the map. */
  who(map: MapId): Promise<PeopleOfMap>
  /** Something that is kept of a meeting was changed: whoever has the map looks at its rounds (`onLook`). */
  look(map: MapId): void
  /** Does something that only whoever has the map can do. Rejects if it cannot be found out who that is. */
  visit<Value>(map: MapId, task: (visit: Visit) => Promise<Value>): Promise<Value>
  /** Ends the waiting on this map: everyone who waits comes again by themselves, and in. */
  openDoor(map: MapId): void
  stats(): { readonly rooms: number; readonly people: number; readonly waiting: number }
  /** Makes everything durable, sends everyone away to come back later, and gives everything back. */
  close(): Promise<void>
}

export interface Visit {
  /** This process has the map as long as the visit lasts, unless it is lost; or there is no such map. */
  readonly isHere: boolean
  /** Where it is not here: has a request answered by whoever has the map. */
  ask(request: CarriedRequest): ReturnType<Questions['askRequest']>
}

export interface RoomsParts extends Omit<RoomRegistryParts, 'settings' | 'soon' | 'isHere' | 'onLost' | 'onWord'> {
  readonly random: Random
  /** Version of the process, told to clients so that an old page can offer to reload. */
  readonly version?: string
  readonly settings?: Partial<RoomSettings>
  /** Runs a task after the current turn of the event loop. */
  readonly soon?: (task: () => void) => void
  /** What to answer to a request that came to another process, about a map that this one has. */
  readonly answer?: (request: CarriedRequest) => Promise<CarriedAnswer>
}

/** Milliseconds between two times that other processes are told who waits here. */
const announceEvery = 1_000

export function createRooms(parts: RoomsParts): Rooms {
  const { bus, clock, random, version = '', watch } = parts
  const settings = { ...defaultRoomSettings, ...parts.settings }
  const soon = parts.soon ?? ((task) => void setImmediate(task))
  const far = parts.leases === undefined ? undefined : createFar(parts, { clock, random })
  const visits = new Map<MapId, number>()
  const isHere = (map: MapId): boolean => lobby.isHere(map) || visits.has(map) || waitingRoom.waiting(map).length > 0

  const registry = createRoomRegistry({
    ...parts,
    settings,
    soon,
    isHere,
    onLost: (map) => lobby.joinAgain(map),
    onDisowned(map) {
      far?.waiting.forget(map)
      parts.onDisowned?.(map)
    },
    onWord: (map, word) => far?.hear(map, word),
  })
  const waitingRoom = createWaitingRoom({
    ...{ bus, clock, version },
    onChange(map) {
      if (far === undefined) return
      if (waitingRoom.waiting(map).length > 0) {
        registry.open(map)
        return
      }
      far.announce(map, [])
      registry.leave(map)
    },
  })
  const lobby = createLobby({
    ...{ bus, clock, random, version, settings, waitingRoom, watch },
    openRoom: (map) => registry.open(map),
    onEmpty: (map) => registry.leave(map),
  })
  const waiting = (map: MapId): readonly Identity[] => [...waitingRoom.waiting(map), ...(far?.waiting.of(map) ?? [])]
  const listPeople = (map: MapId): PeopleOfMap => ({ here: registry.identities(map), waiting: waiting(map) })
  const stopAnnouncing = far?.start({
    find: registry.find,
    owns: registry.owns,
    listPeople,
    listWaiting: () => waitingRoom.maps().map((map) => [map, waitingRoom.waiting(map)] as const),
  })

  // Those who wait are in no room, and are treated like those who are.
  const toWaiters = (map: MapId, word: ToWaiters): void => bus.toWaiters.publish(map, word)
  const endWaiting = (
    map: MapId,
    who: Whom,
    reason: 'restart' | 'key-unknown' | 'no-such-map',
    message: string,
  ): void => toWaiters(map, { do: 'expel', who, reason, message })

  return {
    ...registry,
    waiting,
    tellWaiting: (map, event) => toWaiters(map, { do: 'tell', event }),
    look: (map) => registry.act(map, { do: 'look' }),
    who: (map) => (far === undefined || registry.owns(map) ? Promise.resolve(listPeople(map)) : far.askWho(map)),
    async visit(map, task) {
      if (far === undefined) return task({ isHere: true, ask: async () => 'here' })
      visits.set(map, (visits.get(map) ?? 0) + 1)
      try {
        const whose = await registry.find(map)
        return await task({ isHere: whose !== 'other', ask: (request) => far.askRequest(map, request) })
      } finally {
        const left = (visits.get(map) ?? 1) - 1
        if (left > 0) visits.set(map, left)
        else {
          visits.delete(map)
          registry.leave(map)
        }
      }
    },
    openDoor: (map) => endWaiting(map, { of: 'all' }, 'restart', 'The meeting begins.'),
    closeLink(map, link) {
      registry.closeLink(map, link)
      endWaiting(map, { of: 'link', link }, 'key-unknown', partingWords.link)
    },
    closeParticipant(map, participant, why) {
      registry.closeParticipant(map, participant, why)
      endWaiting(map, { of: 'participant', participant }, 'key-unknown', partingWords[why])
    },
    updateParticipant(map, participant, role) {
      registry.updateParticipant(map, participant, role)
      toWaiters(map, { do: 'recognise', participant, role })
    },
    closeMap(map) {
      registry.closeMap(map)
      endWaiting(map, { of: 'all' }, 'no-such-map', 'This map has been deleted.')
    },
    attach: (seat) => lobby.attach(seat),
    countPeople: () => lobby.countPeople(),
    stats: () => ({ ...registry.stats(), people: lobby.people() }),
    async close() {
      stopAnnouncing?.()
      lobby.shut()
      registry.shut()
      await registry.drain()
      await lobby.empty()
      await registry.close()
    },
  }
}

interface FarHome {
  find: RoomRegistry['find']
  owns: RoomRegistry['owns']
  listPeople(map: MapId): PeopleOfMap
  listWaiting(): readonly (readonly [map: MapId, people: readonly Identity[]])[]
}

/** What a process has to do with those that share its store. */
function createFar(
  { bus, log, answer }: RoomsParts,
  { clock, random }: { readonly clock: Clock; readonly random: Random },
) {
  const process = createId<ProcessId>(random, 16)
  const waiting = createFarWaiting(clock)
  let home: FarHome | undefined
  const questions = createQuestions({
    ...{ bus, clock, random, log, process },
    find: (map) => home?.find(map) ?? Promise.resolve('other'),
    owns: (map) => home?.owns(map) ?? false,
    listPeople: (map) => home?.listPeople(map) ?? { here: [], waiting: [] },
    answer: answer ?? (() => Promise.reject(new Error('Nothing is answered here.'))),
  })
  const announce = (map: MapId, people: readonly Identity[]): void => {
    if (home?.owns(map) !== true) bus.toRoom.publish(map, { kind: 'waiting', process, people })
  }
  return {
    waiting,
    announce,
    askRequest: questions.askRequest,
    askWho: questions.askWho,
    hear(map: MapId, word: Exclude<FromProcess, { kind: 'act' }>): void {
      if (word.kind === 'ask') questions.hear(map, word)
      else waiting.heard(map, word.process, word.people)
    },
    /** @returns ends it */
    start(parts: FarHome): () => void {
      home = parts
      let cancel: () => void
      const tick = (): void => {
        cancel = clock.after(announceEvery, tick)
        for (const [map, people] of parts.listWaiting()) announce(map, people)
      }
      cancel = clock.after(announceEvery, tick)
      return () => {
        cancel()
        questions.close()
      }
    },
  }
}
