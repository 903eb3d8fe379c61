import { describe, expect, it } from 'vitest'
import { createMeetingNews, type PutBackEvent } from '../../../lib/editor/meetingNews'

describe('what a tab is told of the meeting', () => {
  it('PROTECT-23: what was put back before anybody listens waits for who does', () => {
    const news = createMeetingNews()
    const told: unknown[] = []
    const putBack: PutBackEvent = { kind: 'put-back', reason: 'locked', elements: ['a'], links: [], places: [] }
    news.hear(putBack)
    const end = news.onPutBack((one) => told.push(one.elements))
    news.hear({ ...putBack, elements: ['b'] })
    expect(told).toEqual([['a'], ['b']])
    expect(news.putBacks()).toBe(2)
    end()
    news.hear({ ...putBack, elements: ['c'] })
    expect(told).toHaveLength(2)
  })

  it('PROTECT-1: of two tellings of what is protected the newer one stands', () => {
    const news = createMeetingNews()
    news.hear({ kind: 'protection', protection: { version: 3, protection: 'newer' } })
    news.takeProtection({ version: 2, protection: 'older' })
    expect(news.protection.get()).toMatchObject({ protection: 'newer' })
  })
})
