import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { analyseMap } from '../../../lib/analysis/analyseMap'
import { mapAnalysisSchema } from '../../../lib/protocol/analysis'
import { testView } from '../../helpers/testMap'

const noon = (day: number): number => Date.UTC(2026, 2, day, 12)

describe('pulse as data', () => {
  it('GOING-9: the analysis has how each element is going against its last time, check-ins without names, and what nobody spoke of', () => {
    const analysis = analyseMap(
      testView({
        elements: { a: {}, b: {}, n: { kind: 'note' } },
        practices: {
          1: { kind: 'check-in', about: 'a', at: noon(1), state: 'improving', by: 'Ana' },
          2: { kind: 'check-in', about: 'a', at: noon(2), state: 'worsening', note: ' Cuts ', by: 'Ben' },
        },
      }),
    )
    expect(analysis.pulse).toEqual({
      list: [
        {
          ...{ id: 'a', label: 'A', move: 'worse' },
          now: { says: 'worsening', day: '2026-03-02', people: 1 },
          before: { says: 'improving', day: '2026-03-01', people: 1 },
          checkIns: [
            { day: '2026-03-01', says: 'improving', note: '' },
            { day: '2026-03-02', says: 'worsening', note: 'Cuts' },
          ],
        },
      ],
      unsaid: ['B'],
    })
    const read = z.safeParse(mapAnalysisSchema, JSON.parse(JSON.stringify(analysis)))
    expect(read.data?.pulse).toEqual(analysis.pulse)
  })

  it('GOING-9: of a map without check-ins there is none', () => {
    expect(analyseMap(testView()).pulse).toBeUndefined()
  })
})
