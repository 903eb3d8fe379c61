import { describe, expect, it } from 'vitest'
import { readPastedList } from '../../../lib/formats/pasteList'

describe('readPastedList', () => {
  it('PANEL-2: makes one label per line, without bullets, numbers and blank lines', () => {
    const { labels, links } = readPastedList(
      '- Workload\n• Staff turnover\n\n3. Vacant posts\n4) Agency  cover\r\n* Trust\n',
    )
    expect(labels).toEqual(['Workload', 'Staff turnover', 'Vacant posts', 'Agency cover', 'Trust'])
    expect(links).toEqual([])
  })

  it('PANEL-2: makes one label per cell of a spreadsheet', () => {
    expect(readPastedList('Rent\tDamp\nRepairs\t').labels).toEqual(['Rent', 'Damp', 'Repairs'])
  })

  it('PANEL-2: keeps commas inside a label', () => {
    expect(readPastedList('Homes, warm and dry\nHealth').labels).toEqual(['Homes, warm and dry', 'Health'])
    expect(readPastedList('Rent, too high\nDamp, mould').links).toEqual([])
  })

  it('PANEL-2: takes equal labels once, whatever their case, and says which', () => {
    const { labels, repeated } = readPastedList('Rent\nrent\nDamp')
    expect(labels).toEqual(['Rent', 'Damp'])
    expect(repeated).toEqual(['Rent'])
  })

  it('PANEL-2: numbers that belong to a label stay', () => {
    expect(readPastedList('2025 budget\n1,000 homes').labels).toEqual(['2025 budget', '1,000 homes'])
  })

  it('PANEL-3: makes links of rows with the columns from and to', () => {
    const { labels, links } = readPastedList(
      'from,to,sign,delay\nWorkload,Turnover,+,\n"Trust, lost",Turnover,-,yes\nTurnover,Workload,,',
    )
    expect(labels).toEqual(['Workload', 'Turnover', 'Trust, lost'])
    expect(links).toEqual([
      { from: 'Workload', to: 'Turnover', polarity: '+', delay: false },
      { from: 'Trust, lost', to: 'Turnover', polarity: '-', delay: true },
      { from: 'Turnover', to: 'Workload', polarity: undefined, delay: false },
    ])
  })

  it('PANEL-3: makes links of rows without column names if each has a sign', () => {
    const { links } = readPastedList('Workload;Turnover;+\nTurnover;Experience;−')
    expect(links.map(({ from, to, polarity }) => [from, to, polarity])).toEqual([
      ['Workload', 'Turnover', '+'],
      ['Turnover', 'Experience', '-'],
    ])
  })

  it('PANEL-3: leaves out links from a variable to itself, and the same link twice', () => {
    const { links } = readPastedList('from\tto\nA\ta\nA\tB\na\tb')
    expect(links).toHaveLength(1)
  })

  it('PANEL-2: cuts labels that are too long and says which', () => {
    const { labels, shortened } = readPastedList(`${'x'.repeat(400)}\nshort`)
    expect(labels[0]).toHaveLength(299)
    expect(shortened).toEqual([labels[0]])
  })
})
