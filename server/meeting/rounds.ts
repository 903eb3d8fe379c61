import type { Clock } from '../../lib/base/clock'
import { createId, type MapId } from '../../lib/base/ids'
import type { Random } from '../../lib/base/random'
import { fail, succeed, type Result } from '../../lib/base/result'
import {
  roundOutcomeSchema,
  summariseRound,
  takeAnswer,
  type RoundOutcome,
  type RoundSetup,
} from '../../lib/practice/round'
import type { AnswerProblem } from '../../lib/practice/roundKind'
import type { RoomEvent } from '../../lib/protocol/events'
import type { RoundAnswer, RoundHead } from '../../lib/protocol/round'
import type { Identity } from '../access/identity'
import type { MeetingStore } from '../store/meetingStore'
import type { RoundChanges, RoundStore, StoredAnswer, StoredRound } from '../store/roundStore'
import { changeCards } from './changeCards'
import { closesWith, createRoundEnds } from './roundEnds'
import { createRoundProgress, mayAnswer, readSetup, type Progress } from './roundProgress'
import { createShownResults } from './shownResults'
import { voterOf } from './voter'

/**
 * What facilitators ask of a group. Answers are the server's alone until the reveal: no event and no
 * answer of the API tells more of an open round than how many have answered, but to each person
 * their own.
 */
export interface Rounds {
  /**
   * Puts a question to the group. Of one step of the agenda one round at a time is not revealed: if there is one, that
   * is told and none opened.
   * @param labels what its targets are called now
   */
  open(map: MapId, setup: RoundSetup, labels: Readonly<Record<string, string>>, by: Identity): Promise<OpenedRound>
  /** Oldest first. */
  list(map: MapId): Promise<readonly RoundHead[]>
  /** Every round with what it came to, as far as that is shown to all: for what is taken home. Oldest first. */
  record(map: MapId): Promise<readonly RecordedRound[]>
  /** A round as this person may see it. */
  find(map: MapId, id: string, who: Identity): Promise<Result<SeenRound, 'no-such-round'>>
  /** Takes somebody's answer in place of their earlier one. Resolves when it is durable. */
  answer(map: MapId, id: string, who: Identity, answer: unknown): Promise<Result<Progress, AnswerRefusal>>
  /** Takes no more answers, and shows none yet. */
  close(map: MapId, id: string): Promise<Result<RoundHead, MoveRefusal>>
  /** Takes answers again, of a round that was closed and not revealed. */
  reopen(map: MapId, id: string): Promise<Result<RoundHead, MoveRefusal>>
  /** Shows everyone what the answers come to: all of it, or one item more. Closes the round first. */
  reveal(map: MapId, id: string, next: boolean): Promise<Result<RoundHead, 'no-such-round'>>
  /**
   * Takes a revealed card for another, for everyone and for good (`joinCards`).
   * @param into undefined: what was joined to it is taken apart again
   */
  join(map: MapId, id: string, card: string, into: string | undefined): Promise<Result<RoundHead, JoinRefusal>>
  /** Who is there, or what they may do, has changed: everyone is told soon of how many are asked now. */
  peopleChanged(map: MapId): void
  /**
   * Closes the rounds that close by themselves and whose time has come, and looks again when the timer ends.
   * @param to the step that the meeting has just gone to; null: to none any more
   */
  look(map: MapId, to?: string | null): Promise<void>
  /** The map was another process's until now: what is known of its rounds is read anew, and their timers are waited for here. */
  takeUp(map: MapId): Promise<void>
  /** Takes a round away with all that was answered. */
  remove(map: MapId, id: string): Promise<Result<void, 'no-such-round'>>
}

/** A round, and what it came to once that is shown. */
export interface RecordedRound {
  readonly head: RoundHead
  readonly outcome: RoundOutcome | undefined
}

export interface OpenedRound {
  readonly head: RoundHead
  /** False if the step had one already. */
  readonly isNew: boolean
}

/** A round as one person may see it. */
export interface SeenRound {
  readonly round: Omit<RoundAnswer, 'result'>
  /** What it came to, as far as it is shown: a `RoundOutcome` as JSON, ready to be sent. */
  readonly result: string | undefined
}

export type MoveRefusal = 'no-such-round' | 'round-not-open' | 'round-revealed'
export type JoinRefusal = 'no-such-round' | 'round-not-revealed' | 'no-such-card'
export type AnswerRefusal =
  | { readonly kind: 'no-such-round' | 'round-not-open' | 'name-needed' | 'not-asked' }
  | { readonly kind: 'answer-refused'; readonly problem: AnswerProblem | { code: 'malformed'; value: string } }

export interface RoundsParts {
  readonly store: RoundStore & Pick<MeetingStore, 'findMeeting'>
  readonly clock: Clock
  readonly random: Random
  /** Everyone who is on the map now, once per socket. */
  readonly people: (map: MapId) => readonly Identity[]
  /** Tells everyone on a map. A slow reader gets the latest of each topic. */
  readonly tell: (map: MapId, topic: string, event: RoomEvent) => void
  /** True if nobody but this process changes what is kept of the map now. */
  readonly owns?: (map: MapId) => boolean
}

export function createRounds({ store, clock, random, people, tell, owns = () => true }: RoundsParts): Rounds {
  const progress = createRoundProgress({ store, clock, people, tell })
  const results = createShownResults(store)

  const describe = async (map: MapId, round: StoredRound): Promise<RoundHead> => {
    const { closesWith: _, ...said } = readSetup(round)
    const ends = closesWith(round, readSetup(round))
    const setup: RoundSetup = ends === undefined ? said : { ...said, closesWith: ends }
    const { done = 0, asked = 0 } = round.state === 'open' ? await progress.count(map, round, setup) : round
    const { id, labels, state, openedAt, openedBy, endedAt, importedAt } = round
    return {
      ...{ id, setup, labels, state, openedAt, openedBy, done, asked },
      ...(endedAt === undefined || state === 'open' ? {} : { endedAt }),
      ...(importedAt === undefined ? {} : { importedAt }),
    }
  }

  const tellHead = async (map: MapId, id: string): Promise<Result<RoundHead, 'no-such-round'>> => {
    const round = await store.findRound(map, id)
    if (round === undefined) return fail('no-such-round')
    const head = await describe(map, round)
    tell(map, `round ${head.id}`, { kind: 'round', round: head })
    return succeed(head)
  }

  /** Changes a round in one step by what it is and was answered, and tells everyone; or says why not. */
  const change = async <Reason>(
    map: MapId,
    id: string,
    edit: (
      round: StoredRound,
      answers: readonly StoredAnswer[],
      outcome: string | undefined,
    ) => Result<RoundChanges | undefined, Reason>,
  ): Promise<Result<RoundHead, Reason | 'no-such-round'>> => {
    const edits: Result<RoundChanges | undefined, Reason>[] = []
    await store.changeRound(map, id, (round, answers, outcome) => {
      const done = edit(round, answers, outcome)
      edits.push(done)
      return done.ok ? done.value : undefined
    })
    const last = edits.at(-1)
    if (last === undefined) return fail('no-such-round')
    return last.ok ? tellHead(map, id) : fail(last.reason)
  }

  /** What is counted once and for all, as no answer can come any more. */
  const endOf = (map: MapId, round: StoredRound, answers: readonly StoredAnswer[]): RoundChanges => ({
    ...progress.of(
      map,
      round,
      readSetup(round),
      answers.map(({ voter }) => voter),
    ),
    endedAt: clock.now(),
  })

  const close = async (map: MapId, id: string): Promise<Result<RoundHead, MoveRefusal>> =>
    change<MoveRefusal>(map, id, (round, answers) =>
      round.state === 'open'
        ? succeed({ state: 'closed', ...endOf(map, round, answers) })
        : fail(round.state === 'revealed' ? 'round-revealed' : 'round-not-open'),
    )

  const ends = createRoundEnds({
    store,
    clock,
    // What could not be closed now is closed when somebody looks at it.
    look: (map) => void closeOver(map).catch(() => undefined),
  })

  /** A round as it is now: one whose time has come is closed first. */
  const settle = async (map: MapId, round: StoredRound, to?: string | null): Promise<StoredRound> => {
    if (round.state !== 'open') return round
    const setup = readSetup(round)
    const ending = closesWith(round, setup)
    if (ending === undefined) return round
    const isLeft = ending === 'step' && to !== undefined && to !== setup.step
    if (!isLeft && !(await ends.isOver(round, setup))) return round
    await close(map, round.id)
    return (await store.findRound(map, round.id)) ?? round
  }
  const listSettled = async (map: MapId, to?: string | null): Promise<readonly StoredRound[]> =>
    Promise.all((await store.listRounds(map)).map(async (round) => settle(map, round, to)))
  const findSettled = async (map: MapId, id: string): Promise<StoredRound | undefined> => {
    const round = await store.findRound(map, id)
    return round && settle(map, round)
  }
  const closeOver = async (map: MapId, to?: string | null): Promise<void> => {
    const rounds = await listSettled(map, to)
    if (rounds.some((round) => round.state === 'open' && closesWith(round, readSetup(round)) === 'timer')) {
      await ends.arrange(map)
    }
  }

  return {
    async open(map, setup, labels, by) {
      const round: StoredRound = {
        id: createId(random),
        map,
        setup: JSON.stringify(setup),
        labels,
        state: 'open',
        openedAt: clock.now(),
        openedBy: by.participant?.name ?? '',
        endedAt: undefined,
        asked: undefined,
        done: undefined,
        itemsShown: undefined,
        step: setup.step,
        importedAt: undefined,
      }
      const there = await store.addRound(round)
      const head = await describe(map, there)
      tell(map, `round ${head.id}`, { kind: 'round', round: head })
      if (setup.closesWith === 'timer') await ends.arrange(map)
      return { head, isNew: there.id === round.id }
    },

    async list(map) {
      // After a restart it is a look at the list that waits for the timer again.
      await closeOver(map)
      return Promise.all((await store.listRounds(map)).map(async (round) => describe(map, round)))
    },

    async record(map) {
      const stored = await listSettled(map)
      if (!owns(map)) results.allChanged()
      return Promise.all(
        stored.map(async (round) => {
          const shown = await results.find(map, round)
          const outcome = shown === undefined ? undefined : roundOutcomeSchema.parse(JSON.parse(shown.text))
          return { head: await describe(map, round), outcome }
        }),
      )
    },

    async find(map, id, who) {
      const round = await findSettled(map, id)
      if (round === undefined) return fail('no-such-round')
      const head = await describe(map, round)
      const voter = voterOf(id, who)
      const mine = voter === undefined ? undefined : (await store.findAnswer(id, voter))?.answer
      const { text, waiting = 0 } = (await results.find(map, round)) ?? {}
      return succeed({
        round: { ...head, ...(mine === undefined ? {} : { mine }), ...(waiting > 0 ? { waiting } : {}) },
        result: text,
      })
    },

    async answer(map, id, who, given) {
      const voter = voterOf(id, who)
      if (voter === undefined || who.participant === undefined) return fail({ kind: 'name-needed' })
      const round = await findSettled(map, id)
      if (round === undefined) return fail({ kind: 'no-such-round' })
      const setup = readSetup(round)
      if (!mayAnswer(setup, who)) return fail({ kind: 'not-asked' })
      const taken = takeAnswer(setup, given)
      if (!taken.ok) return fail({ kind: 'answer-refused', problem: taken.reason })
      const respondent = setup.anonymous ? undefined : { id: who.participant.id, name: who.participant.name }
      const isStored = await store.putAnswer(
        id,
        taken.value === undefined
          ? { voter, answer: undefined }
          : { voter, respondent, answer: taken.value, at: clock.now() },
      )
      if (!isStored) return fail({ kind: 'round-not-open' })
      progress.arrange(map, id)
      return succeed(await progress.count(map, round, setup))
    },

    close,
    look: closeOver,
    takeUp(map) {
      results.allChanged()
      return closeOver(map)
    },
    reopen: async (map, id) =>
      change<MoveRefusal>(map, id, ({ state }) =>
        state === 'closed'
          ? succeed({ state: 'open' })
          : fail(state === 'revealed' ? 'round-revealed' : 'round-not-open'),
      ),

    async reveal(map, id, next) {
      const before = await store.findRound(map, id)
      if (before?.state === 'revealed') {
        const { items = 0 } = (await results.find(map, before)) ?? {}
        return change<never>(map, id, ({ itemsShown }) =>
          succeed(
            itemsShown === undefined ? undefined : { itemsShown: next ? Math.min(itemsShown + 1, items) : items },
          ),
        )
      }
      return change<never>(map, id, (round, answers) => {
        if (round.state === 'revealed') return succeed(undefined)
        const outcome = summariseRound(readSetup(round), answers.map(toGiven))
        return succeed({
          ...(round.state === 'open' ? endOf(map, round, answers) : { done: answers.length }),
          state: 'revealed',
          outcome: JSON.stringify(outcome),
          ...(next ? { itemsShown: 1 } : {}),
        })
      })
    },

    async join(map, id, card, into) {
      const done = await change<JoinRefusal>(map, id, (round, _, stored) => {
        if (stored === undefined) return fail('round-not-revealed')
        const changes = changeCards(round, roundOutcomeSchema.parse(JSON.parse(stored)), card, into)
        return changes === undefined ? fail('no-such-card') : succeed(changes)
      })
      if (done.ok) results.changed(id)
      return done
    },

    peopleChanged: progress.peopleChanged,

    async remove(map, id) {
      if ((await store.findRound(map, id)) === undefined) return fail('no-such-round')
      await store.deleteRound(map, id)
      tell(map, `round ${id}`, { kind: 'round-removed', round: id })
      return succeed(undefined)
    },
  }
}

function toGiven({ respondent, answer }: { respondent: { id: string; name: string } | undefined; answer: unknown }): {
  by?: { id: string; name: string }
  answer: unknown
} {
  return { answer, ...(respondent === undefined ? {} : { by: respondent }) }
}
