'use client'
import { useTranslations } from 'next-intl'
import { ChosenDot } from './ChosenDot'
import { readCell, type LeverageSource, type Row } from './leverageTable'
import type { VariableActs } from './useVariableActs'

/** The dot of a row: what the group chose; whoever may edit sets it here. */
export function ChosenButton({
  source,
  row,
  acts,
  mayEdit,
}: {
  readonly source: LeverageSource
  readonly row: Row
  readonly acts: VariableActs
  readonly mayEdit: boolean
}) {
  const t = useTranslations('leverage')
  const cell = readCell(source, row, 'chosen')
  const on = cell.kind === 'mark' && cell.on
  const element = source.elements.get(row.id)
  if (!mayEdit || element?.kind !== 'variable' || element.locked === true) {
    return (
      <span className="inline-flex size-7 items-center justify-center pointer-coarse:size-11">
        {on ? <ChosenDot on /> : null}
        {on ? <span className="sr-only">{t('chosen')}</span> : null}
      </span>
    )
  }
  return (
    <button
      type="button"
      data-cell="chosen"
      aria-pressed={on}
      aria-label={t('chooseName', { name: row.label })}
      title={t(on ? 'unchoose' : 'choose')}
      onClick={(event) => {
        // The row's click would select it as well.
        event.stopPropagation()
        acts.setChosen(row.id, !on)
      }}
      className="group/dot inline-flex size-7 items-center justify-center rounded-full hover:bg-pressed pointer-coarse:size-11"
    >
      <ChosenDot on={on} />
    </button>
  )
}
