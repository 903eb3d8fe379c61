import { useEffect } from 'react'
import type { ElementId } from '../../../lib/base/ids'
import { useEditor } from '../../hooks/EditorProvider'
import type { Person } from '../../hooks/editor'
import { usePeople } from '../../hooks/useMap'
import type { AvatarPerson } from '../../ui/Avatar'

/** Who else has selected which elements, by element. The lists of rows where nothing changed stay the same. */
export function useRowOthers(): ReadonlyMap<string, readonly AvatarPerson[]> {
  return usePeople(readOthers, isSame)
}

const none: readonly AvatarPerson[] = []

/** The others at one row; the same empty list for rows where nobody is. */
export function othersAt(byRow: ReadonlyMap<string, readonly AvatarPerson[]>, row: string): readonly AvatarPerson[] {
  return byRow.get(row) ?? none
}

function readOthers(people: readonly Person[]): ReadonlyMap<string, readonly AvatarPerson[]> {
  const byRow = new Map<string, AvatarPerson[]>()
  for (const { name, colour, presence } of people) {
    for (const id of presence.selection?.elements ?? []) byRow.set(id, [...(byRow.get(id) ?? []), { name, colour }])
  }
  return byRow
}

/** Somebody else who is writing in a cell of a row. */
export interface RowWriter extends AvatarPerson {
  readonly column: string
}

/** Who else is writing in which cells, by element. */
export function useRowWriters(): ReadonlyMap<string, readonly RowWriter[]> {
  return usePeople(readWriters, isSame)
}

const nobody: readonly RowWriter[] = []

/** The others who write in a row; the same empty list for rows where nobody does. */
export function writersAt(byRow: ReadonlyMap<string, readonly RowWriter[]>, row: string): readonly RowWriter[] {
  return byRow.get(row) ?? nobody
}

/** By element, each with the column that they write in. */
export function readWriters(people: readonly Person[]): ReadonlyMap<string, readonly RowWriter[]> {
  const byRow = new Map<string, RowWriter[]>()
  for (const { name, colour, presence } of people) {
    const cell = presence.writing ?? undefined
    if (cell === undefined) continue
    byRow.set(cell.element, [...(byRow.get(cell.element) ?? []), { name, colour, column: cell.column }])
  }
  return byRow
}

/** Tells the others which cell one is writing in, for as long as one does. */
export function useTellWriting(editing: { readonly row: ElementId; readonly column: string } | undefined): void {
  const editor = useEditor()
  const [row, column] = [editing?.row, editing?.column]
  useEffect(() => {
    if (row === undefined || column === undefined) return undefined
    editor.present({ writing: { element: row, column } })
    return () => editor.present({ writing: null })
  }, [editor, row, column])
}

function isSame(one: ReadonlyMap<string, readonly unknown[]>, other: ReadonlyMap<string, readonly unknown[]>): boolean {
  return JSON.stringify([...one]) === JSON.stringify([...other])
}
