import type { Clock } from '../../lib/base/clock'
import { createId, type MapId } from '../../lib/base/ids'
import type { Random } from '../../lib/base/random'
import { fail, succeed, type Result } from '../../lib/base/result'
import { holdSchema, type Hold } from '../../lib/protocol/hold'
import { mayRun } from '../../lib/protocol/role'
import type { Identity } from '../access/identity'
import { createTurns } from '../access/turns'
import type { MeetingStore, StoredMeeting } from '../store/meetingStore'
import { changeMeeting, type Versioned } from './changeMeeting'

/** Who holds each map: everyone looks where they look, and edits of those who do not run the meeting pause. */
export interface Holds {
  find(map: MapId): Hold | undefined
  /** Holds the map, if nobody does already: of two who press at once the first holds it. Durable when it resolves. */
  start(map: MapId, who: Identity): Promise<Result<Hold, 'name-needed'>>
  /** Nobody holds the map any more. Durable when it resolves. */
  release(map: MapId): Promise<void>
  /** Takes up what another process has kept of a map, which is this one's from now on. */
  takeUp(map: MapId): Promise<void>
  /** The map is another process's, and so is whoever holds it. */
  forget(map: MapId): void
  /** Nothing is released by itself any more. */
  close(): void
}

export interface HoldsParts {
  readonly store: MeetingStore
  readonly clock: Clock
  readonly random: Random
  readonly log: { warn(fields: object, message: string): void }
  /** Several processes share the store: each takes up what is kept of a map when it has it, and not before. */
  readonly isShared?: boolean
  readonly rooms: {
    hold(map: MapId, hold: Hold | undefined): void
    findHold(map: MapId): Hold | undefined
    identities(map: MapId): readonly Identity[]
  }
}

/** Milliseconds that whoever holds may be gone before the map is released. */
export const holdPatience = 20_000
/** Milliseconds between two looks at who is there. */
const lookEvery = 1_000

/**
 * Takes up what a process before this one left, and looks every second while any map is held whether whoever holds it
 * is there and still runs the meeting: counted by the clock, so that no hold outlives them for long, whatever happens.
 */
export async function createHolds({ store, clock, random, log, isShared = false, rooms }: HoldsParts): Promise<Holds> {
  /** When whoever holds was there last. */
  const seenAt = new Map<MapId, number>()
  const inTurn = createTurns()
  let cancel: (() => void) | undefined
  let isClosed = false

  const put = (map: MapId, hold: Hold | undefined): void => {
    if (hold === undefined) seenAt.delete(map)
    else if (rooms.findHold(map)?.id !== hold.id) seenAt.set(map, clock.now())
    if (rooms.findHold(map)?.id !== hold?.id) rooms.hold(map, hold)
    watch()
  }
  const change = async (map: MapId, to: (before: Hold | undefined) => Hold | undefined): Promise<Hold | undefined> => {
    const done = await changeMeeting(store, map, 'hold', readHold, ({ value }) => succeed(to(value)))
    if (done.ok) put(map, done.value.value)
    return rooms.findHold(map)
  }
  const watch = (): void => {
    if (isClosed || cancel !== undefined || seenAt.size === 0) return
    cancel = clock.after(lookEvery, () => {
      cancel = undefined
      for (const map of [...seenAt.keys()]) look(map)
      watch()
    })
  }
  const look = (map: MapId): void => {
    const hold = rooms.findHold(map)
    if (hold === undefined) return
    const theirs = rooms.identities(map).filter(({ participant }) => participant?.id === hold.person)
    if (theirs.some(({ role }) => mayRun(role))) {
      seenAt.set(map, clock.now())
      return
    }
    // Who is there and no longer runs the meeting has let go of it.
    const isGone = theirs.length > 0 || clock.now() - (seenAt.get(map) ?? 0) >= holdPatience
    if (!isGone) return
    void inTurn(map, () => change(map, (now) => (now?.id === hold.id ? undefined : now))).catch((cause: unknown) => {
      log.warn({ map, cause }, 'a hold could not be released yet')
    })
  }

  for (const stored of isShared ? [] : await store.listMeetings('hold')) put(stored.map, readHold(stored).value)

  return {
    find: (map) => rooms.findHold(map),
    async start(map, { participant }) {
      if (participant === undefined) return fail('name-needed')
      const { id: person, name } = participant
      const mine = { id: createId<string>(random), person, name }
      const hold = await inTurn(map, () => change(map, (before) => before ?? mine))
      return succeed(hold ?? mine)
    },
    async release(map) {
      await inTurn(map, () => change(map, () => undefined))
    },
    async takeUp(map) {
      put(map, readHold(await store.findMeeting(map, 'hold')).value)
    },
    forget: (map) => void seenAt.delete(map),
    close() {
      isClosed = true
      cancel?.()
    },
  }
}

function readHold(stored: StoredMeeting | undefined): Versioned<Hold | undefined> {
  if (stored === undefined) return { version: 0, value: undefined }
  const read = holdSchema.safeParse(JSON.parse(stored.value))
  return { version: stored.version, value: read.success ? read.data : undefined }
}
