import { useEffect, type KeyboardEvent, type RefObject } from 'react'
import { useTranslations } from 'next-intl'
import { isOpenComma } from '../../../lib/model/amount'
import { isOpenDate } from '../../../lib/model/dateOrder'
import type { CustomFieldKind } from '../../../lib/model/customField'
import { isTyping } from '../../hooks/isTyping'
import { blockSize, moveCell } from './block'
import { planPaste, readSheet, writeSheet } from './plan'
import { planByName } from './planByName'
import { proposeSheet } from './proposeSheet'
import type { TableCells } from './useCells'
import type { TableRows } from './useRows'
import type { TableWriting } from './useWriting'
import type { ElementKind } from '../../../lib/model/element'

/** What keys do in the cells of the table, as in a spreadsheet. */
export function useGridKeys(
  { place }: TableRows,
  cells: TableCells,
  options: {
    /** Rows of a page. */
    readonly page: number
    /** Marks the rows of the block as selected on the map. */
    readonly selectRows: () => void
    /** Moves the focus to the head of the column. */
    readonly toHead: (column: number) => void
  },
): (event: KeyboardEvent) => void {
  const { rows, columns } = place
  return (event) => {
    if (isTyping(event.target) || event.nativeEvent.isComposing || rows.length === 0) return
    const command = event.ctrlKey || event.metaKey
    const { key, shiftKey, altKey } = event
    const act = (done: () => void): void => {
      event.preventDefault()
      event.stopPropagation()
      done()
    }
    if (altKey) return
    if (key === 'ArrowUp' && cells.at.row === 0 && !shiftKey && !command) {
      act(() => options.toHead(cells.at.column))
      return
    }
    const to = moveCell(cells.at, { key, command }, { rows: rows.length, columns: columns.length }, options.page)
    if (to !== undefined) act(() => cells.go(to, shiftKey))
    else if (command && key.toLowerCase() === 'a') act(cells.markAll)
    else if (command && key.toLowerCase() === 'd') act(cells.fillDown)
    else if (command) return
    else if (key === ' ' && shiftKey) act(options.selectRows)
    else if (key === 'Enter' || key === 'F2') act(() => cells.begin(cells.at))
    else if (key === 'Delete' || key === 'Backspace') act(cells.clear)
    else if (key === 'Escape' && cells.isMarked) act(cells.unmark)
    else if (key === ' ' && columns[cells.at.column]?.type === 'yes') act(() => cells.begin(cells.at))
    else if (key.length === 1 && key !== ' ') act(() => cells.begin(cells.at, key))
  }
}

/**
 * Copies and pastes blocks of cells through the system clipboard, as long as the table has the focus.
 * @param newKind what lines below the last row become
 * @param of the kind that fields are for that are made of a sheet's columns; undefined for all
 */
export function useGridClipboard(
  grid: RefObject<HTMLElement | null>,
  { place, allColumns, listed }: TableRows,
  cells: TableCells,
  writing: TableWriting,
  newKind: ElementKind | undefined,
  of: CustomFieldKind | undefined,
): void {
  const t = useTranslations('table')
  useEffect(() => {
    const abort = new AbortController()
    // Before the map's own listeners, which stand on the document too.
    const options = { capture: true, signal: abort.signal }
    const isOurs = (): boolean => {
      const { activeElement } = document
      return grid.current?.contains(activeElement) === true && !isTyping(activeElement)
    }
    const copy = (event: ClipboardEvent): boolean => {
      if (!isOurs()) return false
      event.preventDefault()
      event.stopImmediatePropagation()
      event.clipboardData?.setData('text/plain', writeSheet(place, cells.block))
      writing.say(t('copied', { count: blockSize(cells.block) }))
      return true
    }
    document.addEventListener('copy', (event) => void copy(event), options)
    document.addEventListener(
      'cut',
      (event) => {
        if (copy(event)) cells.clear()
      },
      options,
    )
    document.addEventListener(
      'paste',
      (event) => {
        const text = event.clipboardData?.getData('text/plain') ?? ''
        if (!isOurs() || text === '') return
        event.preventDefault()
        event.stopImmediatePropagation()
        const [element, column] = [place.rows[cells.block.top], place.columns[cells.block.left]]
        const isOne = !text.trim().includes('\n') && !text.includes('\t') && blockSize(cells.block) === 1
        const mayNot = isOne || newKind === undefined
        if (mayNot && element !== undefined && column !== undefined && writing.refuse(element, column)) return
        const room = writing.room()
        // A line of names comes on top.
        const sheet = readSheet(text, Math.max(place.rows.length - cells.block.top, listed.length) + room + 1)
        if (sheet === undefined) return writing.sayTooMuch(room)
        const [[only = ''] = []] = sheet
        if (
          isOne &&
          element !== undefined &&
          column !== undefined &&
          (isOpenComma(only.trim()) || isOpenDate(only.trim()))
        ) {
          cells.keep({ row: element.id, column: column.id }, column, only)
          return
        }
        const at = { ...place, offers: newKind && writing.offers(of) }
        const proposal = proposeSheet(at, (to) => ({
          plan: planPaste(to, cells.block, sheet, newKind, allColumns),
          byName: planByName(to, sheet, newKind, { all: allColumns, pool: listed }),
          other: 'place',
        }))
        if ((proposal.byName ?? proposal).plan.added.length > room) writing.sayTooMuch(room)
        else writing.propose(proposal)
      },
      options,
    )
    return () => abort.abort()
  })
}
