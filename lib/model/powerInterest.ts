/**
 * What to do with whom on the grid of power and interest (Mendelow 1991; Eden & Ackermann's names in the glossary).
 * Interest grows to the right, power upwards.
 */
export const quadrants = ['satisfy', 'manage', 'monitor', 'inform'] as const
export type Quadrant = (typeof quadrants)[number]

/** Half of the way: from here on power, or interest, counts as high. */
export const gridCut = 0.5

/** The quadrant of shares from 0 to 1; undefined until both were said. */
export function findQuadrant({
  power,
  interest,
}: {
  readonly power?: number | undefined
  readonly interest?: number | undefined
}): Quadrant | undefined {
  if (power === undefined || interest === undefined) return undefined
  if (power >= gridCut) return interest >= gridCut ? 'manage' : 'satisfy'
  return interest >= gridCut ? 'inform' : 'monitor'
}
