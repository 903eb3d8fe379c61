'use client'
import { ArrowDown, ArrowUp, ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { memo, type KeyboardEvent } from 'react'
import { classes } from '../../ui/classes'
import { Tooltip } from '../../ui/Tooltip'
import { ChosenButton } from './ChosenButton'
import { ChosenDot } from './ChosenDot'
import { hasNumbers, readCell, type Column, type Direction, type LeverageSource, type Row } from './leverageTable'
import type { SortColumn } from './leverageTable'
import { useHiddenColumns } from './useHiddenColumns'
import type { LeverageWords } from './useLeverageWords'
import type { VariableActs } from './useVariableActs'

interface MeasureTableProps {
  readonly source: LeverageSource
  /** Those of the page that is looked at. */
  readonly rows: readonly Row[]
  /** How many rows stand before this page, and in all. */
  readonly before: number
  readonly total: number
  readonly columns: readonly Column[]
  readonly sorted: { readonly column: SortColumn; readonly direction: Direction }
  readonly onSort: (column: SortColumn) => void
  readonly words: LeverageWords
  readonly acts: VariableActs
  readonly selected: ReadonlySet<Row['id']>
  readonly mayEdit: boolean
}

/** Variables as rows, what is measured as columns. A click on a head sorts, on a row selects. */
export function MeasureTable(props: MeasureTableProps) {
  const { source, rows, before, total, columns, sorted, onSort, words, acts, selected, mayEdit } = props
  const t = useTranslations('leverage.table')
  const [box, hidden] = useHiddenColumns()
  return (
    <div className="relative flex min-h-0 flex-1 flex-col border-t border-hairline">
      <div
        ref={box}
        // Words for screen readers alone lie within it, not below the panel.
        className="relative min-h-0 flex-1 overflow-auto overscroll-contain"
        // Scrolled by keys too.
        tabIndex={0}
        role="region"
        aria-label={t('label')}
        onPointerLeave={() => acts.light([])}
      >
        <table aria-label={t('label')} aria-rowcount={total + 1} className="w-full border-separate border-spacing-0">
          <thead>
            <tr aria-rowindex={1}>
              {columns.includes('chosen') ? (
                <Head column="chosen" sorted={sorted} onSort={onSort} words={words} className="left-0 z-20 w-9 ps-2" />
              ) : null}
              <Head
                column="name"
                sorted={sorted}
                onSort={onSort}
                words={words}
                className={classes('z-20 min-w-36 text-start', columns.includes('chosen') ? 'left-9' : 'left-0 ps-3')}
              />
              {columns.map((column) =>
                column === 'chosen' ? null : (
                  <Head key={column} column={column} sorted={sorted} onSort={onSort} words={words} />
                ),
              )}
            </tr>
          </thead>
          <tbody onKeyDown={moveByArrow}>
            {rows.map((row, index) => (
              <TableRow
                key={row.id}
                row={row}
                index={before + index + 2}
                source={source}
                columns={columns}
                words={words}
                acts={acts}
                selected={selected.has(row.id)}
                mayEdit={mayEdit}
              />
            ))}
          </tbody>
        </table>
      </div>
      {hidden ? (
        // More columns lie beyond the edge.
        <span
          aria-hidden
          data-more
          className="pointer-events-none absolute inset-y-0 end-0 z-30 flex w-10 items-start justify-end bg-linear-to-l from-panel to-transparent pt-2.5 text-muted rtl:bg-linear-to-r"
        >
          <ChevronRight size={16} strokeWidth={2.5} className="rtl:-scale-x-100" />
        </span>
      ) : null}
    </div>
  )
}

interface HeadProps {
  readonly column: SortColumn
  readonly sorted: MeasureTableProps['sorted']
  readonly onSort: MeasureTableProps['onSort']
  readonly words: LeverageWords
  readonly className?: string
}

function Head({ column, sorted, onSort, words, className }: HeadProps) {
  const t = useTranslations('leverage.table')
  const isSorted = sorted.column === column
  const Arrow = sorted.direction === 'ascending' ? ArrowUp : ArrowDown
  const button = (
    <button
      type="button"
      onClick={() => onSort(column)}
      aria-label={words.name(column)}
      className={classes(
        'inline-flex min-h-9 w-full min-w-7 items-end gap-0.5 rounded-button py-1.5 text-meta leading-tight font-medium hover:bg-hover pointer-coarse:min-h-11',
        column === 'name' ? 'justify-start px-1 text-start' : 'justify-end px-1.5 text-end',
        isSorted ? 'text-accent' : 'text-muted hover:text-ink',
      )}
    >
      {column === 'chosen' ? <ChosenDot on={isSorted} /> : column === 'name' ? words.name(column) : words.head(column)}
      {isSorted && column !== 'chosen' ? (
        <Arrow size={12} strokeWidth={2.5} aria-hidden className="mb-px shrink-0" />
      ) : null}
    </button>
  )
  return (
    <th
      scope="col"
      aria-sort={isSorted ? sorted.direction : undefined}
      className={classes('sticky top-0 z-10 border-b border-hairline bg-panel p-0 align-bottom font-normal', className)}
    >
      {column === 'name' ? (
        button
      ) : (
        <Tooltip
          label={t('explained', {
            name: words.name(column),
            meaning: words.meaning(column),
            caution: words.caution(column),
          })}
        >
          {button}
        </Tooltip>
      )}
    </th>
  )
}

interface TableRowProps extends Pick<MeasureTableProps, 'source' | 'columns' | 'words' | 'acts' | 'mayEdit'> {
  readonly row: Row
  readonly index: number
  readonly selected: boolean
}

const TableRow = memo(function TableRow(props: TableRowProps) {
  const { row, index, source, columns, words, acts, selected, mayEdit } = props
  const t = useTranslations('leverage.table')
  const ground = selected ? 'bg-accent-tint' : 'bg-panel group-hover:bg-hover'
  return (
    // The button in it is what keys and screen readers use.
    <tr
      aria-rowindex={index}
      className="group cursor-default"
      onPointerEnter={() => acts.light([row.id])}
      onClick={() => acts.choose([row.id])}
    >
      {columns.includes('chosen') ? (
        <td className={classes('sticky left-0 p-0 ps-2', ground)}>
          <ChosenButton source={source} row={row} acts={acts} mayEdit={mayEdit} />
        </td>
      ) : null}
      <th
        scope="row"
        className={classes('sticky p-0 font-normal', columns.includes('chosen') ? 'left-9' : 'left-0 ps-2', ground)}
      >
        <button
          type="button"
          data-cell="name"
          aria-current={selected ? 'true' : undefined}
          onFocus={() => acts.light([row.id])}
          className="block min-h-8 w-full max-w-44 min-w-36 truncate rounded-button px-1 text-start text-body pointer-coarse:min-h-11"
          title={row.label}
          dir="auto"
        >
          {row.label === '' ? t('unnamed') : row.label}
        </button>
      </th>
      {columns.map((column) => {
        if (column === 'chosen') return null
        const cell = readCell(source, row, column)
        const reason = words.reason(cell)
        return (
          <td
            key={column}
            title={reason}
            className={classes(
              'px-1.5 text-end text-second whitespace-nowrap tabular-nums last:pe-3',
              ground,
              reason !== undefined && 'text-muted',
              !hasNumbers(column) && 'text-muted',
            )}
          >
            {words.cell(cell, column)}
            {reason === undefined ? null : <span className="sr-only"> {reason}</span>}
          </td>
        )
      })}
    </tr>
  )
})

/** Up and down go along the buttons of a column. */
function moveByArrow(event: KeyboardEvent<HTMLElement>): void {
  if ((event.key !== 'ArrowDown' && event.key !== 'ArrowUp') || !(event.target instanceof HTMLElement)) return
  const cell = event.target.dataset['cell']
  const row = event.target.closest('tr')
  const next = event.key === 'ArrowDown' ? row?.nextElementSibling : row?.previousElementSibling
  const button = cell === undefined ? null : next?.querySelector<HTMLElement>(`[data-cell="${cell}"]`)
  if (button === null || button === undefined) return
  event.preventDefault()
  button.focus()
}
