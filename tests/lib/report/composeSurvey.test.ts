import { describe, expect, it } from 'vitest'
import { roundSetupSchema, summariseRound } from '../../../lib/practice/round'
import { composeReport, listTables } from '../../../lib/report/composeReport'
import type { ReportBlock } from '../../../lib/report/reportPage'
import type { MeetingRecord } from '../../../lib/report/buildReport'
import { findReportWords } from '../../../server/report/reportWords'
import { emptyRecord, reportOf } from '../../helpers/sampleReport'
import { testView } from '../../helpers/testMap'

const words = findReportWords('en', 'UTC')
const noon = (day: number): number => Date.UTC(2026, 2, day, 12)

const groups = [
  {
    id: 'goal',
    name: 'A shared goal',
    questions: [
      { id: 'g1', text: 'We want the same.' },
      { id: 'g2', text: 'We said so.' },
    ],
  },
  {
    id: 'measure',
    name: 'Shared measures',
    questions: [
      { id: 'm1', text: 'We count the same.' },
      { id: 'm2', text: 'We look at it.' },
    ],
  },
  { id: 'talk', name: 'Talking often', questions: [{ id: 't1', text: 'We talk.' }] },
]

/** A set of questions, answered on a day: for each person what they say to which question. */
function surveyOn(day: number, answers: readonly Readonly<Record<string, number>>[]): MeetingRecord['rounds'][number] {
  const setup = roundSetupSchema.parse({
    kind: 'survey',
    question: 'How well do we pull together?',
    set: 'own',
    groups,
  })
  return {
    head: {
      ...{ id: `s${day}`, setup, labels: {}, state: 'revealed', openedAt: noon(day), openedBy: 'Fay' },
      ...{ done: answers.length, asked: answers.length },
    },
    outcome: summariseRound(
      setup,
      answers.map((values) => ({ answer: { values } })),
    ),
  }
}

function blocksOf(...rounds: MeetingRecord['rounds']): readonly ReportBlock[] {
  const page = composeReport(reportOf(testView({}), { ...emptyRecord, rounds }), words)
  return page.sections.find(({ id }) => id === 'rounds')?.blocks ?? []
}
const textsOf = (blocks: readonly ReportBlock[]): readonly string[] =>
  blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : []))
const first = surveyOn(2, [
  { g1: 2, m1: 3, t1: 4 },
  { g1: 2, m1: 3, t1: 4 },
])

describe('a set of questions in the report', () => {
  it('REPORT-39: the means of three groups and more are a picture, and told beside it', () => {
    const drawing = blocksOf(first).find(({ kind }) => kind === 'drawing')
    expect(drawing).toMatchObject({
      alt: 'Picture of the means: “A shared goal” 2.0, “Shared measures” 3.0, “Talking often” 4.0',
    })
    expect(drawing?.kind === 'drawing' && drawing.drawing.svg).toMatch(/^<svg .*Talking often/s)
  })

  it('REPORT-39: questions that nobody answered are one sentence, and rows only of the table that is taken home', () => {
    const blocks = blocksOf(first)
    expect(textsOf(blocks)).toContain('Nobody said anything about: “We said so.”, “We look at it.”.')
    const table = blocks.find((block) => block.kind === 'table')
    expect(table?.kind === 'table' && table.table.rows.map((row) => row[1])).toEqual([
      'All of it',
      'We want the same.',
      'All of it',
      'We count the same.',
      'We talk.',
    ])
    const page = composeReport(reportOf(testView({}), { ...emptyRecord, rounds: [first] }), words)
    expect(listTables(page).find(({ id }) => id === 'round-1')?.rows).toHaveLength(7)
  })

  it('REPORT-39: a group of which nobody said anything is told by its name', () => {
    const texts = textsOf(blocksOf(surveyOn(2, [{ g1: 2, g2: 2, t1: 4 }])))
    expect(texts).toContain('Nobody said anything about: “Shared measures”.')
  })

  it('REPORT-39: beside the time before it says what moved, and how many answered each time', () => {
    const blocks = blocksOf(first, surveyOn(9, [{ g1: 4, m1: 3, t1: 3 }]))
    const moves = blocks.flatMap((block) =>
      block.kind === 'table' && block.table.id === 'round-2-moves' ? [block.table] : [],
    )
    expect(moves.map(({ rows }) => rows)).toEqual([
      [
        ['A shared goal', '2.0', '4.0', 'up'],
        ['Shared measures', '3.0', '3.0', 'about the same'],
        ['Talking often', '4.0', '3.0', 'down'],
      ],
    ])
    expect(textsOf(blocks).join(' ')).toContain('Then 2 people answered, this time one person.')
    expect(textsOf(blocks).join(' ')).toContain('The dashed line is March 2, 2026')
  })

  it('REPORT-39: the first time is beside nothing', () => {
    expect(JSON.stringify(blocksOf(first))).not.toContain('-moves')
  })
})

describe('other rounds in the report', () => {
  it('REPORT-39: elements of which nobody said anything are one sentence', () => {
    const setup = roundSetupSchema.parse({ kind: 'pulse', question: 'How does it go?', targets: ['a', 'b'] })
    const pulse: MeetingRecord['rounds'][number] = {
      head: {
        ...{
          id: 'p',
          setup,
          labels: { a: 'Trust', b: 'Health' },
          state: 'revealed',
          openedAt: noon(2),
          openedBy: 'Fay',
        },
        ...{ done: 1, asked: 1 },
      },
      outcome: summariseRound(setup, [{ answer: { states: { a: { says: 'improving' } } } }]),
    }
    const blocks = blocksOf(pulse)
    expect(textsOf(blocks)).toContain('Nobody said anything about: “Health”.')
    const table = blocks.find((block) => block.kind === 'table')
    expect(table?.kind === 'table' && table.table.rows.map((row) => row[0])).toEqual(['Trust'])
  })
})
