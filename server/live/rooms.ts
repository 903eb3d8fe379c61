import type { MapId } from '../../lib/base/ids'
import type { Random } from '../../lib/base/random'
import { partingWords } from '../room/partingWords'
import { createRoomRegistry, type RoomRegistry, type RoomRegistryParts } from '../room/roomRegistry'
import { defaultRoomSettings, type RoomSettings } from '../room/roomSettings'
import { createLobby, type Lobby } from '../session/lobby'
import { createWaitingRoom, type WaitingRoom } from '../session/waitingRoom'

/** All live maps of a process: rooms and the sockets that are in them, which meet on the bus alone. */
export interface Rooms
  extends
    Pick<Lobby, 'attach'>,
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
    >,
    Pick<WaitingRoom, 'waiting' | 'tellWaiting'> {
  /** Ends the waiting on this map: everyone who waits comes again by themselves, and in. */
  openDoor(map: MapId): void
  stats(): { readonly rooms: number; readonly people: number; readonly waiting: number }
  /** Makes everything durable, sends everyone away to come back later, and gives everything back. */
  close(): Promise<void>
}

export interface RoomsParts extends Omit<RoomRegistryParts, 'settings' | 'soon' | 'isHere' | 'onLost'> {
  readonly random: Random
  /** Version of the process, told to clients so that an old page can offer to reload. */
  readonly version?: string
  readonly settings?: Partial<RoomSettings>
  /** Runs a task after the current turn of the event loop. */
  readonly soon?: (task: () => void) => void
}

export function createRooms(parts: RoomsParts): Rooms {
  const { bus, clock, random, version = '' } = parts
  const settings = { ...defaultRoomSettings, ...parts.settings }
  const soon = parts.soon ?? ((task) => void setImmediate(task))
  const registry = createRoomRegistry({
    ...parts,
    settings,
    soon,
    isHere: (map) => lobby.isHere(map),
    onLost: (map) => lobby.joinAgain(map),
  })
  const waitingRoom = createWaitingRoom({ clock, version })
  const lobby = createLobby({
    ...{ bus, clock, random, version, settings, waitingRoom },
    openRoom: (map) => registry.open(map),
    onEmpty: (map) => registry.leave(map),
  })
  const { endWhere, waiting, tellWaiting } = waitingRoom
  return {
    ...registry,
    waiting,
    tellWaiting,
    openDoor: (map) => endWhere((who) => who.map === map, 'restart', 'The meeting begins.'),
    // Those who wait are in no room, and are treated like those who are.
    closeLink(link) {
      registry.closeLink(link)
      endWhere((who) => who.link === link, 'key-unknown', partingWords.link)
    },
    closeParticipant(map, participant, why) {
      registry.closeParticipant(map, participant, why)
      endWhere((who) => who.map === map && who.participant?.id === participant, 'key-unknown', partingWords[why])
    },
    updateParticipant(map, participant, role) {
      registry.updateParticipant(map, participant, role)
      waitingRoom.recognise(map, participant, role)
    },
    closeMap(map) {
      registry.closeMap(map)
      endWhere((who) => who.map === map, 'no-such-map', 'This map has been deleted.')
    },
    attach: (seat) => lobby.attach(seat),
    stats: () => ({ ...registry.stats(), people: lobby.people() }),
    async close() {
      lobby.shut()
      registry.shut()
      await registry.drain()
      await lobby.empty()
      await registry.close()
    },
  }
}
