/** System archetypes (Senge 1990, Kim 1992, Braun 2002): loop patterns that recur, by the names under which maps keep them. */
export const archetypeNames = [
  'limits-to-growth',
  'attractiveness-principle',
  'fixes-that-fail',
  'shifting-the-burden',
  'eroding-goals',
  'escalation',
  'success-to-the-successful',
  'tragedy-of-the-commons',
  'growth-and-underinvestment',
  'accidental-adversaries',
] as const
export type ArchetypeName = (typeof archetypeNames)[number]

/** True for a name that this version of Weft knows. */
export function isArchetypeName(name: string | undefined): name is ArchetypeName {
  return archetypeNames.some((known) => known === name)
}
