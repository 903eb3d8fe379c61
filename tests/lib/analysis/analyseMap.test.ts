import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { analyseMap } from '../../../lib/analysis/analyseMap'
import { emptyMapView } from '../../../lib/model/mapView'
import { fromWeftMap } from '../../../lib/model/mapFile'
import { mapAnalysisSchema } from '../../../lib/protocol/analysis'
import { testMap } from '../../helpers/testMap'

const map = testMap({
  elements: { a: {}, b: {}, c: {}, d: {}, e: {} },
  links: {
    ab: { from: 'a', to: 'b', polarity: '+' },
    bc: { from: 'b', to: 'c', polarity: '-', delay: true },
    ca: { from: 'c', to: 'a', polarity: '+' },
    ba: { from: 'b', to: 'a' },
    cd: { from: 'c', to: 'd', polarity: '+' },
  },
})
const view = fromWeftMap({ ...map, loops: { 'ab.bc.ca': { name: 'Brake' } } })

describe('everything about a map at once', () => {
  it('API-29: is what the API promises, through JSON and back', () => {
    const analysis = analyseMap(view)
    const carried: unknown = JSON.parse(JSON.stringify(analysis))
    expect(z.parse(mapAnalysisSchema, carried)).toEqual(analysis)
    expect(analysis).toMatchObject({
      variables: 5,
      links: 5,
      loops: {
        total: 2,
        complete: true,
        reinforcing: 0,
        balancing: 1,
        undetermined: 1,
        longest: 3,
        list: [
          { key: 'ab.ba', tag: '?1', kind: 'undetermined', delayed: false, variables: ['A', 'B'] },
          { key: 'ab.bc.ca', tag: 'B1', name: 'Brake', kind: 'balancing', delayed: true, variables: ['A', 'B', 'C'] },
        ],
      },
      network: { density: 0.25, components: { weak: 2, strong: 3 }, bridges: [['c', 'd']] },
    })
    expect(analysis.elements.map(({ label, kind, loops }) => [label, kind, loops])).toEqual([
      ['A', 'ordinary', 2],
      ['B', 'ordinary', 2],
      ['C', 'ordinary', 1],
      ['D', 'receiver', 0],
      ['E', 'isolated', 0],
    ])
  })

  it('API-29: a map without anything has nulls, not numbers', () => {
    const analysis = analyseMap(emptyMapView({ schemaVersion: 1, title: '', description: '' }))
    expect(z.safeParse(mapAnalysisSchema, JSON.parse(JSON.stringify(analysis))).success).toBe(true)
    expect(analysis).toMatchObject({ variables: 0, loops: { total: 0, complete: true }, network: { density: null } })
  })
})
