import { describe, expect, it } from 'vitest'
import { countUnsent } from '../../../components/panels/sentCount'
import type { SyncStatus } from '../../../components/hooks/editor'
import { createSyncTracker } from '../../../lib/editor/syncStatus'
import { createManualClock } from '../../helpers/manualClock'

describe('what was sent when the server is back', () => {
  it('PANEL-23: all that waited, also what was confirmed before all was in step', () => {
    const tracker = createSyncTracker(createManualClock(), true)
    const statuses: SyncStatus[] = []
    tracker.status.subscribe(() => statuses.push(tracker.status.get()))
    tracker.loaded({ kept: true, unsent: 0 })
    tracker.ready()
    tracker.opened()
    tracker.sent('step2')
    tracker.synced()
    tracker.acknowledged(1)
    tracker.dropped()
    for (let made = 0; made < 4; made += 1) tracker.changed()
    tracker.opened()
    tracker.sent('step2')
    tracker.acknowledged(1)
    const before = statuses.reduce(countUnsent, 0)
    tracker.synced()
    expect(statuses.at(-1)).toEqual({ kind: 'saved' })
    expect(before).toBe(4)
    expect(statuses.reduce(countUnsent, 0)).toBe(0)
    tracker.close()
  })
})
