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
            {(['name', 'baseline', 'latest', 'target', 'change'] as const).map((name) => (
              <th key={name} scope="col" className="py-1 pe-3 text-start font-medium">
                {t(`columns.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {results.map((result) => {
            const measure = words.measure(result)
            const { latest, change } = measure
            const { level, who, where } = result
            const about = [level === undefined ? '' : t(`level.${level}`), who ?? '', where ?? ''].filter(
              (text) => text !== '',
            )
            return (
              <tr key={result.id} className="border-t border-hairline align-top">
                <th scope="row" className="max-w-52 min-w-28 py-1.5 pe-3 text-start font-medium" dir="auto">
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
                  {about.length === 0 ? null : (
                    <span className="block text-meta font-normal text-muted">{about.join(' · ')}</span>
                  )}
                  <StandingChip measure={measure} words={words} />
                </th>
                <Amount result={result} mark={result.baseline} words={words} />
                <Amount result={result} mark={latest} words={words} isStrong />
                <Amount result={result} mark={result.target} words={words} />
                <td className="py-1.5 pe-3 tabular-nums">
                  {change === undefined ? '' : words.amount(change, {}, { signed: true })}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function Amount({
  result,
  mark,
  words,
  isStrong = false,
}: {
  readonly result: Result
  readonly mark: Result['baseline']
  readonly words: ResultWords
  readonly isStrong?: boolean
}) {
  return (
    <td className={isStrong ? 'py-1.5 pe-3 font-semibold tabular-nums' : 'py-1.5 pe-3 tabular-nums'}>
      {mark === undefined ? null : words.amount(mark.value, result)}
      {mark?.on === undefined ? null : (
        <span className="block text-meta font-normal text-muted">{words.sayDay(mark.on)}</span>
      )}
    </td>
  )
}
