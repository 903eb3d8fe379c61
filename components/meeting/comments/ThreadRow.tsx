'use client'
import { AtSign, CircleCheck, MapPinOff } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useWorkspace } from '../../hooks/EditorProvider'
import { usePhone } from '../../hooks/useMedia'
import { useSelf } from '../../hooks/useMap'
import { formatMoment } from '../../panels/inspector/moment'
import { Avatar } from '../../ui/Avatar'
import { classes } from '../../ui/classes'
import type { Thread } from './commentBook'
import { MarkTag } from './MarkChips'
import { listSaid, listUnread, speaksTo } from './threadFacts'
import { useAnchorWords } from './useAnchorWords'
import { useShowAnchor } from './useShowAnchor'

/** A thread in a list: what it is about, who wrote last and what, and what of it is new. */
export function ThreadRow({
  thread,
  isAboutKnown = false,
}: {
  readonly thread: Thread
  /** What it is about stands above the list. */
  readonly isAboutKnown?: boolean
}) {
  const t = useTranslations('comments')
  const locale = useLocale()
  const workspace = useWorkspace()
  const { id: self } = useSelf()
  const about = useAnchorWords()(thread)
  const show = useShowAnchor()
  const phone = usePhone()
  const said = listSaid(thread)
  const last = said.at(-1)
  const unread = listUnread(thread, self).length
  if (last === undefined) return null
  const open = (): void => {
    // On a phone the list covers the map.
    if (!phone) show(thread.anchor)
    workspace.openComments({ kind: 'thread', id: thread.id })
  }
  return (
    <li className="border-b border-hairline last:border-0">
      <button
        type="button"
        onClick={open}
        className="-mx-2 flex w-[calc(100%+1rem)] gap-2.5 rounded-button px-2 py-2.5 text-start hover:bg-hover"
      >
        <Avatar name={last.by.name} colour={last.by.colour} size={26} />
        <span className="min-w-0 flex-1">
          <span className="flex items-center gap-1.5">
            {about.isThere ? null : <MapPinOff size={13} aria-hidden className="shrink-0 text-muted" />}
            {/* That it is not there stands at the end of a sentence, which is read whole. */}
            <span
              className={classes(
                'min-w-0 flex-1 text-second font-medium',
                about.isThere || isAboutKnown ? 'truncate' : 'wrap-anywhere',
              )}
              dir="auto"
            >
              {isAboutKnown ? last.by.name : about.isThere ? about.name : about.words}
            </span>
            {speaksTo(thread, self) ? (
              <AtSign size={13} role="img" aria-label={t('spokenTo')} className="shrink-0 text-accent" />
            ) : null}
            {thread.resolved === undefined ? null : <CircleCheck size={14} aria-hidden className="shrink-0 text-ok" />}
            {unread > 0 ? (
              <span className="inline-flex h-5 min-w-5 shrink-0 items-center justify-center rounded-full bg-accent px-1.5 text-tag font-semibold text-on-accent">
                <span aria-hidden>{unread}</span>
                <span className="sr-only">{t('unreadCount', { count: unread })}</span>
              </span>
            ) : null}
          </span>
          <span className="line-clamp-2 text-body break-words" dir="auto">
            {last.text}
          </span>
          <span className="flex min-w-0 items-center gap-1.5">
            {last.mark === undefined ? null : <MarkTag mark={last.mark} />}
            <span className="truncate text-meta text-muted tabular-nums">
              {t('row', {
                name: last.by.name,
                time: formatMoment(last.at, locale, Date.now()),
                replies: said.length - 1,
              })}
            </span>
          </span>
        </span>
      </button>
    </li>
  )
}
