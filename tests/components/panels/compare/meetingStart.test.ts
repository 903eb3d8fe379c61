import { describe, expect, it } from 'vitest'
import { findMeetingStart } from '../../../../components/panels/compare/meetingStart'
import type { Version } from '../../../../lib/protocol/version'

const at = (day: number, hour: number): number => new Date(2026, 2, day, hour).getTime()
const version = (id: string, when: number, why: Version['why']): Version => ({ id, at: when, seq: 1, why, people: [] })

describe('the map as it was when the meeting began', () => {
  it('LEARN-57: is the first beginning of today, whatever was kept after a pause', () => {
    const versions = [
      version('after-lunch', at(9, 13), 'start'),
      version('pause', at(9, 12), 'end'),
      version('morning', at(9, 9), 'start'),
      version('last-week', at(2, 9), 'start'),
    ]
    expect(findMeetingStart(versions, at(9, 15))?.id).toBe('morning')
  })

  it('LEARN-57: where today has none it is the latest; without any there is none', () => {
    const versions = [version('monday', at(2, 9), 'start'), version('sunday', at(1, 9), 'start')]
    expect(findMeetingStart(versions, at(9, 15))?.id).toBe('monday')
    expect(findMeetingStart([version('named', at(9, 9), 'named')], at(9, 15))).toBeUndefined()
  })
})
