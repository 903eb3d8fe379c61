'use client'
import { useTranslations } from 'next-intl'
import { useMemo, type ReactNode } from 'react'
import { dialogueMarks } from '../../../lib/practice/comment'
import { balanceDialogue } from '../../../lib/practice/dialogueBalance'
import { useView } from '../../hooks/useMap'
import { useSectorName } from '../../hooks/useSectors'
import { usePeopleLines } from '../people/usePeopleActs'
import type { Thread } from './commentBook'
import { BackButton } from './PanelHead'
import { listSaid } from './threadFacts'

/** How the discussion is shared: by what contributions do in it, by person, and by the sectors that they are about. */
export function BalanceView({ threads }: { readonly threads: readonly Thread[] }) {
  const t = useTranslations('comments.balance')
  const tMarks = useTranslations('comments.marks')
  const view = useView()
  const people = usePeopleLines()
  const sectorName = useSectorName()
  const balance = useMemo(() => {
    const said = threads
      .flatMap((thread) => listSaid(thread).map((comment) => ({ ...comment, anchor: thread.anchor })))
      .sort((a, b) => a.number - b.number)
    const present = people.filter(({ id }) => id !== '').map(({ id, name }) => ({ id, name }))
    return balanceDialogue(said, present, view)
  }, [threads, people, view])
  const missing = balance.sectors.filter(({ count }) => count === 0)
  const marks = [...dialogueMarks, 'none' as const]
  return (
    <section aria-label={t('title')} className="flex min-h-0 flex-1 flex-col">
      <div className="flex items-center gap-1 border-b border-hairline px-2 pb-2">
        <BackButton />
        <h3 className="text-body font-medium">{t('title')}</h3>
      </div>
      <div className="flex min-h-0 flex-1 flex-col gap-5 overflow-y-auto px-4 py-3">
        <Group title={t('byMark', { count: balance.count })}>
          <ul className="flex flex-col gap-1.5">
            {marks.map((mark) => (
              <ShareRow
                key={mark}
                name={tMarks(`names.${mark}`)}
                count={balance.marks[mark]}
                of={balance.count}
                {...(mark === 'none' ? {} : { about: tMarks(`about.${mark}`) })}
              />
            ))}
          </ul>
        </Group>
        <Group title={t('byPerson')}>
          <ul className="flex flex-col gap-1.5">
            {balance.people.map(({ id, name, count, marks: own }) => (
              <ShareRow
                key={id}
                name={name}
                count={count}
                of={balance.count}
                about={marks
                  .filter((mark) => mark !== 'none' && own[mark] > 0)
                  .map((mark) => t('markCount', { mark: tMarks(`names.${mark}`), count: own[mark] }))
                  .join(' · ')}
              />
            ))}
          </ul>
          <p className="pt-1.5 text-second">
            {balance.silent.length === 0
              ? t('allSpoke')
              : t('silent', { count: balance.silent.length, names: balance.silent.map(({ name }) => name).join(', ') })}
          </p>
        </Group>
        <Group title={t('bySector')}>
          <p className="pb-1.5 text-meta text-muted">{t('sectorWords')}</p>
          {balance.sectors.length === 0 ? (
            <p className="text-second text-muted">{t('noSectors')}</p>
          ) : (
            <>
              <ul className="flex flex-col gap-1.5">
                {balance.sectors.map(({ sector, count, stakeholders }) => (
                  <ShareRow
                    key={sector}
                    name={sectorName(sector)}
                    count={count}
                    of={balance.count}
                    about={t('stakeholders', { count: stakeholders })}
                  />
                ))}
              </ul>
              <p className="pt-1.5 text-second">
                {missing.length === 0
                  ? t('allSectors')
                  : t('missing', { names: missing.map(({ sector }) => sectorName(sector)).join(', ') })}
              </p>
            </>
          )}
        </Group>
      </div>
    </section>
  )
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h4 className="pb-1.5 text-second font-medium text-muted">{title}</h4>
      {children}
    </section>
  )
}

/** A name, a number, and its share of all as a bar. */
function ShareRow({
  name,
  count,
  of,
  about = '',
}: {
  readonly name: string
  readonly count: number
  readonly of: number
  readonly about?: string
}) {
  return (
    <li>
      <div className="flex items-baseline gap-2 text-body">
        <bdi className="min-w-0 flex-1 truncate">{name}</bdi>
        <span className="font-medium tabular-nums">{count}</span>
      </div>
      {about === '' ? null : <p className="text-meta text-muted">{about}</p>}
      <div aria-hidden className="mt-0.5 h-1.5 overflow-hidden rounded-full bg-hover">
        <div className="h-full rounded-full bg-accent" style={{ width: `${of === 0 ? 0 : (count / of) * 100}%` }} />
      </div>
    </li>
  )
}
