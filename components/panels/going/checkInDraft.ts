import * as z from 'zod/mini'
import { calendarDateOf, isCalendarDate, type CalendarDate } from '../../../lib/base/calendarDate'
import { pulseStates, type PulseState } from '../../../lib/model/practice/pulseState'

/** A check-in as its form holds it. */
export interface CheckInDraft {
  readonly state: PulseState | undefined
  readonly note: string
  readonly day: string
}

/** A draft that was kept on the device. */
export const checkInDraftSchema = z.object({
  state: z.optional(z.enum(pulseStates)),
  note: z.string(),
  day: z.string(),
})

/**
 * The moment that is kept for a day: now for today, what it was for the day that it was of, else noon of that day, so
 * that readers a few time zones away read the same day. Undefined for what is no day, or one that is still to come.
 */
export function momentOf(day: CalendarDate, now: number, before?: number): number | undefined {
  if (!isCalendarDate(day) || day > calendarDateOf(now)) return undefined
  if (before !== undefined && day === calendarDateOf(before)) return before
  if (day === calendarDateOf(now)) return now
  const noon = new Date(`${day}T12:00:00`).getTime()
  return noon >= 0 ? noon : undefined
}
