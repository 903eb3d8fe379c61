import { describe, expect, it } from 'vitest'
import { writeCalendar } from '../../../lib/formats/calendarFile'

const entry = {
  id: 'guide@map',
  day: '2026-03-01',
  summary: 'Rent; guidance, for all',
  description: 'By Tenants\nFor Rent',
}
const linesOf = (text: string) => text.replaceAll(/\r\n[ \t]/g, '').split('\r\n')

describe('a calendar file', () => {
  it('CONTRIBUTION-12: has an event of one whole day for each day, with a reminder, and escapes what iCalendar needs escaped', () => {
    const lines = linesOf(writeCalendar('Rents', [entry], Date.UTC(2026, 0, 1)))
    expect(lines[0]).toBe('BEGIN:VCALENDAR')
    expect(lines).toContain('UID:guide@map')
    expect(lines).toContain('DTSTART;VALUE=DATE:20260301')
    expect(lines).toContain('DTSTAMP:20260101T000000Z')
    expect(lines).toContain('SUMMARY:Rent\\; guidance\\, for all')
    expect(lines).toContain('DESCRIPTION:By Tenants\\nFor Rent')
    expect(lines).toContain('TRIGGER:-PT15H')
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1)
  })

  it('CONTRIBUTION-12: leaves out a day that there is not', () => {
    expect(writeCalendar('Rents', [{ ...entry, day: '2026-99-99' }], 0)).not.toContain('BEGIN:VEVENT')
  })
})
