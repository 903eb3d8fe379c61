import { describe, expect, it } from 'vitest'
import { calendarDateOf, daysBetween, isCalendarDate } from '../../../lib/base/calendarDate'

describe('days of the calendar', () => {
  it('knows which days there are', () => {
    for (const day of ['2026-03-01', '2024-02-29', '0099-12-31']) expect(isCalendarDate(day), day).toBe(true)
    for (const day of ['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '1.3.2026', '', '2026-03-01T00:00'])
      expect(isCalendarDate(day), day).toBe(false)
  })

  it('counts days over a change of the clocks and of the year', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
    expect(daysBetween('2026-01-01', '2025-12-31')).toBe(-1)
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
  })

  it('tells the day where the reader is', () => {
    expect(calendarDateOf(new Date(2026, 0, 5, 23, 59).getTime())).toBe('2026-01-05')
  })
})
