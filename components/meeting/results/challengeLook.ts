import type { ChallengeVerdict } from '../../../lib/practice/challenge'

/** How each kind, and a split, stands in a bar and a chip: in the colours that it has on the map. What it is stands in words beside it. */
export const challengeTones: Readonly<Record<Exclude<ChallengeVerdict, 'none'>, string>> = {
  technical: 'bg-hue-blue-fill inset-ring inset-ring-hue-blue-border',
  mixed: 'bg-hue-yellow-fill inset-ring inset-ring-hue-yellow-border',
  adaptive: 'bg-hue-orange-fill inset-ring inset-ring-hue-orange-border',
  split: 'bg-hue-purple-fill inset-ring inset-ring-hue-purple-border',
}
