'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useCallback } from 'react'
import type { Person } from '../../hooks/editor'
import { usePeople, useSelf } from '../../hooks/useMap'
import { Avatar } from '../../ui/Avatar'
import { classes } from '../../ui/classes'
import { formatMoment } from './moment'
import { useAddition, type AddedRecord } from './useAddition'

/** Who added it and when, as far as is known: by the server's books, else as it says of itself. */
export function AddedBy({
  of,
  by: saidBy,
  at: saidAt,
}: {
  readonly of: AddedRecord
  /** What it says of itself, which anybody may have written. */
  readonly by: string | undefined
  readonly at: number | undefined
}) {
  const answer = useAddition(of)
  const { by, at } = answer?.addition ?? { by: saidBy, at: saidAt }
  // Room for it until the server has said whose it is: nobody is named wrongly, and nothing moves.
  return <Added by={by} at={at} className={answer === undefined ? 'invisible' : undefined} />
}

function Added({
  by,
  at,
  className,
}: {
  readonly by: string | undefined
  readonly at: number | undefined
  readonly className: string | undefined
}) {
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
    <p className={classes('flex items-center gap-2 text-second text-muted', className)}>
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
