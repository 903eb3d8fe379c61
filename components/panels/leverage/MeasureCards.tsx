'use client'
import { useTranslations } from 'next-intl'
import { Fragment } from 'react'
import { ChosenButton } from './ChosenButton'
import { readCell, type Column, type LeverageSource, type Row } from './leverageTable'
import type { LeverageWords } from './useLeverageWords'
import type { VariableActs } from './useVariableActs'

/** The table where there is no room for one: a card for each variable, the column in hand in large. */
export function MeasureCards({
  source,
  rows,
  columns,
  inHand,
  words,
  acts,
  mayEdit,
}: {
  readonly source: LeverageSource
  readonly rows: readonly Row[]
  readonly columns: readonly Column[]
  readonly inHand: Column
  readonly words: LeverageWords
  readonly acts: VariableActs
  readonly mayEdit: boolean
}) {
  const t = useTranslations('leverage.table')
  const others = columns.filter((column) => column !== inHand && column !== 'chosen')
  return (
    <ul aria-label={t('label')} className="flex flex-col border-t border-hairline">
      {rows.map((row) => {
        const cell = readCell(source, row, inHand)
        return (
          <li key={row.id} className="flex items-start border-b border-hairline ps-1 pe-4">
            <ChosenButton source={source} row={row} acts={acts} mayEdit={mayEdit} />
            <button
              type="button"
              onClick={() => acts.choose([row.id])}
              className="flex min-h-11 min-w-0 flex-1 items-start gap-3 py-2.5 text-start active:bg-pressed"
            >
              <span className="min-w-0 flex-1">
                <span className="block text-timer font-medium break-words" dir="auto">
                  {row.label === '' ? t('unnamed') : row.label}
                </span>
                <span className="block text-second text-muted tabular-nums">
                  {others.map((column, index) => (
                    <Fragment key={column}>
                      {index === 0 ? null : ' · '}
                      <span className="whitespace-nowrap">
                        {words.head(column)} {words.cell(readCell(source, row, column), column)}
                      </span>
                    </Fragment>
                  ))}
                </span>
              </span>
              {inHand === 'chosen' ? null : (
                <span className="shrink-0 text-end">
                  <span className="block text-heading font-semibold tabular-nums">{words.cell(cell, inHand)}</span>
                  <span className="block text-meta text-muted">{words.reason(cell) ?? words.head(inHand)}</span>
                </span>
              )}
            </button>
          </li>
        )
      })}
    </ul>
  )
}
