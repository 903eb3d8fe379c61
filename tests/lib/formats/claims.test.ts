import { describe, expect, it } from 'vitest'
import { readCsv } from '@/lib/formats/csv'
import { listCsvLosses, writeCsv } from '@/lib/formats/csvWriter'
import { readKumu } from '@/lib/formats/kumu'
import { listKumuLosses } from '@/lib/formats/kumuLosses'
import { writeKumu } from '@/lib/formats/kumuWriter'
import { readWeftJson } from '@/lib/formats/weftJson'
import { writeWeftJson } from '@/lib/formats/weftJsonWriter'
import { statementOf, weighClaims } from '@/lib/model/claimSpread'
import { fromWeftMap } from '@/lib/model/mapFile'
import type { MapLink } from '@/lib/model/link'
import type { WeftMap } from '@/lib/model/weftMap'
import { link, testMap } from '../../helpers/testMap'
import { expectMap } from './reading'

const evidenceUrl = 'https://example.org/report?page=3'
const map = testMap({
  elements: { a: {}, b: {} },
  links: {
    ab: {
      from: 'a',
      to: 'b',
      polarity: '+',
      confidence: 0.5,
      evidenceUrl,
      createdBy: 'Ana',
      createdAt: 7,
      'claim:p1': { says: 'agree', name: 'Ben', at: 1, about: 'causal a b +' },
      'claim:p2': { says: 'disagree', name: 'Cy | Co', at: 2 },
      'claim:p3': { says: 'disagree', name: '=Dee', at: 3 },
    },
    ba: { from: 'b', to: 'a', polarity: '-', 'claim:p1': { says: 'agree', name: 'Ben', at: 1, about: 'causal b a +' } },
  },
})
const only = (read: WeftMap, id = 'ab'): MapLink => {
  const found = fromWeftMap(read).links.get(link(id))
  if (found === undefined) throw new Error('no link')
  return found
}
const csv = (source: WeftMap): WeftMap => expectMap(readCsv([{ name: 'map.csv', text: writeCsv(source) }])).map
const kumu = (source: WeftMap): WeftMap => expectMap(readKumu(writeKumu(source))).map

describe('what people say of links, in files', () => {
  it('CLAIM-6: Weft JSON keeps all of it', () => {
    expect(expectMap(readWeftJson(writeWeftJson(map))).map).toEqual(map)
  })

  it('CLAIM-6: CSV keeps who agrees and who disagrees by name, and the evidence', () => {
    const read = only(csv(map))
    expect(read).toMatchObject({ evidenceUrl, confidence: 0.5, createdBy: 'Ana' })
    expect(read.extra).toBeUndefined()
    expect(weighClaims(read)).toEqual({
      agree: ['Ana', 'Ben'],
      disagree: ['Cy / Co', '=Dee'],
      earlier: [],
      contested: true,
    })
    // Written again, it is the same table.
    expect(writeCsv(csv(map)).replaceAll('|', '/')).toBe(writeCsv(map).replaceAll('|', '/'))
  })

  it('CLAIM-6: Kumu keeps who agrees and who disagrees by name, and the evidence', () => {
    const read = only(kumu(map))
    expect(read).toMatchObject({ evidenceUrl, confidence: 0.5 })
    expect(weighClaims(read)).toMatchObject({ agree: ['Ben'], disagree: ['Cy | Co', '=Dee'], contested: true })
    expect(read.extra ?? {}).not.toHaveProperty('agreed by')
    expect(read.extra ?? {}).not.toHaveProperty('evidence url')
    expect(writeKumu(kumu(map))).toBe(writeKumu(kumu(kumu(map))))
  })

  it.each([
    ['CSV', csv],
    ['Kumu', kumu],
  ])('CLAIM-4: what came by %s counts until the link says something else', (_name, pass) => {
    const read = only(pass(map))
    expect(weighClaims({ ...read, polarity: '-' } as MapLink)).toMatchObject({ disagree: [], contested: false })
    expect(read.claims?.every(({ about }) => about === statementOf(read))).toBe(true)
  })

  it('CLAIM-6: words on an earlier form of a link have no place in tables, and are listed', () => {
    expect(only(csv(map), 'ba').claims).toBeUndefined()
    for (const losses of [listCsvLosses(map), listKumuLosses(map)]) {
      expect(losses).toMatchObject([{ what: 'word on an earlier form of a link', count: 1 }])
    }
  })

  it('CLAIM-6: a Kumu connection that runs both ways is told as two where people speak of the way back', () => {
    const both = testMap({
      elements: { a: {}, b: {} },
      links: {
        ab: { from: 'a', to: 'b', polarity: '+', extra: { 'kumu:direction': 'mutual' } },
        ba: {
          from: 'b',
          to: 'a',
          polarity: '+',
          extra: { 'kumu:back-of': 'ab' },
          'claim:p1': { says: 'agree', name: 'Ben', at: 1 },
        },
      },
    })
    expect(weighClaims(only(kumu(both), 'ba')).agree).toEqual(['Ben'])
  })

  it('CLAIM-9: an address that is none stays with what the file brought', () => {
    const text = 'from,to,sign,evidence url\nTrust,Fees,-,see page 3\n'
    const [read] = fromWeftMap(expectMap(readCsv([{ name: 'links.csv', text }])).map).links.values()
    expect(read).toMatchObject({ extra: { evidenceUrl: 'see page 3' } })
    expect(read).not.toHaveProperty('evidenceUrl')
  })
})
