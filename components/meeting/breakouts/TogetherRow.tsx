'use client'
import { useTranslations } from 'next-intl'
import type { ReviewRow } from '../../../lib/breakout/reviewRow'
import { classes } from '../../ui/classes'
import { useRowWords } from './useRowWords'

interface TogetherRowProps {
  readonly row: ReviewRow
  /** Names of the groups by id. */
  readonly names: ReadonlyMap<string, string>
  readonly decision: string | undefined
  readonly onDecide: (word: string) => void
}

/** One difference: what it is, who made it, and what is to become of it. */
export function TogetherRow({ row, names, decision, onDecide }: TogetherRowProps) {
  const t = useTranslations('breakouts.together')
  const { title, detail, choice } = useRowWords(row, names)
  const groups = [...new Set(row.sources.map(({ group }) => names.get(group) ?? group))]
  const isOffered = decision !== undefined && row.choices.includes(decision)
  return (
    <fieldset className="flex flex-col gap-1.5 py-2.5 sm:flex-row sm:items-start sm:gap-4">
      <legend className="sr-only">{`${title}. ${t('by', { groups: groups.join(', ') })}`}</legend>
      <div aria-hidden className="flex min-w-0 flex-1 flex-col">
        <span className="text-body font-medium break-words" dir="auto">
          {title}
        </span>
        <span className="text-second text-muted" dir="auto">
          {[groups.join(', '), detail].filter((part) => part !== undefined && part !== '').join(' · ')}
        </span>
      </div>
      <div className="flex flex-wrap gap-1 sm:max-w-[62%] sm:justify-end">
        {row.choices.map((word) => (
          <label
            key={word}
            className={classes(
              'relative inline-flex min-h-8 cursor-pointer items-center rounded-button border px-2.5 text-second transition-colors select-none',
              'has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-accent pointer-coarse:min-h-11',
              isOffered && decision === word
                ? 'border-accent bg-accent-tint font-medium text-accent'
                : 'border-node-border bg-panel hover:bg-hover',
            )}
          >
            <input
              type="radio"
              name={row.key}
              value={word}
              checked={isOffered && decision === word}
              onChange={() => onDecide(word)}
              className="absolute inset-0 m-0 cursor-pointer opacity-0"
            />
            <span className="max-w-64 truncate" dir="auto">
              {choice(word)}
            </span>
            {row.suggested === word && !isOffered ? (
              <span className="ms-1.5 text-meta text-muted">{t('suggested')}</span>
            ) : null}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
