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
  it('API-29, CLI-14: is what the API promises, through JSON and back, bridges by name too', () => {
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
      network: { density: 0.25, components: { weak: 2, strong: 3 }, bridges: [['c', 'd']], bridgeNames: [['C', 'D']] },
    })
    expect(analysis.elements.map((one) => [one.label, one.kind, 'loops' in one ? one.loops : undefined])).toEqual([
      ['A', 'ordinary', 2],
      ['B', 'ordinary', 2],
      ['C', 'ordinary', 1],
      ['D', 'receiver', 0],
      ['E', 'isolated', 0],
    ])
  })

  it('API-30: where a map has ties, its network is that of its stakeholders', () => {
    const both = fromWeftMap(
      testMap({
        elements: {
          a: {},
          b: {},
          x: { kind: 'stakeholder', sector: 'health' },
          y: { kind: 'stakeholder', sector: 'health' },
          z: { kind: 'stakeholder', sector: 'business' },
          w: { kind: 'stakeholder' },
        },
        links: {
          ab: { from: 'a', to: 'b', polarity: '+' },
          xy: { kind: 'tie', from: 'x', to: 'y' },
          yz: { kind: 'tie', from: 'y', to: 'z', type: 'money', strength: 0.5 },
        },
      }),
    )
    const analysis = analyseMap(both)
    const carried: unknown = JSON.parse(JSON.stringify(analysis))
    expect(z.parse(mapAnalysisSchema, carried)).toEqual(analysis)
    expect(analysis).toMatchObject({
      causalNetwork: { of: 'causal links', density: 0.5 },
      network: {
        of: 'ties',
        actors: 4,
        arcs: 3,
        diameter: 2,
        reachedPairs: 3,
        sectors: {
          names: ['Health', 'Business'],
          sizes: [2, 1],
          unknown: 1,
          mixing: [
            [2, 1],
            [0, 0],
          ],
          externalInternal: { external: 1, internal: 1, index: 0 },
        },
      },
    })
    expect(analysis.elements.map(({ label, kind }) => [label, kind])).toEqual([
      ['A', 'driver'],
      ['B', 'receiver'],
      ['W', 'stakeholder'],
      ['X', 'stakeholder'],
      ['Y', 'stakeholder'],
      ['Z', 'stakeholder'],
    ])
    expect(analysis.elements[4]).toMatchObject({ outDegree: 2, outStrength: 0.5, inStrength: null, across: 0.5 })
  })

  it('API-29: a map without anything has nulls, not numbers', () => {
    const analysis = analyseMap(emptyMapView({ schemaVersion: 1, title: '', description: '' }))
    expect(z.safeParse(mapAnalysisSchema, JSON.parse(JSON.stringify(analysis))).success).toBe(true)
    expect(analysis).toMatchObject({ variables: 0, loops: { total: 0, complete: true }, network: { density: null } })
  })
})
