'use client'
import { useTranslations } from 'next-intl'
import type { ChallengeVerdict } from '../../../lib/practice/challenge'
import { classes } from '../../ui/classes'
import { challengeTones } from './challengeLook'

/** What the group as a whole says of one element, in the colour that it has on the map. */
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
        'text-ink',
        verdict === 'none' ? 'bg-hover' : challengeTones[verdict],
      )}
    >
      {t('verdict', { verdict })}
      {isOne ? ` ${t('onePerson')}` : null}
    </span>
  )
}
