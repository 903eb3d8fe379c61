import * as z from 'zod/mini'
import { createObservable, type Observable } from '../../../lib/base/observable'

const storageKey = 'weft.table-widths'
const widthsSchema = z.record(z.string(), z.number())
/** Pixels of columns whose width somebody chose, by column. */
export type ColumnWidths = Readonly<Record<string, number>>

/** Pixels that a column has at least and at most. */
export const widthBounds = { least: 56, most: 640 } as const
/** Pixels by which keys and buttons change a width. */
export const widthStep = 24

const widths = createObservable<ColumnWidths>({})
let isRead = false

/** How wide this person made columns, on any map, as kept on this device. */
export const columnWidths: Observable<ColumnWidths> = {
  get: () => {
    if (!isRead && typeof document !== 'undefined') {
      isRead = true
      widths.set(recall())
    }
    return widths.get()
  },
  subscribe: widths.subscribe,
}

/** Makes a column so wide, within bounds; undefined gives it its usual width again. Kept on this device by `keepWidths`. */
export function setWidth(column: string, width: number | undefined): void {
  const { [column]: _, ...others } = columnWidths.get()
  widths.set(width === undefined ? others : { ...others, [column]: fitWidth(width) })
}

/** Remembers the widths on this device. */
export function keepWidths(): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(columnWidths.get()))
  } catch {
    // Storage is off: they hold for as long as the page is open.
  }
}

/** A width that a column can have, in whole pixels. */
export function fitWidth(width: number): number {
  return Math.round(Math.min(widthBounds.most, Math.max(widthBounds.least, width)))
}

/**
 * Pixels of each column, in their order: as somebody chose, else as is usual.
 * @param mostOfName pixels that the name has at most: it always stays in view
 */
export function widthsOf(
  columns: readonly { readonly id: string; readonly width: number }[],
  chosen: ColumnWidths,
  mostOfName: number,
): readonly number[] {
  return columns.map(({ id, width }) => {
    const wanted = Object.hasOwn(chosen, id) ? fitWidth(chosen[id] ?? width) : width
    return id === 'label' ? Math.min(wanted, Math.max(widthBounds.least, mostOfName)) : wanted
  })
}

function recall(): ColumnWidths {
  try {
    const parsed = z.safeParse(widthsSchema, JSON.parse(localStorage.getItem(storageKey) ?? '{}'))
    return parsed.success ? parsed.data : {}
  } catch {
    return {}
  }
}
