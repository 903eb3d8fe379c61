import { memo, type KeyboardEvent } from 'react'
import type { Tie } from '../../../lib/model/link'
import type { TieTypes } from '../../../lib/model/tie'
import { classes } from '../../ui/classes'
import { TieTag } from '../../ui/TieTag'

export interface MatrixCellProps {
  readonly row: number
  readonly column: number
  readonly size: number
  readonly left: number
  readonly ties: readonly Tie[]
  readonly types: TieTypes
  /** Read aloud: from whom, to whom, and what. */
  readonly label: string
  readonly isStop: boolean
  readonly isSelected: boolean
  /** In the row or the column that has the focus. */
  readonly isAligned: boolean
  /** The first of its sector, across and down. */
  readonly edges: { readonly top: boolean; readonly left: boolean }
  readonly onPress: (row: number, column: number) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onFocus: (row: number, column: number) => void
}

/** Letters that have room in a cell. */
const most = 3

/** One place of the matrix: the letters of the ties from the row's to the column's stakeholder. */
export const MatrixCell = memo(function MatrixCell({
  row,
  column,
  size,
  left,
  ties,
  types,
  label,
  isStop,
  isSelected,
  isAligned,
  edges,
  onPress,
  onKeyDown,
  onFocus,
}: MatrixCellProps) {
  const isSelf = row === column
  const looks = [...new Set(ties.map(({ type = '' }) => type))].map((type) => types.of(type))
  return (
    <div
      role="gridcell"
      aria-label={label}
      aria-colindex={column + 2}
      aria-selected={isSelected}
      aria-disabled={isSelf || undefined}
      tabIndex={isStop ? 0 : -1}
      data-cell={`${row} ${column}`}
      className={classes(
        'absolute top-0 flex items-center justify-center gap-0.5 border-e border-b border-hairline text-tag outline-offset-[-2px] select-none focus:outline-2 focus:outline-accent',
        isSelf ? 'bg-hover' : ties.length > 0 ? 'bg-panel' : isAligned ? 'bg-accent-tint' : undefined,
        isSelected && 'bg-accent-tint outline-2 outline-accent',
        edges.top && 'border-t border-t-quiet-border',
        edges.left && 'border-s border-s-quiet-border',
      )}
      style={{ left, width: size, height: size }}
      onClick={() => onPress(row, column)}
      onKeyDown={onKeyDown}
      onFocus={() => onFocus(row, column)}
    >
      {looks.slice(0, looks.length > most ? most - 1 : most).map((look) => (
        <TieTag key={look.key} look={look} />
      ))}
      {looks.length > most ? <span className="text-muted">+{looks.length - most + 1}</span> : null}
    </div>
  )
})
