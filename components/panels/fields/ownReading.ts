import { isOpenComma, type CommaMeaning } from '../../../lib/model/amount'
import type { Reading } from '../../../lib/model/customValue'
import { isOpenDate, type DateOrder } from '../../../lib/model/dateOrder'

/** What a comma parts in the numbers of whoever sits here, as their browser says. */
export function ownComma(): CommaMeaning {
  const decimal = new Intl.NumberFormat().formatToParts(1.5).find(({ type }) => type === 'decimal')?.value
  return decimal === ',' ? 'decimals' : 'thousands'
}

/** Whether they write the day or the month first. */
export function ownDates(): DateOrder {
  const parts = new Intl.DateTimeFormat().formatToParts(new Date(2026, 2, 1)).map(({ type }) => type)
  return parts.indexOf('day') < parts.indexOf('month') ? 'day-first' : 'month-first'
}

/** How they mean a text that can be read in two ways; undefined for any other. */
export function ownReading(text: string): Reading | undefined {
  return isOpenComma(text) ? ownComma() : isOpenDate(text) ? ownDates() : undefined
}
