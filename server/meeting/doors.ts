import type { Clock } from '../../lib/base/clock'
import type { MapId } from '../../lib/base/ids'
import { succeed } from '../../lib/base/result'
import type { MapView } from '../../lib/model/mapView'
import type { DoorAnswer, WaitingNews } from '../../lib/protocol/door'
import type { RoomEvent } from '../../lib/protocol/events'
import type { Identity } from '../access/identity'
import { createTurns } from '../access/turns'
import type { MeetingStore, StoredMeeting } from '../store/meetingStore'
import type { Agendas } from './agendas'
import { changeMeeting, type Versioned } from './changeMeeting'

/** The doors of maps: whether people who do not run the meeting wait until it is started. */
export interface Doors {
  /** Known at once: a socket or a request is let in or not by it. */
  isKept(map: MapId): boolean
  find(map: MapId): DoorAnswer
  /**
   * Has people wait, those included who are in and do not run the meeting; or lets everyone in. Durable when it
   * resolves; who is there is told.
   */
  set(map: MapId, waits: boolean): Promise<DoorAnswer>
  /** Nobody is told anything any more. */
  close(): void
}

export interface DoorsParts {
  readonly store: MeetingStore
  readonly clock: Clock
  readonly log: { warn(fields: object, message: string): void }
  readonly agendas: Pick<Agendas, 'find'>
  /** Several processes share the store: each reads every second which doors the others keep. */
  readonly isShared?: boolean
  readonly rooms: DoorRooms
}

/** What the door needs of the rooms. */
export interface DoorRooms {
  read(map: MapId): Promise<MapView | undefined>
  /** Who waits is told of by whoever has the map. */
  owns(map: MapId): boolean
  identities(map: MapId): readonly Identity[]
  waiting(map: MapId): readonly Identity[]
  tell(map: MapId, topic: string, event: RoomEvent): void
  tellWaiting(map: MapId, event: RoomEvent): void
  openDoor(map: MapId): void
  closeDoor(map: MapId): void
}

/** Milliseconds between two looks at who waits. */
const lookEvery = 1_000
/** Milliseconds for which title and purpose are not read anew: nobody may be on the map, and its document away. */
const mapLife = 15_000
/** First names of each kind that are told. */
const mostNames = 60

/** Takes up which doors a process before this one kept, and from then on tells those who wait what has changed. */
export async function createDoors({ store, clock, log, agendas, isShared = false, rooms }: DoorsParts): Promise<Doors> {
  const kept = new Map<MapId, { told: number; isBusy: boolean }>()
  const about = new Map<MapId, { readonly title: string; readonly purpose: string; readonly at: number }>()
  const inTurn = createTurns()
  /** Of doors that were kept or opened here since others were asked for last. */
  const changed = new Set<MapId>()
  let cancel: (() => void) | undefined
  let isClosed = false

  const find = (map: MapId): DoorAnswer => ({ waits: kept.has(map), count: countPeople(rooms.waiting(map)) })
  const tellThoseIn = (map: MapId): void => rooms.tell(map, 'door', { kind: 'door', door: { ...find(map) } })
  const keep = (map: MapId): void => {
    if (!kept.has(map)) kept.set(map, { told: 0, isBusy: false })
    watch()
  }
  const watch = (): void => {
    if (isClosed || cancel !== undefined || (kept.size === 0 && !isShared)) return
    cancel = clock.after(lookEvery, () => {
      cancel = undefined
      for (const map of kept.keys()) if (rooms.owns(map)) look(map)
      if (!isShared) watch()
      else void readKept().catch(warn).finally(watch)
    })
  }
  const warn = (cause: unknown): void => log.warn({ cause }, 'doors could not be read')
  const readKept = async (): Promise<void> => {
    changed.clear()
    const stored = await store.listMeetings('door')
    const found = new Set(stored.flatMap((one) => (readDoor(one).value === true ? [one.map] : [])))
    for (const map of found) if (!kept.has(map) && !changed.has(map)) kept.set(map, { told: 0, isBusy: false })
    for (const map of [...kept.keys()]) if (!found.has(map) && !changed.has(map)) open(map)
  }
  const open = (map: MapId): void => {
    kept.delete(map)
    about.delete(map)
    rooms.openDoor(map)
  }
  const look = (map: MapId): void => {
    const door = kept.get(map)
    if (door === undefined) return
    // Whoever was let in a moment before, or no longer runs the meeting.
    rooms.closeDoor(map)
    const { count } = find(map)
    if (count !== door.told) tellThoseIn(map)
    door.told = count
    if (count === 0) about.delete(map)
    if (count === 0 || door.isBusy) return
    door.isBusy = true
    tellThoseWaiting(map)
      .catch((cause: unknown) => log.warn({ map, cause }, 'those who wait could not be told'))
      .finally(() => {
        door.isBusy = false
      })
  }
  const tellThoseWaiting = async (map: MapId): Promise<void> => {
    const news = await describe(map)
    if (kept.has(map) && !isClosed) rooms.tellWaiting(map, { kind: 'door', door: news })
  }
  const readAbout = async (map: MapId): Promise<{ readonly title: string; readonly purpose: string }> => {
    const known = about.get(map)
    if (known !== undefined && clock.now() - known.at < mapLife) return known
    const meta = (await rooms.read(map))?.meta
    const read = { title: meta?.title ?? '', purpose: meta?.description ?? '', at: clock.now() }
    about.set(map, read)
    return read
  }
  const describe = async (map: MapId): Promise<WaitingNews> => {
    const { title, purpose } = await readAbout(map)
    const { agenda } = await agendas.find(map)
    const waiting = rooms.waiting(map)
    return {
      waits: true,
      title,
      purpose,
      agenda: agenda.title,
      steps: agenda.steps.map((step) => ({ title: step.title, minutes: step.minutes })),
      here: listNames(rooms.identities(map)),
      waiting: listNames(waiting),
      count: countPeople(waiting),
    }
  }

  for (const stored of await store.listMeetings('door')) if (readDoor(stored).value === true) keep(stored.map)
  watch()

  return {
    isKept: (map) => kept.has(map),
    find,
    async set(map, waits) {
      await inTurn(map, async () => {
        const wanted = waits ? true : undefined
        await changeMeeting(store, map, 'door', readDoor, () => succeed(wanted))
        changed.add(map)
        if (waits === kept.has(map)) return
        if (waits) {
          keep(map)
          rooms.closeDoor(map)
        } else open(map)
        tellThoseIn(map)
      })
      return find(map)
    },
    close() {
      isClosed = true
      cancel?.()
    },
  }
}

function listNames(identities: readonly Identity[]): string[] {
  const names = new Map(
    identities.flatMap(({ participant }) => (participant ? [[participant.id, participant.name]] : [])),
  )
  return [...names.values()].slice(0, mostNames)
}

/** People, not tabs; who came with a bare key is somebody for each socket. */
function countPeople(identities: readonly Identity[]): number {
  const named = new Set(identities.flatMap(({ participant }) => participant?.id ?? []))
  return named.size + identities.filter(({ participant }) => participant === undefined).length
}

function readDoor(stored: StoredMeeting | undefined): Versioned<true | undefined> {
  if (stored === undefined) return { version: 0, value: undefined }
  return { version: stored.version, value: JSON.parse(stored.value) === true ? true : undefined }
}
