import { describe, expect, it } from 'vitest'
import { createSyncTracker, hasUnsaved } from '../../../lib/editor/syncStatus'
import { createManualClock } from '../../helpers/manualClock'

function tracker(isWriter = true) {
  const clock = createManualClock()
  const sync = createSyncTracker(clock, isWriter)
  const kind = () => sync.status.get().kind
  const connect = (): void => {
    sync.opened()
    sync.sent('step2')
    sync.synced()
  }
  return { clock, sync, kind, connect }
}
const kept = { kept: true, unsent: 0 }

describe('the sync status', () => {
  it('SYNC-1: is saved only once everything of this connection is confirmed', () => {
    const { sync, kind } = tracker()
    sync.loaded(kept)
    expect(kind()).toBe('loading')
    sync.opened()
    expect(kind()).toBe('loading')
    sync.synced()
    // Synced, but the server has not been told yet what this page may have more than it.
    expect(kind()).toBe('saving')
    sync.sent('step2')
    expect(kind()).toBe('saving')
    sync.acknowledged(1)
    expect(kind()).toBe('saved')
    sync.changed()
    sync.sent('update')
    expect(kind()).toBe('saving')
    sync.acknowledged(1)
    expect(kind()).toBe('saving')
    sync.acknowledged(2)
    expect(kind()).toBe('saved')
  })

  it('SYNC-1: a change that did not go out is not saved, whatever was confirmed', () => {
    const { sync, kind, connect } = tracker()
    sync.loaded(kept)
    connect()
    sync.acknowledged(1)
    sync.changed()
    expect(kind()).toBe('saving')
    sync.acknowledged(99)
    expect(kind()).toBe('saving')
  })

  it('SYNC-1: is not claimed while the copy on this device is still opening', () => {
    const { sync, kind, connect } = tracker()
    connect()
    sync.acknowledged(1)
    expect(kind()).toBe('saving')
    sync.loaded(kept)
    expect(kind()).toBe('saved')
  })

  it('SYNC-2: counts what is not confirmed, across connections', () => {
    const { sync, connect } = tracker()
    sync.loaded(kept)
    connect()
    sync.acknowledged(1)
    for (const message of ['update', 'update'] as const) {
      sync.changed()
      sync.sent(message)
    }
    sync.acknowledged(2)
    sync.dropped()
    expect(sync.status.get()).toEqual({ kind: 'offline', unsent: 1, kept: true })
    sync.changed()
    expect(sync.status.get()).toEqual({ kind: 'offline', unsent: 2, kept: true })
    connect()
    expect(sync.unsent()).toBe(2)
    sync.acknowledged(1)
    expect(sync.unsent()).toBe(0)
  })

  it('SYNC-2: a change sent before the server asked says nothing of those before it', () => {
    const { sync, kind } = tracker()
    sync.loaded(kept)
    sync.ready()
    sync.dropped()
    sync.changed()
    sync.opened()
    sync.changed()
    sync.sent('update')
    sync.synced()
    sync.acknowledged(1)
    expect(sync.unsent()).toBe(2)
    expect(kind()).toBe('saving')
    sync.sent('step2')
    sync.acknowledged(2)
    expect(kind()).toBe('saved')
  })

  it('SYNC-2: what an earlier visit left unconfirmed counts, also if it is loaded late', () => {
    const early = tracker()
    early.sync.loaded({ kept: true, unsent: 3 })
    early.sync.ready()
    early.sync.dropped()
    expect(early.sync.status.get()).toEqual({ kind: 'offline', unsent: 3, kept: true })
    early.connect()
    early.sync.acknowledged(1)
    expect(early.kind()).toBe('saved')

    const late = tracker()
    late.connect()
    late.sync.sent('update')
    late.sync.loaded({ kept: true, unsent: 3 })
    expect(late.sync.unsent()).toBe(3)
    late.sync.acknowledged(2)
    expect(late.kind()).toBe('saved')
  })

  it('a first visit is loading until there is something to show, and offline if that takes too long', () => {
    const { sync, kind, clock } = tracker()
    clock.advance(10_000)
    expect(kind()).toBe('loading')
    sync.ready()
    expect(kind()).toBe('offline')

    const patient = tracker()
    patient.sync.ready()
    expect(patient.kind()).toBe('loading')
    patient.clock.advance(2_000)
    expect(patient.kind()).toBe('offline')
  })

  it('SYNC-4: closed for good says what the server did not get, until someone tries again', () => {
    const { sync, kind, connect } = tracker()
    sync.loaded(kept)
    connect()
    sync.changed()
    sync.sent('update')
    sync.dropped()
    sync.closed('role')
    expect(sync.status.get()).toEqual({ kind: 'closed', reason: 'role', unsent: 1, kept: true })
    sync.retrying()
    expect(kind()).toBe('offline')
  })

  it('SYNC-5: who only reads is saved when synced, and has nothing unsent', () => {
    const { sync, kind } = tracker(false)
    sync.opened()
    sync.synced()
    expect(kind()).toBe('saved')
    sync.setMayWrite(true)
    expect(kind()).toBe('saving')
  })

  it('SYNC-13: what who may no longer edit has not sent is neither saved nor forgotten', () => {
    const { sync, kind } = tracker()
    sync.loaded({ kept: true, unsent: 1 })
    sync.opened()
    sync.setMayWrite(false)
    sync.sent('withheld')
    sync.synced()
    sync.acknowledged(1)
    expect(sync.unsent()).toBe(1)
    expect(sync.status.get()).toEqual({ kind: 'withheld', unsent: 1, kept: true })
    sync.lostCopy()
    expect(sync.status.get()).toEqual({ kind: 'withheld', unsent: 1, kept: false })
    sync.dropped()
    expect(kind()).toBe('offline')
    sync.setMayWrite(true)
    sync.opened()
    sync.sent('step2')
    sync.synced()
    sync.acknowledged(1)
    expect(sync.unsent()).toBe(0)
  })

  it('SYNC-13: what was on its way when the right to edit went is saving until it is confirmed or refused', () => {
    const [lucky, unlucky] = [tracker(), tracker()]
    for (const { sync, connect, kind } of [lucky, unlucky]) {
      sync.loaded(kept)
      connect()
      sync.acknowledged(1)
      for (let count = 0; count < 2; count += 1) {
        sync.changed()
        sync.sent('update')
      }
      sync.setMayWrite(false)
      expect(kind()).toBe('saving')
    }
    lucky.sync.acknowledged(3)
    expect(lucky.kind()).toBe('saved')
    unlucky.sync.acknowledged(2)
    unlucky.sync.refused()
    expect(unlucky.sync.status.get()).toEqual({ kind: 'withheld', unsent: 1, kept: true })
  })

  it('SYNC-6, SYNC-8: says read-only and lost copies', () => {
    const { sync, kind, connect } = tracker()
    sync.loaded(kept)
    connect()
    sync.setNewer(2)
    expect(sync.status.get()).toEqual({ kind: 'read-only', schemaVersion: 2 })
    sync.setNewer(undefined)
    sync.lostCopy()
    sync.dropped()
    expect(sync.status.get()).toEqual({ kind: 'offline', unsent: 0, kept: false })
    sync.close()
    expect(kind()).toBe('offline')
  })

  it('is the same object until it changes', () => {
    const { sync, connect } = tracker()
    sync.loaded(kept)
    connect()
    sync.acknowledged(1)
    const before = sync.status.get()
    sync.acknowledged(1)
    sync.ready()
    expect(sync.status.get()).toBe(before)
  })
})

describe('hasUnsaved', () => {
  it('asks before leaving only when own edits are not confirmed', () => {
    expect(hasUnsaved({ kind: 'saving' })).toBe(true)
    expect(hasUnsaved({ kind: 'offline', unsent: 2, kept: true })).toBe(true)
    expect(hasUnsaved({ kind: 'closed', reason: 'role', unsent: 1, kept: true })).toBe(true)
    expect(hasUnsaved({ kind: 'closed', reason: 'role' })).toBe(false)
    expect(hasUnsaved({ kind: 'withheld', unsent: 1, kept: true })).toBe(true)
    expect(hasUnsaved({ kind: 'offline', unsent: 0, kept: false })).toBe(false)
    expect(hasUnsaved({ kind: 'saved' })).toBe(false)
    expect(hasUnsaved({ kind: 'loading' })).toBe(false)
  })
})
