import { describe, expect, it } from 'vitest'
import { analyseMap } from '@/lib/analysis/analyseMap'
import { mapAnalysisSchema } from '@/lib/protocol/analysis'
import { testView } from '../../helpers/testMap'

describe('the analysis of a map with holds', () => {
  it('HOLD-4: tells them, by the published schema', () => {
    const view = testView({
      elements: { rent: {}, council: { kind: 'stakeholder' } },
      links: { a: { kind: 'relation', from: 'rent', to: 'council', type: 'decides' } },
    })
    const told: unknown = JSON.parse(JSON.stringify(analyseMap(view)))
    expect(mapAnalysisSchema.parse(told)).toMatchObject({
      holds: {
        list: [{ stakeholder: 'COUNCIL', variable: 'RENT', hold: 'decides' }],
        unheld: [],
        several: [],
        exposed: [],
        loops: [],
      },
    })
    expect(analyseMap(testView())).not.toHaveProperty('holds')
  })
})
