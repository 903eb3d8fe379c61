import { describe, expect, it } from 'vitest'
import { createClockRanges } from '../../../lib/document/clockRanges'
import { createSeededRandom } from '../../../lib/base/random'
import { firstSeed, seedCount } from '../../helpers/seeds'

describe('ranges of clocks', () => {
  it.each(Array.from({ length: seedCount(20) }, (_, index) => firstSeed() + index))(
    'UNDO-8: tell what a set of clocks tells, in whatever order they come, seed %i',
    (seed) => {
      const random = createSeededRandom(seed)
      const below = (most: number): number => (random.bytes(1)[0] ?? 0) % most
      const ranges = createClockRanges()
      const all = new Set<string>()
      for (let step = 0; step < 60; step++) {
        const [client, start] = [below(2), below(100)]
        const end = start + 1 + below(5)
        ranges.add(client, start, end)
        for (let clock = start; clock < end; clock++) all.add(`${client}/${clock}`)
        for (let clock = 0; clock < 110; clock++) expect(ranges.has(1, clock)).toBe(all.has(`1/${clock}`))
        const letters = Array.from({ length: 30 }, (_, index) => String.fromCodePoint(65 + index))
        const text = letters.join('')
        const at = below(80)
        const left = letters.filter((_, index) => !all.has(`0/${at + index}`)).join('')
        expect(ranges.cutOut(0, at, text)).toBe(left)
      }
    },
  )
})
