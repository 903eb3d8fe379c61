import { describe, expect, it } from 'vitest'
import type { ElementReading } from '@/lib/formats/readAs'
import { readMapFile, readMapFiles } from '@/lib/formats/readMapFile'
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

  it('FORMAT-77: and of two tables', () => {
    const files = [
      { name: 'elements.csv', bytes: bytes('label,kind\nAnn,\nRain,variable\n') },
      { name: 'links.csv', bytes: bytes('from,to\nAnn,Rain\n') },
    ]
    const { map } = expectMap(readMapFiles(files, { as: 'stakeholders' }))
    expect(Object.values(map.elements).map(({ kind }) => kind)).toEqual(['stakeholder', 'variable'])
  })
})
