import * as z from 'zod/mini'
import type { Clock } from '../../../lib/base/clock'
import { isSameJson } from '../../../lib/base/json'
import { createObservable, type Observable } from '../../../lib/base/observable'
import { createKeptDrafts } from '../../hooks/keptDrafts'

/** What is given for a round and not sent yet. */
export interface AnswerDraft {
  /** Of the round's kind, and perhaps not whole; undefined: nothing has been given. */
  readonly answer: object | undefined
  /** What stands in a field and is not part of the answer yet: half a card. */
  readonly typing: string
  /** Its writer has sent it, and there was no network: it goes once there is one. Not after a reload, which asks anew. */
  readonly waits?: true
}

/**
 * What one person is answering, by round: kept on this device, so that leaving the form loses nothing, nor does a
 * reload, nor a round that is closed meanwhile. Nobody else is told of it. Where nothing can be stored it is kept as
 * long as the page is open.
 */
export interface AnswerDrafts extends Observable<ReadonlyMap<string, AnswerDraft>> {
  put(round: string, draft: AnswerDraft): void
  /** The server has this answer of theirs: a draft that is the same has been dealt with. */
  settle(round: string, stored: object | undefined): void
  /** Its writer wants it no more. */
  drop(round: string): void
}

const draftSchema = z.object({
  answer: z.optional(z.record(z.string(), z.unknown())),
  typing: z.string(),
})

/** @param storage asked for anew each time: touching it may throw */
export function createAnswerDrafts(
  person: string,
  storage: () => Storage,
  clock: Pick<Clock, 'now'> = { now: () => Date.now() },
): AnswerDrafts {
  const kept = createKeptDrafts('weft.answer.', person, draftSchema, storage, clock)
  const recalled = kept.recall().map(([round, { answer, typing }]) => [round, { answer, typing }] as const)
  const drafts = createObservable<ReadonlyMap<string, AnswerDraft>>(new Map(recalled))
  const drop = (round: string): void => {
    if (!drafts.get().has(round)) return
    kept.forget(round)
    drafts.set(new Map([...drafts.get()].filter(([id]) => id !== round)))
  }
  return {
    get: drafts.get,
    subscribe: drafts.subscribe,
    put(round, draft) {
      kept.keep(round, draft)
      drafts.set(new Map([...drafts.get(), [round, draft]]))
    },
    settle(round, stored) {
      const draft = drafts.get().get(round)
      if (draft !== undefined && draft.typing.trim() === '' && isSameJson(draft.answer, stored)) drop(round)
    },
    drop,
  }
}
