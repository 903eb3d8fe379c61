'use client'
import { useTranslations } from 'next-intl'
import { Avatar, type AvatarPerson } from './Avatar'

export interface AvatarStackProps {
  readonly people: readonly AvatarPerson[]
  /** How many there are in all, if more than are given. */
  readonly count?: number
  /** Discs shown before "+n". */
  readonly most?: number
  readonly size?: number
}

/** Several people, one over the other. Read aloud as one list of names. */
export function AvatarStack({ people, count = people.length, most = 4, size = 24 }: AvatarStackProps) {
  const t = useTranslations('common')
  const shown = people.slice(0, most)
  const more = count - shown.length
  if (count === 0) return null
  return (
    <span
      role="img"
      aria-label={t('people', { names: shown.map((person) => person.name).join(', '), more })}
      className="inline-flex items-center"
    >
      {shown.map((person, index) => (
        <span
          // People may share a name and a colour; their place in the row tells them apart.
          key={index}
          className="rounded-full ring-2 ring-panel not-first:-ms-1.5"
          style={{ zIndex: shown.length - index }}
        >
          <Avatar {...person} size={size} />
        </span>
      ))}
      {more > 0 ? (
        <span
          className="-ms-1 inline-flex items-center rounded-full bg-hover ps-2.5 pe-2 text-meta font-medium text-ink"
          style={{ height: size }}
        >
          {t('more', { count: more })}
        </span>
      ) : null}
    </span>
  )
}
