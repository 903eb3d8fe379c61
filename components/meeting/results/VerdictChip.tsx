'use client'
import { useTranslations } from 'next-intl'
import type { ChallengeVerdict } from '../../../lib/practice/challenge'
import { classes } from '../../ui/classes'

/** What the group as a whole says of one element: where it is split, in a colour that is seen. */
export function VerdictChip({
  verdict,
  isOne = false,
}: {
  readonly verdict: ChallengeVerdict
  /** It is what one person says: no group has said so yet. */
  readonly isOne?: boolean
}) {
  const t = useTranslations('rounds.challenge')
  return (
    <span
      className={classes(
        'rounded-full px-2 py-0.5 text-meta font-medium',
        verdict === 'split' ? 'bg-warn-tint text-warn' : 'bg-hover text-ink',
      )}
    >
      {t('verdict', { verdict })}
      {isOne ? ` ${t('onePerson')}` : null}
    </span>
  )
}
