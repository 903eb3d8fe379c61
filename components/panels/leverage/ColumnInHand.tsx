'use client'
import { useTranslations } from 'next-intl'
import { SegmentedControl } from '../../ui/SegmentedControl'
import { canShow, hasNumbers, shownWays, type Column, type ShownWay } from './leverageTable'
import type { LeverageWords } from './useLeverageWords'

interface ColumnInHandProps {
  readonly column: Column
  readonly words: LeverageWords
  /** The largest number of the column. */
  readonly most: number | undefined
  readonly way: ShownWay
  readonly onShow: (way: ShownWay) => void
}

/** What the column by which the table is sorted means, of what to beware, and how the map shows it. */
export function ColumnInHand({ column, words, most, way, onShow }: ColumnInHandProps) {
  const t = useTranslations('leverage')
  const ways = shownWays.filter((one) => canShow(column, one))
  return (
    <section aria-label={words.name(column)} className="flex shrink-0 flex-col gap-2 px-4 pb-3">
      <p className="text-second">
        <span className="font-semibold">{words.name(column)}.</span> {words.meaning(column)}{' '}
        <span className="text-muted">
          {t('table.caution')} {words.caution(column)}
        </span>
      </p>
      {ways.length < 2 ? null : (
        <SegmentedControl
          label={t('shown.label', { column: words.name(column) })}
          value={way}
          onChange={onShow}
          segments={ways.map((value) => ({
            value,
            label: t(`shown.${value === 'number' && !hasNumbers(column) ? 'word' : value}`),
          }))}
        />
      )}
      {most === undefined || (way !== 'colour' && way !== 'size') ? null : (
        <div className="flex items-center gap-2 text-meta text-muted tabular-nums">
          <span>{words.number(0)}</span>
          {way === 'colour' ? (
            <span
              aria-hidden
              className="h-2.5 flex-1 rounded-full bg-linear-to-r from-accent/10 to-accent/90 rtl:bg-linear-to-l"
            />
          ) : (
            <span aria-hidden className="flex flex-1 items-center justify-between px-2">
              {[4, 8, 12, 16, 20].map((across) => (
                <span key={across} style={{ width: across, height: across }} className="rounded-full bg-accent/25" />
              ))}
            </span>
          )}
          <span>{words.number(most)}</span>
        </div>
      )}
    </section>
  )
}
