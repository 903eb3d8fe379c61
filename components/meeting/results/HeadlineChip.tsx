'use client'
import { CircleHelp, MoveRight, TrendingDown, TrendingUp, type LucideIcon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { PulseHeadline } from '../../../lib/model/practice/pulseState'
import { classes } from '../../ui/classes'

const icons: Readonly<Partial<Record<PulseHeadline, LucideIcon>>> = {
  improving: TrendingUp,
  steady: MoveRight,
  worsening: TrendingDown,
  unknown: CircleHelp,
}

/** How the group sees that one thing is going, in a word or two. */
export function HeadlineChip({
  headline,
  isOne = false,
}: {
  readonly headline: PulseHeadline
  /** It is what one person says: no group has said so yet. */
  readonly isOne?: boolean
}) {
  const t = useTranslations('rounds.pulse')
  const Icon = icons[headline]
  return (
    <span
      className={classes(
        'inline-flex items-center gap-1 rounded-full px-2 py-0.5 text-meta font-medium',
        headline === 'differ' ? 'bg-warn-tint text-warn' : 'bg-hover text-ink',
      )}
    >
      {Icon === undefined ? null : <Icon size={14} aria-hidden />}
      {t('headline', { headline })}
      {isOne ? ` ${t('onePerson')}` : null}
    </span>
  )
}
