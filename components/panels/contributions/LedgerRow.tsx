'use client'
import { useTranslations } from 'next-intl'
import type { Contribution } from '../../../lib/analysis/contributions'
import { classes } from '../../ui/classes'
import type { LedgerWords } from './useLedgerWords'

/** One contribution of the ledger: what, by whom, what for, how far, by when. Pressed, it is selected on the map. */
export function LedgerRow({
  contribution,
  words,
  onChoose,
}: {
  readonly contribution: Contribution
  readonly words: LedgerWords
  readonly onChoose: () => void
}) {
  const t = useTranslations('contributions.ledger')
  const by = words.sayBy(contribution)
  const aims = words.sayAims(contribution)
  const due = words.sayDue(contribution)
  const act = words.sayAct(contribution)
  return (
    <li>
      <button
        type="button"
        onClick={onChoose}
        className="flex min-h-11 w-full flex-col gap-0.5 rounded-button px-2 py-1.5 text-start hover:bg-hover"
      >
        <span className="flex w-full items-baseline gap-2">
          <span className="min-w-0 flex-1 text-body font-medium break-words" dir="auto">
            {words.nameOf(contribution.action.id)}
          </span>
          <span className="shrink-0 text-meta text-muted">{words.sayState(contribution)}</span>
        </span>
        {act === '' ? null : <span className="text-second text-muted">{t('act', { act })}</span>}
        <span className="text-second text-muted break-words" dir="auto">
          {by === '' ? t('byNobody') : t('by', { names: by })}
        </span>
        {aims === '' ? null : (
          <span className="text-second text-muted break-words" dir="auto">
            {t('for', { names: aims })}
          </span>
        )}
        {due === '' ? null : (
          <span className={classes('text-second', words.isLate(contribution) ? 'font-medium text-warn' : 'text-muted')}>
            {due}
          </span>
        )}
      </button>
    </li>
  )
}
