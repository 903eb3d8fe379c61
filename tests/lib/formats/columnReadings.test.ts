import { describe, expect, it } from 'vitest'
import { isContactColumn } from '@/lib/formats/contactColumns'
import { readCsv } from '@/lib/formats/csv'
import { writeCsv, writeCsvFiles } from '@/lib/formats/csvWriter'
import { readKumuProject } from '@/lib/formats/kumu'
import { writeKumu } from '@/lib/formats/kumuWriter'
import { fromWeftMap, toWeftMap } from '@/lib/model/mapFile'
import { partReport } from '@/lib/formats/report'
import { leavePersonalOut } from '@/lib/model/personal'
import { importReportSchema } from '@/lib/protocol/api'
import { expectMap } from './reading'

const readTable = (text: string) => expectMap(readCsv([{ name: 'actors.csv', text }]))
const readTies = (...texts: readonly string[]) =>
  expectMap(readCsv(texts.map((text, at) => ({ name: `ties${at}.csv`, text }))))
const linesOf = ({ report }: ReturnType<typeof readTable>, wanted: string) =>
  report.notCarried.flatMap(({ code, what, count, example }) => (code === wanted ? [{ what, count, example }] : []))
const sentencesOf = ({ report }: ReturnType<typeof readTable>): readonly string[] =>
  (report.columns ?? []).map(({ sentence }) => sentence)

describe('as what columns were read', () => {
  it('FORMAT-81: each column says its scale or its words, in a sentence of its own', () => {
    const read = readTable(
      [
        'Label,Type,Power,Interest,Urgency,Legitimacy,Influence,Stance,Sector,Role',
        'Ann,Person,0,4,0.5,40%,10,Supporter,HEALTH,Nurse',
        'Ben,Person,80,10,1,20%,5,against,Labour,',
        'Cy,Person,high,8,,,,neutral,labour,Clerk',
      ].join('\n'),
    )
    expect(sentencesOf(read)).toEqual([
      'Type: read as person, organisation or group; word for word.',
      'Sector: “Labour” stays a word of the map’s own.',
      'Role: word for word.',
      'Stance: “Supporter” is read as supports, “against” as opposes.',
      'Power: numbers out of 100, so 80 is read as 0.8; “high” is read as 1.',
      'Interest: numbers out of 10, so 4 is read as 0.4.',
      'Legitimacy: percents, so 40% is read as 0.4.',
      'Urgency: numbers from 0 to 1, as they are.',
      'Influence: numbers out of 10, brought to 0 to 5 discs, so 10 is read as 5.',
    ])
    expect(importReportSchema.safeParse(read.report).success).toBe(true)
  })

  it('FORMAT-86: columns of ties say as which kinds, strengths and directions they were read, and which words stay', () => {
    const read = readTies(
      [
        'From,To,Type,Strength,Direction',
        'Ann,Ben,reports to,strong,forward',
        'Ben,Cy,Childcare swap,weak,',
        'Cy,Ann,Money,3,Both',
        'Ann,Cy,Rumours,heavy,sideways',
      ].join('\n'),
    )
    expect(sentencesOf(read)).toEqual([
      'Strength: numbers out of 3, so 3 is read as 1; “strong” is read as 1, “weak” as 0.25.',
      'Type: read as kind of tie; “reports to” is read as Formal authority; “Childcare swap” and “Rumours” stay words of the map’s own, one way where the file says no direction.',
      'Direction: “forward” is read as one way, “Both” as both ways.',
    ])
    expect(importReportSchema.safeParse(read.report).success).toBe(true)
    expect(Object.values(read.map.links)).toMatchObject([
      { type: 'authority', direction: 'one-way', strength: 1 },
      { type: 'Childcare swap', direction: 'one-way', strength: 0.25 },
      { type: 'money', direction: 'mutual', strength: 1 },
      { type: 'Rumours', direction: 'one-way', extra: { Strength: 'heavy', Direction: 'sideways' } },
    ])
    // What Weft has no place for is not dropped without a word.
    expect(linesOf(read, 'kept-beside')).toEqual([
      { what: 'Strength', count: 1, example: '“heavy”' },
      { what: 'Direction', count: 1, example: '“sideways”' },
    ])
  })

  it('FORMAT-86: a column directed is read by yes and no; own kinds that say their direction need no word on it', () => {
    const read = readTies('from,to,relation,directed\nAnn,Ben,Rumours,yes\nBen,Cy,Rumours,no\n')
    expect(Object.values(read.map.links)).toMatchObject([{ direction: 'one-way' }, { direction: 'none' }])
    expect(sentencesOf(read)).toEqual([
      'relation: read as kind of tie; “Rumours” stays a word of the map’s own.',
      'directed: read as direction; “yes” is read as one way, “no” as no direction.',
    ])
  })

  it('FORMAT-86: the words by which Weft itself tells directions are read, with a blank or a hyphen', () => {
    const words = ['one way', 'One-way', 'one_way', 'two way', 'both ways', 'Both  directions', 'no direction']
    const rows = words.map((word, at) => `A${at},B${at},collaboration,${word}`)
    const read = readTies(`from,to,type,direction\n${rows.join('\n')}\n`)
    expect(Object.values(read.map.links).map((link) => (link as { direction?: string }).direction)).toEqual([
      'one-way',
      'one-way',
      'one-way',
      'mutual',
      'mutual',
      'mutual',
      'none',
    ])
    expect(linesOf(read, 'kept-beside')).toEqual([])
    expect(sentencesOf(read).at(-1)).toBe(
      'direction: “One-way” is read as one way, “one_way” as one way, “two way” as both ways, “Both  directions” as both ways.',
    )
    const own = readTies('kind,from,to,type,direction\ntie,Ann,Ben,money,both ways\n')
    expect(Object.values(own.map.links)).toMatchObject([{ direction: 'mutual' }])
  })

  it('FORMAT-86: what Weft wrote itself is told as plainly', () => {
    expect(sentencesOf(readTable(writeCsv(tied)))).toContain(
      'type: read as kind of tie; “Confidence” and “Rumours” stay words of the map’s own.',
    )
  })

  it('ACTOR-7: a column that is kept and personal by its name is told as such, and is in Weft JSON only when asked for', () => {
    const read = readTable(
      'Label,Type,E-mail,Power score,Attitude,Address,Budget,Contact person\nAnn,Person,a@x.example,7,warm,Quay 1,12,Bea\n',
    )
    expect(linesOf(read, 'kept-personal').map(({ what }) => what)).toEqual([
      'Power score',
      'Attitude',
      'Address',
      'Contact person',
    ])
    expect(linesOf(read, 'kept-column').map(({ what }) => what)).toEqual(['Budget'])
    expect(partReport(read.report.notCarried).kept).toHaveLength(5)
    expect(sentencesOf(read)).toContain('E-mail: read as contact; word for word.')
    const [ann] = Object.values(toWeftMap(leavePersonalOut(fromWeftMap(read.map))).elements)
    expect(ann?.extra).toEqual({ Budget: '12' })
    expect(Object.values(read.map.elements)[0]?.extra).toEqual({
      'Power score': '7',
      Attitude: 'warm',
      Address: 'Quay 1',
      Budget: '12',
      'Contact person': 'Bea',
    })
  })

  it('FORMAT-87: things to check name each column once, with how many cells and one of them', () => {
    const read = readTies(
      'From,To,Type,Strength\nAnn,Ben,money,3\nBen,Cy,money,1\n',
      'Label,Kind,Power,Stance\nAnn,stakeholder,80,for\nBen,stakeholder,high,against\nCy,stakeholder,much,perhaps\nDi,stakeholder,little,who knows\n',
      'From,To,Type,Strength\nCy,Ann,money,5\n',
    )
    expect(read.report.notCarried.map(({ code, what, count, example }) => [code, what, count, example])).toEqual([
      ['word-read', 'Stance', 2, '“for” as supports'],
      ['scaled-share', 'Power', 1, '80 as 0.8'],
      ['word-read', 'Power', 1, '“high” as 1'],
      ['kept-beside', 'Stance', 2, '“perhaps”'],
      ['kept-beside', 'Power', 2, '“much”'],
      ['scaled-strength', 'Strength', 3, '3 as 1'],
    ])
    const { losses, remarks } = partReport(read.report.notCarried, read.report.columns)
    expect(losses.map(({ what }) => what)).toEqual(['Stance', 'Power'])
    // The sentences on columns say it already.
    expect(remarks).toEqual([])
  })

  it('FORMAT-85: what was read is not called unknown: a strength that was scaled, a type that is the form', () => {
    const read = expectMap(
      readCsv([
        { name: 'ties.csv', text: 'From,To,Type,Strength\nAnn,Ben,money,3\nBen,Cy,money,1\n' },
        {
          name: 'actors.csv',
          text: 'Label,Kind,Type\nAnn,stakeholder,person\nBen,stakeholder,Organisation\nCy,stakeholder,NGO\n',
        },
      ]),
    )
    const kept = read.report.notCarried.filter(({ code }) => code.startsWith('kept-'))
    // The word says more than its form does.
    expect(kept.map(({ code, what, count }) => [code, what, count])).toEqual([['kept-type', 'Type', 1]])
    expect(partReport(kept).kept).toEqual(kept)
  })

  it.each(['kind', 'Type', 'Category'])(
    'FORMAT-88: a column %s tells people, and none of its words goes lost',
    (name) => {
      const read = expectMap(
        readCsv([
          {
            name: 'actors.csv',
            text: `label,${name}\nAnna,actor\nBen,farmer\nCem,person\nDua,Organization\nEli,NGO\n`,
          },
          { name: 'ties.csv', text: 'from,to\nAnna,Ben\nBen,Cem\n' },
        ]),
      )
      expect(Object.values(read.map.elements)).toMatchObject([
        { kind: 'stakeholder', extra: { [name]: 'actor' } },
        { kind: 'stakeholder', extra: { [name]: 'farmer' } },
        { kind: 'stakeholder', form: 'person' },
        { kind: 'stakeholder', form: 'organisation' },
        { kind: 'stakeholder', form: 'organisation', extra: { [name]: 'NGO' } },
      ])
      const [, , cem, dua] = Object.values(read.map.elements)
      expect([cem?.extra, dua?.extra]).toEqual([undefined, undefined])
      expect(sentencesOf(read)).toEqual([
        `${name}: read as person, organisation or group; “Organization” is read as organisation, “NGO” as organisation.`,
      ])
      const kept = read.report.notCarried.filter(({ code }) => code.startsWith('kept-'))
      expect(kept.map(({ code, what, count }) => [code, what, count])).toEqual([['kept-type', name, 3]])
      expect(Object.values(read.map.links).map(({ kind }) => kind)).toEqual(['tie', 'tie'])
    },
  )

  it('FORMAT-88: so does a column with the word that Weft has for it; quantities among people are left to say themselves', () => {
    const read = readTable('label,Form\nAnna,Person\nDua,organization\nFen,liquid\n')
    expect(Object.values(read.map.elements)).toMatchObject([
      { kind: 'stakeholder', form: 'person' },
      { kind: 'stakeholder', form: 'organisation' },
      { kind: 'stakeholder', extra: { Form: 'liquid' } },
    ])
    const mixed = readTable('label,kind\nAnna,person\nRain,Variable\nFen,marsh\n')
    expect(Object.values(mixed.map.elements)).toMatchObject([
      { kind: 'stakeholder', form: 'person' },
      { kind: 'variable' },
      { kind: 'variable', extra: { kind: 'marsh' } },
    ])
    expect(linesOf(mixed, 'kept-type').map(({ what, count }) => [what, count])).toEqual([['kind', 1]])
  })

  it('FORMAT-85: columns that Weft does not know are named, with how many have them', () => {
    const read = expectMap(
      readCsv([
        { name: 'ties.csv', text: 'From,To,Type,Since\nAnn,Ben,money,2019\nBen,Cy,money,\n' },
        {
          name: 'actors.csv',
          text: 'Label,Kind,Power,Budget,Level\nAnn,stakeholder,50%,100,high\nBen,stakeholder,much,200,\nCy,stakeholder,10%,,\n',
        },
      ]),
    )
    const named = (code: string) =>
      read.report.notCarried.filter((line) => line.code === code).map(({ what, count }) => [what, count])
    expect(named('kept-column')).toEqual([
      ['Budget', 2],
      ['Level', 1],
    ])
    expect(named('kept-link-column')).toEqual([['Since', 1]])
    // Nothing was guessed: every row says what it is.
    expect(named('kind-guessed')).toEqual([])
    const { losses, remarks, kept } = partReport(read.report.notCarried)
    expect(losses.map(({ code }) => code)).toEqual(['kept-beside'])
    expect(remarks).toEqual([])
    expect(kept.map(({ what }) => what)).toEqual(['Budget', 'Level', 'Since'])
  })

  it('FORMAT-81: words beyond the first few are counted; a file without such columns tells nothing', () => {
    const words = ['pro', 'for', 'ally', 'advocate', 'champion', 'promoter', 'against', 'opponent']
    const read = readTable(`Label,Type,Stance\n${words.map((word) => `${word} person,Person,${word}\n`).join('')}`)
    expect(read.report.columns?.[1]).toMatchObject({ column: 'Stance', field: 'stance', moreWords: 2 })
    expect(sentencesOf(read)[1]).toMatch(/“promoter” as supports, and 2 more\.$/)
    expect(readTable('from,to,sign\na,b,+\n').report).not.toHaveProperty('columns')
  })

  it('FORMAT-81: so it is with the attributes of a Kumu file', () => {
    const { report } = expectMap(
      readKumuProject({
        elements: [
          { label: 'City', 'element type': 'Organization', Stance: 'Supporter', Power: 7, 'Formal leader': 'yes' },
          { label: 'Dockers', 'element type': 'Group', Stance: 'Opposes', Power: 3 },
        ],
        connections: [{ from: 'City', to: 'Dockers', type: 'Funds', direction: 'mutual', strength: 2 }],
      }),
    )
    expect(report.columns?.map(({ sentence }) => sentence)).toEqual([
      'stance: “Supporter” is read as supports.',
      'power: numbers out of 7, so 7 is read as 1.',
      'formal leader: word for word.',
      'element type: read as person, organisation or group; “Organization” is read as organisation.',
      'strength: numbers out of 2, so 2 is read as 1.',
      'type: read as kind of tie; “Funds” is read as Money.',
      'direction: “mutual” is read as both ways.',
    ])
  })
})

describe('ways to reach somebody', () => {
  it.each(['E-mail', 'email', 'WorkE-Mail', 'Phone no', 'Téléphone', 'Mobile', 'E-mail address', 'Contact details'])(
    'FORMAT-82: a column %s holds them',
    (name) => expect(isContactColumn(name)).toBe(true),
  )
  it.each([
    'Email sent',
    'Last contact',
    'Postal address',
    'Contact frequency',
    'Number',
    'Work',
    'Name',
    'Mailing list',
  ])('FORMAT-82: a column %s does not', (name) => expect(isContactColumn(name)).toBe(false))

  it('FORMAT-82: they become the contact of stakeholders that have none, and are told', () => {
    const read = readTable(
      [
        'Label,Type,Contact,E-mail,Phone',
        'Ann,Person,,ann@x.example,555 1',
        'Ben,Person,ring the bell,ben@x.example,',
        'Cy,Person,,,',
        `Di,Person,,${'d'.repeat(301)},`,
        'Emissions,Variable,,air@x.example,',
      ].join('\n'),
    )
    expect(Object.values(read.map.elements)).toMatchObject([
      { contact: 'ann@x.example, 555 1' },
      { contact: 'ring the bell', extra: { 'E-mail': 'ben@x.example' } },
      {},
      { extra: { 'E-mail': 'd'.repeat(301) } },
      { kind: 'variable', extra: { 'E-mail': 'air@x.example' } },
    ])
    expect(sentencesOf(read)).toEqual([
      'Type: read as person, organisation or group; word for word.',
      'E-mail: read as contact; word for word.',
      'Phone: read as contact; word for word.',
      'Contact: word for word.',
    ])
  })

  it('FORMAT-82: what Weft keeps beside a stakeholder under such a name comes back beside it', () => {
    const map = {
      weft: 1,
      meta: { schemaVersion: 1, title: '', description: '' },
      elements: { a: { kind: 'stakeholder', label: 'Ann', description: '', extra: { 'E-mail': 'ann@x.example' } } },
      links: {},
      positions: {},
    } as unknown as Parameters<typeof writeCsv>[0]
    expect(Object.values(readTable(writeCsv(map)).map.elements)).toMatchObject([
      { extra: { 'E-mail': 'ann@x.example' } },
    ])
    expect(Object.values(readTable(writeCsv(map)).map.elements)[0]).not.toHaveProperty('contact')
  })
})

const tied = {
  weft: 1,
  meta: { schemaVersion: 1, title: '', description: '', 'tie:Trust': { name: 'Confidence' } },
  elements: {
    a: {
      kind: 'stakeholder',
      label: 'Ann',
      description: '',
      stance: 'opposes',
      power: 0.123,
      interest: 0.456,
      contact: '555 0199',
      extra: { 'Work e-mail': 'ann@x.example', Budget: 12 },
    },
    b: { kind: 'stakeholder', label: 'Ben', description: '' },
  },
  links: {
    l1: {
      kind: 'tie',
      from: 'a',
      to: 'b',
      type: 'authority',
      extra: { 'Contact e-mail': 'tie@x.example', since: 1999 },
    },
    l2: { kind: 'tie', from: 'b', to: 'a', type: 'Trust' },
    l3: { kind: 'tie', from: 'b', to: 'a', type: 'Rumours' },
  },
  loops: { 'l1.l2': { name: 'Round', note: 'They talk' } },
  views: { v: { name: 'Critics', 'filter:stances': ['opposes'], 'range:power': [0.123, 1] } },
  positions: {},
} as unknown as Parameters<typeof writeCsv>[0]

describe('kinds of tie in tables', () => {
  it('FORMAT-83: go out by the names that people read, and come in by name as by key', () => {
    const { links } = writeCsvFiles(tied)
    expect(links).toContain('Formal authority')
    expect(links).toContain('Confidence')
    expect(links).not.toMatch(/,authority,|Trust/)
    const types = (text: string): readonly unknown[] =>
      Object.values(readTable(text).map.links).map((link) => (link as { type?: string }).type)
    expect(types(writeCsv(tied))).toEqual(['authority', 'Confidence', 'Rumours'])
    for (const word of ['Formal authority', 'formal AUTHORITY', 'authority', 'reports to']) {
      expect(types(`From,To,Type,Direction\nAnn,Ben,${word},directed\n`)).toEqual(['authority'])
    }
    expect(types('kind,from,to,type\ntie,Ann,Ben,reports to\n')).toEqual(['reports to'])
  })
})

describe('Kumu without what is personal', () => {
  it('FORMAT-78: nothing of stance, power, interest or ways to reach somebody is anywhere in the file', () => {
    const open = toWeftMap(leavePersonalOut(fromWeftMap(tied)))
    for (const text of [writeKumu(open), writeCsv(open), JSON.stringify(open.elements) + JSON.stringify(open.links)]) {
      expect(text).toContain('Ann')
      expect(text).toMatch(/Budget/)
      expect(text).toMatch(/since/)
      expect(text).not.toMatch(/opposes|0\.123|0\.456|555|@|stance|"?power|interest|contact|mail/i)
    }
    expect(writeKumu(tied)).toMatch(/opposes[^]*555 0199[^]*tie@x\.example/)
  })
})
