import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  forgetSeat,
  recallName,
  recallSeat,
  recallSeats,
  recallTicket,
  rememberName,
  rememberSeat,
  rememberTicket,
} from '../../../components/join/seat'
import type { Role } from '../../../lib/protocol/role'
import { createFakeStorage } from '../../helpers/fakeStorage'

const answer = (id: string, role: Role) => ({
  participant: { id, name: 'Ana', colour: 2 },
  role,
  map: { id: 'a', title: 'Housing' },
})

describe('seats', () => {
  let tab: ReturnType<typeof createFakeStorage>
  let device: ReturnType<typeof createFakeStorage>
  beforeEach(() => {
    tab = createFakeStorage()
    device = createFakeStorage()
    vi.stubGlobal('sessionStorage', tab)
    vi.stubGlobal('localStorage', device)
  })
  afterEach(() => {
    vi.unstubAllGlobals()
  })

  it('PAGE-6: a new tab of the device has the seat; a tab of its own seat keeps it', () => {
    rememberSeat('a', answer('first', 'viewer'))
    const firstTab = tab
    vi.stubGlobal('sessionStorage', createFakeStorage())
    expect(recallSeat('a')?.participant.id).toBe('first')
    rememberSeat('a', answer('second', 'owner'))
    expect(recallSeat('a')).toEqual({
      participant: answer('second', 'owner').participant,
      role: 'owner',
      title: 'Housing',
    })
    vi.stubGlobal('sessionStorage', firstTab)
    expect(recallSeat('a')?.role).toBe('viewer')
  })

  it('PAGE-6: the seats of the device are listed by their map', () => {
    rememberSeat('a', answer('first', 'viewer'))
    rememberName('Ana')
    expect(recallSeats().map(({ mapId, title }) => ({ mapId, title }))).toEqual([{ mapId: 'a', title: 'Housing' }])
  })

  it('PAGE-6: a seat that the server no longer honours is forgotten in tab and device', () => {
    rememberSeat('a', answer('first', 'viewer'))
    forgetSeat('a')
    expect(recallSeat('a')).toBeUndefined()
    expect(recallSeats()).toEqual([])
  })

  it('PAGE-7: the tab keeps an unused key until someone is in', () => {
    expect(recallTicket('a')).toEqual({})
    rememberTicket('a', { key: 's3cret' })
    expect(recallTicket('a')).toEqual({ key: 's3cret' })
    expect(recallTicket('b')).toEqual({})
    rememberSeat('a', answer('first', 'viewer'))
    expect(recallTicket('a')).toEqual({})
    expect(JSON.stringify([...Object.keys(device)].map((key) => device.getItem(key)))).not.toContain('s3cret')
  })

  it('PAGE-8: broken entries and refused storage count as nothing', () => {
    device.setItem('weft.seat.a', '{"role":"king"}')
    tab.setItem('weft.ticket.a', '[')
    expect(recallSeat('a')).toBeUndefined()
    expect(recallTicket('a')).toEqual({})
    tab.refuse = true
    device.refuse = true
    expect(recallName()).toBe('')
    expect(recallSeat('a')).toBeUndefined()
    expect(rememberSeat('a', answer('first', 'viewer')).role).toBe('viewer')
  })
})
