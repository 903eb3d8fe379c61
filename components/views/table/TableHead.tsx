'use client'
import { Check, Minus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { classes } from '../../ui/classes'
import type { TableColumn, TableTab } from './columns'
import { HeadCell } from './HeadCell'
import type { ColumnFilter } from './columnFilter'
import { selectWidth } from './TableRow'
import type { TableRows } from './useRows'

const noFilter: ColumnFilter = { text: '', has: 'any' }

export interface TableHeadProps {
  readonly tab: TableTab
  readonly rows: TableRows
  /** Pixels of each column. */
  readonly widths: readonly number[]
  readonly selected: boolean | 'mixed'
  readonly onSelectAll: () => void
  /** The column whose head Tab comes to while there are no rows. */
  readonly isEntrance: boolean
  readonly onEditField: ((column: TableColumn) => void) | undefined
}

/** The row of column names: each opens what its column is sorted and filtered by. */
export function TableHead({ tab, rows, widths, selected, onSelectAll, isEntrance, onEditField }: TableHeadProps) {
  const t = useTranslations('table')
  const { sort, filters, setSort, setFilter } = rows
  return (
    <div
      role="row"
      aria-rowindex={1}
      className="sticky top-0 z-3 flex h-10 w-max pointer-coarse:h-11 min-w-full bg-canvas text-second"
    >
      <div
        role="columnheader"
        aria-colindex={1}
        className="sticky start-0 z-2 flex shrink-0 items-center justify-center border-e border-b border-hairline bg-canvas"
        style={{ width: selectWidth }}
      >
        <button
          type="button"
          role="checkbox"
          tabIndex={-1}
          aria-checked={selected}
          aria-label={t('selectAll')}
          onClick={onSelectAll}
          className="inline-flex size-full items-center justify-center"
        >
          <span
            aria-hidden
            className={classes(
              'inline-flex size-4.5 items-center justify-center rounded border',
              selected === false ? 'border-quiet-border bg-panel' : 'border-accent bg-accent text-on-accent',
            )}
          >
            {selected === true ? <Check size={12} /> : selected === 'mixed' ? <Minus size={12} /> : null}
          </span>
        </button>
      </div>
      {rows.place.columns.map((column, at) => (
        <HeadCell
          key={column.id}
          tab={tab}
          column={column}
          at={at}
          width={widths[at] ?? column.width}
          sort={sort?.column === column.id ? (sort.down ? 'down' : 'up') : 'none'}
          filter={filters.get(column.id) ?? noFilter}
          setSort={setSort}
          setFilter={setFilter}
          isEntrance={isEntrance && at === 0}
          onEditField={onEditField}
        />
      ))}
    </div>
  )
}
