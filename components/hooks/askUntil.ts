'use client'
import { useEffect } from 'react'
import { systemClock, type Clock } from '../../lib/base/clock'
import { systemRandom, type Random } from '../../lib/base/random'
import type { Result } from '../../lib/base/result'
import type { ApiProblem } from './api'

type Ask<Value> = () => Promise<Result<Value, ApiProblem>>

/** Milliseconds before the first try more; twice as long before each that follows, up to the longest. */
const firstPause = 1_000
const longestPause = 30_000
/** About four minutes: a server that is away for longer welcomes anew once it is back. */
const mostTries = 12

export interface AskUntilParts {
  readonly clock?: Clock
  readonly random?: Random
}

/**
 * Asks the server until it has answered: while it cannot be reached, has too much to do or fails, it is asked again
 * after growing pauses, a dozen times in all. A refusal is an answer.
 * @param take told once, with the answer, the refusal, or what went wrong at the last try
 * @returns ends the asking; `take` is not called after that
 */
export function askUntil<Value>(
  ask: Ask<Value>,
  take: (done: Result<Value, ApiProblem>) => void,
  { clock = systemClock, random = systemRandom }: AskUntilParts = {},
): () => void {
  let isOver = false
  let cancel: (() => void) | undefined
  const next = async (turn: number): Promise<void> => {
    const done = await ask()
    if (isOver) return
    if (done.ok || !mayPass(done.reason) || turn >= mostTries) {
      take(done)
      return
    }
    // A room full of tabs that were turned away together must not come back together.
    const [chance = 0] = random.bytes(1)
    const pause = Math.min(longestPause, firstPause * 2 ** (turn - 1)) * (0.75 + chance / 512)
    cancel = clock.after(Math.max(pause, toldToWait(done.reason)), () => void next(turn + 1))
  }
  void next(1)
  return () => {
    isOver = true
    cancel?.()
  }
}

/**
 * Asks as `askUntil` does, and anew whenever `ask` is another function or `occasion` another value; what cannot be had
 * is left as it was. Both functions are to be the same as long as what they do is.
 */
export function useAsked<Value>(ask: Ask<Value>, take: (value: Value) => void, occasion: unknown): void {
  useEffect(
    () =>
      askUntil(ask, (done) => {
        if (done.ok) take(done.value)
      }),
    [ask, take, occasion],
  )
}

function mayPass({ status }: ApiProblem): boolean {
  return status === 0 || status === 429 || status >= 500
}

function toldToWait({ details }: ApiProblem): number {
  const { waitSeconds } = (details ?? {}) as { readonly waitSeconds?: unknown }
  return typeof waitSeconds === 'number' && waitSeconds > 0 ? waitSeconds * 1_000 : 0
}
