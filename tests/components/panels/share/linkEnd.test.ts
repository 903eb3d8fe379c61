import { describe, expect, it } from 'vitest'
import { fromFieldValue, hasEnded, quickEnds, toFieldValue } from '../../../../components/panels/share/linkEnd'
import type { ListedLink } from '../../../../lib/protocol/links'

const at = (hours: number, minutes = 0): number => new Date(2026, 10, 23, hours, minutes).getTime()

const link: ListedLink = {
  id: 'l1',
  grant: 'view',
  createdAt: at(8),
  lastUsedAt: null,
  revokedAt: null,
  hasPasscode: false,
  expiresAt: null,
  renewedAt: null,
  endedAt: null,
}

describe('the end of a link', () => {
  it('LINK-10: the end of today is the last minute of the day where the reader is', () => {
    for (const hour of [0, 9, 23])
      expect(new Date(quickEnds.today(at(hour)).at)).toEqual(new Date(2026, 10, 23, 23, 59, 59))
    expect(quickEnds.hour()).toEqual({ after: 3_600_000 })
    expect(quickEnds.week()).toEqual({ after: 604_800_000 })
  })

  it('LINK-30: a link has ended if the server said so, or what was set has come', () => {
    expect(hasEnded(link, at(12))).toBe(false)
    expect(hasEnded({ ...link, expiresAt: at(12) }, at(11, 59))).toBe(false)
    expect(hasEnded({ ...link, expiresAt: at(12) }, at(12))).toBe(true)
    expect(hasEnded({ ...link, renewedAt: at(12), endedAt: at(12) }, at(11))).toBe(true)
  })

  it('LINK-10: a field of date and time says the moment that it was given, and none where it is empty', () => {
    expect(toFieldValue(at(9, 5))).toBe('2026-11-23T09:05')
    expect(fromFieldValue(toFieldValue(at(14, 30)))).toBe(at(14, 30))
    for (const empty of ['', '2026-13-40T00:00', 'soon']) expect(fromFieldValue(empty)).toBeUndefined()
  })
})
