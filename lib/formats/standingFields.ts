/** What files say of stakeholders, and Weft has fields for. */
export const standingFields = [
  'sector',
  'role',
  'stance',
  'power',
  'interest',
  'legitimacy',
  'urgency',
  'influence',
  'leader',
  'contact',
] as const
export type StandingField = (typeof standingFields)[number]
