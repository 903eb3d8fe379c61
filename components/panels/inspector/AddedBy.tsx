'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useCallback } from 'react'
import type { Person } from '../../hooks/editor'
import { usePeople, useSelf } from '../../hooks/useMap'
import { Avatar } from '../../ui/Avatar'
import { classes } from '../../ui/classes'
import { formatMoment } from './moment'
import { useAddition, type AddedRecord } from './useAddition'

/** Milliseconds after it was added within which its author's changes belong to adding it: its name above all. */
const addingTime = 60_000

/** Who did something, and when. */
interface Signature {
  readonly by?: string | undefined
  readonly at?: number | undefined
}

/**
 * Who added it and who last changed it, and when, as far as is known: by the server's books, who added it else as it says
 * of itself.
 * @param record the element or the link, with what it says of itself, which anybody may have written
 */
export function AddedBy({
  of,
  record,
}: {
  readonly of: AddedRecord['root']
  readonly record: {
    readonly id: string
    readonly createdBy?: string | undefined
    readonly createdAt?: number | undefined
  }
}) {
  const t = useTranslations('panels.inspector')
  const answer = useAddition({ root: of, id: record.id }, record)
  const added: Signature = answer?.addition ?? { by: record.createdBy, at: record.createdAt }
  const change = answer?.change
  const isApart =
    change !== undefined && (change.by !== added.by || added.at === undefined || change.at - added.at > addingTime)
  // Room for it until the server has said whose it is: nobody is named wrongly, and nothing moves.
  return (
    <div className={classes('flex flex-col gap-1 empty:hidden', answer === undefined && 'invisible')}>
      <Signed
        {...added}
        words={(name, time) =>
          name === undefined
            ? t('addedAt', { time })
            : time === ''
              ? t('addedBy', { name })
              : t('added', { name, time })
        }
      />
      {isApart ? (
        <Signed
          {...change}
          words={(name, time) => (name === undefined ? t('changedAt', { time }) : t('changed', { name, time }))}
        />
      ) : null}
    </div>
  )
}

function Signed({ by, at, words }: Signature & { readonly words: (name: string | undefined, time: string) => string }) {
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
      <span className="min-w-0 truncate">{words(by, time)}</span>
    </p>
  )
}
