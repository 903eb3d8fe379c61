/** A figure as it was typed: every place that a number keeps. Options of `Intl.NumberFormat`. */
export const everyPlace = { maximumSignificantDigits: 15 } as const

/** How a share of the way from the baseline to the target is told: there, beyond it, on the way, or away from it. */
export interface ShareTold {
  readonly way: 'all' | 'beyond' | 'part' | 'little' | 'away' | 'awayLittle'
  /** Whole, of the size alone: what is not the whole way is 99 at most, what is less than 1 is `little`. */
  readonly percent: number
}

/** A share in whole per cent, so that what is said of it stays true: nothing short of the target is all of the way. */
export function tellShare(share: number): ShareTold {
  const exact = Math.abs(share) * 100
  if (share < 0) return exact < 1 ? { way: 'awayLittle', percent: 1 } : { way: 'away', percent: Math.round(exact) }
  if (share >= 1) return { way: share === 1 ? 'all' : 'beyond', percent: Math.round(exact) }
  return share > 0 && exact < 1
    ? { way: 'little', percent: 1 }
    : { way: 'part', percent: Math.min(99, Math.round(exact)) }
}

/** True for a unit whose differences are points: from 40 % to 50 % it is 10 points, and not 10 %. */
export function isPercent(unit: string | undefined): boolean {
  return unit !== undefined && /^([%٪％]|per ?cent)$/i.test(unit.trim())
}

/** The difference of two figures with no more places than they have: 0.3 − 0.1 is 0.2. */
export function differenceOf(one: number, other: number): number {
  return roundLike(one - other, one, other)
}

/** A figure with no more places than those that it was worked out from. */
export function roundLike(value: number, ...figures: readonly number[]): number {
  return Number(value.toFixed(Math.min(100, Math.max(...figures.map(placesOf)))))
}

function placesOf(value: number): number {
  const [, fraction = '', exponent = '0'] = /^-?\d+(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? []
  return Math.max(0, fraction.length - Number(exponent))
}
