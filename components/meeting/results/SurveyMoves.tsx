'use client'
import { ArrowDown, ArrowUp, Equal, type LucideIcon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { SurveyMove } from '../../../lib/practice/compareSurveys'
import { cell, head, table } from './tableLook'

const icons: Readonly<Partial<Record<SurveyMove['moved'], LucideIcon>>> = { up: ArrowUp, down: ArrowDown, same: Equal }

/** How many answered at most about any of it. */
function most(moves: readonly SurveyMove[], when: 'before' | 'after'): number {
  return Math.max(0, ...moves.map(({ people }) => people[when]))
}

/** What moved between two rounds of one set, with both their dates. */
export function SurveyMoves({
  moves,
  before,
  after,
  mean,
}: {
  readonly moves: readonly SurveyMove[]
  readonly before: string
  readonly after: string
  readonly mean: (value: number | undefined) => string
}) {
  const t = useTranslations('surveys.result')
  return (
    <div className="flex flex-col gap-1.5">
      <table className={table}>
        <caption className="pb-1.5 text-start text-second font-medium">{t('moves', { before, after })}</caption>
        <thead>
          <tr>
            <th scope="col" className={`${head} text-start`}>
              {t('condition')}
            </th>
            <th scope="col" className={`${head} text-end`}>
              {t('before')}
            </th>
            <th scope="col" className={`${head} text-end`}>
              {t('after')}
            </th>
            <th scope="col" className={`${head} text-start`}>
              {t('change')}
            </th>
          </tr>
        </thead>
        <tbody>
          {moves.map(({ group, name, before: was, after: is, moved }) => {
            const Icon = icons[moved]
            return (
              <tr key={group}>
                <th scope="row" className={`${cell} text-start font-normal break-words`} dir="auto">
                  {name}
                </th>
                <td className={`${cell} text-end`}>{mean(was)}</td>
                <td className={`${cell} text-end font-semibold`}>{mean(is)}</td>
                <td className={cell}>
                  <span className="flex items-center gap-1">
                    {Icon === undefined ? null : <Icon size={14} aria-hidden className="shrink-0" />}
                    {t('moved', { moved })}
                  </span>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <p className="text-second text-muted">
        {t('movePeople', { before: most(moves, 'before'), after: most(moves, 'after') })}
      </p>
      <p className="text-meta text-muted">{t('moveRule')}</p>
    </div>
  )
}
