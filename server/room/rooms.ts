import type { Clock } from '../../lib/base/clock'
import { createId, type MapId } from '../../lib/base/ids'
import type { Random } from '../../lib/base/random'
import type { MapView } from '../../lib/model/mapView'
import type { Identity } from '../access/identity'
import type { Bus, SessionId } from '../bus/bus'
import { createAudience, type Audience } from '../session/audience'
import { Session } from '../session/session'
import type { SocketEvents, SocketPort } from '../session/socketPort'
import type { MapStore } from '../store/mapStore'
import { closeReasons } from '../../lib/protocol/close'
import { makeChange, type ChangeOutcome, type MapChange } from './change'
import { createOwnersByMap } from './clientOwners'
import { createCommitter } from './committer'
import type { Log } from './log'
import { Room } from './room'
import { defaultRoomSettings, type RoomSettings } from './roomSettings'

/** All live maps of a process: the one door to their documents. */
export interface Rooms {
  /** Takes a socket in. It is told at once if there is no place for it. */
  attach(seat: Seat): SocketEvents
  /** The map as it is stored now; undefined if there is no such map. Rejects if it cannot be loaded. */
  read(map: MapId): Promise<MapView | undefined>
  /**
   * Changes a map from the server, on the way of every edit: stored before anyone sees it.
   * Resolves when it is durable, or says why not.
   * @param change a patch, or a function that makes one from the current view or gives a reason not to
   * @param by participant id for the history
   */
  change<Reason = never>(map: MapId, change: MapChange<Reason>, by: string | undefined): Promise<ChangeOutcome<Reason>>
  /** Sends away everyone who came by this link. */
  closeLink(link: string): void
  /** Tells everyone of a participant's new name or colour, on whatever sockets they have open. */
  updateParticipant(map: MapId, participant: NonNullable<Identity['participant']>): void
  /** Sends away everyone on this map, for one that has been deleted. */
  closeMap(map: MapId): void
  stats(): { readonly rooms: number; readonly people: number; readonly waiting: number }
  /** Makes everything durable, sends everyone away to come back later, and gives everything back. */
  close(): Promise<void>
}

export interface Seat {
  readonly identity: Identity
  readonly events: boolean
  readonly socket: SocketPort
}

export interface RoomsParts {
  readonly store: MapStore
  readonly bus: Bus
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  /** Told when a map's log after its snapshot has grown long; see server/history. */
  readonly compact?: (map: MapId) => void
  /** Version of the process, told to clients so that an old page can offer to reload. */
  readonly version?: string
  readonly settings?: Partial<RoomSettings>
  /** Runs a task after the current turn of the event loop. */
  readonly soon?: (task: () => void) => void
}

export function createRooms(parts: RoomsParts): Rooms {
  const { store, bus, clock, random, log } = parts
  const settings = { ...defaultRoomSettings, ...parts.settings }
  const soon = parts.soon ?? ((task) => void setImmediate(task))
  const committer = createCommitter({ store, clock, soon, log })
  const rooms = new Map<MapId, Room>()
  const owners = createOwnersByMap()
  const audiences = new Map<MapId, Audience>()
  let people = 0
  let closing = false

  const open = (map: MapId): Room => {
    const known = rooms.get(map)
    if (known !== undefined) return known
    const room = new Room({
      map,
      store,
      bus,
      clock,
      soon,
      committer,
      owners: owners.of(map),
      settings,
      log,
      onLongLog: (long) => parts.compact?.(long),
      onOver: (over) => {
        if (rooms.get(map) === over) rooms.delete(map)
      },
    })
    rooms.set(map, room)
    return room
  }

  const refuse = (socket: SocketPort, reason: 'restart' | 'busy'): SocketEvents => {
    void socket.close(closeReasons[reason], reason)
    const ignore = (): void => undefined
    return { received: ignore, malformed: ignore, drained: ignore, ponged: ignore, closed: ignore }
  }

  return {
    attach({ identity, events, socket }) {
      const { map } = identity
      if (closing) return refuse(socket, 'restart')
      const crowd = audiences.get(map)?.sessions.size ?? 0
      if (crowd >= settings.sessionsPerMap || people >= settings.sessions) return refuse(socket, 'busy')
      open(map)
      const audience = audiences.get(map) ?? createAudience(map, bus, clock)
      audiences.set(map, audience)
      const session = new Session({
        id: createId<SessionId>(random, 16),
        map,
        identity,
        events,
        version: parts.version ?? '',
        socket,
        bus,
        clock,
        onEnd: (ended) => {
          people -= 1
          if (audience.remove(ended) && audiences.get(map) === audience) audiences.delete(map)
        },
      })
      people += 1
      audience.add(session)
      session.join()
      return session
    },

    read: (map) => (closing ? Promise.reject(new Error('The server is stopping.')) : open(map).read()),

    change: async (map, change, by) => {
      if (closing) return { kind: 'failed' }
      return makeChange(open(map), change, by)
    },

    closeLink(link) {
      for (const room of rooms.values()) {
        room.expelWhere((identity) => identity.link === link, 'key-unknown', 'This link no longer works.')
      }
    },
    updateParticipant(map, participant) {
      rooms.get(map)?.updateParticipant(participant)
    },
    closeMap(map) {
      rooms.get(map)?.expelWhere(() => true, 'no-such-map', 'This map has been deleted.')
    },

    stats() {
      let waiting = 0
      for (const room of rooms.values()) waiting += room.stats().waiting
      return { rooms: rooms.size, people, waiting }
    },

    async close() {
      closing = true
      await committer.drain()
      const sessions = [...audiences.values()].flatMap((audience) => [...audience.sessions.values()])
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
      await committer.drain()
      await Promise.all([...rooms.values()].map((room) => room.close()))
    },
  }
}
