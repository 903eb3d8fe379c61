'use client'
import { useTranslations } from 'next-intl'
import { useMemo, type ReactNode, type RefObject } from 'react'
import type { ElementId } from '../../../lib/base/ids'
import { useSectors } from '../../hooks/useSectors'
import { CellEditor } from './CellEditor'
import { sectorTags } from './cellContent'
import { countSlots, inSlotOrder } from './drawnRows'
import { rowWords, type RowTexts } from './rowWords'
import { selectWidth, TableRow } from './TableRow'
import type { TableCells } from './useCells'
import { useDrawnColumns, useDrawnRows } from './useDrawnCells'
import { othersAt, useRowOthers, useRowWriters, useTellWriting, writersAt } from './useRowOthers'
import type { TableRows } from './useRows'

export interface TableBodyProps {
  /** What scrolls. */
  readonly grid: RefObject<HTMLDivElement | null>
  readonly rows: TableRows
  readonly cells: TableCells
  /** Pixels of a row, and of all rows that are seen together. */
  readonly rowHeight: number
  readonly height: number
  /** Pixels of each column, of a row, of all there is to scroll over, and of what is seen. */
  readonly widths: readonly number[]
  readonly rowWidth: number
  readonly width: number
  readonly seenWidth: number
  readonly selected: ReadonlySet<ElementId>
  readonly readOnly: boolean
}

/** The rows that are seen. Scrolling redraws this and nothing else of the table. */
export function TableBody({
  grid,
  rows,
  cells,
  rowHeight,
  height,
  widths,
  rowWidth,
  width,
  seenWidth,
  selected,
  readOnly,
}: TableBodyProps) {
  const { place } = rows
  const { at, block, editing } = cells
  const others = useRowOthers()
  const writers = useRowWriters()
  useTellWriting(editing)
  const texts = useRowTexts()
  const tags = useSectorTags()
  // Before the rows: what it reads of the page is known until they change it.
  const shown = useDrawnColumns(grid, { widths, width: seenWidth, pinned: selectWidth + (widths[0] ?? 0) })
  const drawn = useDrawnRows(grid, { rowHeight, height, count: place.rows.length })
  const slots = countSlots(height, rowHeight)
  const indices = Array.from({ length: drawn.to - drawn.from }, (_, step) => drawn.from + step)
  // The active row stays drawn, wherever one scrolls: it has the focus.
  if (place.rows.length > 0 && (at.row < drawn.from || at.row >= drawn.to)) indices.push(at.row)
  return (
    <div
      role="rowgroup"
      className="relative [contain:strict]"
      style={{ height: place.rows.length * rowHeight, width, lineHeight: `${rowHeight - 1}px` }}
    >
      {inSlotOrder(indices, slots, drawn.origin).map((index) => {
        const element = place.rows[index]
        if (element === undefined) return null
        const isActive = index === at.row
        const isIn = index >= block.top && index <= block.bottom
        const column = place.columns[at.column]
        const isEdited = isActive && column !== undefined && editing?.row === element.id && editing.column === column.id
        const words = rowWords(element, place)
        return (
          <TableRow
            // A row that scrolls away lends its boxes to the one that comes; the one with the focus keeps its own.
            key={isActive ? element.id : `slot ${index % slots}`}
            element={element}
            index={index}
            columns={place.columns}
            widths={widths}
            // The active row has all its cells: keys go to any of them.
            from={isActive ? 1 : shown.from}
            to={isActive ? place.columns.length : shown.to}
            before={isActive ? 0 : shown.before}
            words={words}
            texts={texts}
            tags={tags}
            height={rowHeight}
            width={rowWidth}
            isLight={!isActive && (index < drawn.fullFrom || index >= drawn.fullTo)}
            isSelected={selected.has(element.id)}
            isFaded={rows.faded?.has(element.id) === true}
            active={isActive ? at.column : undefined}
            left={isIn ? block.left : undefined}
            right={isIn ? block.right : undefined}
            others={othersAt(others, element.id)}
            writers={writersAt(writers, element.id)}
            readOnly={readOnly}
            editor={
              isEdited ? (
                <CellEditor
                  element={element}
                  column={column}
                  text={words[at.column]?.text ?? ''}
                  typed={editing.typed}
                  onKeep={(text) => cells.keep(editing, column, text)}
                  onOver={(now) => cells.sayOver(editing, column, now)}
                  onJoined={(text) => cells.sayJoined(editing, column, text)}
                  onKeptBack={(text) => cells.keepBack(editing, column, text)}
                  onEnd={cells.end}
                  onLeave={cells.leave}
                />
              ) : undefined
            }
          />
        )
      })}
    </div>
  )
}

/** The words that rows need, asked for once for all of them. */
function useRowTexts(): RowTexts {
  const t = useTranslations('table')
  const tFields = useTranslations('fields')
  return useMemo(
    () => ({
      unnamed: t('unnamed'),
      isLocked: t('isLocked'),
      select: (name) => t('select', { name }),
      others: (names) => t('others', { names }),
      writes: (name) => t('writes', { name }),
      misfit: (text) => t('misfit', { text }),
      open: (address) => tFields('open', { address }),
    }),
    [t, tFields],
  )
}

/** The tags of sectors, made once for all rows. */
function useSectorTags(): (sector: string) => ReactNode {
  const sectors = useSectors()
  return useMemo(() => sectorTags(sectors), [sectors])
}
