import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { recallRecent, rememberRecent } from '../../../components/home/recallRecent'
import { rememberSeat } from '../../../components/join/seat'
import { createFakeStorage } from '../../helpers/fakeStorage'

const listed = {
  maps: [
    {
      id: 'housing',
      title: 'Housing and health',
      role: 'owner' as const,
      changedAt: 1_000,
      people: [{ name: 'Ana', colour: 1 }],
      peopleCount: 1,
      thumbnail: '/api/maps/housing/thumbnail.svg?v=3',
    },
  ],
}

describe('maps that this device remembers', () => {
  let device: ReturnType<typeof createFakeStorage>
  beforeEach(() => {
    device = createFakeStorage()
    vi.stubGlobal('localStorage', device)
    vi.stubGlobal('sessionStorage', createFakeStorage())
  })
  afterEach(() => {
    vi.unstubAllGlobals()
  })

  it('PAGE-3: the last list, without pictures that only the server has', () => {
    rememberRecent(listed)
    const { thumbnail: _, ...kept } = listed.maps[0]!
    expect(recallRecent()).toEqual([kept])
  })

  it('PAGE-3: maps joined since stand first, and none stands twice', () => {
    rememberRecent(listed)
    const participant = { id: 'p', name: 'Ana', colour: 1 }
    rememberSeat('housing', { participant, role: 'owner', map: { id: 'housing', title: 'Housing and health' } })
    rememberSeat('food', { participant, role: 'viewer', map: { id: 'food', title: 'Who feeds the city?' } })
    expect(recallRecent().map((map) => map.title)).toEqual(['Who feeds the city?', 'Housing and health'])
  })

  it('PAGE-8: broken or refused storage gives an empty list', () => {
    device.setItem('weft.recent', '{"maps": 7')
    expect(recallRecent()).toEqual([])
    device.setItem('weft.recent', '{"maps": [{"id": 1}]}')
    expect(recallRecent()).toEqual([])
    device.refuse = true
    expect(recallRecent()).toEqual([])
    expect(() => rememberRecent(listed)).not.toThrow()
  })
})
