import { describe, expect, it } from 'vitest'
import { createLoopUnpacker, packLoops } from '../../../lib/analysis/loopParcels'
import { findLoops } from '../../../lib/analysis/loopSet'
import { graphOf } from './graphs'

describe('sending a list of loops in parts', () => {
  it('LOOPS-6: what arrives is what was sent, answer after answer, however long', () => {
    const pairs = Array.from({ length: 1_300 }, (_, at) => `a${at}+b${at} b${at}-a${at}`).join(' ')
    const unpack = createLoopUnpacker()
    for (const arrows of ['', 'a+b b-a', pairs]) {
      const answer = { request: 7, set: findLoops(graphOf(arrows)), final: true }
      const parcels = packLoops(answer)
      const arrived = parcels.map((parcel) => unpack(structuredClone(parcel)))
      expect(arrived.at(-1)).toEqual(answer)
      expect(arrived.slice(0, -1).every((one) => one === undefined)).toBe(true)
    }
    expect(packLoops({ request: 1, set: findLoops(graphOf(pairs)), final: true }).length).toBeGreaterThan(1)
  })
})
