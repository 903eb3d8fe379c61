import { describe, expect, it } from 'vitest'
import type { MapId } from '../../../lib/base/ids'
import { createLocalBus } from '../../../server/bus/localBus'
import { describeBus } from '../../contract/busContract'
import { createLossyBus, type LossyBus } from '../../helpers/lossyBus'

describeBus('in one process', () => ({
  open: async () => createLocalBus(() => undefined),
  settle: async () => undefined,
  cleanUp: async () => undefined,
}))

it('BUS-5: the fault of a subscriber is reported', () => {
  const faults: unknown[] = []
  const bus = createLocalBus((fault) => faults.push(fault))
  const broken = new Error('broken')
  const map = 'm' as MapId
  bus.toRoom.subscribe(map, {
    receive: () => {
      throw broken
    },
    lost: () => undefined,
  })
  bus.toRoom.publish(map, { kind: 'leave', session: 's' })
  expect(faults).toEqual([broken])
})

describe('the bus that loses, which tests of sessions and rooms use', () => {
  let lossy: LossyBus
  describeBus('with losses', () => ({
    open: async () => (lossy = createLossyBus(() => undefined)),
    settle: async () => undefined,
    breakOnce: async () => {
      lossy.lose('toRoom')
      lossy.mend()
    },
    cleanUp: async () => undefined,
  }))
})
