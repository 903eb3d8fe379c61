import { createObservable } from '../../../lib/base/observable'
import { columns, firstColumns, type Column } from './leverageTable'

/** The columns that this person looks at, as long as the page is open. */
export const shownColumns = createObservable<readonly Column[]>(firstColumns)

/** Shows or hides a column; the order stays that of all columns. */
export function toggleColumn(column: Column, on: boolean): void {
  const shown = new Set(shownColumns.get())
  if (on) shown.add(column)
  else shown.delete(column)
  shownColumns.set(columns.filter((one) => shown.has(one)))
}
