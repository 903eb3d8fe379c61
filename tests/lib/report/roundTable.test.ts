import { describe, expect, it } from 'vitest'
import { roundSetupSchema, summariseRound } from '../../../lib/practice/round'
import { renderReportTable } from '../../../lib/report/renderCsv'
import type { ReportTable } from '../../../lib/report/reportPage'
import { tabulateRound } from '../../../lib/report/roundTable'
import { leaveNamesOut } from '../../../lib/report/withoutNames'
import { findReportWords } from '../../../server/report/reportWords'

const words = findReportWords('en', 'UTC')
const labels = { wait: 'Waiting time', fare: 'Fare income' }

function tabulate(input: object, answers: readonly object[], names = true): ReportTable {
  const setup = roundSetupSchema.parse({ question: 'Q', anonymous: false, ...input })
  const given = answers.map((answer, index) => ({ by: { id: `p${index}`, name: ['Ana', 'Ben'][index] ?? '' }, answer }))
  const outcome = summariseRound(setup, given)
  return tabulateRound({ setup, labels, outcome: names ? outcome : leaveNamesOut(outcome) }, 'result', words)
}

describe('the table of a scale', () => {
  it('REPORT-36: says what its ends mean', () => {
    const asked = { kind: 'scale', targets: ['wait'], low: 'not at all', high: 'fully sure' }
    const { columns, rows } = tabulate(asked, [{ values: { wait: 4 } }])
    expect(columns.slice(0, 6).map(({ title }) => title)).toEqual([
      'About',
      '1: not at all',
      '2',
      '3',
      '4',
      '5: fully sure',
    ])
    expect(rows[0]?.slice(0, 6)).toEqual(['Waiting time', 0, 0, 0, 1, 0])
    const bare = tabulate({ kind: 'scale', targets: ['wait'] }, [{ values: { wait: 4 } }])
    expect(bare.columns[1]?.title).toBe('1')
  })
})

describe('the table of a round about challenges', () => {
  const asked = { kind: 'challenge', targets: ['wait', 'fare'] }
  const answers = [
    { judgements: { wait: { problem: false }, fare: { problem: true, solution: true } } },
    { judgements: { wait: { problem: true, solution: false } } },
  ]

  it('ROUND-60, ROUND-71: tells of each element the counts, and what the group says', () => {
    expect(renderReportTable(tabulate(asked, answers))).toBe(
      '\uFEFFAbout,Technical,Mixed,Adaptive,The group says,Who\r\n' +
        'Waiting time,0,1,1,the group is split,"Ana adaptive, Ben mixed"\r\n' +
        'Fare income,1,0,0,technical,Ana technical\r\n',
    )
  })

  it('REPORT-3: has no name without the tick', () => {
    expect(JSON.stringify(tabulate(asked, answers, false))).not.toMatch(/Ana|Ben|Who/)
  })
})

describe('the table of a pulse', () => {
  const asked = { kind: 'pulse', targets: ['wait', 'fare'] }
  const answers = [
    { states: { wait: { says: 'worsening', note: 'Two buses fewer' }, fare: { says: 'unknown' } } },
    { states: { wait: { says: 'worsening', note: '=1+1' } } },
  ]

  it('ROUND-60, ROUND-73: tells of each element the counts, the headline and what people wrote', () => {
    const [wait, fare] = tabulate(asked, answers).rows
    expect(wait).toEqual([
      'Waiting time',
      ...[0, 0, 2, 0],
      'getting worse',
      '“=1+1” (Ben)\n“Two buses fewer” (Ana)',
      'Ana getting worse, Ben getting worse',
    ])
    expect(fare).toEqual(['Fare income', 0, 0, 0, 1, 'not known', '', 'Ana not known'])
  })

  it('REPORT-3, ROUND-74: without the tick notes tell nobody, and not how somebody sees it', () => {
    const table = tabulate(asked, answers, false)
    expect(table.rows[0]?.[6]).toBe('“=1+1”\n“Two buses fewer”')
    expect(JSON.stringify(table)).not.toMatch(/Ana|Ben|Who/)
  })
})

describe('the table of a set of questions', () => {
  const asked = {
    kind: 'survey',
    anonymous: true,
    groups: [{ id: 'goal', name: 'A shared goal', questions: [{ id: 'a', text: 'We want the same.' }] }],
    sectors: [
      { id: 'health', name: 'Health' },
      { id: 'parks', name: 'Parks' },
    ],
  }
  const from = (sector: string, value: number): object => ({ values: { a: value }, sector })

  it('ROUND-60, ROUND-77, ROUND-78: tells of groups and questions, with sectors of whom enough answered', () => {
    const reason = { text: 'We said so', about: 'wait' }
    const health = [from('health', 2), from('health', 4), { ...from('health', 5), reasons: { a: reason } }]
    const table = tabulate(asked, [...health, from('parks', 1), from('parks', 1), { values: { a: 1 } }])
    expect(table.columns.map(({ title }) => title)).toEqual([
      ...['Theme', 'Question', '1', '2', '3', '4', '5', 'Middle', 'Mean'],
      ...['What makes people say that', 'By sector'],
    ])
    const figures = [3, 1, 0, 1, 1, 1.5, 2.3]
    expect(table.rows).toEqual([
      [
        ...['A shared goal', 'We want the same.', ...figures],
        ...['“We said so” (Waiting time)', 'Health: 3.7, Parks: not shown'],
      ],
    ])
  })

  it('ROUND-60: says a group of several questions as a whole, too', () => {
    const [goal] = asked.groups
    const two = {
      ...asked,
      groups: [{ ...goal, questions: [...(goal?.questions ?? []), { id: 'b', text: 'We need the same.' }] }],
    }
    expect(tabulate(two, [{ values: { a: 2, b: 5 } }]).rows.map((row) => row.slice(0, 2))).toEqual([
      ['A shared goal', 'All of it'],
      ['A shared goal', 'We want the same.'],
      ['A shared goal', 'We need the same.'],
    ])
  })

  it('ROUND-77: has no column of sectors where nobody said one', () => {
    expect(tabulate(asked, [{ values: { a: 1 } }]).columns).toHaveLength(10)
    expect(tabulate(asked, []).rows[0]).toEqual(['A shared goal', 'We want the same.', 0, 0, 0, 0, 0, '', '', ''])
  })
})
