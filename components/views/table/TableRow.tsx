'use client'
import { Check, Lock } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import type { MapElement } from '../../../lib/model/element'
import { cursorColour } from '../../../lib/render/palette'
import { initialOf, type AvatarPerson } from '../../ui/Avatar'
import { classes } from '../../ui/classes'
import type { TableColumn } from './columns'
import { cellContent } from './cellContent'
import type { CellWords, RowTexts } from './rowWords'
import type { RowWriter } from './useRowOthers'

/** Pixels of the column in which rows are selected. */
export const selectWidth = 44

/** DOM id of a cell of the active row. */
export function cellId(element: string, column: string): string {
  return `cell ${element} ${column}`
}

export interface TableRowProps {
  readonly element: MapElement
  /** Its place among the rows that are shown. */
  readonly index: number
  readonly columns: readonly TableColumn[]
  /** Pixels of each column. */
  readonly widths: readonly number[]
  /** The columns that are drawn beside the name, the end is one behind the last; and pixels of others before them. */
  readonly from: number
  readonly to: number
  readonly before: number
  /** What each column's cell shows. */
  readonly words: readonly CellWords[]
  readonly texts: RowTexts
  readonly tags: (sector: string) => ReactNode
  readonly height: number
  readonly width: number
  /** Shows the name alone, for a moment: there are too many rows to draw in this frame. */
  readonly isLight: boolean
  readonly isSelected: boolean
  /** One's look is about others. */
  readonly isFaded: boolean
  /** The active cell's column, if it is in this row. */
  readonly active: number | undefined
  /** The marked columns, if the block is in this row. */
  readonly left: number | undefined
  readonly right: number | undefined
  /** Others who have selected it. */
  readonly others: readonly AvatarPerson[]
  /** Others who are writing in cells of it. */
  readonly writers: readonly RowWriter[]
  readonly readOnly: boolean
  /** Takes the place of the active cell's words. */
  readonly editor: ReactNode
}

/**
 * One element as a row of cells. Drawn anew only when something of it changed. Its cells are plain: what they show comes
 * from outside, so that a table scrolls by changing words.
 */
export const TableRow = memo(function TableRow(props: TableRowProps) {
  const { element, index, texts, height, width, isSelected, isFaded, others } = props
  const name = element.label === '' ? texts.unnamed : element.label
  const [other] = others
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      className={classes(
        'absolute start-0 top-0 flex [contain:strict]',
        isSelected ? 'bg-accent-tint' : 'bg-panel',
        isFaded && !isSelected && 'opacity-40 focus-within:opacity-100',
      )}
      style={{ transform: `translateY(${index * height}px)`, height, width }}
      data-row={index}
    >
      {/* One box that stays in view, not two: each of them is a layer of its own. */}
      <div className="sticky start-0 z-1 flex shrink-0 bg-inherit">
        <div
          role="gridcell"
          aria-colindex={1}
          className="relative flex shrink-0 items-center justify-center border-e border-b border-hairline"
          style={{ width: selectWidth }}
        >
          {other === undefined ? null : (
            <span
              role="img"
              aria-label={texts.others(others.map((person) => person.name).join(', '))}
              title={others.map((person) => person.name).join(', ')}
              className="absolute inset-y-0 start-0 flex w-3 items-center justify-center text-[10px] font-semibold text-white"
              style={{ background: cursorColour(other.colour) }}
            >
              {initialOf(other.name)}
            </span>
          )}
          <button
            type="button"
            role="checkbox"
            tabIndex={-1}
            aria-checked={isSelected}
            aria-label={texts.select(name)}
            data-select={index}
            className="group inline-flex w-full items-center justify-center self-stretch"
          >
            <span
              aria-hidden
              className={classes(
                'inline-flex size-4.5 items-center justify-center rounded border',
                isSelected
                  ? 'border-accent bg-accent text-on-accent'
                  : 'border-quiet-border bg-panel group-hover:border-node-border',
              )}
            >
              {isSelected ? <Check size={12} /> : null}
            </span>
          </button>
        </div>
        {cellsOf(props, 0, 1)}
      </div>
      <div className={classes('flex', props.isLight && '[content-visibility:hidden]')}>
        <RowRest {...props} />
      </div>
    </div>
  )
})

/** The cells behind the name. While they are hidden they stay as they were: nobody sees whose they are. */
const RowRest = memo(
  function RowRest(props: TableRowProps) {
    if (props.isLight) return null
    const { from, to, before } = props
    return (
      <>
        {before === 0 ? null : <div className="shrink-0" style={{ width: before }} />}
        {cellsOf(props, from, to)}
      </>
    )
  },
  (_, after) => after.isLight,
)

function cellsOf(props: TableRowProps, from: number, to: number): readonly ReactNode[] {
  const { element, columns, widths, words, texts, tags, active, left, right, editor, writers } = props
  const locked = element.locked === true
  return columns.slice(from, to).map((column, step) => {
    const at = from + step
    const cell = words[at]
    if (cell === undefined) return null
    const isName = column.id === 'label'
    const isActive = active === at
    const isMarked = left !== undefined && right !== undefined && at >= left && at <= right
    const isNumber = column.type === 'number' || column.type === 'share'
    return (
      <div
        key={column.id}
        id={active === undefined ? undefined : cellId(element.id, column.id)}
        role={isName ? 'rowheader' : 'gridcell'}
        aria-colindex={at + 2}
        aria-readonly={props.readOnly || locked || !column.editable || !cell.isTheirs || undefined}
        aria-selected={isMarked}
        tabIndex={isActive && editor === undefined ? 0 : -1}
        data-column={at}
        className={classes(
          'relative shrink-0 scroll-mt-11 truncate border-e border-b border-hairline px-2 text-body leading-[inherit] outline-none [unicode-bidi:plaintext]',
          isNumber ? 'text-right tabular-nums rtl:text-left' : 'text-left rtl:text-right',
          isName ? 'font-medium' : 'scroll-ms-(--pinned)',
          isMarked && !isActive && 'bg-[color-mix(in_srgb,var(--color-accent)_14%,var(--color-panel))]',
          !cell.isTheirs && 'bg-canvas',
          isActive && editor === undefined && 'ring-2 ring-hairline ring-inset focus:ring-accent',
        )}
        style={{ width: widths[at] ?? column.width }}
      >
        {isName && locked ? (
          <Lock size={14} role="img" aria-label={texts.isLocked} className="me-1.5 inline-block text-muted" />
        ) : null}
        {cellContent(column, cell, texts, tags)}
        {isActive ? editor : null}
        {writers.length === 0
          ? null
          : writersMark(
              writers.filter((one) => one.column === column.id),
              texts,
            )}
      </div>
    )
  })
}

/** A ring in the colour of whoever else writes in the cell, with their name. */
function writersMark(writers: readonly RowWriter[], texts: RowTexts): ReactNode {
  const [first] = writers
  if (first === undefined) return null
  const colour = cursorColour(first.colour)
  const names = writers.map(({ name }) => name).join(', ')
  return (
    <span
      className="pointer-events-none absolute inset-0 z-1"
      style={{ boxShadow: `inset 0 0 0 2px ${colour}` }}
      data-writer={first.name}
    >
      <span
        role="img"
        aria-label={texts.writes(names)}
        className="absolute end-0 top-0 max-w-full truncate rounded-es-sm px-1 text-[10px] leading-3.5 font-semibold text-white"
        style={{ background: colour }}
      >
        {names}
      </span>
    </span>
  )
}
