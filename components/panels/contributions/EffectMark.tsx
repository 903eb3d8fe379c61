import type { ReachedEffect } from '../../../lib/analysis/contributions'
import { effectMarks, type ContributionEffect } from '../../../lib/model/contribution'

const marks: Readonly<Record<ContributionEffect | ReachedEffect, string>> = { ...effectMarks, both: '↕', unknown: '?' }

/** An arrow up or down, or both, as the map writes it. Decorative: words stand beside it or in a label. */
export function EffectMark({ effect }: { readonly effect: ContributionEffect | ReachedEffect }) {
  return (
    <span aria-hidden className="inline-block w-4 shrink-0 text-center text-timer leading-none font-bold text-muted">
      {marks[effect]}
    </span>
  )
}
