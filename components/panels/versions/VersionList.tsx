'use client'
import { Bookmark, ChevronRight, Clock, Flag, LogOut, RotateCcw, ShieldCheck } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import type { Version, VersionReason } from '../../../lib/protocol/version'
import { useMayEdit } from '../../hooks/useMayEdit'
import { Button } from '../../ui/Button'
import { KeepForm } from './KeepForm'
import { CompareButton } from './CompareButton'
import type { VersionBook } from './useVersions'
import { groupByDay } from './keptVersions'
import { useVersionName } from './versionWords'

const icons = {
  start: Flag,
  end: LogOut,
  activity: Clock,
  'before-import': ShieldCheck,
  'before-clear': ShieldCheck,
  'before-arrange': ShieldCheck,
  'before-restore': RotateCcw,
  named: Bookmark,
} as const satisfies Record<VersionReason, unknown>

/** All versions, by day, the newest first; above them what keeps the map as it is now. */
export function VersionList({
  book,
  versions,
  onChoose,
}: {
  readonly book: VersionBook
  readonly versions: readonly Version[]
  readonly onChoose: (id: string) => void
}) {
  const t = useTranslations('versions')
  const format = useFormatter()
  const mayEdit = useMayEdit()
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto px-4 pt-1 pb-4">
      {mayEdit ? <KeepForm onKept={book.take} /> : null}
      <p className="text-meta text-muted">{t(versions.length === 0 ? 'empty' : 'about')}</p>
      {versions[0] === undefined ? null : <CompareButton version={versions[0].id} label={t('compareTwo')} />}
      {groupByDay(versions).map(({ day, versions: ofDay }) => (
        <section key={day} aria-labelledby={`versions-${day}`}>
          <h3 id={`versions-${day}`} className="pb-1 text-second font-medium text-muted">
            {format.dateTime(day, { weekday: 'long', day: 'numeric', month: 'long' })}
          </h3>
          <ul className="flex flex-col">
            {ofDay.map((version) => (
              <VersionRow key={version.id} version={version} onChoose={onChoose} />
            ))}
          </ul>
        </section>
      ))}
      {book.hasMore ? (
        <Button size="small" variant="quiet" onClick={book.loadMore}>
          {t('more')}
        </Button>
      ) : null}
    </div>
  )
}

function VersionRow({ version, onChoose }: { readonly version: Version; readonly onChoose: (id: string) => void }) {
  const t = useTranslations('versions')
  const format = useFormatter()
  const nameOf = useVersionName()
  const { id, at, name, why, people } = version
  const Icon = name === undefined ? icons[why] : Bookmark
  return (
    <li className="border-b border-hairline last:border-0">
      <button
        type="button"
        data-version={id}
        onClick={() => onChoose(id)}
        className="-mx-2 flex min-h-11 w-[calc(100%+1rem)] items-center gap-2.5 rounded-button px-2 py-2 text-start hover:bg-hover"
      >
        <Icon size={16} aria-hidden className={name === undefined ? 'shrink-0 text-muted' : 'shrink-0 text-accent'} />
        <span className="min-w-0 flex-1">
          <span
            className={name === undefined ? 'block text-body' : 'block text-body font-medium break-words'}
            dir="auto"
          >
            {nameOf(version)}
          </span>
          <span className="block truncate text-meta text-muted tabular-nums">
            {t('row', {
              time: format.dateTime(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
              people: people.length === 0 ? 'none' : 'some',
              names: format.list(people, { style: 'narrow' }),
            })}
          </span>
        </span>
        <ChevronRight size={16} aria-hidden className="shrink-0 text-muted rtl:rotate-180" />
      </button>
    </li>
  )
}
