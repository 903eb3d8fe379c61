'use client'
import { Hourglass } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { useEffect, useState, type ReactNode } from 'react'
import type { WaitingNews } from '../../../lib/protocol/door'
import { announce } from '../../hooks/announcer'
import { useEditor } from '../../hooks/EditorProvider'
import { useSelf } from '../../hooks/useMap'
import { useObservable } from '../../hooks/useObservable'
import { focusHere } from '../../join/focusHere'
import type { Seat } from '../../join/seat'
import { LiveRegion } from '../../panels/LiveRegion'
import { Button } from '../../ui/Button'
import { Logo } from '../../ui/Logo'
import { listPeople } from '../people/peopleRows'
import { PersonTaskForm } from '../people/PersonTaskForm'
import { useWaitingNews } from './useDoor'

/** Milliseconds for which a lost connection is not worth a word. */
const quietFor = 4_000

/**
 * What somebody sees who comes before the meeting is started: what it is about and who is there. Nothing of the map is on
 * this device by it. The map opens by itself.
 */
export function WaitingPage({
  seat,
  wasIn,
}: {
  readonly seat: Seat
  /** They were on the map until now. */
  readonly wasIn: boolean
}) {
  const t = useTranslations('door')
  const tJoin = useTranslations('join')
  const editor = useEditor()
  const news = useWaitingNews()
  const isAway = useIsLost()
  const title = news?.title ?? seat.title
  // Once the map has taken the place of this page, with a live region of its own.
  useEffect(
    () => () => {
      if (editor.waits.get() === 'no') setTimeout(() => announce(t('begun')), 0)
    },
    [editor, t],
  )
  return (
    <main className="flex min-h-dvh justify-center bg-canvas px-4 py-8 text-ink sm:items-center">
      <section className="flex w-full max-w-130 flex-col self-start rounded-panel border border-hairline bg-panel p-6 shadow-float sm:self-auto">
        <Logo size={32} />
        <h1
          ref={focusHere}
          tabIndex={-1}
          className="mt-4 text-title font-semibold text-balance break-words outline-none"
          dir="auto"
        >
          {title === '' ? tJoin('untitled') : title}
        </h1>
        {news === undefined || news.purpose === '' ? null : (
          <p className="mt-1 text-body break-words whitespace-pre-line text-muted" dir="auto">
            {news.purpose}
          </p>
        )}
        <p role="status" className="mt-4 flex items-center gap-3 rounded-button bg-accent-tint px-3 py-2.5 text-body">
          <Hourglass size={18} aria-hidden className="shrink-0 text-accent" />
          {t(isAway ? 'away' : wasIn ? 'closed' : 'waits')}
        </p>
        <OwnName />
        {news === undefined ? null : (
          <>
            <Steps news={news} />
            <Names news={news} />
          </>
        )}
      </section>
      <LiveRegion />
    </main>
  )
}

/** True once there has been no connection for a while: at the start there is none for a moment. */
function useIsLost(): boolean {
  const isLost = useObservable(useEditor().waits) === 'lost'
  const [isLong, setLong] = useState(false)
  if (!isLost && isLong) setLong(false)
  useEffect(() => {
    if (!isLost) return undefined
    const timer = setTimeout(() => setLong(true), quietFor)
    return () => clearTimeout(timer)
  }, [isLost])
  return isLong
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="mt-5 flex flex-col gap-2 border-t border-hairline pt-4" aria-label={title}>
      <h2 className="text-meta font-medium text-muted">{title}</h2>
      {children}
    </section>
  )
}

const asBold = (words: ReactNode): ReactNode => <b dir="auto">{words}</b>

/** What one is called here, and the way to change it. */
function OwnName() {
  const t = useTranslations('door')
  const self = useSelf()
  const [isChanging, setChanging] = useState(false)
  const [person] = listPeople([], self)
  if (self.id === undefined || person === undefined) return null
  if (isChanging) {
    return (
      <div className="mt-4">
        <PersonTaskForm task={{ kind: 'rename', person: self.id }} person={person} onDone={() => setChanging(false)} />
      </div>
    )
  }
  return (
    <div className="mt-4 flex flex-wrap items-center justify-between gap-2">
      <p className="min-w-0 text-body break-words">{t.rich('you', { name: self.name, b: asBold })}</p>
      <Button size="small" onClick={() => setChanging(true)}>
        {t('rename')}
      </Button>
    </div>
  )
}

function Steps({ news: { agenda, steps } }: { readonly news: WaitingNews }) {
  const t = useTranslations('door')
  const minutes = steps.reduce((sum, step) => sum + step.minutes, 0)
  if (steps.length === 0) return null
  return (
    <Part title={agenda === '' ? t('agenda') : t('agendaNamed', { title: agenda })}>
      <ol className="flex flex-col">
        {steps.map((step, index) => (
          // Steps may be called alike; their place tells them apart.
          <li key={index} className="flex items-baseline gap-3 py-1 text-body">
            <span aria-hidden className="w-5 shrink-0 text-second text-muted tabular-nums">
              {index + 1}
            </span>
            <span className="min-w-0 flex-1 break-words" dir="auto">
              {step.title}
            </span>
            {step.minutes === 0 ? null : (
              <span className="shrink-0 text-second text-muted tabular-nums">
                {t('minutes', { count: step.minutes })}
              </span>
            )}
          </li>
        ))}
      </ol>
      {minutes === 0 ? null : (
        <p className="text-end text-second text-muted tabular-nums">{t('total', { count: minutes })}</p>
      )}
    </Part>
  )
}

function Names({ news: { here, waiting, count } }: { readonly news: WaitingNews }) {
  const t = useTranslations('door')
  const format = useFormatter()
  const list = (names: readonly string[]): string => format.list([...names], { type: 'unit' })
  return (
    <Part title={t('people')}>
      <p className="text-body break-words">{here.length === 0 ? t('nobody') : t('here', { names: list(here) })}</p>
      <p className="text-body break-words">{t('waiting', { names: list(waiting), count })}</p>
    </Part>
  )
}
