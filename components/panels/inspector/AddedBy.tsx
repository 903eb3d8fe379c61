'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useCallback } from 'react'
import type { Person } from '../../hooks/editor'
import { usePeople, useSelf } from '../../hooks/useMap'
import { Avatar } from '../../ui/Avatar'
import { formatMoment } from './moment'

/** Who added it and when, as far as is known. */
export function AddedBy({ by, at }: { readonly by: string | undefined; readonly at: number | undefined }) {
  const t = useTranslations('panels.inspector')
  const locale = useLocale()
  const self = useSelf()
  const colour = usePeople(
    useCallback(
      (people: readonly Person[]) =>
        by === self.name ? self.colour : people.find((person) => person.name === by)?.colour,
      [by, self.name, self.colour],
    ),
  )
  const time = at === undefined || at === 0 ? '' : formatMoment(at, locale, Date.now())
  if (by === undefined && time === '') return null
  return (
    <p className="flex items-center gap-2 text-second text-muted">
      {by !== undefined && colour !== undefined ? <Avatar name={by} colour={colour} size={22} /> : null}
      <span className="min-w-0 truncate">
        {by === undefined
          ? t('addedAt', { time })
          : time === ''
            ? t('addedBy', { name: by })
            : t('added', { name: by, time })}
      </span>
    </p>
  )
}
