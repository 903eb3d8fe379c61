import { describe, expect, it } from 'vitest'
import { analyseMap } from '../../../lib/analysis/analyseMap'
import { isDueAgain } from '../../../lib/analysis/experiments'
import type { Scenario } from '../../../lib/model/scenario'
import { mapAnalysisSchema } from '../../../lib/protocol/analysis'
import { element, testView } from '../../helpers/testMap'

describe('experiments in the analysis of a map', () => {
  it('EXPERIMENT-11: tells them in their order, with marks, dates and what would change, by the published schema', () => {
    const view = testView({
      elements: { a: {}, b: {}, c: {} },
      links: { ab: { from: 'a', to: 'b', polarity: '+' } },
      practices: {
        late: { kind: 'experiment', name: 'Nothing marked', at: 2 },
        r: { kind: 'result', name: 'Fewer nights outside' },
        early: {
          ...{ kind: 'experiment', name: 'Weekend talks', state: 'running', at: 1, result: 'r', scenario: 'gone' },
          ...{ expectation: 'B falls', begun: '2026-01-02', lookAgain: '2026-03-01' },
          ...{ 'mark:ab': 'cut', 'mark:a': 'up', 'mark:gone': 'up', 'mark:c': 'huge' },
        },
      },
    })
    const told = mapAnalysisSchema.parse(JSON.parse(JSON.stringify(analyseMap(view))))
    expect(told.experiments?.list).toMatchObject([
      {
        ...{ id: 'early', name: 'Weekend talks', state: 'running', expectation: 'B falls', scenario: null },
        ...{ result: 'Fewer nights outside', begun: '2026-01-02', lookAgain: '2026-03-01', learned: null },
        marks: [
          { element: 'A', mark: 'up' },
          { from: 'A', to: 'B', mark: 'cut' },
        ],
        outcome: 'run',
        effect: { settled: true, changes: [{ variable: 'B', after: 0.5, direction: 'falls' }] },
      },
      { id: 'late', state: 'planned', marks: [], outcome: 'nothing-changes', effect: null },
    ])
    expect(analyseMap(testView())).not.toHaveProperty('experiments')
  })

  it('EXPERIMENT-11: what is not worked out is told apart from what changes nothing', () => {
    const many = Array.from({ length: 51 }, (_, at) => [
      `e${String(at).padStart(2, '0')}`,
      { kind: 'experiment', name: `E${at}`, at, 'mark:a': 'up' },
    ])
    const view = testView({ elements: { a: {}, b: {} }, practices: Object.fromEntries(many) })
    const list = mapAnalysisSchema.parse(JSON.parse(JSON.stringify(analyseMap(view)))).experiments?.list
    expect(list?.slice(-2)).toMatchObject([
      { name: 'E49', outcome: 'run', effect: { changes: [] } },
      { name: 'E50', outcome: 'not-run', effect: null },
    ])
    const below: Scenario = { name: 'Below', clamps: { [element('a')]: -1 }, settings: { transfer: 'sigmoid' } }
    const unfit = {
      ...testView({ elements: { a: {}, b: {} }, practices: { e: { kind: 'experiment', name: 'E', scenario: 's' } } }),
      scenarios: new Map([['s', below]]),
    }
    expect(analyseMap(unfit).experiments?.list).toMatchObject([{ outcome: 'problem', effect: null }])
  })

  it('EXPERIMENT-9: the day to look again has come on that day, and not for what is over', () => {
    expect(isDueAgain({ lookAgain: '2026-03-01' }, '2026-02-28')).toBe(false)
    expect(isDueAgain({ lookAgain: '2026-03-01' }, '2026-03-01')).toBe(true)
    expect(isDueAgain({ lookAgain: '2026-03-01', state: 'running' }, '2026-03-09')).toBe(true)
    expect(isDueAgain({ lookAgain: '2026-03-01', state: 'over' }, '2026-03-09')).toBe(false)
    expect(isDueAgain({}, '2026-03-09')).toBe(false)
  })
})
