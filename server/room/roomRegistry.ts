import type { Clock } from '../../lib/base/clock'
import type { MapId } from '../../lib/base/ids'
import type { MapView } from '../../lib/model/mapView'
import type { RoomEvent } from '../../lib/protocol/events'
import type { Hold } from '../../lib/protocol/hold'
import type { Shown } from '../../lib/protocol/shown'
import type { CloseReason } from '../../lib/protocol/close'
import type { Role } from '../../lib/protocol/role'
import type { IdentifiedPerson, Identity } from '../access/identity'
import { isOfThem, type Whom } from '../access/whom'
import type { Bus, FromProcess, RoomAct } from '../bus/bus'
import type { Leases } from '../store/leases'
import type { LastChange, MapStore, StoredShowing } from '../store/mapStore'
import { silentWatch, type Watch } from '../watch/watch'
import { makeChange, type ChangeOutcome, type MapChange } from './change'
import { createOwnersByMap } from './clientOwners'
import { createCommitter } from './committer'
import type { Log } from './log'
import { createOwnership, usualOwnershipTimes, type OwnershipTimes, type Whose } from './ownership'
import { createPutBackBudget } from './putBackBudget'
import { partingWords, type PartingCause } from './partingWords'
import { readStored } from './readStored'
import { Room } from './room'
import type { VersionedProtection } from './roomProtection'
import type { RoomSettings } from './roomSettings'
import { createShowings } from './showings'
import type { StoredChange } from './storedChange'

/** All rooms of a process: the one door to their documents. */
export interface RoomRegistry {
  /** Makes sure that the map has a room, which listens on the bus from then on: here, or in another process. */
  open(map: MapId): void
  /**
   * Whose the map is, which has a room from now on until `leave`: this process's own, another's, or nobody's, since there
   * is none. Rejects if that cannot be found out.
   */
  find(map: MapId): Promise<Whose>
  /** True if this process has the map, and no other can have it. */
  owns(map: MapId): boolean
  /** Nobody here needs the map any more, unless `isHere`. Its room stays as long as it is needed. */
  leave(map: MapId): void
  /** The map as it is stored now, whoever has it; undefined if there is no such map. Rejects if it cannot be loaded. */
  read(map: MapId): Promise<MapView | undefined>
  /**
   * Changes a map from the server, on the way of every edit: stored before anyone sees it.
   * Resolves when it is durable, or says why not: `failed` also where another process has the map.
   * @param change a patch, or a function that makes one from the current view or gives a reason not to
   * @param by participant id for the history
   * @param role in whose right; undefined: in the server's own, which nothing is protected from
   */
  change<Reason = never>(
    map: MapId,
    change: MapChange<Reason>,
    by: string | undefined,
    role?: Role,
  ): Promise<ChangeOutcome<Reason>>
  /** From now on the map is protected like this, unless a later version is known. It is told to nobody. */
  protect(map: MapId, protection: VersionedProtection): void
  /** Does what another process has done about this map. */
  act(map: MapId, act: RoomAct): void
  /** Sends away everyone who came by this link. */
  closeLink(map: MapId, link: string): void
  /** Sends away one person, in all their tabs: they were removed, or their link lets them in no more. */
  closeParticipant(map: MapId, participant: string, why: PartingCause): void
  /** Takes in what a participant is called and may do now, on whatever sockets they have open, and tells everyone. */
  updateParticipant(map: MapId, participant: IdentifiedPerson, role: Role): void
  /**
   * Shows everyone on this map a look, and those who come later, until the last one leaves; undefined ends it. Where
   * nobody is, it waits for them half a day, in this process.
   * @returns how many sockets are there
   */
  show(map: MapId, shown: Shown | undefined): number
  /**
   * Has somebody hold this map, or nobody: meanwhile rooms take no edit of those who do not run the meeting, and ask
   * for it afterwards. Lasts until it is called again, in this process.
   */
  hold(map: MapId, hold: Hold | undefined): void
  /** Who holds this map, if anybody does. */
  findHold(map: MapId): Hold | undefined
  /** Everyone who is on this map, once per socket; of a map that another process has, nobody. */
  identities(map: MapId): readonly Identity[]
  /** Tells everyone on this map of server-owned state. A slow reader gets the latest of each topic. */
  tell(map: MapId, topic: string, event: RoomEvent): void
  /** Sends away everyone on this map who does not run the meeting, to come again and wait for it. */
  closeDoor(map: MapId): void
  /** Sends away everyone on this map, for one that has been deleted. */
  closeMap(map: MapId): void
  stats(): { readonly rooms: number; readonly waiting: number }
  /** From now on nothing is read or changed but by the sockets that are there. */
  shut(): void
  /** Resolves when all that has come in is durable. */
  drain(): Promise<void>
  /** Makes everything durable and gives all documents back. */
  close(): Promise<void>
}

export interface RoomRegistryParts {
  readonly store: MapStore
  readonly bus: Bus
  readonly clock: Clock
  readonly log: Log
  readonly watch?: Watch
  /** Told when a map's log after its snapshot has grown long; see server/history. */
  readonly compact?: (map: MapId) => void
  /** Told what was stored, and when everybody has gone; see server/history. */
  readonly onStored?: ((map: MapId, stored: StoredChange) => void) | undefined
  /** Told who changed what of it. */
  readonly onChanged?: ((map: MapId, changes: readonly LastChange[]) => void) | undefined
  readonly onRest?: ((map: MapId) => void) | undefined
  /** Told when everyone on a map has been told who is there, or what somebody may do now. */
  readonly onPeople?: ((map: MapId) => void) | undefined
  /** Of several processes, each of which may have a map. Absent: all are this one's. */
  readonly leases?: Leases
  readonly ownershipTimes?: OwnershipTimes
  /** What has to be known of a map that this process has taken, before anybody joins it. */
  readonly prepare?: ((map: MapId) => Promise<void>) | undefined
  /** Such a map has a room now; or this process has it no more. */
  readonly onOwned?: ((map: MapId) => void) | undefined
  readonly onDisowned?: ((map: MapId) => void) | undefined
  /** Another process said something of a map that this one has, other than what was done about it. */
  readonly onWord?: ((map: MapId, word: Exclude<FromProcess, { kind: 'act' }>) => void) | undefined
  /** What is kept of the meeting was changed in another process. */
  readonly onLook?: ((map: MapId) => void) | undefined
  /** Somebody in this process needs the map. */
  readonly isHere?: ((map: MapId) => boolean) | undefined
  /** Another process has the map now, or will have it: those who are here have to join its room. */
  readonly onLost?: ((map: MapId) => void) | undefined
  readonly settings: RoomSettings
  /** What everyone was shown when the process before this one ended. */
  readonly showings?: readonly StoredShowing[]
  /** Runs a task after the current turn of the event loop. */
  readonly soon: (task: () => void) => void
}

export function createRoomRegistry(parts: RoomRegistryParts): RoomRegistry {
  const { store, bus, clock, log, watch = silentWatch, settings, soon } = parts
  const committer = createCommitter({ store, clock, soon, log, watch })
  const rooms = new Map<MapId, Room>()
  const owners = createOwnersByMap()
  const putBacks = createPutBackBudget()
  const holds = new Map<MapId, Hold>()
  const showings = createShowings({
    clock,
    kept: parts.showings,
    keep: (map, showing) => {
      // Lost with the process if it cannot be stored: no reason to refuse it now.
      store.putShowing(map, showing).catch((cause: unknown) => log.warn({ map, cause }, 'what is shown was not stored'))
    },
  })
  let isShut = false

  const openRoom = (map: MapId, fence?: number): Room => {
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
      fence,
      putBacks,
      showing: showings.of(map),
      findHold: () => holds.get(map),
      settings,
      log,
      watch,
      onLongLog: (long) => parts.compact?.(long),
      onStored: parts.onStored,
      onChanged: parts.onChanged,
      onRest: parts.onRest,
      onPeople: parts.onPeople,
      onLost: parts.onLost,
      onWord: (word) => (word.kind === 'act' ? act(map, word.act) : parts.onWord?.(map, word)),
      onOver: (over) => {
        if (rooms.get(map) !== over) return
        rooms.delete(map)
        if (ownership === undefined) return
        holds.delete(map)
        showings.forget(map)
        parts.onDisowned?.(map)
        ownership.leave(map)
        // It may have taken somebody for gone who is here.
        if (parts.isHere?.(map) === true) ownership.need(map)
      },
    })
    rooms.set(map, room)
    return room
  }
  const ownership =
    parts.leases === undefined
      ? undefined
      : createOwnership({
          leases: parts.leases,
          clock,
          log,
          watch,
          times: parts.ownershipTimes ?? usualOwnershipTimes,
          prepare: async (map) => {
            const [kept] = await Promise.all([store.findShowing(map), parts.prepare?.(map)])
            if (kept !== undefined) showings.takeUp(kept)
          },
          onTaken(map, fence) {
            openRoom(map, fence).watchOthers()
            parts.onOwned?.(map)
          },
          onLost: (map) => rooms.get(map)?.lose(),
        })
  /** Undefined where another process may have it. */
  const findRoom = (map: MapId): Room | undefined => (ownership === undefined ? openRoom(map) : rooms.get(map))
  /** What is done about a map that another process has is done there. */
  const act = (map: MapId, what: RoomAct): void => {
    const room = rooms.get(map)
    if (room !== undefined) carryOut(room, map, what)
    else if (ownership !== undefined) bus.toRoom.publish(map, { kind: 'act', act: what })
  }
  const carryOut = (room: Room, map: MapId, what: RoomAct): void => {
    switch (what.do) {
      case 'tell':
        return room.tell(what.topic, what.event)
      case 'expel':
        return room.expelWhere((identity) => isOfThem(what.who, identity), what.reason, what.message)
      case 'recognise':
        return room.updateParticipant(what.participant, what.role)
      case 'look':
        return parts.onLook?.(map)
    }
  }
  const expel = (map: MapId, who: Whom, reason: CloseReason, message: string): void =>
    act(map, { do: 'expel', who, reason, message })

  return {
    open(map) {
      if (ownership === undefined) openRoom(map)
      else ownership.need(map)
    },
    find: (map) => ownership?.find(map) ?? Promise.resolve('own'),
    owns: (map) => ownership?.owns(map) ?? true,
    leave(map) {
      if (!rooms.has(map) && parts.isHere?.(map) !== true) ownership?.leave(map)
    },
    read: (map) => {
      if (isShut) return Promise.reject(new Error('The server is stopping.'))
      return findRoom(map)?.read() ?? readStored(store, map)
    },
    change: async (map, change, by, role) => {
      const room = isShut ? undefined : findRoom(map)
      return room === undefined ? { kind: 'failed' } : makeChange(room, change, by, role)
    },
    protect(map, protection) {
      rooms.get(map)?.protection.set(protection)
    },
    act,
    closeLink: (map, link) => expel(map, { of: 'link', link }, 'key-unknown', partingWords.link),
    closeParticipant: (map, participant, why) =>
      expel(map, { of: 'participant', participant }, 'key-unknown', partingWords[why]),
    updateParticipant: (map, participant, role) => act(map, { do: 'recognise', participant, role }),
    show(map, shown) {
      const room = rooms.get(map)
      if (room !== undefined) return room.show(shown)
      showings.of(map).show(shown, false)
      return 0
    },
    hold(map, hold) {
      if (hold === undefined) holds.delete(map)
      else holds.set(map, hold)
      rooms.get(map)?.holdChanged()
    },
    findHold: (map) => holds.get(map),
    identities: (map) => rooms.get(map)?.identities() ?? [],
    tell: (map, topic, event) => act(map, { do: 'tell', topic, event }),
    closeDoor: (map) => expel(map, { of: 'those-who-do-not-run' }, 'restart', 'The meeting has not started.'),
    closeMap(map) {
      showings.of(map).show(undefined, false)
      expel(map, { of: 'all' }, 'no-such-map', 'This map has been deleted.')
    },
    stats() {
      let waiting = 0
      for (const room of rooms.values()) waiting += room.stats().waiting
      return { rooms: rooms.size, waiting }
    },
    shut() {
      isShut = true
    },
    drain: () => committer.drain(),
    async close() {
      await committer.drain()
      await Promise.all([...rooms.values()].map((room) => room.close()))
      await ownership?.close()
    },
  }
}
