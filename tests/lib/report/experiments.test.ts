import { describe, expect, it } from 'vitest'
import type { Scenario } from '../../../lib/model/scenario'
import { composeReport, listTables } from '../../../lib/report/composeReport'
import { reportSchema } from '../../../lib/report/report'
import { findReportWords } from '../../../server/report/reportWords'
import { reportOf } from '../../helpers/sampleReport'
import { element, testView } from '../../helpers/testMap'

const view = testView({
  elements: { rent: { label: 'Rent' }, debt: { label: 'Debt' }, calm: { label: 'Calm' } },
  links: {
    rd: { from: 'rent', to: 'debt', polarity: '+' },
    dc: { from: 'debt', to: 'calm', polarity: '-' },
  },
  practices: {
    talks: {
      ...{
        kind: 'experiment',
        name: ' Rent talks ',
        state: 'running',
        at: 1,
        expectation: 'Less debt, since people ask',
      },
      ...{ indicator: 'Letters about debt', begun: '2026-10-01', lookAgain: '2026-11-23' },
      ...{ 'mark:rent': 'down', 'mark:rd': 'weaker', 'mark:hidden': 'up' },
    },
    idle: { kind: 'experiment', name: 'Wait', state: 'over', at: 2, lookAgain: '2026-01-01', learned: 'Too slow' },
  },
})

describe('experiments in the report', () => {
  it('EXPERIMENT-10: tells marks, days, what the map says and what was learned; what is not to be seen is not named', () => {
    const report = reportOf(view)
    expect(report.experiments).toEqual([
      {
        ...{ id: 'talks', name: 'Rent talks', state: 'running', expectation: 'Less debt, since people ask' },
        ...{ indicator: 'Letters about debt', begun: '2026-10-01', lookAgain: '2026-11-23', due: true },
        marks: [
          { element: 'Rent', mark: 'down' },
          { from: 'Rent', to: 'Debt', mark: 'weaker' },
        ],
        ...{ outcome: 'run', rises: ['Calm'], falls: ['Debt'] },
      },
      {
        ...{ id: 'idle', name: 'Wait', state: 'over', lookAgain: '2026-01-01', due: false, learned: 'Too slow' },
        ...{ marks: [], outcome: 'nothing-changes', rises: [], falls: [] },
      },
    ])
    expect(reportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report)
  })

  it('EXPERIMENT-10: one row each, in words', () => {
    const tables = listTables(composeReport(reportOf(view), findReportWords('en', 'UTC')))
    expect(tables.find(({ id }) => id === 'experiments')?.rows).toEqual([
      [
        'Rent talks\nRunning',
        '“Rent” would fall\n“Rent” → “Debt” would be weaker',
        'Less debt, since people ask\nTold by: “Letters about debt”',
        'Began Oct 1, 2026\nTime to look again: set for Nov 23, 2026',
        'Rises: “Calm”\nFalls: “Debt”',
        '',
      ],
      ['Wait\nOver', '', '', '', 'Nothing that counts is marked', 'Too slow'],
    ])
  })

  it('EXPERIMENT-18: tells beside it what the map said when it began', () => {
    const practices = {
      e: {
        ...{ kind: 'experiment', name: 'E', state: 'over', 'mark:rent': 'down', saidOn: '2026-10-01' },
        ...{ 'said:debt': 'rises', 'said:hidden': 'falls' },
      },
    }
    const map = { ...view, practices: testView({ practices }).practices }
    expect(reportOf(map).experiments).toMatchObject([{ said: { on: '2026-10-01', rises: ['Debt'], falls: [] } }])
    const tables = listTables(composeReport(reportOf(map), findReportWords('en', 'UTC')))
    expect(tables.find(({ id }) => id === 'experiments')?.rows[0]?.[4]).toBe(
      'Rises: “Calm”\nFalls: “Debt”\nWhen it began, Oct 1, 2026, it said:\nRises: “Debt”',
    )
  })

  it('EXPERIMENT-6: of a turned link it says that the sign would be other, and not that it goes the other way', () => {
    const practices = { e: { kind: 'experiment', name: 'E', 'mark:rd': 'turned' } }
    const map = testView({
      elements: { rent: { label: 'Rent' }, debt: { label: 'Debt' } },
      links: { rd: { from: 'rent', to: 'debt', polarity: '+' } },
      practices,
    })
    const tables = listTables(composeReport(reportOf(map), findReportWords('en', 'UTC')))
    expect(tables.find(({ id }) => id === 'experiments')?.rows[0]?.[1]).toBe(
      '“Rent” → “Debt” would have the other sign',
    )
  })

  it('EXPERIMENT-10: what was not worked out is told apart from what moves nothing', () => {
    const effectsOf = (practices: Readonly<Record<string, Readonly<Record<string, unknown>>>>): readonly unknown[] => {
      const below: Scenario = { name: 'Below', clamps: { [element('rent')]: -1 }, settings: { transfer: 'sigmoid' } }
      const scenarios = new Map([['s', below]])
      const drawn = testView({ elements: { rent: { label: 'Rent' }, calm: { label: 'Calm' } }, practices })
      const tables = listTables(composeReport(reportOf({ ...drawn, scenarios }), findReportWords('en', 'UTC')))
      return tables.find(({ id }) => id === 'experiments')?.rows.map((row) => row[4]) ?? []
    }
    const one = (at: number) => ({ kind: 'experiment', name: 'E', at, 'mark:rent': 'up' })
    const many = Array.from({ length: 51 }, (_, at) => [`e${at}`, one(at)] as const)
    expect(effectsOf(Object.fromEntries(many)).slice(-2)).toEqual(['Nothing moves', 'Not worked out'])
    expect(effectsOf({ e: { kind: 'experiment', name: 'E', scenario: 's' } })).toEqual([
      'Cannot be worked out with its “What if”',
    ])
  })
})
