import { describe, expect, it } from 'vitest'
import { calendarDateOf } from '../../../lib/base/calendarDate'
import { momentOf } from '../../../components/panels/going/checkInDraft'

const now = new Date(2026, 2, 5, 9, 30).getTime()

describe('the day of a check-in', () => {
  it('GOING-1: today is now, an earlier day its noon, and the day that it had stays as it was', () => {
    expect(momentOf('2026-03-05', now)).toBe(now)
    expect(momentOf('2026-03-01', now)).toBe(new Date(2026, 2, 1, 12).getTime())
    expect(momentOf('2026-03-01', now, new Date(2026, 2, 1, 8).getTime())).toBe(new Date(2026, 2, 1, 8).getTime())
    expect(calendarDateOf(momentOf('2026-03-01', now) ?? 0)).toBe('2026-03-01')
  })

  it('GOING-1: a day to come, none, and one before 1970 are not kept', () => {
    expect(momentOf('2026-03-06', now)).toBeUndefined()
    expect(momentOf('', now)).toBeUndefined()
    expect(momentOf('2026-02-30', now)).toBeUndefined()
    expect(momentOf('1912-01-01', now)).toBeUndefined()
  })
})
