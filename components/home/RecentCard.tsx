'use client'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useTheme } from '../hooks/useTheme'
import { AvatarStack } from '../ui/AvatarStack'
import type { ListedMap } from './recallRecent'
import { useWhen } from './useWhen'

/** A map with its picture, when it changed, and who was there. */
export function RecentCard({ map }: { readonly map: ListedMap }) {
  const common = useTranslations('common')
  const when = useWhen()
  const { dark } = useTheme()
  return (
    <Link
      href={`/m/${map.id}`}
      prefetch={false}
      className="flex w-full flex-col overflow-hidden rounded-panel border border-hairline bg-panel text-ink no-underline transition-[border-color,box-shadow] hover:border-node-border hover:shadow-float"
    >
      <span className="flex h-24 items-center justify-center border-b border-hairline bg-canvas p-2 sm:h-32">
        {map.thumbnail === undefined ? (
          <span className="dots size-full" />
        ) : (
          // A picture of the server's own; next/image would only stand between.
          <img
            src={`${map.thumbnail}&theme=${dark ? 'dark' : 'light'}`}
            alt=""
            loading="lazy"
            decoding="async"
            className="size-full object-contain"
          />
        )}
      </span>
      <span className="flex flex-1 flex-col gap-0.5 px-3.5 py-3">
        <span className="line-clamp-2 text-body font-semibold break-words" dir="auto">
          {map.title === '' ? common('untitled') : map.title}
        </span>
        {map.changedAt === undefined ? null : (
          <time dateTime={new Date(map.changedAt).toISOString()} className="text-second text-muted">
            {when(map.changedAt)}
          </time>
        )}
        {map.people === undefined || map.people.length === 0 ? null : (
          <span className="mt-auto pt-2">
            <AvatarStack people={map.people} count={map.peopleCount ?? map.people.length} />
          </span>
        )}
      </span>
    </Link>
  )
}
