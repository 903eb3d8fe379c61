import { describe, expect, it } from 'vitest'
import { listTables, composeReport } from '../../../lib/report/composeReport'
import type { MeetingRecord } from '../../../lib/report/buildReport'
import { reportSchema } from '../../../lib/report/report'
import { roundSetupSchema, summariseRound } from '../../../lib/practice/round'
import { findReportWords } from '../../../server/report/reportWords'
import { emptyRecord, reportOf } from '../../helpers/sampleReport'
import { testView } from '../../helpers/testMap'

const noon = (day: number): number => Date.UTC(2026, 2, day, 12)
const map = testView({
  elements: { wait: { label: 'Waiting time' }, fares: { label: 'Fare income' }, rest: { label: 'Rest' } },
  practices: {
    1: {
      kind: 'check-in',
      about: 'wait',
      at: noon(1),
      state: 'worsening',
      note: 'Two lines were cut',
      by: 'Benedikta',
    },
    2: { kind: 'check-in', about: 'fares', at: noon(2), state: 'steady', by: 'Caspian' },
    3: { kind: 'check-in', about: 'gone', at: noon(2), state: 'steady', note: 'Secret', by: 'Caspian' },
  },
})

function revealed(kind: 'pulse' | 'challenge', day: number, ...answers: readonly object[]) {
  const setup = roundSetupSchema.parse({ kind, question: 'Q', targets: ['wait', 'gone'] })
  const outcome = summariseRound(
    setup,
    answers.map((answer) => ({ answer })),
  )
  const head = {
    ...{ id: `${kind}${day}`, setup, labels: {}, state: 'revealed' as const, openedAt: noon(day), openedBy: 'Fay' },
    ...{ done: answers.length, asked: answers.length },
  }
  return { head, outcome }
}

const better = { states: { wait: { says: 'improving' }, gone: { says: 'improving' } } }
const technical = { judgements: { wait: { problem: true, solution: true }, gone: { problem: false } } }
const record: MeetingRecord = {
  ...emptyRecord,
  rounds: [revealed('pulse', 5, better, better), revealed('challenge', 6, technical)],
}

describe('pulse in the report', () => {
  it('GOING-8: tells now against last time, check-ins, and kinds, and nothing of what is not on the map', () => {
    const report = reportOf(map, record)
    expect(report.pulse).toEqual({
      going: [
        {
          ...{ id: 'fares', label: 'Fare income', move: 'new' },
          now: { says: 'steady', day: '2026-03-02', people: 1 },
        },
        {
          ...{ id: 'wait', label: 'Waiting time', move: 'better' },
          now: { says: 'improving', day: '2026-03-05', people: 2 },
          before: { says: 'worsening', day: '2026-03-01', people: 1 },
        },
      ],
      checkIns: [
        { label: 'Waiting time', day: '2026-03-01', says: 'worsening', note: 'Two lines were cut' },
        { label: 'Fare income', day: '2026-03-02', says: 'steady', note: '' },
      ],
      kinds: [{ id: 'wait', label: 'Waiting time', kind: 'technical', people: 1, day: '2026-03-06' }],
    })
    expect(JSON.stringify(report.pulse)).not.toContain('Secret')
    expect(reportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report)
  })

  it('GOING-8: names stand in it only where they are asked for', () => {
    expect(JSON.stringify(reportOf(map, record).pulse)).not.toMatch(/Benedikta|Caspian/)
    const named = reportOf(map, record, { names: true })
    expect(named.pulse?.checkIns.map(({ by }) => by)).toEqual(['Benedikta', 'Caspian'])
  })

  it('GOING-8: stands as tables in words, and is named as empty where nobody said anything', () => {
    const words = findReportWords('en', 'UTC')
    const tables = listTables(composeReport(reportOf(map, record, { names: true }), words))
    const rowsOf = (id: string) => tables.find((table) => table.id === id)?.rows
    expect(rowsOf('pulse')?.[1]).toEqual([
      'Waiting time',
      'Better',
      'Getting better (Mar 5, 2026, 2 people)',
      'Getting worse (Mar 1, 2026, one person)',
    ])
    expect(rowsOf('check-ins')?.[0]).toEqual([
      'Mar 1, 2026',
      'Waiting time',
      'Getting worse',
      'Two lines were cut',
      'Benedikta',
    ])
    expect(rowsOf('challenge-kinds')?.[0]?.slice(0, 2)).toEqual(['Waiting time', 'Technical (one person)'])
    const empty = composeReport(reportOf(testView()), words).sections
    expect(empty.map(({ id }) => id)).not.toContain('pulse')
    expect(JSON.stringify(empty.at(-1))).toContain('“Pulse and kind of problem”')
  })
})
