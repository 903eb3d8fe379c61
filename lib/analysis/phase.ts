/** Tells a part of a search when to let go. */
export interface PhaseClock {
  /** Its time is over: it is to end with what it has. */
  isOver(): boolean
  /** Others are to have a turn: it is to yield, and goes on when it is asked for more. */
  isPaused(): boolean
}

/** Runs something that yields now and then to its end. */
export function finish<Result>(steps: Generator<undefined, Result>): Result {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}
