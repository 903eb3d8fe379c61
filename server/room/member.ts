import type { Clock } from '../../lib/base/clock'
import type { Identity } from '../access/identity'
import type { Closing, SessionId } from '../bus/bus'

/** One socket, as the room sees it. */
export interface Member {
  readonly session: SessionId
  /** As the access link says; a participant's name may change while they are here. */
  identity: Identity
  /** Update messages looked at, and durable without a hole. */
  consumed: number
  durable: number
  /** An update of theirs did not fit; what follows is not called durable until a full answer came. */
  holding: boolean
  /** When they lost the right to edit, if they had it. */
  demotedAt: number | undefined
  /** Being sent away: nothing more is taken from them. */
  expelled: boolean
  /** Their socket has gone; what it sent may still be waiting. */
  gone: boolean
  /** What they were told on being sent away. */
  parting: Closing | undefined
  /** Update messages that came in, or were sent and lost on the way. */
  received: number
  /** A sync they wait for; `answer`: as sync step 2, otherwise as a plain update. */
  wants: { readonly vector: Uint8Array; readonly answer: boolean } | undefined
  /** State vector from before the first update that was withheld from a slow socket. */
  lacks: Uint8Array | undefined
  readonly askingBudget: Budget
  /** Limits how often the room asks them for what is missing. */
  readonly askedBudget: Budget
  /** Limits how often they are told everyone's awareness. */
  readonly queryBudget: Budget
}

/** A number of tries that grows back with time; what is too early happens when it may. */
export interface Budget {
  /** Runs the task now or as soon as the budget allows; a task that waits already is replaced. */
  spend(task: () => void): void
  cancel(): void
}

/**
 * @param burst tries that are there at the beginning, and at most
 * @param interval milliseconds in which one grows back
 */
export function createBudget(clock: Clock, burst: number, interval: number): Budget {
  let tokens = burst
  let countedAt = clock.now()
  let waiting: { task: () => void; readonly cancel: () => void } | undefined
  return {
    spend(task) {
      if (waiting !== undefined) {
        waiting.task = task
        return
      }
      const now = clock.now()
      tokens = Math.min(burst, tokens + (now - countedAt) / interval)
      countedAt = now
      if (tokens >= 1) {
        tokens -= 1
        task()
        return
      }
      const cancel = clock.after(Math.ceil((1 - tokens) * interval), () => {
        const due = waiting?.task
        waiting = undefined
        tokens = 0
        countedAt = clock.now()
        due?.()
      })
      waiting = { task, cancel }
    },
    cancel() {
      waiting?.cancel()
      waiting = undefined
    },
  }
}

export function createMember(
  session: SessionId,
  identity: Identity,
  sent: number,
  { clock, syncBurst, syncInterval }: { clock: Clock; syncBurst: number; syncInterval: number },
): Member {
  return {
    session,
    identity,
    consumed: sent,
    durable: 0,
    // What was sent before the room knew of them is whole again with their first full answer.
    holding: sent > 0,
    demotedAt: undefined,
    expelled: false,
    gone: false,
    parting: undefined,
    received: sent,
    wants: undefined,
    lacks: undefined,
    askingBudget: createBudget(clock, syncBurst, syncInterval),
    askedBudget: createBudget(clock, 2, 1_000),
    queryBudget: createBudget(clock, 3, 1_000),
  }
}
