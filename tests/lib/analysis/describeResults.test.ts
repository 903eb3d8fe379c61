import { describe, expect, it } from 'vitest'
import { analyseMap } from '../../../lib/analysis/analyseMap'
import { mapAnalysisSchema } from '../../../lib/protocol/analysis'
import { testView } from '../../helpers/testMap'

const view = testView({
  elements: { a: {} },
  practices: {
    r: {
      ...{ kind: 'result', name: 'Nights', unit: 'nights', level: 'community', measures: ['a', 'gone'], at: 1 },
      ...{ baseline: { value: 40 }, target: { value: 20, on: '2026-05-31' } },
      'reading:k2': { value: 35, on: '2026-03-01', note: 'After the cold weeks', by: 'Ana' },
      'reading:k1': { value: 38, on: '2026-02-01' },
    },
  },
})

describe('results in the analysis of a map', () => {
  it('RESULT-15: have their figures, their readings by day and what they measure, and nobody who read them', () => {
    const { results } = analyseMap(view, undefined, '2026-06-01')
    expect(results).toEqual([
      {
        ...{ id: 'r', name: 'Nights', indicator: null, unit: 'nights', level: 'community', who: null, where: null },
        ...{ aim: 'fall', baseline: { value: 40, on: null }, target: { value: 20, on: '2026-05-31' } },
        ...{
          latest: { value: 35, on: '2026-03-01' },
          change: -5,
          share: 0.25,
          standing: 'on-the-way',
          needed: null,
          overdue: true,
        },
        readings: [
          { value: 38, on: '2026-02-01', note: null },
          { value: 35, on: '2026-03-01', note: 'After the cold weeks' },
        ],
        measures: ['A'],
      },
    ])
    expect(mapAnalysisSchema.parse(analyseMap(view)).results?.[0]?.overdue).toBeNull()
  })

  it('RESULT-15: a map without any has no such part', () => {
    expect(analyseMap(testView({}))).not.toHaveProperty('results')
  })
})
