import type { Clock } from '../../lib/base/clock'
import type { MapId } from '../../lib/base/ids'
import type { VersionReason } from '../../lib/protocol/version'
import type { Log } from '../room/log'
import type { StoredChange } from '../room/storedChange'
import type { MapStore } from '../store/mapStore'
import { findLargeChange } from './largeChange'
import type { VersionKeeper } from './versionKeeper'

/** Milliseconds without an edit after which the next one begins a meeting. */
export const quietTime = 30 * 60_000
/** Milliseconds of editing after which a version is kept. */
export const activityTime = 10 * 60_000
/** A burst of large changes of one kind has one version: what was before the first of them. */
export const burstTime = 60_000
/** Milliseconds after which no meeting that has an agenda goes on: people have gone home without ending it. */
export const longestMeeting = 8 * 60 * 60_000
/** Updates looked at, after a restart, for who edited since the last version. */
const mostLookedAt = 20_000

/**
 * Keeps versions by themselves, from what rooms report once it is stored; so a version is a position in the log that
 * was passed already, and costs the room nothing but being told of:
 *
 * - `start`: when an agenda begins; and before the first edit after `quietTime` without any, unless a meeting that began so
 *   is going on
 * - `end`: when everybody has gone, or nobody edited for `quietTime`
 * - `activity`: `activityTime` after the first edit that no version has
 * - `before-…`: before a change that is large (`findLargeChange`)
 *
 * Nothing is kept of a state that has a version already, but for a `start`. What fails is logged and does no harm.
 */
export interface Moments {
  /** Never throws, and never waits. */
  stored(map: MapId, change: StoredChange): void
  /** Everybody has gone. */
  rested(map: MapId): void
  /** Another process has the map: what becomes of it is seen there. */
  forget(map: MapId): void
  /** A meeting has begun, by its agenda: resolves when the map as it was then is kept. Never rejects. */
  begun(map: MapId): Promise<void>
  /** Who edited since the last version; from now on nobody did. */
  takePeople(map: MapId): Promise<ReadonlySet<string>>
  /** Resolves when all that was reported is kept. */
  settled(): Promise<void>
  /** Keeps nothing any more: people who are sent away by a restart have not gone. */
  close(): Promise<void>
}

export interface MomentsParts {
  readonly store: MapStore
  readonly clock: Clock
  readonly keeper: Pick<VersionKeeper, 'keep'>
  readonly log: Log
  /** Whether the meeting is at a step of its agenda. */
  readonly isUnderWay?: (map: MapId) => Promise<boolean>
}

const neverUnderWay = (): Promise<boolean> => Promise.resolve(false)

/** A map in which somebody edited since it was last quiet. */
interface Activity {
  people: Set<string>
  /** Number of the last update. */
  last: number
  /** Somebody edited since the last version. */
  isDirty: boolean
  editedAt: number
  /** When a large change of a kind last had its version. */
  readonly large: Map<VersionReason, number>
  cancelActivity: (() => void) | undefined
  cancelQuiet: (() => void) | undefined
}

export function createMoments({ store, clock, keeper, log, isUnderWay = neverUnderWay }: MomentsParts): Moments {
  const active = new Map<MapId, Activity>()
  /** What is being kept, one after the other on each map. */
  const lines = new Map<MapId, Promise<void>>()
  let isClosed = false

  const inLine = (map: MapId, task: () => Promise<void>): void => {
    const before = lines.get(map) ?? Promise.resolve()
    const mine = before.then(task).catch((cause: unknown) => {
      if (!isClosed) log.warn({ map, cause }, 'version not kept')
    })
    lines.set(map, mine)
    void mine.then(() => {
      if (lines.get(map) === mine) lines.delete(map)
    })
  }

  const drain = (activity: Activity): Set<string> => {
    const { people } = activity
    activity.people = new Set()
    return people
  }

  /** Keeps a moment with those who edited until now; if that state is kept already, they wait for the next. */
  const keep = (map: MapId, activity: Activity, why: VersionReason, seq: number): void => {
    const people = drain(activity)
    activity.isDirty = false
    activity.cancelActivity?.()
    activity.cancelActivity = undefined
    inLine(map, async () => {
      const kept = await keeper.keep({ map, why, people, seq })
      if (kept === undefined) for (const id of people) activity.people.add(id)
    })
  }

  /** Whether a meeting goes on whose beginning is kept: after a pause, or before the first edit, it is not begun again. */
  const goesOn = async (map: MapId): Promise<boolean> => {
    const start = (await store.listVersions(map)).find(({ why }) => why === 'start')
    return start !== undefined && clock.now() - start.at < longestMeeting && (await isUnderWay(map))
  }

  /** The first edit since the map was last known to be quiet, or since this process began. */
  const begin = (map: MapId, first: number): Activity => {
    const activity: Activity = {
      ...{ people: new Set<string>(), last: first - 1, isDirty: false, editedAt: clock.now(), large: new Map() },
      ...{ cancelActivity: undefined, cancelQuiet: undefined },
    }
    active.set(map, activity)
    const now = clock.now()
    inLine(map, async () => {
      const newest = (await store.listVersions(map))[0]
      const editedAt = (await store.findUpdateTime(map, first - 1)) ?? -Infinity
      if (newest === undefined || (now - editedAt >= quietTime && !(await goesOn(map)))) {
        await keeper.keep({ map, why: 'start', seq: first - 1, people: new Set() })
        return
      }
      const editors = await store.listEditors(map, newest.seq, first - 1, mostLookedAt)
      for (const id of editors) activity.people.add(id)
    })
    watchQuiet(map, activity)
    return activity
  }

  const watchQuiet = (map: MapId, activity: Activity): void => {
    const wait = activity.editedAt + quietTime - clock.now()
    activity.cancelQuiet = clock.after(Math.max(wait, 1), () => {
      if (clock.now() - activity.editedAt < quietTime) watchQuiet(map, activity)
      else end(map)
    })
  }

  const end = (map: MapId): void => {
    const activity = active.get(map)
    if (activity === undefined) return
    active.delete(map)
    activity.cancelQuiet?.()
    activity.cancelActivity?.()
    if (activity.isDirty) keep(map, activity, 'end', activity.last)
  }

  return {
    stored(map, { first, last, people, scale }) {
      if (isClosed) return
      const activity = active.get(map) ?? begin(map, first)
      const now = clock.now()
      const large = findLargeChange(scale)
      if (large !== undefined && now - (activity.large.get(large) ?? -Infinity) >= burstTime) {
        activity.large.set(large, now)
        keep(map, activity, large, first - 1)
      }
      for (const id of people) activity.people.add(id)
      activity.last = last
      activity.editedAt = now
      activity.isDirty = true
      activity.cancelActivity ??= clock.after(activityTime, () => {
        activity.cancelActivity = undefined
        if (activity.isDirty) keep(map, activity, 'activity', activity.last)
      })
    },
    rested: (map) => end(map),
    forget(map) {
      const activity = active.get(map)
      activity?.cancelQuiet?.()
      activity?.cancelActivity?.()
      active.delete(map)
    },
    async begun(map) {
      if (isClosed) return
      const activity = active.get(map)
      if (activity === undefined) {
        inLine(map, async () => void (await keeper.keep({ map, why: 'start', people: new Set() })))
      } else keep(map, activity, 'start', activity.last)
      await lines.get(map)
    },
    async takePeople(map) {
      await lines.get(map)
      const activity = active.get(map)
      if (activity === undefined) return new Set()
      activity.isDirty = false
      activity.cancelActivity?.()
      activity.cancelActivity = undefined
      return drain(activity)
    },
    async settled() {
      while (lines.size > 0) await Promise.all(lines.values())
    },
    async close() {
      isClosed = true
      for (const { cancelActivity, cancelQuiet } of active.values()) {
        cancelActivity?.()
        cancelQuiet?.()
      }
      active.clear()
      await Promise.all(lines.values())
    },
  }
}
