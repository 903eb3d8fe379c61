import * as z from 'zod/mini'

/**
 * Meadows' twelve places to intervene in a system (Leverage Points, 1999): 12 is the weakest, 1 the
 * strongest. Grouped in four as Abson and others (2017) do. Which place an element stands for is a
 * judgement of people, never computed.
 */
export const leverageGroups = [
  { name: 'parameters', places: [12, 11, 10] },
  { name: 'feedbacks', places: [9, 8, 7] },
  { name: 'design', places: [6, 5, 4] },
  { name: 'intent', places: [3, 2, 1] },
] as const

export type LeverageGroup = (typeof leverageGroups)[number]['name']
export type LeveragePlace = (typeof leverageGroups)[number]['places'][number]

/** Weakest first, as people meet them. */
export const leveragePlaces: readonly LeveragePlace[] = leverageGroups.flatMap(({ places }) => places)

/** The place by its number; undefined for any other number. */
export function toLeveragePlace(number: number | undefined): LeveragePlace | undefined {
  return leveragePlaces.find((place) => place === number)
}

export const leverageField = z.int().check(z.gte(1), z.lte(12))
