import * as z from 'zod/mini'
import { createObservable, type Observable } from '../../../lib/base/observable'
import { isUsual, tableTabs, type TableColumn, type TableTab } from './columns'

const storageKey = 'weft.table-columns'
const choiceSchema = z.partialRecord(z.enum(tableTabs), z.record(z.string(), z.boolean()))
/** Columns that somebody showed or hid, by tab. */
type ColumnChoice = Readonly<Partial<Record<TableTab, Readonly<Record<string, boolean>>>>>

const choice = createObservable<ColumnChoice>({})
let isRead = false

/** Which columns this person chose to see, on any map, as kept on this device. */
export const columnChoice: Observable<ColumnChoice> = {
  get: () => {
    if (!isRead && typeof document !== 'undefined') {
      isRead = true
      choice.set(recall())
    }
    return choice.get()
  },
  subscribe: choice.subscribe,
}

/** Shows or hides a column under a tab, and remembers it on this device. */
export function showColumn(tab: TableTab, column: string, on: boolean): void {
  const next = { ...columnChoice.get(), [tab]: { ...columnChoice.get()[tab], [column]: on } }
  try {
    localStorage.setItem(storageKey, JSON.stringify(next))
  } catch {
    // Storage is off: it holds for as long as the page is open.
  }
  choice.set(next)
}

function recall(): ColumnChoice {
  try {
    const parsed = z.safeParse(choiceSchema, JSON.parse(localStorage.getItem(storageKey) ?? '{}'))
    return parsed.success ? parsed.data : {}
  } catch {
    return {}
  }
}

/** Whether a column is shown: as was chosen, else as is usual. The name always is. */
export function isShown(choices: ColumnChoice, tab: TableTab, column: Pick<TableColumn, 'id'>): boolean {
  return column.id === 'label' || (choices[tab]?.[column.id] ?? isUsual(tab, column))
}
