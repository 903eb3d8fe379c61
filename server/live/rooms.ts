import type { MapId } from '../../lib/base/ids'
import type { Random } from '../../lib/base/random'
import { createRoomRegistry, type RoomRegistry, type RoomRegistryParts } from '../room/roomRegistry'
import { defaultRoomSettings, type RoomSettings } from '../room/roomSettings'
import { createLobby, type Lobby } from '../session/lobby'

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
      | 'closeMap'
    > {
  stats(): { readonly rooms: number; readonly people: number; readonly waiting: number }
  /** Makes everything durable, sends everyone away to come back later, and gives everything back. */
  close(): Promise<void>
}

export interface RoomsParts extends Omit<RoomRegistryParts, 'settings' | 'soon'> {
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
  const registry = createRoomRegistry({ ...parts, settings, soon })
  const openRoom = (map: MapId): void => registry.open(map)
  const lobby = createLobby({ bus, clock, random, version, settings, openRoom })
  return {
    ...registry,
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
