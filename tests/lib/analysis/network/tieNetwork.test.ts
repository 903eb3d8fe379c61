import { describe, expect, it } from 'vitest'
import { countDegrees } from '@/lib/analysis/degrees'
import { measureConstraint } from '@/lib/analysis/constraint'
import { analyseMap } from '@/lib/analysis/analyseMap'
import type { ElementId } from '@/lib/base/ids'
import { buildTieNetwork, toTieNetwork } from '@/lib/analysis/network/tieNetwork'
import { testView } from '../../../helpers/testMap'

const actors = (sectors: Readonly<Record<string, string | undefined>>) =>
  Object.fromEntries(
    Object.entries(sectors).map(([id, sector]) => [
      id,
      { kind: 'stakeholder', ...(sector === undefined ? {} : { sector }) },
    ]),
  )
const tie = (from: string, to: string, fields: object = {}) => ({ kind: 'tie', from, to, ...fields })
const arcsOf = ({ from, to, labels }: ReturnType<typeof toTieNetwork>): string[] =>
  [...from].map((node, arc) => `${labels[node]}→${labels[to[arc] ?? 0]}`)

describe('the network of ties', () => {
  it('NET-1: a one-way tie is one arc, any other two', () => {
    const view = testView({
      elements: actors({ a: undefined, b: undefined, c: undefined, d: undefined }),
      links: {
        ab: tie('a', 'b', { type: 'money' }),
        bc: tie('b', 'c', { type: 'collaboration' }),
        cd: tie('c', 'd', { type: 'authority', direction: 'mutual' }),
        da: tie('d', 'a'),
      },
    })
    expect(arcsOf(toTieNetwork(view))).toEqual(['A→B', 'A→D', 'B→C', 'C→B', 'C→D', 'D→A', 'D→C'])
  })

  it('NET-2: several kinds between the same two are one arc, whose strength is the sum of what was said', () => {
    const view = testView({
      elements: actors({ a: undefined, b: undefined, c: undefined }),
      links: {
        m: tie('a', 'b', { type: 'money', strength: 0.5 }),
        i: tie('a', 'b', { type: 'information', strength: 1 }),
        x: tie('b', 'c', { type: 'money' }),
      },
    })
    const network = toTieNetwork(view)
    expect(network.links).toEqual([['i', 'm'], ['x']])
    expect([...network.strength]).toEqual([1.5, NaN])
    expect([...countDegrees(network).out]).toEqual([1, 1, 0])
  })

  it('NET-3: conflict joins nobody unless it is asked for', () => {
    const view = testView({
      elements: actors({ a: undefined, b: undefined }),
      links: { x: tie('a', 'b', { type: 'conflict' }) },
    })
    expect(arcsOf(toTieNetwork(view))).toEqual([])
    expect(arcsOf(toTieNetwork(view, () => true))).toEqual(['A→B', 'B→A'])
  })

  it('NET-4: a tie to oneself is counted and left out; what is no actor is not in it', () => {
    const view = testView({
      elements: { ...actors({ a: undefined, b: undefined }), v: {} },
      links: { aa: tie('a', 'a'), ab: tie('a', 'b'), va: { kind: 'relation', from: 'v', to: 'a' } },
    })
    const network = toTieNetwork(view)
    expect(network.selfTies).toBe(1)
    expect(network.labels).toEqual(['A', 'B'])
    expect(arcsOf(network)).toEqual(['A→B', 'B→A'])
    expect([...measureConstraint(network)]).toEqual([1, 1])
  })

  it('NET-5: sectors in the order of the map’s list, words that nobody defined by name behind', () => {
    const view = testView({
      meta: { 'sector:Harbour': { name: 'Harbour', order: -1 } },
      elements: actors({ a: 'zoo', b: 'business', c: 'health', d: 'Harbour', e: 'Ants' }),
    })
    expect(toTieNetwork(view).sectors).toEqual(['Harbour', 'health', 'business', 'Ants', 'zoo'])
  })

  it('NET-5: the analysis tells sectors by their names, Weft’s own too', () => {
    const { network } = analyseMap(
      testView({
        meta: { 'sector:funder': { name: 'Givers' } },
        elements: actors({ a: 'health', b: 'funder', c: 'Zoo' }),
        links: { ab: tie('a', 'b'), bc: tie('b', 'c') },
      }),
    )
    expect('sectors' in network ? network.sectors.names : []).toEqual(['Health', 'Givers', 'Zoo'])
  })

  it('NET-5: sectors of plain parts by alphabet, -1 where nobody gave one', () => {
    const network = buildTieNetwork(
      ['health', undefined, 'business'].map((sector, at) => ({ id: `a${at}` as ElementId, label: '', sector })),
      [],
    )
    expect(network.sectors).toEqual(['business', 'health'])
    expect([...network.sector]).toEqual([1, -1, 0])
  })
})
