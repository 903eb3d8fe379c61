import { expect, it } from 'vitest'
import { formatDayMoment } from '../../../components/ui/dayMoment'

const now = new Date(2026, 10, 23, 14, 30).getTime()

it.each([
  [[2026, 10, 23, 0, 5], 'today, 00:05'],
  [[2026, 10, 23, 23, 59], 'today, 23:59'],
  [[2026, 10, 24, 0, 0], 'tomorrow, 00:00'],
  [[2026, 10, 22, 23, 59], 'yesterday, 23:59'],
  [[2026, 10, 30, 9, 0], '30 Nov, 09:00'],
  [[2027, 0, 2, 9, 0], '2 Jan 2027, 09:00'],
] as const)('LINK-30: a moment is said by the reader’s days: %j is "%s"', ([year, month, day, hour, minute], said) => {
  expect(formatDayMoment(new Date(year, month, day, hour, minute).getTime(), 'en-GB', now)).toBe(said)
})

it('LINK-30: a day of 23 or 25 hours is one day', () => {
  for (const month of [2, 9]) {
    for (let day = 20; day < 31; day += 1) {
      const noon = new Date(2026, month, day, 12).getTime()
      expect(formatDayMoment(new Date(2026, month, day + 1, 0, 30).getTime(), 'en-GB', noon)).toBe('tomorrow, 00:30')
    }
  }
})
