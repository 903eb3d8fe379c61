import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { analyseMap } from '../../../lib/analysis/analyseMap'
import { fromWeftMap } from '../../../lib/model/mapFile'
import { mapAnalysisSchema } from '../../../lib/protocol/analysis'
import { testMap } from '../../helpers/testMap'

describe('contributions as data', () => {
  it('CONTRIBUTION-11: the analysis has the ledger, what is reached and touched, conflicts and gaps', () => {
    const view = fromWeftMap(
      testMap({
        meta: { 'sector:health': { name: 'Care' } },
        elements: {
          rent: {},
          debt: {},
          wages: { chosen: true },
          guide: { kind: 'action', act: 'educate', state: 'under-way', due: '2026-05-01' },
          raise: { kind: 'action' },
          tenants: { kind: 'stakeholder', sector: 'community' },
          clinic: { kind: 'stakeholder', sector: 'health' },
        },
        links: {
          rd: { from: 'rent', to: 'debt', polarity: '+' },
          dr: { from: 'debt', to: 'rent', polarity: '+' },
          g: { kind: 'contribution', from: 'guide', to: 'rent', effect: 'fall' },
          r: { kind: 'contribution', from: 'raise', to: 'rent', effect: 'rise' },
          t: { kind: 'contribution', from: 'tenants', to: 'guide' },
        },
      }),
    )
    const analysis = analyseMap(view)
    expect(z.parse(mapAnalysisSchema, JSON.parse(JSON.stringify(analysis)))).toEqual(analysis)
    expect(analysis.contributions).toMatchObject({
      list: [
        {
          ...{ id: 'guide', label: 'GUIDE', act: 'educate', state: 'under-way', due: '2026-05-01', by: ['TENANTS'] },
          ...{ aims: [{ label: 'RENT', effect: 'fall' }], reaches: 1, loops: ['R1'] },
        },
        { id: 'raise', act: null, state: 'offered', due: null, by: [] },
      ],
      conflicts: [{ variable: 'RENT', rise: ['RAISE'], fall: ['GUIDE'], hold: [], direct: true, after: ['DEBT'] }],
      unserved: ['WAGES'],
      idle: ['CLINIC'],
    })
  })

  it('CONTRIBUTION-11: a map without actions has no such part', () => {
    expect(analyseMap(fromWeftMap(testMap({ elements: { a: {} } }))).contributions).toBeUndefined()
  })
})
