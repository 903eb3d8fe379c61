import { describe, expect, it } from 'vitest'
import type { ElementReading, TieReading } from '@/lib/formats/readAs'
import { readMapFile, readMapFiles } from '@/lib/formats/readMapFile'
import { boardView } from '@/lib/model/position'
import { partReport } from '@/lib/formats/report'
import { expectMap, findLoss } from './reading'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const kinds = (text: string, as?: ElementReading) => {
  const imported = expectMap(readMapFile(bytes(text), { fileName: 'map.txt', as }))
  return {
    elements: Object.values(imported.map.elements).map(({ label, kind }) => `${label}: ${kind}`),
    links: Object.values(imported.map.links).map(({ kind }) => kind),
    isGuessed: findLoss(imported, 'kind-guessed') !== undefined,
  }
}
const bare = 'from,to\nAnn,Ben\nBen,Cy\n'

describe('what elements are that do not say so', () => {
  it('FORMAT-77: a bare list of links is one of variables, or of people where somebody says so', () => {
    expect(kinds(bare)).toMatchObject({ links: ['causal', 'causal'], isGuessed: true })
    expect(kinds(bare, 'stakeholders')).toEqual({
      elements: ['Ann: stakeholder', 'Ben: stakeholder', 'Cy: stakeholder'],
      links: ['tie', 'tie'],
      isGuessed: false,
    })
    expect(kinds('from,to,type\nAnn,Ben,funds\n', 'variables').links).toEqual(['causal'])
  })

  it('FORMAT-77: so it is of a Kumu map without types; types that tell are believed', () => {
    const kumu = JSON.stringify({
      elements: [{ label: 'Ann' }, { label: 'Rain', type: 'Variable' }, { label: 'Ben' }],
      connections: [{ from: 'Ann', to: 'Ben' }],
    })
    expect(kinds(kumu).elements).toEqual(['Ann: variable', 'Rain: variable', 'Ben: variable'])
    expect(kinds(kumu, 'stakeholders')).toMatchObject({
      elements: ['Ann: stakeholder', 'Rain: variable', 'Ben: stakeholder'],
      links: ['tie'],
    })
  })

  it('FORMAT-89: ties of which nothing says a way go from the first to the second, which is told, or as somebody says', () => {
    const ways = (text: string, ties?: TieReading) => {
      const imported = expectMap(readMapFile(bytes(text), { fileName: 'map.txt', as: 'stakeholders', ties }))
      const told = imported.report.notCarried.find(({ code }) => code === 'way-guessed')
      return {
        ways: Object.values(imported.map.links).map((link) => ('direction' in link ? link.direction : undefined)),
        told: told && { count: told.count, isRemark: partReport([told]).remarks.length === 1 },
      }
    }
    expect(ways(bare)).toEqual({ ways: ['one-way', 'one-way'], told: { count: 2, isRemark: true } })
    expect(ways(bare, 'both-ways')).toEqual({ ways: ['mutual', 'mutual'], told: undefined })
    expect(ways(bare, 'no-direction').ways).toEqual(['none', 'none'])
    expect(ways(bare, 'one-way')).toEqual({ ways: ['one-way', 'one-way'], told: undefined })
    // What the file says of a tie, by its direction or by a kind of tie that Weft knows, stays so.
    const said = 'from,to,type,direction\nAnn,Ben,childcare,\nBen,Cy,childcare,->\nCy,Ann,money,\n'
    expect(ways(said)).toEqual({ ways: ['one-way', 'one-way', undefined], told: { count: 1, isRemark: true } })
    expect(ways(said, 'both-ways').ways).toEqual(['mutual', 'one-way', undefined])
    const kumu = JSON.stringify({
      elements: [
        { label: 'Ann', type: 'Person' },
        { label: 'Ben', type: 'Person' },
      ],
      connections: [{ from: 'Ann', to: 'Ben' }],
    })
    expect(ways(kumu)).toEqual({ ways: ['one-way'], told: { count: 1, isRemark: true } })
    expect(ways(kumu, 'both-ways').ways).toEqual(['mutual'])
  })

  it('FORMAT-12: names of a Kumu file’s lists count in any case', () => {
    const kumu = {
      Name: 'Harbour',
      ELEMENTS: [
        { _id: 'elem-1', Attributes: { Label: 'Ann', 'Element Type': 'Person' } },
        { _id: 'elem-2', attributes: { label: 'Ben', 'element type': 'Person' } },
      ],
      Connections: [{ From: 'elem-1', TO: 'elem-2', Direction: 'mutual' }],
      defaultmap: 'map-2',
      Maps: [
        { _id: 'map-1', elements: [] },
        { _ID: 'map-2', Elements: [{ Element: 'elem-1', Position: { X: 30, Y: 40 } }] },
      ],
    }
    const { map, report } = expectMap(readMapFile(bytes(JSON.stringify(kumu)), { fileName: 'kumu.json' }))
    expect(map.meta.title).toBe('Harbour')
    expect(Object.values(map.elements).map(({ label, kind }) => `${label}: ${kind}`)).toEqual([
      'Ann: stakeholder',
      'Ben: stakeholder',
    ])
    expect(Object.values(map.links)).toMatchObject([{ kind: 'tie', direction: 'mutual' }])
    expect(Object.values(map.positions[boardView] ?? {})).toEqual([[30, 40]])
    expect(report.notCarried.map(({ code, what }) => `${code} ${what}`)).not.toContain('other-data defaultmap')
  })

  it('FORMAT-77: and of two tables', () => {
    const files = [
      { name: 'elements.csv', bytes: bytes('label,kind\nAnn,\nRain,variable\n') },
      { name: 'links.csv', bytes: bytes('from,to\nAnn,Rain\n') },
    ]
    const { map } = expectMap(readMapFiles(files, { as: 'stakeholders' }))
    expect(Object.values(map.elements).map(({ kind }) => kind)).toEqual(['stakeholder', 'variable'])
  })
})
