import { describe, expect, it } from 'vitest'
import { readCsv } from '@/lib/formats/csv'
import { listCsvLosses, writeCsv, writeCsvFiles } from '@/lib/formats/csvWriter'
import { partReport } from '@/lib/formats/report'
import type { WeftMap } from '@/lib/model/weftMap'
import { drawLinks, expectMap, findLoss, fixtureText } from './reading'

const read = (text: string) => readCsv([{ name: 'table.csv', text }])
const linksOf = (text: string): readonly string[] => drawLinks(expectMap(read(text)).map)

describe('a list of links', () => {
  const imported = expectMap(read(fixtureText('edges.csv')))

  it('FORMAT-50: finds delimiter, column names, quotes and signs by itself', () => {
    expect(drawLinks(imported.map)).toEqual([
      'Flooding → Trust (-)',
      'Rain; heavy → River level (+)',
      'River level → Flooding (+)',
    ])
  })

  it('FORMAT-51: brings strengths to 0…1 and keeps the numbers they came from', () => {
    const links = Object.values(imported.map.links)
    expect(links.map((link) => link.strength)).toEqual([1, 1 / 3, 2 / 3])
    expect(links[0]?.extra).toEqual({ weight: '3', Source: 'Ana' })
    expect(links[2]?.extra).toEqual({ weight: '2', Source: 'said "often"' })
    expect(findLoss(imported, 'scaled-strength')).toBeDefined()
  })

  it('FORMAT-52: says on which line a link has no end', () => {
    expect(findLoss(imported, 'missing-end')).toMatchObject({ where: 'line 5', count: 1 })
  })

  it.each([
    ['comma', 'from,to,sign\nA,B,+\n'],
    ['tab', 'from\tto\tsign\nA\tB\tpositive\n'],
    ['bar', 'From|To|Polarity\nA|B|S\n'],
    ['semicolon and old Mac line ends', 'source;target;sign\rA;B;1\r'],
    ['a sep line', 'sep=;\r\nsource;target;sign\r\nA;B;same\r\n'],
    ['a byte order mark', '\uFEFFfrom,to,sign\nA,B,+'],
    ['other names', 'Cause,Effect,Link polarity\nA,B,pos'],
    ['a type column of signs', 'from,to,type\nA,B,+'],
    ['no column names', 'A,B,+'],
    ['weights with a minus among them', 'from,to,weight\nA,B,1\n'],
  ])('FORMAT-50: reads %s', (name, text) => {
    const expected = name.startsWith('weights') ? ['A → B ()'] : ['A → B (+)']
    expect(linksOf(text)).toEqual(expected)
  })

  it('FORMAT-53: takes weights for signs only if some are negative', () => {
    expect(linksOf('from,to,weight\nA,B,2\nB,A,-1\n')).toEqual(['A → B (+)', 'B → A (-)'])
    expect(linksOf('from,to,weight\nA,B,2\nB,A,1\n')).toEqual(['A → B ()', 'B → A ()'])
  })

  it('FORMAT-54: several names in one cell are several links, unless an element is called so', () => {
    expect(linksOf('from,to,sign\nA,B|C,+\n')).toEqual(['A → B (+)', 'A → C (+)'])
    expect(linksOf('from,to,sign\nB|C,A,-\nA,B|C,+\n')).toEqual(['A → B|C (+)', 'B|C → A (-)'])
  })

  it('FORMAT-55: keeps parallel links and self-loops, and lists signs it cannot read', () => {
    const imported = expectMap(read('from,to,sign\nA,A,+\nA,B,+\nA,B,-\nB,A,maybe\n'))
    expect(drawLinks(imported.map)).toEqual(['A → A (+)', 'A → B (+)', 'A → B (-)', 'B → A ()'])
    expect(findLoss(imported, 'sign-unclear')).toMatchObject({ what: 'sign', example: '“maybe”', where: 'line 5' })
  })

  it('FORMAT-76: says which links stand there more than once, and which contradict each other, with their rows', () => {
    const { report } = expectMap(read('from,to,sign\nA,B,+\nB,C,+\nA,B,-\nB,C,+\nB,C,+\nC,A,+\nA,C,+\n'))
    expect(report.notCarried).toMatchObject([
      { code: 'contradicting-link', what: '“A” → “B”', where: 'line 2, line 4', count: 2 },
      { code: 'repeated-link', what: '“B” → “C”', where: 'line 3, line 5, line 6', count: 3 },
    ])
  })

  it('FORMAT-76: a list of links that all came over whole has nothing that was not carried over', () => {
    const { losses, remarks } = partReport(expectMap(read('from,to\nA,B\nB,A\nA,B\n')).report.notCarried)
    expect(losses).toEqual([])
    expect(remarks.map(({ code }) => code)).toEqual(['kind-guessed', 'repeated-link'])
  })

  it('FORMAT-55: an unsigned list is one of variables, and the report says that this was a guess', () => {
    const imported = expectMap(read('from,to\nA,B\n'))
    expect(imported.report.read).toMatchObject({ variables: 2, causalLinks: 1 })
    expect(findLoss(imported, 'kind-guessed')).toBeDefined()
  })

  it('FORMAT-55: an unsigned list with types is one of ties', () => {
    const { map } = expectMap(read('from,to,type,direction\nA,B,Money,directed\nB,C,Advice,mutual\n'))
    expect(Object.values(map.links)).toMatchObject([
      { kind: 'tie', type: 'money', direction: 'one-way' },
      { kind: 'tie', type: 'information', direction: 'mutual' },
    ])
  })
})

describe('elements and links', () => {
  it('FORMAT-56: reads two sections of one file, with ids, places and kinds', () => {
    const { map } = expectMap(read(fixtureText('two-tables.csv')))
    expect(map.elements).toMatchObject({
      a: { kind: 'variable', label: 'River', tags: ['water', 'north'], extra: { Region: 'East' } },
      b: { kind: 'stakeholder', form: 'organisation', label: 'Water board' },
    })
    expect(Object.values(map.links)).toMatchObject([
      { kind: 'relation', from: 'b', to: 'a', type: 'money', direction: 'one-way', description: 'each year' },
      { kind: 'relation', from: 'a', to: 'b' },
    ])
    expect(map.positions).toEqual({ board: { a: [10, 20], b: [110, 20] } })
  })

  it('FORMAT-56: reads them from two files in either order', () => {
    const elements = { name: 'elements.csv', text: 'id,dept\nv1,4\nv2,2\n' }
    const links = { name: 'links.csv', text: 'from,to\nv1,v2\nv2,v3\n' }
    const one = expectMap(readCsv([elements, links]))
    expect(expectMap(readCsv([links, elements])).map).toEqual(one.map)
    expect(one.map.elements).toMatchObject({ v1: { kind: 'stakeholder', label: 'v1', extra: { dept: '4' } } })
    expect(findLoss(one, 'made-element')).toMatchObject({ what: 'v3', where: 'links.csv, line 3' })
  })

  it('FORMAT-56: a list of elements alone is a map without links', () => {
    expect(expectMap(read('Label\nRain\nRiver\n')).report.read).toMatchObject({ variables: 2, links: 0 })
  })

  it('FORMAT-91: Weft’s own word for what something was read as is not kept beside it as a column unknown to Weft', () => {
    const elements = { name: 'elements.csv', text: 'Label,Type\nRain,variable\nBoard,Stakeholder\nRiver,Stock\n' }
    const links = { name: 'links.csv', text: 'From,To,Type,Polarity\nRain,River,causal,+\nRiver,Rain,evaporation,-\n' }
    const { map, report } = expectMap(readCsv([elements, links]))
    expect(Object.values(map.elements).map(({ kind, extra }) => [kind, extra ?? {}])).toEqual([
      ['variable', {}],
      ['stakeholder', {}],
      ['variable', { Type: 'Stock' }],
    ])
    expect(Object.values(map.links).map(({ extra }) => extra ?? {})).toEqual([{}, { type: 'evaporation' }])
    expect(report.notCarried.filter(({ code }) => code.startsWith('kept')).map(({ count }) => count)).toEqual([1, 1])
  })

  it('FORMAT-57: a value that does not fit stays beside the element instead of being lost', () => {
    const { map } = expectMap(read('label,kind,power,colour\nAna,stakeholder,vast,red\nBo,stakeholder,0.5,\n'))
    expect(Object.values(map.elements)).toMatchObject([{ extra: { power: 'vast', colour: 'red' } }, { power: 0.5 }])
  })
})

describe('a matrix', () => {
  it('FORMAT-58: the row influences the column', () => {
    const { map } = expectMap(read(fixtureText('matrix.csv')))
    expect(drawLinks(map)).toEqual(['Rain → River (+)', 'River → Trust (-)'])
    expect(Object.values(map.links).map((link) => link.strength)).toEqual([0.8, 0.5])
  })

  it('FORMAT-58: zeros and ones alone say nothing about signs', () => {
    expect(linksOf(',A,B\nA,0,1\nB,1,0\n')).toEqual(['A → B ()', 'B → A ()'])
  })
})

describe('tables that are no map', () => {
  it.each([
    ['date,price\n2020-01-01,3\n', 'line 1', 'date, price'],
    ['just some words', 'line 1', 'just some words'],
  ])('FORMAT-59: %j is refused with what was found and what is needed', (text, where, detail) => {
    expect(read(text)).toEqual({ ok: false, reason: { code: 'no-columns', where, detail } })
  })

  it('FORMAT-59: names the file if there are several', () => {
    const good = { name: 'a.csv', text: 'from,to\nA,B\n' }
    expect(readCsv([good, { name: 'b.csv', text: 'x,y\n1,2\n' }])).toMatchObject({
      reason: { where: 'b.csv, line 1' },
    })
    expect(readCsv([good, { name: 'b.csv', text: ' ' }])).toMatchObject({ reason: { code: 'empty', where: 'b.csv' } })
  })

  it('FORMAT-41: refuses more rows than a map holds', () => {
    const rows = (count: number, row: (index: number) => string) =>
      Array.from({ length: count }, (_, i) => row(i)).join('\n')
    expect(read(`label\n${rows(5_001, (i) => `V${i}`)}`)).toMatchObject({ reason: { code: 'too-many-elements' } })
    expect(read(`from,to\n${rows(5_001, (i) => `A${i},B`)}`)).toMatchObject({ reason: { code: 'too-many-elements' } })
    expect(read(`from,to\n${rows(20_001, () => 'A,B')}`)).toMatchObject({ reason: { code: 'too-many-links' } })
    expect(read(`from,to\n${rows(60_000, () => 'A,B')}`)).toMatchObject({ reason: { code: 'too-many-links' } })
    expect(read(`from,to${','.repeat(4_000_001)}`)).toMatchObject({ reason: { code: 'too-large' } })
  })

  it('FORMAT-59: says that a quotation mark is not closed', () => {
    const imported = expectMap(read('from,to,sign\nA,B,+\n"C,D,-\nE,F,+\n'))
    expect(findLoss(imported, 'bad-record')?.what).toBe('quotation mark that is not closed')
  })
})

describe('writing CSV', () => {
  const map = {
    weft: 1,
    meta: { schemaVersion: 1, title: 'River, with "quotes"', description: 'Two\nlines' },
    elements: {
      a: {
        kind: 'variable',
        label: '=SUM(A1)',
        description: 'line one\nline two',
        tags: ['x, y'],
        extra: { from: 'far', Region: 'N' },
      },
      b: {
        kind: 'stakeholder',
        label: 'Board',
        description: '',
        form: 'group',
        power: 0.25,
        influence: 3,
        locked: true,
      },
      n: { kind: 'note', label: '-12', description: '', colour: 'blue' },
      i: { kind: 'ink', label: '', description: '', points: [[0, 0]] },
    },
    links: {
      l: {
        kind: 'causal',
        from: 'a',
        to: 'a',
        polarity: '-',
        delay: true,
        strength: 0.5,
        description: '',
        curvature: -0.25,
      },
      t: { kind: 'tie', from: 'b', to: 'b', type: 'money', direction: 'mutual', description: '@home' },
      r: { kind: 'relation', from: 'n', to: 'b', description: '', label: 'about' },
    },
    positions: { board: { a: [0.5, -3], n: [1, 2, 200, 90] } },
    loops: { l: { name: 'Spiral' } },
    views: { v: { name: 'Mine' } },
  } as unknown as WeftMap

  it('FORMAT-32: is read back as the same map, but for what the report lists', () => {
    const expected = structuredClone(map) as { elements: Record<string, unknown>; views?: unknown }
    delete expected.elements['i']
    delete expected.views
    expect(expectMap(read(writeCsv(map))).map).toEqual(expected)
    expect(listCsvLosses(map).map((loss) => loss.what)).toEqual(['pen stroke', 'view'])
  })

  it('FORMAT-80, FORMAT-32: sectors go out by their names, and what is lost of looks is listed by name', () => {
    const own = {
      ...map,
      meta: { ...map.meta, 'sector:government': { name: 'Public bodies' }, 'sector:health': { colour: 'red' } },
      elements: Object.fromEntries(
        ['government', 'community', 'Labour'].map((sector) => [
          sector,
          { kind: 'stakeholder', label: `of ${sector}`, description: '', sector },
        ]),
      ),
      links: {},
      positions: { board: { Labour: [1, 2] }, rings: { Labour: [3, 4] } },
      views: { v1: { name: 'By sector', colourBy: 'sector' } },
      loops: {},
    } as unknown as typeof map
    const rows = writeCsvFiles(own).elements.split('\r\n')
    expect(rows.slice(1, 4)).toEqual([
      'government,stakeholder,of government,,,Public bodies,,',
      'community,stakeholder,of community,,,Community,,',
      'Labour,stakeholder,of Labour,,,Labour,1,2',
    ])
    expect(listCsvLosses(own).map(({ what, where }) => `${what}: ${where}`)).toEqual([
      'place in another view: of Labour',
      'colour and letters of a sector: Public bodies, Health',
      'view: By sector',
    ])
  })

  it('FORMAT-33: no cell can run as a formula in a spreadsheet', () => {
    const cells = writeCsv(map).split(/[,\r\n]+/)
    expect(
      cells.filter((cell) => /^"?[=@]/.test(cell) || (/^"?[+-]/.test(cell) && !/^-?[\d.]+$|^[+-]$/.test(cell))),
    ).toEqual([])
    expect(writeCsv(map)).toContain("'=SUM(A1)")
  })

  it('FORMAT-32: gives two files that are read together', () => {
    const { elements, links } = writeCsvFiles(map)
    const again = expectMap(
      readCsv([
        { name: 'links.csv', text: links },
        { name: 'elements.csv', text: elements },
      ]),
    )
    expect(Object.keys(again.map.elements)).toEqual(['a', 'b', 'n'])
    expect(drawLinks(again.map)).toEqual(['-12 → Board (relation)', '=SUM(A1) → =SUM(A1) (-)', 'Board → Board (tie)'])
  })

  it('FORMAT-32: names elements by label only where that is clear', () => {
    const twins = {
      ...map,
      elements: { ...map.elements, b: { kind: 'variable', label: '-12', description: '' } },
    } as WeftMap
    expect(drawLinks(expectMap(read(writeCsv(twins))).map)).toContain('-12 → -12 (relation)')
  })
})
