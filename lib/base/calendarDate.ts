/** A day of the calendar as `2026-03-01`, whatever the time zone of who reads it. */
export type CalendarDate = string

/** True for a day that there is, written `2026-03-01`. */
export function isCalendarDate(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (parts === null) return false
  const [year = 0, month = 0, day = 0] = parts.slice(1).map(Number)
  const date = toUtc(year, month, day)
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** The day of this moment where the reader is. @param at milliseconds since the Unix epoch */
export function calendarDateOf(at: number): CalendarDate {
  const date = new Date(at)
  const pad = (part: number, length = 2): string => String(part).padStart(length, '0')
  return `${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`
}

/** The day of this moment by UTC: the same wherever it is worked out. @param at milliseconds since the Unix epoch */
export function utcDayOf(at: number): CalendarDate {
  return new Date(at).toISOString().slice(0, 10)
}

/** Days from one day to another; negative if the other is earlier. */
export function daysBetween(one: CalendarDate, other: CalendarDate): number {
  return Math.round((utcOf(other) - utcOf(one)) / 86_400_000)
}

function utcOf(date: CalendarDate): number {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return toUtc(year, month, day).getTime()
}

/** Years below 100 are not read as of the last century. */
function toUtc(year: number, month: number, day: number): Date {
  const date = new Date(Date.UTC(2000, month - 1, day))
  date.setUTCFullYear(year, month - 1, day)
  return date
}
