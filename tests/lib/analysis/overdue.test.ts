import { describe, expect, it } from 'vitest'
import { dayOf, isOverdue } from '../../../lib/analysis/overdue'

describe('a contribution that is late', () => {
  it('CONTRIBUTION-7: is past its day, and neither done nor let go', () => {
    const today = '2026-03-01'
    expect(isOverdue({ due: '2026-02-28' }, today)).toBe(true)
    expect(isOverdue({ due: '2026-02-28', state: 'under-way' }, today)).toBe(true)
    expect(isOverdue({ due: '2026-02-28', state: 'done' }, today)).toBe(false)
    expect(isOverdue({ due: '2026-02-28', state: 'let-go' }, today)).toBe(false)
    expect(isOverdue({ due: '2026-03-01' }, today)).toBe(false)
    expect(isOverdue({}, today)).toBe(false)
  })

  it('CONTRIBUTION-7: the day is the one where somebody is', () => {
    expect(dayOf(new Date(2026, 2, 1, 23, 59))).toBe('2026-03-01')
    expect(dayOf(new Date(2026, 11, 9))).toBe('2026-12-09')
  })
})
