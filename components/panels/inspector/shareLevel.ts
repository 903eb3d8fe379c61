export const shareLevels = ['none', 'low', 'medium', 'high'] as const
export type ShareLevel = (typeof shareLevels)[number]

const values: Readonly<Record<ShareLevel, number | null>> = { none: null, low: 0.25, medium: 0.5, high: 1 }

/** The share from 0 to 1 that a level stands for; null for none. */
export function shareOf(level: ShareLevel): number | null {
  return values[level]
}

/** The level nearest to a share, and whether it is exactly that one: imports bring finer values. */
export function levelOf(share: number | undefined): { readonly level: ShareLevel; readonly exact: boolean } {
  if (share === undefined) return { level: 'none', exact: true }
  const level = share < 0.375 ? 'low' : share < 0.75 ? 'medium' : 'high'
  return { level, exact: share === values[level] }
}
