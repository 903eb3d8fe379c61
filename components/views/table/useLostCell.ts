import { useLayoutEffect, useRef, type RefObject } from 'react'
import { findCustomField } from '../../../lib/model/customField'
import type { MapElement } from '../../../lib/model/element'
import { useEditor, useWorkspace } from '../../hooks/EditorProvider'
import { readLostField } from '../../hooks/lostField'
import { isLocked, isThere, type TypedText } from '../../hooks/typedTexts'
import { useTyped } from '../../hooks/useTyped'
import type { TableColumn } from './columns'

/**
 * Keeps what is typed in a cell from getting lost: a field that goes from under somebody's hands, such as with its row,
 * is gone on with where it stood (LOSS-6), and what can no longer be written is offered.
 * @param write writes a text in the cell; false if it does not fit
 * @returns the same, but for a cell that has gone or been locked meanwhile: then the text is kept to be offered
 */
export function useLostCell(
  box: RefObject<Element | null>,
  {
    element,
    column,
    text,
    value,
    write,
    onLost,
    isOver,
  }: {
    readonly element: MapElement
    readonly column: TableColumn
    /** What the cell says, and what is typed in it. */
    readonly text: string
    readonly value: string
    readonly write: (text: string) => boolean
    /** The field has gone. */
    readonly onLost: () => void
    /** The writing has ended by a key. */
    readonly isOver: () => boolean
  },
): (text: string) => boolean {
  const editor = useEditor()
  const { typed } = useWorkspace()
  const { id: of } = element
  const as: TypedText['as'] = column.id === 'label' || column.id === 'description' ? column.id : undefined
  const field = column.name
  // What a cell says already is nobody's typing.
  useTyped(field, value === text ? '' : value, { of, as })

  const keep = (what: string): boolean => {
    const view = editor.view.get()
    const hasColumn = column.custom === undefined || findCustomField(view.meta, column.custom.id) !== undefined
    if (editor.self.get().mayEdit && isThere(view, of) && !isLocked(view, of) && hasColumn) return write(what)
    typed.keep({ field, text: what, of, as })
    return true
  }
  const goOn = (): void => {
    const from = box.current
    if (from === null || isOver() || document.activeElement !== from) return
    const lost = readLostField(from, { field, of, as, stored: text })
    const onDone = (what: string): void => {
      // There is no field any more in which what does not fit could stay.
      if (what !== text && !keep(what)) typed.keep({ field, text: what, of, as })
    }
    // Once it is known to be gone, and before the next key.
    queueMicrotask(() => {
      if (from.isConnected) return
      if (lost !== undefined) typed.goOn({ ...lost, name: element.label, onDone })
      onLost()
    })
  }
  const latest = useRef(goOn)
  useLayoutEffect(() => {
    latest.current = goOn
  })
  useLayoutEffect(() => () => latest.current(), [])
  return keep
}
