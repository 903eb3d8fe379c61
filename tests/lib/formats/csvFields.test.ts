import { describe, expect, it } from 'vitest'
import { readCsv } from '@/lib/formats/csv'
import { writeCsv, writeCsvFiles } from '@/lib/formats/csvWriter'
import { readKumu } from '@/lib/formats/kumu'
import { writeKumu } from '@/lib/formats/kumuWriter'
import { readWeftData } from '@/lib/formats/weftJson'
import { writeWeftJson } from '@/lib/formats/weftJsonWriter'
import { readCustomFields } from '@/lib/model/customField'
import { fromWeftMap } from '@/lib/model/mapFile'
import { testMap } from '../../helpers/testMap'
import { expectMap } from './reading'

const map = testMap({
  meta: {
    'field:cost': { name: 'Cost', type: 'number', at: 2 },
    'field:mood': { name: 'Power', type: 'choice', choices: ['Low', 'High, very'], of: ['variable'], at: 1 },
    'field:met': { name: '=Met', type: 'date', personal: true, at: 3 },
    'field:same': { name: 'Cost', type: 'text', at: 4 },
  },
  elements: {
    a: { 'field:cost': 12.5, 'field:mood': 'High, very', 'field:met': '2026-03-01', extra: { Cost: 'old' } },
    b: { 'field:cost': 'lots', 'field:same': '=1+1' },
    s: { kind: 'stakeholder', label: 'Clinic', power: 0.5 },
  },
})
const read = (text: string) => expectMap(readCsv([{ name: 'map.csv', text }])).map

describe('fields of the map’s own in files', () => {
  it('FIELD-8: CSV carries them as columns under their names, and takes them back', () => {
    const text = writeCsv(map)
    const columns = text.split('\r\n').find((line) => line.startsWith('id,kind,label'))
    expect(columns?.split(',')).toEqual(expect.arrayContaining(['Cost', 'field:Power', 'power', `'=Met`, 'extra:Cost']))
    const back = read(text)
    expect(readCustomFields(fromWeftMap(back).meta)).toEqual(readCustomFields(fromWeftMap(map).meta))
    for (const id of ['a', 'b', 's'] as const) {
      const said = map.elements[id as never] as object
      expect(back.elements[id as never]).toEqual(said)
    }
  })

  it('FIELD-18: their columns stand in the order of the fields, whoever says something in which first, and after reading too', () => {
    const unordered = testMap({
      meta: {
        'field:one': { name: 'One', type: 'number', at: 1 },
        'field:two': { name: 'Two', type: 'text', at: 2 },
        'field:three': { name: 'Three', type: 'text', at: 3 },
        'field:none': { name: 'None', type: 'text', at: 4 },
      },
      elements: { a: { 'field:three': 'x' }, b: { 'field:two': 'y', 'field:one': 1 } },
    })
    const text = writeCsv(unordered)
    expect(text).toContain('id,kind,label,description,tags,One,Two,Three')
    // A field that nobody says anything in has no column, as before.
    expect(text).not.toContain('Three,None')
    expect(writeCsv(read(text))).toBe(text)
    expect(writeCsvFiles(unordered).elements).toContain('tags,One,Two,Three')
  })

  it('FIELD-8: one table to a file has the columns too', () => {
    expect(writeCsvFiles(map).elements.split('\r\n')[0]).toContain('Cost')
  })

  it('FIELD-8: without a section of fields a column is what it was before: the people’s own', () => {
    const back = read('label,Cost\nA,5\n')
    expect(Object.values(back.elements)[0]?.extra).toEqual({ Cost: '5' })
  })

  it('FIELD-2: a section that says nothing usable costs nothing else', () => {
    const back = read('fields\r\nid,name,type\r\n!,,x\r\n!,Site,moon\r\n\r\nelements\r\nlabel,Site\r\nA,North\r\n')
    expect(readCustomFields(fromWeftMap(back).meta)).toMatchObject([{ name: 'Site', type: 'text' }])
    expect(Object.values(back.elements)[0]).toMatchObject({ 'field:f2': 'North' })
  })

  it('FIELD-12: what is longer than a map keeps is cut, what it has no room for is left out, and both are told', () => {
    const long = 'x'.repeat(501)
    const name = 'n'.repeat(61)
    const words = Array.from({ length: 61 }, (_, at) => `w${at}`).join('|')
    const more = Array.from({ length: 40 }, (_, at) => `f${at + 3},More ${at},text,`).join('\r\n')
    const { map: back, report } = expectMap(
      readCsv([
        {
          name: 'map.csv',
          text: `fields\r\nid,name,type,choices\r\nf1,${name},text,\r\nf2,Way,choice,${words}\r\n${more}\r\n\r\nelements\r\nlabel,${name}\r\nA,${long}\r\nB,"  fits  "\r\n`,
        },
      ]),
    )
    const [first, second] = readCustomFields(fromWeftMap(back).meta)
    expect([first?.name.length, second?.choices?.length]).toEqual([60, 60])
    expect(Object.values(back.elements)).toMatchObject([{ 'field:f1': `${'x'.repeat(499)}…` }, { 'field:f1': 'fits' }])
    const told = report.notCarried.map(({ code, what, where }) => [code, what, where])
    expect(told).toEqual(
      expect.arrayContaining([
        ['shortened', 'name', 'line 3'],
        ['other-data', 'w60', 'line 4'],
        ['other-data', 'More 38', 'line 43'],
        ['other-data', 'More 39', 'line 44'],
        ['shortened', first?.name, 'line 48'],
      ]),
    )
    expect(told).toHaveLength(5)
  })

  it('FIELD-8: Weft JSON carries them', () => {
    const back = expectMap(readWeftData(JSON.parse(writeWeftJson(map)))).map
    expect(back).toEqual(map)
  })
})

describe('fields of the map’s own in Kumu files', () => {
  it('FIELD-8: are attributes under their names, and come back as the people’s own', () => {
    const text = writeKumu(map)
    const back = expectMap(readKumu(text))
    expect(Object.values(back.map.elements)[0]?.extra).toMatchObject({ cost: 12.5, 'field:power': 'High, very' })
  })

  it('FIELD-8: words with bars and zeros in front come back as they were', () => {
    const odd = testMap({
      meta: {
        'field:way': { name: 'Way', type: 'choice', choices: ['x|y', 'a\\b', 'c\\|', 'd\\'], at: 1 },
        'field:code': { name: 'Code', type: 'number', at: 3 },
      },
      elements: { a: { 'field:way': 'x|y', 'field:code': '01234' } },
    })
    const back = read(writeCsv(odd))
    expect(readCustomFields(fromWeftMap(back).meta)).toEqual(readCustomFields(fromWeftMap(odd).meta))
    expect(Object.values(back.elements)).toMatchObject([{ 'field:way': 'x|y', 'field:code': '01234' }])
  })
})
