'use client'
import { useTranslations } from 'next-intl'
import type { MemberState } from '../../../lib/model/practice/coalition'
import { classes } from '../../ui/classes'
import { stateMarks } from './useCoalitionWords'

const looks: Readonly<Record<MemberState, string>> = {
  in: 'border-accent bg-accent-tint font-medium text-accent',
  asked: 'border-node-border text-ink',
  'to-ask': 'border-dashed border-node-border text-ink',
  'not-now': 'border-transparent text-muted',
}

/** How far somebody is in, by sign, border and word. */
export function StateTag({ state }: { readonly state: MemberState }) {
  const t = useTranslations('coalition.states')
  return (
    <span className={classes('inline-flex shrink-0 gap-1 rounded-full border px-2 text-meta', looks[state])}>
      <span aria-hidden>{stateMarks[state]}</span>
      {t(state)}
    </span>
  )
}
