import type { Clock } from '../../lib/base/clock'
import type { MapId } from '../../lib/base/ids'
import { fail, succeed, type Result } from '../../lib/base/result'
import { emptyAgenda, type Agenda } from '../../lib/practice/agenda'
import { agendaAnswerSchema, type AgendaAnswer } from '../../lib/protocol/agenda'
import type { RoomEvent } from '../../lib/protocol/events'
import type { MeetingStore, StoredMeeting } from '../store/meetingStore'
import { changeMeeting, type Versioned } from './changeMeeting'
import type { Timers } from './timers'

/** The agenda of each map, and the step that its meeting is at: owned by those who run the meeting. */
export interface Agendas {
  find(map: MapId): Promise<AgendaAnswer>
  /** The agenda, and for how many milliseconds the meeting has been at each step that it was at; undefined where nobody knows: it was not written down, or the meeting was left standing there. */
  record(map: MapId): Promise<{ readonly agenda: Agenda; readonly held: ReadonlyMap<string, number | undefined> }>
  /** Puts an agenda in place of the one of this version; of a newer one it leaves everything as it is. */
  put(map: MapId, version: number, agenda: Agenda): Promise<Result<AgendaAnswer, 'agenda-changed'>>
  /** Everyone goes to this step; undefined: to none. Two facilitators who go to one step go there once. */
  goTo(map: MapId, step: string | undefined): Promise<Result<AgendaAnswer, 'no-such-step'>>
}

export interface AgendasParts {
  readonly store: MeetingStore
  readonly clock: Clock
  readonly timers: Pick<Timers, 'leaveStep'>
  /** Told when the meeting has gone to a step, or (null) to none, which is stored. */
  readonly moved?: (map: MapId, to: string | null) => Promise<void>
  /** Told when a meeting has begun: it came from none to the first step, or to another without having been at any. */
  readonly begun?: (map: MapId) => Promise<void>
  /** Tells everyone on a map. A slow reader gets the latest of each topic. */
  readonly tell: (map: MapId, topic: string, event: RoomEvent) => void
}

type Kept = Omit<AgendaAnswer, 'version'>

/** Milliseconds after which nobody is at a step any more: people have gone home without ending the meeting. */
const longestStretch = 8 * 60 * 60 * 1_000

const nothing = (): Promise<void> => Promise.resolve()

export function createAgendas({ store, clock, timers, tell, moved = nothing, begun = nothing }: AgendasParts): Agendas {
  const change = async <Reason>(
    map: MapId,
    edit: (before: Versioned<Kept>) => Result<Kept, Reason>,
  ): Promise<Result<AgendaAnswer, Reason>> => {
    const done = await changeMeeting(store, map, 'agenda', readAgenda, edit)
    if (!done.ok) return fail(done.reason)
    const answer = { version: done.value.version, ...done.value.value }
    tell(map, 'agenda', { kind: 'agenda', agenda: answer })
    return succeed(answer)
  }

  return {
    async find(map) {
      const { version, value } = readAgenda(await store.findMeeting(map, 'agenda'))
      return { version, ...value }
    },
    async record(map) {
      const { value } = readAgenda(await store.findMeeting(map, 'agenda'))
      const spent = spentUntil(value, clock.now())
      const been = [...value.been, ...Object.keys(spent)]
      return { agenda: value.agenda, held: new Map(been.map((id) => [id, spent[id] ?? undefined])) }
    },
    put: (map, version, agenda) =>
      change(map, (before) => {
        if (before.version !== version) return fail('agenda-changed')
        const { at, since, been } = before.value
        const ids = new Set(agenda.steps.map(({ id }) => id))
        if (at === null || !ids.has(at)) return succeed(nowhere(agenda, spentUntil(before.value, clock.now())))
        const kept = { agenda, at, since, been: been.filter((id) => ids.has(id)) }
        return succeed({ ...kept, ...keepSpent(agenda, before.value.spent) })
      }),
    async goTo(map, step) {
      let begins = false
      const gone = await change<'no-such-step'>(map, ({ value }) => {
        const to = step ?? null
        begins = false
        if (to !== null && !value.agenda.steps.some(({ id }) => id === to)) return fail('no-such-step')
        if (to === value.at) return succeed(value)
        const { agenda } = value
        const now = clock.now()
        // From its end back to the first step it is another meeting.
        const isAnew = value.at === null && to === agenda.steps[0]?.id
        begins = isAnew || (value.at === null && value.spent === undefined)
        const spent = isAnew ? undefined : spentUntil(value, now)
        if (to === null) return succeed(nowhere(agenda, spent))
        const been = new Set(value.at === null ? [] : [...value.been, value.at])
        return succeed({ agenda, at: to, since: now, been: [...been], ...keepSpent(agenda, spent) })
      })
      // What was timed is behind: time that is up is not said of the next step. The step is stored and told of by
      // now, so a timer that could not be cleared is no reason to say that it is not.
      if (gone.ok) {
        if (begins) await begun(map).catch(() => undefined)
        // Before the timer goes: what closes with it is known by it.
        await moved(map, step ?? null).catch(() => undefined)
        await timers.leaveStep(map, step).catch(() => undefined)
      }
      return gone
    },
  }
}

/** Before a meeting begins, and after it has ended. */
function nowhere(agenda: Agenda, spent?: Kept['spent']): Kept {
  return { agenda, at: null, since: null, been: [], ...keepSpent(agenda, spent) }
}

/** How long the meeting has been at each step by now; null where it was left standing. */
function spentUntil({ at, since, spent = {} }: Kept, now: number): NonNullable<Kept['spent']> {
  if (at === null || since === null) return spent
  const [before, stretch] = [spent[at], Math.max(0, now - since)]
  return { ...spent, [at]: before === null || stretch > longestStretch ? null : (before ?? 0) + stretch }
}

/** What of it is about steps that the agenda has. */
function keepSpent({ steps }: Agenda, spent: Kept['spent'] = {}): Pick<Kept, 'spent'> {
  const kept = steps.flatMap(({ id }) => (spent[id] === undefined ? [] : [[id, spent[id]] as const]))
  return kept.length === 0 ? {} : { spent: Object.fromEntries(kept) }
}

/** What is kept of a map's agenda. */
export function readAgenda(stored: StoredMeeting | undefined): Versioned<Kept> {
  if (stored === undefined) return { version: 0, value: nowhere(emptyAgenda) }
  const { version: _, ...value } = agendaAnswerSchema.parse({ ...(JSON.parse(stored.value) as object), version: 0 })
  return { version: stored.version, value }
}
