import type { ChallengeType } from '../../../lib/practice/challenge'

/** How each type stands in a bar; what it is stands in words beside it. */
export const challengeTones: Readonly<Record<ChallengeType, string>> = {
  technical: 'bg-accent',
  mixed: 'bg-accent/55',
  adaptive: 'bg-warn',
}
