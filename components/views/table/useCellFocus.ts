import { useEffect, useLayoutEffect, useRef, type FocusEvent, type RefObject } from 'react'
import { useWorkspace } from '../../hooks/EditorProvider'
import { cellId } from './TableRow'
import type { TableCells } from './useCells'

/**
 * Brings the active cell into view and gives it the focus, when somebody went there, and when the row that had the focus
 * is gone: keys stay in the table, and act on nothing else. What it returns belongs to the table.
 */
export function useCellFocus(
  grid: RefObject<HTMLElement | null>,
  cells: TableCells,
  row: string | undefined,
  column: string | undefined,
): { readonly onFocus: () => void; readonly onBlur: (event: FocusEvent<HTMLElement>) => void } {
  const { typed } = useWorkspace()
  const { takeFocus, editing } = cells
  /** As far as it was not given away: a row that goes takes the focus with it, and says nothing. */
  const has = useRef(false)
  useLayoutEffect(() => {
    const isLost = has.current && document.activeElement === document.body && typed.lost.get() === undefined
    if (editing !== undefined) return
    const cell = row === undefined || column === undefined ? null : document.getElementById(cellId(row, column))
    if (cell === null) {
      if (isLost) grid.current?.focus({ preventScroll: true })
      return
    }
    const isWanted = takeFocus()
    if (!isWanted && !isLost) return
    cell.focus({ preventScroll: true })
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })
  useEffect(() => {
    // A cell that is written in is in view, too.
    if (editing !== undefined && row !== undefined && column !== undefined) {
      document.getElementById(cellId(row, column))?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    }
  }, [editing, row, column])
  return {
    onFocus: () => {
      has.current = true
    },
    onBlur: ({ currentTarget, relatedTarget }) => {
      const isInside = relatedTarget instanceof Node && currentTarget.contains(relatedTarget)
      // Whoever only looks at another window comes back to it.
      if (!isInside && !currentTarget.contains(document.activeElement)) has.current = false
    },
  }
}
