'use client'
import { UsersRound } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { islandLook } from '../../panels/Island'
import { classes } from '../../ui/classes'

/** What is said of groups over the map, with what can be done beside it in one row; what else is said stands below, as wide as all of it. */
export function GroupsStrip({
  icon = <UsersRound size={18} aria-hidden />,
  label,
  lines,
  isUrgent = false,
  isBrief = false,
  isMany = false,
  children,
}: {
  readonly icon?: ReactNode
  /** What screen readers call it, where there is another one. */
  readonly label?: string
  readonly lines: readonly (string | undefined)[]
  readonly isUrgent?: boolean
  /** The first line is cut at its end rather than broken. */
  readonly isBrief?: boolean
  /** There may be more to press than one row has room for. */
  readonly isMany?: boolean
  readonly children?: ReactNode
}) {
  const t = useTranslations('breakouts')
  const [first, ...others] = lines.filter((line) => line !== undefined)
  return (
    <section
      aria-label={label ?? t('strip')}
      className={classes(
        islandLook,
        'pointer-events-auto flex min-h-11 max-w-[min(100%,34rem)] animate-rise flex-col justify-center py-1 ps-3 pe-1',
        isUrgent && 'border-accent',
      )}
    >
      <span className={classes('flex items-center gap-x-3 gap-y-1', isMany && 'flex-wrap')}>
        <span className="flex min-w-0 flex-auto items-center gap-2.5">
          <span className="shrink-0 text-accent">{icon}</span>
          <span
            className={classes('min-w-0 text-body font-medium', isBrief ? 'truncate' : 'line-clamp-2')}
            title={first}
            dir="auto"
          >
            {first}
          </span>
        </span>
        {children === undefined ? null : (
          <span className={classes('ms-auto flex items-center justify-end gap-1', isMany ? 'flex-wrap' : 'shrink-0')}>
            {children}
          </span>
        )}
      </span>
      {others.map((line) => (
        <span key={line} className="line-clamp-3 ps-7 pe-2 pb-0.5 text-second text-muted" dir="auto">
          {line}
        </span>
      ))}
    </section>
  )
}
