import type { Clock } from '../../lib/base/clock'

/** A clock that stands still until told to move; timers fire in order as it passes them. */
export interface ManualClock extends Clock {
  advance(ms: number): void
}

export function createManualClock(start = 1_000_000): ManualClock {
  let now = start
  let timers: { readonly at: number; readonly task: () => void }[] = []
  return {
    now: () => now,
    after: (ms, task) => {
      const timer = { at: now + ms, task }
      timers.push(timer)
      return () => {
        timers = timers.filter((one) => one !== timer)
      }
    },
    advance: (ms) => {
      const end = now + ms
      for (;;) {
        const next = timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0]
        if (next === undefined) break
        timers = timers.filter((timer) => timer !== next)
        now = Math.max(now, next.at)
        next.task()
      }
      now = end
    },
  }
}
