import type { Clock } from '../../lib/base/clock'

/** A budget that refills over time (token bucket), one for every name and bounded in memory. */
export interface Allowance {
  /** Takes one; false if the budget of this name is used up, and then nothing is taken. */
  take(name: string): boolean
  /** True if `take` would be granted now. */
  has(name: string): boolean
  /** Whole seconds until this name may take again; at least 1. */
  waitSeconds(name: string): number
}

export interface AllowanceOptions {
  readonly clock: Clock
  /** What a name may take at once. */
  readonly burst: number
  readonly perSecond: number
  /** Names remembered; beyond it the fullest budgets are forgotten, which only makes them full. */
  readonly names?: number
}

interface Budget {
  left: number
  at: number
}

/** Makes an allowance. Cost: constant per call, but for a sweep when `names` is reached. */
export function createAllowance({ clock, burst, perSecond, names = 10_000 }: AllowanceOptions): Allowance {
  const budgets = new Map<string, Budget>()

  const refresh = (name: string): Budget => {
    const now = clock.now()
    const budget = budgets.get(name) ?? { left: burst, at: now }
    // A clock set back must not take a budget away for hours.
    const elapsed = Math.max(0, now - budget.at)
    budget.left = Math.min(burst, budget.left + (elapsed / 1000) * perSecond)
    budget.at = now
    return budget
  }

  const makeRoom = (): void => {
    if (budgets.size < names) return
    for (const name of [...budgets.keys()]) if (refresh(name).left >= burst) budgets.delete(name)
    for (const name of budgets.keys()) {
      if (budgets.size < names) return
      budgets.delete(name)
    }
  }

  return {
    take(name) {
      if (!budgets.has(name)) makeRoom()
      const budget = refresh(name)
      budgets.set(name, budget)
      if (budget.left < 1) return false
      budget.left -= 1
      return true
    },
    has: (name) => refresh(name).left >= 1,
    waitSeconds(name) {
      return Math.max(1, Math.ceil((1 - refresh(name).left) / perSecond))
    },
  }
}
