import type { Clock } from '../../lib/base/clock'
import { createId, type MapId } from '../../lib/base/ids'
import type { Random } from '../../lib/base/random'
import { fail, succeed, type Result } from '../../lib/base/result'
import type { WeftMap } from '../../lib/model/weftMap'
import {
  breakoutsSchema,
  changeGroup,
  moveTo,
  spreadEvenly,
  type BreakoutMode,
  type Breakouts,
} from '../../lib/practice/breakouts'
import { timeLeft } from '../../lib/practice/timer'
import type { BreakoutsAnswer, GroupsHere } from '../../lib/protocol/breakouts'
import type { RoomEvent } from '../../lib/protocol/events'
import { isAtLeast } from '../../lib/protocol/role'
import type { Access } from '../access/access'
import { findParent } from '../access/copies'
import type { Identity } from '../access/identity'
import type { MapStore } from '../store/mapStore'
import type { StoredMeeting } from '../store/meetingStore'
import { changeMeeting, type Versioned } from './changeMeeting'
import type { Timers } from './timers'

type Refusal = 'no-breakouts' | 'no-such-group'

/** Groups that work on copies of a map: begun, changed and ended by those who run the meeting. */
export interface BreakoutMeetings {
  /** The last groups of this map, and of what it is itself a group's copy. */
  find(map: MapId): Promise<BreakoutsAnswer>
  /**
   * Keeps what the groups got and begins; refused while earlier groups are out. The copies are there already, and
   * begin with what is locked here.
   */
  begin(map: MapId, start: BreakoutStart): Promise<Result<BreakoutsAnswer, 'breakouts-running'>>
  rename(map: MapId, group: string, name: string): Promise<Result<BreakoutsAnswer, Refusal>>
  /** Puts somebody who has joined the map into a group, or (undefined) into none. */
  place(
    map: MapId,
    person: string,
    group: string | undefined,
  ): Promise<Result<BreakoutsAnswer, Refusal | 'no-such-person'>>
  /** Tells all groups, and everyone here; the last message is kept for those who come late. */
  tellAll(map: MapId, text: string, name: string): Promise<Result<BreakoutsAnswer, Refusal>>
  /** Starts the timers of all groups. */
  time(map: MapId, minutes: number): Promise<Result<BreakoutsAnswer, Refusal>>
  /** Everyone back. Ending what has ended changes nothing. */
  end(map: MapId): Promise<Result<BreakoutsAnswer, Refusal>>
  /** Asks those who run the meeting to come to the group whose map this is, or no longer asks. */
  askForHelp(map: MapId, name: string, asks: boolean): Promise<Result<BreakoutsAnswer, Refusal>>
  /** Who is on the groups' maps, by name, and what is left of their timers. */
  listHere(map: MapId): Promise<GroupsHere>
  /** What every group got, as the text of Weft JSON; undefined if there were no groups. */
  findBefore(map: MapId): Promise<string | undefined>
}

export interface BreakoutStart {
  readonly mode: BreakoutMode
  readonly before: WeftMap
  readonly groups: readonly { readonly name: string; readonly map: MapId }[]
  readonly minutes: number | undefined
}

export interface BreakoutParts {
  readonly store: MapStore
  readonly access: Pick<Access, 'inTurn'>
  readonly clock: Clock
  readonly random: Random
  readonly timers: Pick<Timers, 'act' | 'find'>
  readonly rooms: {
    identities(map: MapId): readonly Identity[]
    /** Also of maps that another process has. */
    who(map: MapId): Promise<{ readonly here: readonly Identity[] }>
    tell(map: MapId, topic: string, event: RoomEvent): void
  }
}

type Kept = Breakouts | undefined
const nothing: Versioned<Kept> = { version: 0, value: undefined }

export function createBreakouts({ store, access, clock, random, timers, rooms }: BreakoutParts): BreakoutMeetings {
  const readKept = async (map: MapId): Promise<Versioned<Kept>> =>
    readBreakouts(await store.findMeeting(map, 'breakouts'))
  const namesOf = async (map: MapId): Promise<ReadonlyMap<string, string>> =>
    new Map((await store.listParticipants(map)).map(({ id, name }) => [id, name]))
  const tellable = (group: Breakouts['groups'][number], names: ReadonlyMap<string, string>) => ({
    ...group,
    people: group.people.flatMap((id) => {
      const name = names.get(id)
      return name === undefined ? [] : [{ id, name }]
    }),
  })
  const findOf = async (map: MapId): Promise<{ version: number; of: BreakoutsAnswer['of'] }> => {
    const parent = await findParent(store, map)
    const { version, value } = parent === undefined ? nothing : await readKept(parent)
    const group = value?.groups.find((one) => one.map === map)
    // Counted also where other groups have come since: what is told of an old copy is newer than what was told.
    if (parent === undefined || value === undefined || group === undefined) return { version, of: null }
    const { id, endedAt, message } = value
    const title = (await store.findMap(parent))?.title ?? ''
    const of = { id, map: parent, title, group: tellable(group, await namesOf(parent)), endedAt, message }
    return { version, of }
  }
  /** A copy's answer changes with what is kept of it and with what is kept of its map: so the version counts both. */
  const describe = async (map: MapId, kept: Versioned<Kept>): Promise<BreakoutsAnswer> => {
    const { version: above, of } = await findOf(map)
    const version = kept.version + above
    if (kept.value === undefined) return { version, breakouts: null, of }
    const names = await namesOf(map)
    const groups = kept.value.groups.map((group) => tellable(group, names))
    return { version, breakouts: { ...kept.value, groups }, of }
  }
  const tell = (map: MapId, answer: BreakoutsAnswer): void =>
    rooms.tell(map, 'breakouts', { kind: 'breakouts', breakouts: answer })
  /** Tells the map and those groups that are not told the same as before. */
  const tellAbout = async (map: MapId, before: Kept, after: Versioned<Kept>): Promise<BreakoutsAnswer> => {
    const answer = await describe(map, after)
    tell(map, answer)
    const { value } = after
    const isOther = before?.id !== value?.id
    const isAbout = (group: Breakouts['groups'][number]): boolean =>
      isOther ||
      before?.endedAt !== value?.endedAt ||
      before?.message?.id !== value?.message?.id ||
      before?.groups.find(({ id }) => id === group.id) !== group
    for (const group of [...(isOther ? (before?.groups ?? []) : []), ...(value?.groups.filter(isAbout) ?? [])]) {
      const child = group.map as MapId
      tell(child, await describe(child, await readKept(child)))
    }
    return answer
  }
  /** Changes follow one another: two hundred people may choose their groups in one moment. */
  const change = <Reason>(
    map: MapId,
    edit: (before: Breakouts) => Result<Breakouts, Reason>,
  ): Promise<Result<BreakoutsAnswer, Reason | 'no-breakouts'>> =>
    access.inTurn(map, async () => {
      let first: Kept
      const done = await changeMeeting<Kept, Reason | 'no-breakouts'>(
        store,
        map,
        'breakouts',
        readBreakouts,
        ({ value }) => {
          first = value
          return value === undefined ? fail('no-breakouts') : edit(value)
        },
      )
      if (!done.ok) return done
      return succeed(
        first === done.value.value ? await describe(map, done.value) : await tellAbout(map, first, done.value),
      )
    })

  return {
    find: async (map) => describe(map, await readKept(map)),
    begin: (map, { mode, before, groups, minutes }) =>
      access.inTurn(map, async () => {
        const earlier = await readKept(map)
        if (earlier.value !== undefined && earlier.value.endedAt === undefined) return fail('breakouts-running')
        const protection = await store.findMeeting(map, 'protection')
        const spread = mode === 'even' ? spreadEvenly(listWorkers(rooms.identities(map)), groups.length, random) : []
        const breakouts: Breakouts = {
          id: createId(random),
          mode,
          begunAt: clock.now(),
          groups: groups.map((group, index) => ({
            ...group,
            id: `g${index + 1}`,
            people: [...(spread[index] ?? [])],
          })),
        }
        for (const group of groups) {
          await store.putMeeting(group.map, 'breakout-of', { version: 1, value: JSON.stringify(map) })
          // Locks name records by their ids, which the copies have too.
          if (protection !== undefined) {
            await store.putMeeting(group.map, 'protection', { version: 1, value: protection.value })
          }
        }
        await changeMeeting<WeftMap, never>(store, map, 'breakouts-before', readBefore, () => succeed(before))
        const done = await changeMeeting<Kept, 'breakouts-running'>(
          store,
          map,
          'breakouts',
          readBreakouts,
          ({ value }) =>
            value !== undefined && value.endedAt === undefined ? fail('breakouts-running') : succeed(breakouts),
        )
        if (!done.ok) return done
        if (minutes !== undefined) for (const group of groups) await timers.act(group.map, { act: 'start', minutes })
        return succeed(await tellAbout(map, earlier.value, done.value))
      }),
    rename: (map, group, name) => change(map, (before) => changeGroup(before, group, { name })),
    async place(map, person, group) {
      const names = await namesOf(map)
      if (!names.has(person)) return fail('no-such-person')
      return change(map, (before) => moveTo(before, person, group))
    },
    tellAll: (map, text, name) =>
      change<Refusal>(map, (before) =>
        succeed({ ...before, message: { id: createId(random), text, name, at: clock.now() } }),
      ),
    async time(map, minutes) {
      const kept = await readKept(map)
      if (kept.value === undefined || kept.value.endedAt !== undefined) return fail('no-breakouts')
      for (const group of kept.value.groups) await timers.act(group.map as MapId, { act: 'start', minutes })
      return succeed(await describe(map, kept))
    },
    async end(map) {
      const ended = await change<Refusal>(map, (before) =>
        succeed(before.endedAt === undefined ? { ...before, endedAt: clock.now() } : before),
      )
      // The groups' time is over with them.
      const { value } = await readKept(map)
      for (const group of ended.ok ? (value?.groups ?? []) : []) {
        await timers.act(group.map as MapId, { act: 'stop' }).catch(() => undefined)
      }
      return ended
    },
    async askForHelp(map, name, asks) {
      const parent = await findParent(store, map)
      if (parent === undefined) return fail('no-breakouts')
      const asked = await change<Refusal>(parent, (before) => {
        const group = before.groups.find((one) => one.map === map)
        if (group === undefined) return fail('no-such-group')
        if (asks === (group.help !== undefined)) return succeed(before)
        return changeGroup(before, group.id, { help: asks ? { name, at: clock.now() } : undefined })
      })
      return asked.ok ? succeed(await describe(map, await readKept(map))) : asked
    },
    async listHere(map) {
      const { value } = await readKept(map)
      const groups = value?.groups ?? []
      return {
        groups: await Promise.all(
          groups.map(async ({ id, map: child }) => {
            const { here } = await rooms.who(child as MapId)
            const people = here.flatMap(({ participant }) => participant ?? [])
            const { timer, now } = await timers.find(child as MapId)
            return {
              id,
              here: [...new Map(people.map((person) => [person.id, person.name])).values()],
              ...(timer === null ? {} : { left: Math.round(timeLeft(timer, now)) }),
            }
          }),
        ),
      }
    },
    async findBefore(map) {
      return (await store.findMeeting(map, 'breakouts-before'))?.value
    },
  }
}

/** Those who are there by name and do not run the meeting, each once. */
function listWorkers(identities: readonly Identity[]): readonly string[] {
  const workers = identities.flatMap(({ role, participant }) =>
    participant === undefined || isAtLeast(role, 'facilitator') ? [] : [participant.id],
  )
  return [...new Set(workers)].sort()
}

function readBreakouts(stored: StoredMeeting | undefined): Versioned<Kept> {
  if (stored === undefined) return { version: 0, value: undefined }
  const json: unknown = JSON.parse(stored.value)
  return { version: stored.version, value: json === null ? undefined : breakoutsSchema.parse(json) }
}

/** What Weft wrote itself is read as it was written. */
function readBefore(stored: StoredMeeting | undefined): Versioned<WeftMap> {
  return { version: stored?.version ?? 0, value: JSON.parse(stored?.value ?? 'null') as WeftMap }
}
