import { isCalendarDate } from '../base/calendarDate'

/** Whether the day or the month comes first in a date such as `3/4/2026`. */
export type DateOrder = 'day-first' | 'month-first'

const slashes = /^(\d{1,2})\s?[/-]\s?(\d{1,2})\s?[/-]\s?(\d{4})$/

/**
 * A date with slashes as `2026-04-03`. Undefined for what is none, and where nothing tells which number is the month:
 * neither the numbers themselves nor `order`.
 */
export function readSlashDate(text: string, order?: DateOrder): string | undefined {
  const [, first = '', second = '', year = ''] = slashes.exec(text) ?? []
  if (year === '') return undefined
  const said = orderOf(Number(first), Number(second)) ?? order
  if (said === undefined) return undefined
  const [day, month] = said === 'day-first' ? [first, second] : [second, first]
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isCalendarDate(date) ? date : undefined
}

/** The order that two numbers tell; either where they are the same. */
function orderOf(first: number, second: number): DateOrder | undefined {
  if (first > 12 || first === second) return 'day-first'
  return second > 12 ? 'month-first' : undefined
}

/** True for a date of which its numbers do not tell which is the month: `3/4/2026`. */
export function isOpenDate(text: string): boolean {
  const [, first = '', second = '', year = ''] = slashes.exec(text) ?? []
  return (
    year !== '' &&
    orderOf(Number(first), Number(second)) === undefined &&
    readSlashDate(text, 'day-first') !== undefined
  )
}

/** What the dates of one column say together of their order. */
export interface ColumnDates {
  /** As far as any of them tells. */
  readonly meaning: DateOrder | undefined
  /** The first that is another day by the other order. */
  readonly open: string | undefined
}

/** Looks at all dates of a column; undefined where none has slashes. Cost: linear. */
export function readDateOrder(texts: Iterable<string>): ColumnDates | undefined {
  const says = { 'day-first': false, 'month-first': false }
  let open: string | undefined
  let hasAny = false
  for (const typed of texts) {
    const [text, first = '', second = ''] = slashes.exec(typed.trim()) ?? []
    if (text === undefined) continue
    hasAny = true
    const order = first === second ? undefined : orderOf(Number(first), Number(second))
    if (order !== undefined) says[order] = true
    else if (isOpenDate(text)) open ??= text
  }
  if (!hasAny) return undefined
  const isTold = says['day-first'] !== says['month-first']
  return { meaning: isTold ? (says['day-first'] ? 'day-first' : 'month-first') : undefined, open }
}
