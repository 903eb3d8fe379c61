'use client'
import { useTranslations } from 'next-intl'
import type { Result } from '../../../lib/analysis/results'
import { StandingChip } from './StandingChip'
import type { ResultWords } from './useResultWords'

/** The results side by side in figures: baseline, latest reading, target, change and how they stand. */
export function ResultTable({
  results,
  words,
  onEdit,
}: {
  readonly results: readonly Result[]
  readonly words: ResultWords
  readonly onEdit: ((result: Result) => void) | undefined
}) {
  const t = useTranslations('results')
  return (
    // Wider than a panel: it is moved sideways, by the keyboard too.
    <div role="region" aria-label={t('table')} tabIndex={0} className="mx-4 overflow-x-auto">
      <table className="w-max min-w-full text-second" aria-label={t('title')}>
        <thead>
          <tr className="text-start text-meta text-muted">
            {(['name', 'level', 'baseline', 'latest', 'target', 'change', 'standing'] as const).map((name) => (
              <th key={name} scope="col" className="py-1 pe-4 text-start font-medium">
                {t(`columns.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {results.map((result) => {
            const measure = words.measure(result)
            const { latest, change } = measure
            return (
              <tr key={result.id} className="border-t border-hairline align-top">
                <th scope="row" className="max-w-52 min-w-36 py-1.5 pe-4 text-start font-medium" dir="auto">
                  {onEdit === undefined ? (
                    result.name
                  ) : (
                    <button
                      type="button"
                      className="rounded text-start hover:underline pointer-coarse:min-h-11"
                      onClick={() => onEdit(result)}
                    >
                      {result.name}
                    </button>
                  )}
                </th>
                <td className="py-1.5 pe-4">{result.level === undefined ? '' : t(`level.${result.level}`)}</td>
                <td className="py-1.5 pe-4 tabular-nums">
                  {result.baseline === undefined ? '' : words.sayMark(result.baseline, result)}
                </td>
                <td className="py-1.5 pe-4 font-medium tabular-nums">
                  {latest === undefined ? '' : words.sayMark(latest, result)}
                </td>
                <td className="py-1.5 pe-4 tabular-nums">
                  {result.target === undefined ? '' : words.sayMark(result.target, result)}
                </td>
                <td className="py-1.5 pe-4 tabular-nums">
                  {change === undefined ? '' : words.amount(change, {}, { signed: true })}
                </td>
                <td className="py-1.5">
                  <StandingChip measure={measure} words={words} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
