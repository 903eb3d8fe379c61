'use client'
import { CircleQuestionMark } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { classes } from '../ui/classes'
import { practiceHelp, type HelpedPractice } from './practices'

/** Leads to where a practice is explained, in another tab: whoever is in a meeting stays on the map. */
export function AboutPractice({
  practice,
  className,
}: {
  readonly practice: HelpedPractice
  readonly className?: string
}) {
  const t = useTranslations('practices.about')
  return (
    <a
      href={practiceHelp(practice)}
      target="_blank"
      rel="noreferrer"
      aria-label={t('newTab')}
      className={classes(
        'flex min-h-6 items-center gap-1.5 self-start rounded-button text-second text-accent hover:underline pointer-coarse:min-h-11',
        className,
      )}
    >
      <CircleQuestionMark size={16} aria-hidden />
      {t('label')}
    </a>
  )
}
