import { describe, expect, it } from 'vitest'
import { readCsv } from '@/lib/formats/csv'
import { readKumuProject } from '@/lib/formats/kumu'
import type { LossCode } from '@/lib/formats/report'
import { expectMap } from './reading'

const readTable = (text: string) => expectMap(readCsv([{ name: 'actors.csv', text }]))
const stakeholders = (text: string): readonly object[] => Object.values(readTable(text).map.elements)
/** What one column of stakeholders becomes. */
const column = (field: string, ...cells: readonly string[]): readonly unknown[] =>
  stakeholders(`label,kind,${field}\n${cells.map((cell, at) => `E${at},stakeholder,${cell}\n`).join('')}`).map(
    (element) => (element as Readonly<Record<string, unknown>>)[field],
  )
const told = ({ report }: ReturnType<typeof readTable>, code: LossCode): readonly string[] =>
  report.notCarried.flatMap((line) => (line.code === code ? [line.what] : []))

describe('what files say of stakeholders', () => {
  it.each([
    ['shares', ['0', '0.5', '1', '40%'], [0, 0.5, 1, 0.4]],
    ['out of a hundred, by their company', ['80', '5', '100%', '0.4'], [0.8, 0.05, 1, 0.4]],
    ['out of the largest', ['4', '1', '2'], [1, 0.25, 0.5]],
    ['out of the largest, beyond a hundred', ['500', '250'], [1, 0.5]],
    ['words', ['High', 'medium', 'LOW', 'none of it'], [1, 0.5, 0.25, undefined]],
    ['what is none', ['-1', '120%', '0.2'], [undefined, undefined, 0.2]],
  ])('FORMAT-79: power: %s', (_, cells, values) => {
    expect(column('power', ...cells)).toEqual(values)
  })

  it.each([
    ['discs', ['0', '3', '5'], [0, 3, 5]],
    ['of a scale', ['10', '5', '50%'], [5, 3, 3]],
    ['shares', ['0.4', '1'], [2, 5]],
    ['words', ['high', 'low'], [5, 1]],
  ])('FORMAT-79: influence: %s', (_, cells, values) => {
    expect(column('influence', ...cells)).toEqual(values)
  })

  it('FORMAT-79: stances by their meaning', () => {
    const cells = ['Supporter', 'against', 'Strongly opposed', 'Undecided', 'ambivalent', 'OPPOSES', 'perhaps']
    const stances = ['supports', 'opposes', 'opposes', 'neutral', 'mixed', 'opposes', undefined]
    expect(column('stance', ...cells)).toEqual(stances)
  })

  it('FORMAT-79: what cannot be taken stays beside and is told; what was read by its meaning is told apart', () => {
    const read = readTable(
      'Label,Type,Stance,Power\nAnn,Person,perhaps,High\nBen,Person,against,much\nCy,Person,neutral,80\n',
    )
    expect(told(read, 'kept-beside')).toEqual(['Stance', 'Power'])
    expect(told(read, 'word-read')).toEqual(['Power', 'Stance'])
    expect(told(read, 'scaled-share')).toEqual(['Power'])
    expect(Object.values(read.map.elements)).toMatchObject([
      { power: 1, extra: { Stance: 'perhaps' } },
      { stance: 'opposes', extra: { Power: 'much' } },
      { stance: 'neutral', power: 0.8 },
    ])
  })

  it('FORMAT-79: of a variable they are columns of people’s own', () => {
    const [grid] = stakeholders('label,kind,power\nGrid,variable,300\nAnn,stakeholder,0.5\n')
    expect(grid).toMatchObject({ extra: { power: '300' } })
  })

  it('FORMAT-80: sectors by the names of Weft’s own, else as they were spelt first, in any case', () => {
    expect(column('sector', 'Health', 'health', 'HEALTH', 'Labour', 'labour', ' LABOUR')).toEqual(
      'health health health Labour Labour Labour'.split(' '),
    )
  })

  it('FORMAT-79, FORMAT-80: so it is with the attributes of a Kumu file', () => {
    const read = expectMap(
      readKumuProject({
        elements: [
          {
            _id: 'elem-1',
            attributes: { label: 'City', 'element type': 'Organization', Sector: 'Government', Stance: 'Supporter' },
          },
          { _id: 'elem-2', attributes: { label: 'Dockers', 'element type': 'Group', Stance: 'Opposes', Power: 0.3 } },
          {
            _id: 'elem-3',
            attributes: { label: 'Jane', 'element type': 'Person', Influence: 5, Sector: ['Port', 'City'] },
          },
        ],
        connections: [],
      }),
    )
    expect(Object.values(read.map.elements)).toMatchObject([
      { sector: 'government', stance: 'supports' },
      { stance: 'opposes', power: 0.3 },
      { influence: 5, extra: { sector: ['Port', 'City'] } },
    ])
    expect(Object.values(read.map.elements)[1]?.extra).toEqual({ 'element type': 'Group' })
    expect(told(read, 'word-read')).toEqual(['stance'])
    expect(told(read, 'kept-beside')).toEqual(['sector'])
  })

  it.each(['no', 'No', 'false', '0', '–'])('FORMAT-79: formal leader: “%s” says no, and is told once', (no) => {
    const fromTable = readTable(`label,kind,Formal leader\nAnn,stakeholder,x\nBo,stakeholder,${no}\n`)
    const fromKumu = expectMap(
      readKumuProject({
        elements: [
          { label: 'Ann', 'element type': 'Person', 'Formal leader': 'x' },
          { label: 'Bo', 'element type': 'Person', 'Formal leader': no },
        ],
        connections: [],
      }),
    )
    for (const read of [fromTable, fromKumu]) {
      const [ann, bo] = Object.values(read.map.elements)
      expect(ann).toMatchObject({ leader: true })
      expect(bo).not.toHaveProperty('leader')
      expect(bo?.extra ?? {}).not.toHaveProperty(['Formal leader'])
      expect(bo?.extra ?? {}).not.toHaveProperty(['formal leader'])
      expect(told(read, 'kept-beside')).toEqual([])
      expect(told(read, 'word-read')).toEqual([])
      expect(read.report.columns?.filter(({ field }) => field === 'leader')).toHaveLength(1)
    }
  })

  it('FORMAT-79: a file of Weft’s own comes back with leaders and contacts', () => {
    expect(stakeholders('label,kind,leader,contact\nAnn,stakeholder,yes,ann@example.org\n')).toMatchObject([
      { leader: true, contact: 'ann@example.org' },
    ])
  })
})
