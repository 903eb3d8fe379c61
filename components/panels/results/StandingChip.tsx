'use client'
import { CircleCheck, CircleDashed, Equal, MoveRight, TriangleAlert, type LucideIcon } from 'lucide-react'
import type { ResultMeasure, ResultStanding } from '../../../lib/analysis/results'
import { classes } from '../../ui/classes'
import type { ResultWords } from './useResultWords'

const icons: Readonly<Partial<Record<ResultStanding, LucideIcon>>> = {
  reached: CircleCheck,
  'on-the-way': MoveRight,
  same: Equal,
  against: TriangleAlert,
  disagree: TriangleAlert,
}

/** How a result stands, by shape and by word. */
export function StandingChip({ measure, words }: { readonly measure: ResultMeasure; readonly words: ResultWords }) {
  const { standing } = measure
  const Icon = icons[standing] ?? CircleDashed
  return (
    <span
      className={classes(
        'inline-flex min-w-0 items-center gap-1 rounded-[0.7rem] px-2 py-0.5 text-meta font-medium',
        standing === 'against' || standing === 'disagree'
          ? 'bg-warn-tint text-warn'
          : standing === 'reached'
            ? 'bg-hover text-ok'
            : 'bg-hover text-ink',
      )}
    >
      <Icon size={14} aria-hidden className="shrink-0" />
      {words.sayStanding(measure)}
    </span>
  )
}
