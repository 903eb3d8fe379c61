import { useMemo, useRef, useState } from 'react'
import type { ElementId } from '../../../lib/base/ids'
import { blockBetween, type CellBlock, type CellPlace } from './block'
import type { TableColumn } from './columns'
import { planCell, planClear, planFill, type BlockPlan } from './plan'
import type { TableRows } from './useRows'
import type { TableWriting } from './useWriting'

/** A cell by what it is of, which stays when rows are sorted anew. */
interface CellName {
  readonly row: ElementId
  readonly column: string
}

/** A cell that is being written in; with what was typed to begin, or with what it says. */
export interface EditedCell extends CellName {
  readonly typed: string | undefined
}

/** Which cell is active, which block is marked, and which cell is being written in. */
export function useCells({ place, held, hold }: TableRows, writing: TableWriting) {
  const { rows, columns } = place
  const [active, setActive] = useState<CellName>()
  const [anchor, setAnchor] = useState<CellName>()
  const [editing, setEditing] = useState<EditedCell>()
  /** The focus follows the active cell only where the table has it. */
  const wantsFocus = useRef(false)
  const rowAt = useMemo(() => new Map(rows.map(({ id }, index) => [id, index])), [rows])
  const [lastPlace, setLastPlace] = useState<CellPlace>({ row: 0, column: 0 })

  const find = (name: CellName | undefined): CellPlace | undefined => {
    const row = name === undefined ? undefined : rowAt.get(name.row)
    const column = columns.findIndex(({ id }) => id === name?.column)
    return row === undefined || column < 0 ? undefined : { row, column }
  }
  const nameOf = ({ row, column }: CellPlace): CellName | undefined => {
    const [element, field] = [rows[row], columns[column]]
    return element === undefined || field === undefined ? undefined : { row: element.id, column: field.id }
  }
  // Where the active cell's element or column has gone, what stands in its place is active.
  const at: CellPlace = find(active) ?? {
    row: Math.max(0, Math.min(lastPlace.row, rows.length - 1)),
    column: Math.max(0, Math.min(lastPlace.column, columns.length - 1)),
  }
  const block: CellBlock = blockBetween(at, find(anchor) ?? at)

  const go = (to: CellPlace, extend = false): void => {
    setLastPlace(to)
    wantsFocus.current = true
    const name = nameOf(to)
    if (held !== undefined && name?.row !== held.id) hold(undefined)
    setActive(name)
    if (!extend) setAnchor(name)
    else if (anchor === undefined) setAnchor(nameOf(at))
  }
  const begin = (where: CellPlace, typed?: string): void => {
    const [element, column] = [rows[where.row], columns[where.column]]
    if (element === undefined || column === undefined || writing.refuse(element, column)) return
    hold({ id: element.id, index: where.row })
    if (column.type === 'yes') {
      writing.write(
        planCell(place, where.row, column, element.kind === 'stakeholder' && element.leader === true ? '' : 'yes'),
      )
      return
    }
    setActive({ row: element.id, column: column.id })
    setAnchor({ row: element.id, column: column.id })
    setEditing({ row: element.id, column: column.id, typed })
  }
  /** Keeps what was typed. False if it says nothing in that cell. */
  const keep = (cell: CellName, column: TableColumn, text: string): boolean => {
    const row = rowAt.get(cell.row)
    if (row === undefined) return true
    const plan: BlockPlan = planCell(place, row, column, text)
    if (plan.misfits.length > 0) {
      writing.sayMisfit(text.trim(), column)
      return false
    }
    if (plan.rows.length > 0 || plan.locked > 0) writing.write(plan)
    if (column.custom !== undefined && plan.rows.length > 0) {
      writing.sayReading(column.custom, text, (value) =>
        writing.write({ ...plan, rows: plan.rows.map(({ id }) => ({ id, fields: { [column.id]: value } })) }),
      )
    }
    return true
  }
  return {
    at,
    block,
    isMarked: anchor !== undefined && (anchor.row !== active?.row || anchor.column !== active.column),
    editing,
    /** True once after somebody went to the active cell: it takes the focus. */
    takeFocus: (): boolean => {
      const isWanted = wantsFocus.current
      wantsFocus.current = false
      return isWanted
    },
    go,
    begin,
    /** Begins to write in a cell that may only just have come. */
    open: (cell: CellName): void => {
      setActive(cell)
      setAnchor(cell)
      setEditing({ ...cell, typed: undefined })
    },
    keep,
    /** Says that another has changed the cell that is being written in. */
    sayOver: (cell: CellName, column: TableColumn, now: string): void => {
      const row = rows[rowAt.get(cell.row) ?? -1]
      if (row !== undefined) writing.sayOver(row, column, now)
    },
    /** Says that the cell has both what is being typed and what another wrote. */
    sayJoined: (cell: CellName, column: TableColumn, text: string): void => {
      const row = rows[rowAt.get(cell.row) ?? -1]
      if (row !== undefined) writing.sayJoined(row, column, text)
    },
    /** Says that what was typed over another's change was not written, and offers to. */
    keepBack: (cell: CellName, column: TableColumn, text: string): void =>
      writing.sayKeptBack(text, column, () => void keep(cell, column, text)),
    /** Ends the writing, and the focus goes to the cell beside it if there is one, else to the cell itself. */
    end: (step?: { readonly row: number; readonly column: number }): void => {
      setEditing(undefined)
      wantsFocus.current = true
      if (step === undefined) return
      const to = { row: at.row + step.row, column: at.column + step.column }
      const isThere = to.row >= 0 && to.row < rows.length && to.column >= 0 && to.column < columns.length
      if (isThere) go(to)
    },
    /** Ends the writing where the focus has gone elsewhere. */
    leave: (): void => setEditing(undefined),
    unmark: (): void => setAnchor(active),
    markAll: (): void => {
      setAnchor(nameOf({ row: 0, column: 0 }))
      const last = nameOf({ row: rows.length - 1, column: columns.length - 1 })
      if (last !== undefined) setActive(last)
    },
    clear: (): void => writing.propose({ plan: planClear(place, block) }),
    fillDown: (): void => {
      if (block.bottom > block.top) writing.propose({ plan: planFill(place, block) })
    },
  }
}
export type TableCells = ReturnType<typeof useCells>
