'use client'
import { ArrowDown, ArrowUp, Filter } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { memo, useState } from 'react'
import { classes } from '../../ui/classes'
import { Popover } from '../../ui/Popover'
import { ColumnMenu, type ColumnMenuProps } from './ColumnMenu'
import { isIdle } from './columnFilter'
import { selectWidth } from './TableRow'
import { WidthHandle } from './WidthHandle'

/** DOM id of a column's head. */
export function headId(column: string): string {
  return `head ${column}`
}

export interface HeadCellProps extends Omit<ColumnMenuProps, 'onDone'> {
  /** Its place among the columns that are shown. */
  readonly at: number
  /** Tab comes to it while there are no rows. */
  readonly isEntrance: boolean
}

/** The name of a column, which opens what its rows are sorted and filtered by. Drawn anew only when something of it changed. */
export const HeadCell = memo(function HeadCell(props: HeadCellProps) {
  const { column, at, width, sort, filter, isEntrance } = props
  const t = useTranslations('table.header')
  const [isOpen, setOpen] = useState(false)
  const isName = column.id === 'label'
  return (
    <div
      role="columnheader"
      aria-colindex={at + 2}
      aria-sort={sort === 'none' ? 'none' : sort === 'up' ? 'ascending' : 'descending'}
      className={classes(
        'shrink-0 border-e border-b border-hairline bg-canvas',
        isName ? 'sticky z-1' : 'relative scroll-ms-(--pinned)',
      )}
      style={{ width, ...(isName ? { insetInlineStart: selectWidth } : {}) }}
    >
      <Popover
        label={t('open', { name: column.name })}
        align="start"
        open={isOpen}
        onOpenChange={setOpen}
        className="w-72"
        trigger={
          <button
            type="button"
            id={headId(column.id)}
            tabIndex={isEntrance ? 0 : -1}
            data-head={at}
            title={column.name}
            className="flex size-full items-center gap-1 px-2 text-start font-medium outline-offset-[-2px] hover:bg-hover"
          >
            <span className="min-w-0 flex-1 truncate" dir="auto">
              {column.name}
            </span>
            {/* Above each other: beside each other they would take the name's room. */}
            <span className="flex shrink-0 flex-col text-accent empty:hidden">
              {sort === 'none' ? null : sort === 'up' ? <ArrowUp size={14} /> : <ArrowDown size={14} />}
              {isIdle(filter) ? null : <Filter size={14} role="img" aria-label={t('filtered')} />}
            </span>
          </button>
        }
      >
        <ColumnMenu {...props} onDone={() => setOpen(false)} />
      </Popover>
      <WidthHandle column={column.id} width={width} />
    </div>
  )
})
