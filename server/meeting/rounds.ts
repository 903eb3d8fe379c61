import type { Clock } from '../../lib/base/clock'
import { createId, type MapId } from '../../lib/base/ids'
import type { Random } from '../../lib/base/random'
import { fail, succeed, type Result } from '../../lib/base/result'
import {
  countItems,
  firstItems,
  roundOutcomeSchema,
  roundSetupSchema,
  summariseRound,
  takeAnswer,
  type RoundOutcome,
  type RoundSetup,
} from '../../lib/practice/round'
import type { AnswerProblem } from '../../lib/practice/roundKind'
import type { RoomEvent } from '../../lib/protocol/events'
import { isAtLeast, mayEdit } from '../../lib/protocol/role'
import type { RoundAnswer, RoundHead, RoundState } from '../../lib/protocol/round'
import type { Identity } from '../access/identity'
import type { RoundStore, StoredRound } from '../store/roundStore'
import { voterOf } from './voter'

/**
 * What facilitators ask of a group. Answers are the server's alone until the reveal: no event and no
 * answer of the API tells more of an open round than how many have answered, but to each person
 * their own.
 */
export interface Rounds {
  /** Puts a question to the group. @param labels what its targets are called now */
  open(map: MapId, setup: RoundSetup, labels: Readonly<Record<string, string>>, by: Identity): Promise<RoundHead>
  /** Oldest first. */
  list(map: MapId): Promise<readonly RoundHead[]>
  /** A round as this person may see it. */
  find(map: MapId, id: string, who: Identity): Promise<Result<RoundAnswer, 'no-such-round'>>
  /** Takes somebody's answer in place of their earlier one. Resolves when it is durable. */
  answer(map: MapId, id: string, who: Identity, answer: unknown): Promise<Result<Progress, AnswerRefusal>>
  /** Takes no more answers, and shows none yet. */
  close(map: MapId, id: string): Promise<Result<RoundHead, MoveRefusal>>
  /** Takes answers again, of a round that was closed and not revealed. */
  reopen(map: MapId, id: string): Promise<Result<RoundHead, MoveRefusal>>
  /** Shows everyone what the answers come to: all of it, or one item more. Closes the round first. */
  reveal(map: MapId, id: string, next: boolean): Promise<Result<RoundHead, 'no-such-round'>>
  /** Takes a round away with all that was answered. */
  remove(map: MapId, id: string): Promise<Result<void, 'no-such-round'>>
}

export interface Progress {
  readonly done: number
  readonly asked: number
}

export type MoveRefusal = 'no-such-round' | 'round-not-open' | 'round-revealed'
export type AnswerRefusal =
  | { readonly kind: 'no-such-round' | 'round-not-open' | 'name-needed' | 'not-asked' }
  | { readonly kind: 'answer-refused'; readonly problem: AnswerProblem | { code: 'malformed'; value: string } }

export interface RoundsParts {
  readonly store: RoundStore
  readonly clock: Clock
  readonly random: Random
  /** Everyone who is on the map now, once per socket. */
  readonly people: (map: MapId) => readonly Identity[]
  /** Tells everyone on a map. A slow reader gets the latest of each topic. */
  readonly tell: (map: MapId, topic: string, event: RoomEvent) => void
}

/** Milliseconds in which answers that come together are told of once. */
const progressWindow = 250

export function createRounds({ store, clock, random, people, tell }: RoundsParts): Rounds {
  const progressDue = new Set<string>()

  const countProgress = async (map: MapId, round: StoredRound, setup: RoundSetup): Promise<Progress> => {
    const done = await store.listVoters(round.id)
    const asked = new Set(done)
    for (const identity of people(map)) {
      const voter = isAsked(setup, identity) ? voterOf(round.id, identity) : undefined
      if (voter !== undefined) asked.add(voter)
    }
    return { done: done.length, asked: asked.size }
  }

  const describe = async (map: MapId, round: StoredRound): Promise<RoundHead> => {
    const setup = readSetup(round)
    const { done = 0, asked = 0 } = round.state === 'open' ? await countProgress(map, round, setup) : round
    const { id, labels, state, openedAt, openedBy, endedAt } = round
    return {
      ...{ id, setup, labels, state, openedAt, openedBy, done, asked },
      ...(endedAt === undefined || state === 'open' ? {} : { endedAt }),
    }
  }

  const tellHead = async (map: MapId, id: string): Promise<Result<RoundHead, 'no-such-round'>> => {
    const round = await store.findRound(map, id)
    if (round === undefined) return fail('no-such-round')
    const head = await describe(map, round)
    tell(map, `round ${head.id}`, { kind: 'round', round: head })
    return succeed(head)
  }

  /** Two hundred answers in a moment are a few events. */
  const arrangeProgress = (map: MapId, id: string): void => {
    if (progressDue.has(id)) return
    progressDue.add(id)
    clock.after(progressWindow, () => {
      progressDue.delete(id)
      void (async () => {
        const round = await store.findRound(map, id)
        if (round?.state !== 'open') return
        tell(map, `progress ${id}`, {
          kind: 'progress',
          round: id,
          ...(await countProgress(map, round, readSetup(round))),
        })
        // A count that could not be told is told with the next answer.
      })().catch(() => undefined)
    })
  }

  const move = async (
    map: MapId,
    id: string,
    from: RoundState,
    to: RoundState,
  ): Promise<Result<RoundHead, MoveRefusal>> => {
    const round = await store.findRound(map, id)
    if (round === undefined) return fail('no-such-round')
    if (!(await store.moveRound(id, from, to, { endedAt: clock.now() }))) {
      return fail(round.state === 'revealed' ? 'round-revealed' : 'round-not-open')
    }
    if (to === 'closed') await noteEnd(map, round)
    return tellHead(map, id)
  }

  /** Counts once and for all, when no answer can come any more. */
  const noteEnd = async (map: MapId, round: StoredRound): Promise<void> => {
    await store.moveRound(round.id, 'closed', 'closed', await countProgress(map, round, readSetup(round)))
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
        outcome: undefined,
        itemsShown: undefined,
      }
      await store.addRound(round)
      const head = await describe(map, round)
      tell(map, `round ${head.id}`, { kind: 'round', round: head })
      return head
    },

    async list(map) {
      return Promise.all((await store.listRounds(map)).map(async (round) => describe(map, round)))
    },

    async find(map, id, who) {
      const round = await store.findRound(map, id)
      if (round === undefined) return fail('no-such-round')
      const head = await describe(map, round)
      const voter = voterOf(id, who)
      const mine = voter === undefined ? undefined : (await store.findAnswer(id, voter))?.answer
      const outcome = readOutcome(round)
      const shown = outcome && (round.itemsShown === undefined ? outcome : firstItems(outcome, round.itemsShown))
      const waiting = outcome === undefined ? 0 : countItems(outcome) - (round.itemsShown ?? countItems(outcome))
      return succeed({
        ...head,
        ...(mine === undefined ? {} : { mine }),
        ...(shown === undefined ? {} : { result: shown }),
        ...(waiting > 0 ? { waiting } : {}),
      })
    },

    async answer(map, id, who, given) {
      const voter = voterOf(id, who)
      if (voter === undefined || who.participant === undefined) return fail({ kind: 'name-needed' })
      const round = await store.findRound(map, id)
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
      arrangeProgress(map, id)
      return succeed(await countProgress(map, round, setup))
    },

    close: async (map, id) => move(map, id, 'open', 'closed'),
    reopen: async (map, id) => move(map, id, 'closed', 'open'),

    async reveal(map, id, next) {
      const round = await store.findRound(map, id)
      if (round === undefined) return fail('no-such-round')
      if (await store.moveRound(id, 'open', 'closed', { endedAt: clock.now() })) await noteEnd(map, round)
      // Whoever comes second, or after a stop in the middle, finds the answers as they were closed.
      const outcome = summariseRound(readSetup(round), (await store.listAnswers(id)).map(toGiven))
      const shown = next ? { itemsShown: 1 } : {}
      const isFirst = await store.moveRound(id, 'closed', 'revealed', { outcome: JSON.stringify(outcome), ...shown })
      const now = await store.findRound(map, id)
      // Somebody may have opened it again meanwhile: then its answers are still wanted.
      if (now?.state === 'revealed') {
        await store.deleteAnswers(id)
        if (!isFirst) await showMore(store, now, next)
      }
      return tellHead(map, id)
    },

    async remove(map, id) {
      if ((await store.findRound(map, id)) === undefined) return fail('no-such-round')
      await store.deleteRound(map, id)
      tell(map, `round ${id}`, { kind: 'round-removed', round: id })
      return succeed(undefined)
    },
  }
}

/** One item more of a round that is revealed one by one, or all of them. */
async function showMore(store: RoundStore, round: StoredRound, next: boolean): Promise<void> {
  const outcome = readOutcome(round)
  if (round.itemsShown === undefined || outcome === undefined) return
  const itemsShown = next ? Math.min(round.itemsShown + 1, countItems(outcome)) : countItems(outcome)
  await store.moveRound(round.id, 'revealed', 'revealed', { itemsShown })
}

function toGiven({ respondent, answer }: { respondent: { id: string; name: string } | undefined; answer: unknown }): {
  by?: { id: string; name: string }
  answer: unknown
} {
  return { answer, ...(respondent === undefined ? {} : { by: respondent }) }
}

/** Who is waited for: those who may answer, but for the ones who run the meeting. */
function isAsked(setup: RoundSetup, identity: Identity): boolean {
  return mayAnswer(setup, identity) && !isAtLeast(identity.role, 'facilitator')
}

function mayAnswer(setup: RoundSetup, { role }: Identity): boolean {
  return setup.of === 'everyone' || mayEdit(role)
}

function readSetup({ setup }: StoredRound): RoundSetup {
  return roundSetupSchema.parse(JSON.parse(setup))
}

function readOutcome({ state, outcome }: StoredRound): RoundOutcome | undefined {
  return state === 'revealed' && outcome !== undefined ? roundOutcomeSchema.parse(JSON.parse(outcome)) : undefined
}
