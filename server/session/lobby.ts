import { createId, type MapId } from '../../lib/base/ids'
import type { Clock } from '../../lib/base/clock'
import type { Random } from '../../lib/base/random'
import { closeReasons } from '../../lib/protocol/close'
import type { Identity } from '../access/identity'
import type { Bus, SessionId } from '../bus/bus'
import { silentWatch, type Watch } from '../watch/watch'
import { createAudience, type Audience } from './audience'
import type { WaitingRoom } from './waitingRoom'
import { Session } from './session'
import type { SocketEvents, SocketPort } from './socketPort'

/** All sockets of a process: the door that they come in by, and their home. */
export interface Lobby {
  /** Takes a socket in. It is told at once if there is no place for it. */
  attach(seat: Seat): Seated
  /** Sockets that are here. */
  people(): number
  /** Those whose sockets are here, or wait, once each: by their name on a map, or by their socket. Cost: linear in sockets. */
  countPeople(): number
  /** There are sockets of the map. */
  isHere(map: MapId): boolean
  /** The room of the map is another now, or will be: its sockets say again who is here. */
  joinAgain(map: MapId): void
  /** From now on nobody is taken in. */
  shut(): void
  /** Sends everyone away to come back later, spread over `settings.spread`. */
  empty(): Promise<void>
}

/** A socket that was taken in: it hears what happens to it, and can be parted from. */
export type Seated = SocketEvents & Pick<Session, 'end'>

export interface Seat {
  readonly identity: Identity
  readonly events: boolean
  readonly socket: SocketPort
  /** They wait for the meeting, and hear nothing of the map. */
  readonly waits?: boolean
}

export interface LobbySettings {
  /** Sockets on one map, and in the whole process. */
  readonly sessionsPerMap: number
  readonly sessions: number
  /** Milliseconds over which sockets are sent away at shutdown. */
  readonly spread: number
}

export interface LobbyParts {
  readonly bus: Bus
  readonly clock: Clock
  readonly random: Random
  /** Version of the process, told to clients so that an old page can offer to reload. */
  readonly version: string
  readonly settings: LobbySettings
  /** Sees to it that the map has a room, before a socket joins it over the bus. */
  readonly openRoom: (map: MapId) => void
  readonly waitingRoom: WaitingRoom
  readonly watch?: Pick<Watch, 'cursorsDropped' | 'slow'> | undefined
  /** The last socket of the map has gone. */
  readonly onEmpty?: ((map: MapId) => void) | undefined
}

export function createLobby({
  bus,
  clock,
  random,
  version,
  settings,
  openRoom,
  waitingRoom,
  watch = silentWatch,
  onEmpty,
}: LobbyParts): Lobby {
  const audiences = new Map<MapId, Audience>()
  let people = 0
  let isShut = false

  return {
    attach({ identity, events, socket, waits = false }) {
      const { map } = identity
      if (isShut) return refuse(socket, 'restart')
      const crowd = waits ? waitingRoom.waiting(map).length : (audiences.get(map)?.sessions.size ?? 0)
      const isFull = people + waitingRoom.size() >= settings.sessions
      if (crowd >= settings.sessionsPerMap || isFull) return refuse(socket, 'busy')
      if (waits) return waitingRoom.seat({ identity, events, socket })
      openRoom(map)
      const audience = audiences.get(map) ?? createAudience(map, bus, clock)
      audiences.set(map, audience)
      const session = new Session({
        id: createId<SessionId>(random, 16),
        map,
        identity,
        events,
        version,
        socket,
        bus,
        clock,
        watch,
        onEnd: (ended) => {
          people -= 1
          if (!audience.remove(ended) || audiences.get(map) !== audience) return
          audiences.delete(map)
          onEmpty?.(map)
        },
      })
      people += 1
      audience.add(session)
      session.join()
      return session
    },

    isHere: (map) => audiences.has(map),

    joinAgain: (map) => audiences.get(map)?.joinAgain(),

    people: () => people + waitingRoom.size(),

    countPeople() {
      const here = [...audiences.values()].flatMap(({ sessions }) => [...sessions.values()].map((one) => one.person()))
      const waiting = waitingRoom.all().map((waiter) => waiter.identity.participant?.id ?? waiter)
      return new Set<unknown>([...here, ...waiting]).size
    },

    shut() {
      isShut = true
    },

    async empty() {
      const seated = [...audiences.values()].flatMap((audience) => [...audience.sessions.values()])
      const sessions: Pick<Seated, 'end'>[] = [...seated, ...waitingRoom.all()]
      const partings: Promise<void>[] = []
      const groups = 10
      for (let group = 0; group < groups && sessions.length > 0; group += 1) {
        // y-websocket comes back without jitter: sent away all at once, all would return at once.
        for (const session of sessions.splice(0, Math.ceil(sessions.length / (groups - group)))) {
          partings.push(session.end('restart', 'The server restarts.'))
        }
        if (sessions.length > 0) await new Promise<void>((resolve) => clock.after(settings.spread / groups, resolve))
      }
      await Promise.all(partings)
    },
  }
}

function refuse(socket: SocketPort, reason: 'restart' | 'busy'): Seated {
  void socket.close(closeReasons[reason], reason)
  const ignore = (): void => undefined
  const end = (): Promise<void> => Promise.resolve()
  return { received: ignore, malformed: ignore, drained: ignore, ponged: ignore, closed: ignore, end }
}
