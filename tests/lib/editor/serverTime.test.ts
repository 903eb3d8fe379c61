import { describe, expect, it } from 'vitest'
import { createServerTime } from '../../../lib/editor/serverTime'
import { createMeetingNews } from '../../../lib/editor/meetingNews'

const hour = 3_600_000

describe('the time of the server', () => {
  it('AGENDA-7: a device whose clock is wrong by hours, either way, counts as the server does', () => {
    for (const wrong of [-26 * hour, -7_000, 0, 5 * hour]) {
      let here = 10_000_000 + wrong
      const time = createServerTime(() => here)
      time.answered(10_000_100, here, here + 200)
      here += 200
      expect(time.now()).toBe(10_000_200)
      here += hour
      expect(time.now()).toBe(10_000_200 + hour)
      expect(time.isOff(10_000_200 + hour - 900)).toBe(false)
    }
  })

  it('AGENDA-8: a clock that is set right in the middle is noticed by what the server says next', () => {
    let here = 5 * hour
    const time = createServerTime(() => here)
    time.answered(0, here, here)
    here += 1_000 - 5 * hour
    expect(time.isOff(1_000)).toBe(true)
    time.answered(1_000, here, here)
    expect(time.isOff(1_000)).toBe(false)
    expect(time.now()).toBe(1_000)
  })
})

describe('what a tab has been told of the meeting', () => {
  it('AGENDA-9: an answer that was overtaken by something newer does not undo it', () => {
    const news = createMeetingNews()
    news.hear({ kind: 'timer', timer: { version: 3, timer: null } })
    news.takeTimer({ version: 2, timer: { state: 'paused' } })
    expect(news.timer.get()).toEqual({ version: 3, timer: null })
    news.takeTimer({ version: 4, timer: { state: 'paused' } })
    expect(news.timer.get()).toMatchObject({ version: 4 })
  })
})
