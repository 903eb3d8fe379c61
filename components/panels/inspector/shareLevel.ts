export const shareLevels = ['none', 'low', 'medium', 'high'] as const
export type ShareLevel = (typeof shareLevels)[number]

const values: Readonly<Record<ShareLevel, number | null>> = { none: null, low: 0.25, medium: 0.5, high: 1 }

/** The share from 0 to 1 that a level stands for; null for none. */
export function shareOf(level: ShareLevel): number | null {
  return values[level]
}

/** Half of the way from what low stands for to what medium does. */
const nearerLow = 0.375

/**
 * The level nearest to a share, and whether it is exactly that one: imports bring finer values. `lowEnds` is from where on
 * it is medium, where that has a meaning of its own, as on the grid.
 */
export function levelOf(
  share: number | undefined,
  lowEnds = nearerLow,
): { readonly level: ShareLevel; readonly exact: boolean } {
  if (share === undefined) return { level: 'none', exact: true }
  const level = share < lowEnds ? 'low' : share < 0.75 ? 'medium' : 'high'
  return { level, exact: share === values[level] }
}
