'use client'
import { Clock, KeyRound } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { ListedLink } from '../../../lib/protocol/links'
import { formatDayMoment } from '../../ui/dayMoment'
import { hasEnded } from './linkEnd'

/** What stands before a link: "Passcode", "Ends tomorrow, 14:00", "Ended today, 09:30". Nothing if nothing does. */
export function LinkMarks({ link, now }: { readonly link: ListedLink; readonly now: number }) {
  const t = useTranslations('panels.share')
  const words = useEndWords()
  const end = words(link, now)
  if (!link.hasPasscode && end === undefined) return null
  return (
    <ul className="flex flex-wrap gap-x-3 gap-y-0.5 text-meta text-ink" aria-label={t('marks')}>
      {link.hasPasscode ? <Mark icon={<KeyRound size={14} aria-hidden />}>{t('hasPasscode')}</Mark> : null}
      {end === undefined ? null : <Mark icon={<Clock size={14} aria-hidden />}>{end}</Mark>}
    </ul>
  )
}

function Mark({ icon, children }: { readonly icon: ReactNode; readonly children: ReactNode }) {
  return (
    <li className="inline-flex items-center gap-1">
      {icon}
      {children}
    </li>
  )
}

/** Says when a link ends or ended; undefined where it has no end. */
export function useEndWords(): (link: ListedLink, now: number) => string | undefined {
  const t = useTranslations('panels.share')
  const locale = useLocale()
  return (link, now) => {
    const at = link.endedAt ?? link.expiresAt
    if (at === null) return undefined
    return t(hasEnded(link, now) ? 'ended' : 'ends', { time: formatDayMoment(at, locale, now) })
  }
}
