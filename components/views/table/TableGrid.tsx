'use client'
import { useTranslations } from 'next-intl'
import { useMemo, useRef, type KeyboardEvent, type PointerEvent } from 'react'
import type { ElementId } from '../../../lib/base/ids'
import { deleteRecords } from '../../../lib/commands/deleteRecords'
import { useEditor } from '../../hooks/EditorProvider'
import { useSelection } from '../../hooks/useMap'
import { useMayEdit } from '../../hooks/useMayEdit'
import { useMedia, usePhone } from '../../hooks/useMedia'
import { useObservable } from '../../hooks/useObservable'
import { useRun } from '../../hooks/useRun'
import { useSize } from '../../hooks/useSize'
import type { CellPlace } from './block'
import type { TableColumn, TableTab } from './columns'
import { columnWidths, keepWidths, setWidth, widthsOf, widthStep } from './columnWidths'
import { TableBody } from './TableBody'
import { headId } from './HeadCell'
import { TableHead } from './TableHead'
import { selectWidth } from './TableRow'
import { useCellFocus } from './useCellFocus'
import type { TableCells } from './useCells'
import { useGridClipboard, useGridKeys } from './useGridKeys'
import type { TableRows } from './useRows'
import type { TableWriting } from './useWriting'

const headHeight = 40

export interface TableGridProps {
  readonly tab: TableTab
  readonly rows: TableRows
  readonly cells: TableCells
  readonly writing: TableWriting
  readonly onEditField: ((column: TableColumn) => void) | undefined
  /** Pixels at the end that the inspector may cover: they can be scrolled free. */
  readonly endRoom: number
}

/** The cells: as in a spreadsheet, drawn only where they are seen. */
export function TableGrid({ tab, rows, cells, writing, onEditField, endRoom }: TableGridProps) {
  const t = useTranslations('table')
  const editor = useEditor()
  const mayEdit = useMayEdit()
  const run = useRun()
  const isCoarse = useMedia('(pointer: coarse)')
  const rowHeight = isCoarse ? 44 : 36
  const phone = usePhone()
  const grid = useRef<HTMLDivElement>(null)
  const { place } = rows
  const size = useSize(grid)
  const seenHeight = Math.max(rowHeight, (size?.height ?? 600) - headHeight)
  const chosenWidths = useObservable(columnWidths)
  const mostOfName = Math.round((size?.width ?? 1_000) * 0.6)
  const widths = useMemo(
    () => widthsOf(place.columns, chosenWidths, mostOfName),
    [place.columns, chosenWidths, mostOfName],
  )
  const selection = useSelection()
  const selected = useMemo(() => new Set<ElementId>(selection.elements), [selection.elements])
  const { at, block, editing } = cells

  const select = (ids: readonly ElementId[]): void => editor.select({ elements: ids, links: [] })
  const toggleRows = (from: number, to: number, keep: boolean): void => {
    const ids = place.rows.slice(Math.min(from, to), Math.max(from, to) + 1).map(({ id }) => id)
    const has = ids.every((id) => selected.has(id))
    const meant = new Set(ids)
    const rest = selection.elements.filter((id) => !meant.has(id))
    select(has ? rest : keep ? [...rest, ...ids] : ids)
  }
  const toHead = (column: number): void => {
    const name = place.columns[column]
    if (name !== undefined) document.getElementById(headId(name.id))?.focus()
  }
  const onCellKey = useGridKeys(rows, cells, {
    page: Math.max(1, Math.floor(seenHeight / rowHeight) - 1),
    selectRows: () => toggleRows(block.top, block.bottom, true),
    toHead,
  })
  const kind = tab === 'all' ? undefined : tab
  useGridClipboard(grid, rows, cells, writing, mayEdit ? (kind ?? 'variable') : undefined, kind)
  const focus = useCellFocus(grid, cells, place.rows[at.row]?.id, place.columns[at.column]?.id)

  /** Rows were ticked last, and no cell was gone to since: what is deleted then is those rows. */
  const isTicking = useRef(false)
  const deleteTicked = (event: KeyboardEvent): boolean => {
    const isDelete = event.key === 'Delete' || event.key === 'Backspace'
    if (!isTicking.current || !isDelete || selected.size === 0 || !mayEdit) return false
    event.preventDefault()
    event.stopPropagation()
    run(deleteRecords, { elements: selection.elements, links: [] })
    return true
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (deleteTicked(event)) return
    if (event.key !== 'Shift' && event.key !== 'Tab') isTicking.current = false
    const head = (event.target as HTMLElement).closest<HTMLElement>('[data-head]')
    if (head === null) {
      onCellKey(event)
      return
    }
    const column = Number(head.dataset['head'])
    const way = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0
    if (event.shiftKey && way !== 0) {
      const name = place.columns[column]
      if (name === undefined) return
      setWidth(name.id, (widths[column] ?? name.width) + way * widthStep)
      keepWidths()
      event.preventDefault()
      return
    }
    if (event.key === 'ArrowDown' && place.rows.length > 0) cells.go({ row: 0, column })
    else if (event.key === 'ArrowLeft') toHead(Math.max(0, column - 1))
    else if (event.key === 'ArrowRight') toHead(Math.min(place.columns.length - 1, column + 1))
    else return
    event.preventDefault()
  }
  const lastSelected = useRef(0)
  const onPointerDown = (event: PointerEvent): void => {
    const target = event.target as HTMLElement
    const where = placeOf(target)
    if (where === undefined || event.button !== 0 || isField(target) || target.closest('a') !== null) return
    isTicking.current = false
    const isAgain = isCoarse && where.row === at.row && where.column === at.column && !cells.isMarked
    if (isAgain && event.pointerType !== 'mouse' && grid.current?.contains(document.activeElement) === true) {
      event.preventDefault()
      cells.begin(where)
      return
    }
    if (event.pointerType !== 'mouse') return
    event.preventDefault()
    // What is written in a cell is kept first: the field goes with the active row, and would not say that it was left.
    if (editing !== undefined && document.activeElement instanceof HTMLElement) document.activeElement.blur()
    cells.go(where, event.shiftKey)
  }
  const onPointerOver = (event: PointerEvent): void => {
    if (event.pointerType !== 'mouse' || (event.buttons & 1) === 0 || editing !== undefined) return
    const where = placeOf(event.target as HTMLElement)
    if (where !== undefined && (where.row !== at.row || where.column !== at.column)) cells.go(where, true)
  }
  const width = widths.reduce((sum, one) => sum + one, selectWidth)
  const count = selected.size === 0 ? 0 : place.rows.filter(({ id }) => selected.has(id)).length
  return (
    <div
      ref={grid}
      role="grid"
      tabIndex={-1}
      aria-label={t('label')}
      aria-multiselectable
      aria-readonly={!mayEdit || undefined}
      aria-rowcount={place.rows.length + 1}
      aria-colcount={place.columns.length + 1}
      className="min-h-0 flex-1 [contain:strict] overflow-auto overscroll-contain rounded-panel border border-hairline bg-canvas select-none"
      style={
        {
          '--pinned': `${selectWidth + (widths[0] ?? 0)}px`,
          // The last rows can be brought out from under the sheet of what is selected.
          ...(phone && selection.elements.length > 0 ? { paddingBottom: '40dvh' } : {}),
        } as React.CSSProperties
      }
      {...focus}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerOver={onPointerOver}
      onClick={(event) => {
        const target = event.target as HTMLElement
        const row = target.closest<HTMLElement>('[data-select]')?.dataset['select']
        if (row !== undefined) {
          const index = Number(row)
          toggleRows(event.shiftKey ? lastSelected.current : index, index, true)
          isTicking.current = true
          lastSelected.current = index
          return
        }
        const where = placeOf(target)
        // A finger that scrolls presses too; only a tap is a choice.
        if (where !== undefined && !isField(target) && (where.row !== at.row || where.column !== at.column))
          cells.go(where)
      }}
      onDoubleClick={(event) => {
        const where = placeOf(event.target as HTMLElement)
        if (where !== undefined && !isField(event.target)) cells.begin(where)
      }}
    >
      <TableHead
        tab={tab}
        rows={rows}
        widths={widths}
        selected={count === 0 ? false : count === place.rows.length ? true : 'mixed'}
        onSelectAll={() => {
          select(count === place.rows.length ? [] : place.rows.map(({ id }) => id))
          isTicking.current = true
        }}
        isEntrance={place.rows.length === 0}
        onEditField={onEditField}
      />
      <TableBody
        grid={grid}
        rows={rows}
        cells={cells}
        rowHeight={rowHeight}
        height={seenHeight}
        widths={widths}
        rowWidth={width}
        width={width + endRoom}
        seenWidth={size?.width ?? 1_200}
        selected={selected}
        readOnly={!mayEdit}
      />
    </div>
  )
}

function isField(target: EventTarget): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement
}

/** The cell that a part of the page is in. */
function placeOf(target: HTMLElement): CellPlace | undefined {
  const column = target.closest<HTMLElement>('[data-column]')?.dataset['column']
  const row = target.closest<HTMLElement>('[data-row]')?.dataset['row']
  return row === undefined || column === undefined ? undefined : { row: Number(row), column: Number(column) }
}
