import * as z from 'zod/mini'
import type { Clock } from '../../../lib/base/clock'
import { isSameJson } from '../../../lib/base/json'
import { createObservable, type Observable } from '../../../lib/base/observable'

/** What is given for a round and not sent yet. */
export interface AnswerDraft {
  /** Of the round's kind, and perhaps not whole; undefined: nothing has been given. */
  readonly answer: object | undefined
  /** What stands in a field and is not part of the answer yet: half a card. */
  readonly typing: string
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

/** Nobody comes back to a round after so long; other people may use the device. */
const keptFor = 7 * 24 * 60 * 60 * 1_000

const prefix = 'weft.answer.'
const keptSchema = z.object({
  answer: z.optional(z.record(z.string(), z.unknown())),
  typing: z.string(),
  at: z.number(),
})

/** @param storage asked for anew each time: touching it may throw */
export function createAnswerDrafts(
  person: string,
  storage: () => Storage,
  clock: Pick<Clock, 'now'> = { now: () => Date.now() },
): AnswerDrafts {
  const own = `${prefix}${person}.`
  const drafts = createObservable<ReadonlyMap<string, AnswerDraft>>(new Map(recall(own, storage, clock.now())))
  const drop = (round: string): void => {
    if (!drafts.get().has(round)) return
    tryTo(() => storage().removeItem(own + round))
    drafts.set(new Map([...drafts.get()].filter(([id]) => id !== round)))
  }
  return {
    get: drafts.get,
    subscribe: drafts.subscribe,
    put(round, draft) {
      tryTo(() => storage().setItem(own + round, JSON.stringify({ ...draft, at: clock.now() })))
      drafts.set(new Map([...drafts.get(), [round, draft]]))
    },
    settle(round, stored) {
      const draft = drafts.get().get(round)
      if (draft !== undefined && draft.typing.trim() === '' && isSameJson(draft.answer, stored)) drop(round)
    },
    drop,
  }
}

/** What is kept of this person; of everybody, what is too old or cannot be read is thrown away. */
function recall(own: string, storage: () => Storage, now: number): [string, AnswerDraft][] {
  const found: [string, AnswerDraft][] = []
  tryTo(() => {
    const kept = storage()
    const keys = Array.from({ length: kept.length }, (_, index) => kept.key(index) ?? '')
    for (const key of keys.filter((one) => one.startsWith(prefix))) {
      const read = z.safeParse(keptSchema, parse(kept.getItem(key) ?? ''))
      if (!read.success || now - read.data.at > keptFor) kept.removeItem(key)
      else if (key.startsWith(own)) {
        const { answer, typing } = read.data
        found.push([key.slice(own.length), { answer, typing }])
      }
    }
  })
  return found
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function tryTo(act: () => void): void {
  try {
    act()
  } catch {
    // Storage is off or full: what is given is kept as long as the page is open.
  }
}
