import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { analyseMap } from '../../../lib/analysis/analyseMap'
import { mapAnalysisSchema } from '../../../lib/protocol/analysis'
import { testView } from '../../helpers/testMap'

describe('coalitions as data', () => {
  it('COALITION-18: the analysis has members, what is missing and whom to ask, without what is personal', () => {
    const view = testView({
      meta: { 'sector:health': { name: 'Care' } },
      elements: {
        ann: { kind: 'stakeholder', sector: 'health' },
        bob: { kind: 'stakeholder', sector: 'community', power: 0.9, interest: 0.9 },
        cat: { kind: 'stakeholder', sector: 'business', power: 1 },
      },
      links: { ab: { kind: 'tie', from: 'ann', to: 'bob' }, bc: { kind: 'tie', from: 'bob', to: 'cat' } },
      practices: {
        c: {
          ...{ kind: 'coalition', name: 'Roofs', purpose: 'Homes', rule: 'consent', at: 1 },
          'member:ann': { state: 'in', role: 'convener' },
        },
        d: { kind: 'coalition', name: 'Later', at: 2 },
      },
    })
    const analysis = analyseMap(view)
    expect(z.parse(mapAnalysisSchema, JSON.parse(JSON.stringify(analysis)))).toEqual(analysis)
    expect(analysis.coalitions?.[0]).toEqual({
      ...{ id: 'c', name: 'Roofs', purpose: 'Homes', rule: 'consent', decides: null, lookAgain: null },
      members: [
        {
          id: 'ann',
          label: 'ANN',
          sector: 'Care',
          state: 'in',
          role: 'convener',
          commitment: null,
          contributions: [],
          askedBy: null,
        },
      ],
      missingSectors: ['Community', 'Business'],
      ...{ withoutAsker: [], askedFromOutside: [], withoutCommitment: ['ANN'] },
      candidates: [
        // Two for the sector and one for the tie: power and interest would add two more.
        { id: 'bob', label: 'BOB', points: 3, reasons: ['sector', 'tied'], askers: ['ANN'], chain: [] },
        { id: 'cat', label: 'CAT', points: 2, reasons: ['sector'], askers: [], chain: ['ANN', 'BOB'] },
      ],
    })
    expect(analysis.coalitions?.[1]).toMatchObject({
      name: 'Later',
      members: [],
      missingSectors: ['Care', 'Community', 'Business'],
    })
  })

  it('COALITION-18: a map without coalitions has no such part', () => {
    expect(analyseMap(testView())).not.toHaveProperty('coalitions')
  })
})
