import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import {
  chartRows,
  chartScale,
  compareWithOne,
  drawnDifference,
  isRanked,
  overlayOfScenario,
} from '../../../../components/panels/whatif/scenarios/scenarioRows'
import { readDecimal } from '../../../../components/panels/whatif/scenarios/readDecimal'
import { copyFields, withEntry, withoutEntry } from '../../../../components/panels/whatif/scenarios/questionOf'
import { writeResults } from '../../../../components/panels/whatif/scenarios/resultsCsv'
import { compareWithSteady, type ScenarioComparison, type WhatIf } from '../../../../lib/analysis/scenario'
import type { ElementId } from '../../../../lib/base/ids'
import { boardView, type Position } from '../../../../lib/model/position'
import { variable, weightedGraph } from '../../../lib/analysis/weightedGraph'

const graph = weightedGraph('A>B 1,B>C -0.5,A>D 0.25,E')

function run(whatIf: WhatIf): ScenarioComparison {
  const compared = compareWithSteady(graph, whatIf)
  if (!compared.ok) throw new Error(compared.reason.code)
  return compared.value
}

const up = run({ clamps: new Map([[variable('A'), 1]]), preferred: new Map([[variable('C'), 'up']]) })
const down = run({ clamps: new Map([[variable('A'), -1]]) })
const noB = run({ clamps: new Map([[variable('B'), 0.5]]) })

const board = new Map<ElementId, Position>(
  [
    ['D', 0, 0],
    ['B', 300, 10],
    ['C', 0, 400],
  ].map(([id, x, y]) => [variable(String(id)), { x: Number(x), y: Number(y) }]),
)
const view = { positions: new Map([[boardView, board]]) }

describe('rows of a chart', () => {
  it('WHATIF-16: what moves most comes first; what hardly changes is counted', () => {
    const { rows, still } = chartRows([up], { order: 'size', view })
    expect(rows.map((row) => row.variable)).toEqual(['B', 'C', 'D'])
    expect(still).toBe(1)
    expect(chartScale(rows)).toBeCloseTo(Math.tanh(1), 3)
  })

  it('WHATIF-16: or as the map is read', () => {
    const { rows } = chartRows([up], { order: 'map', view })
    expect(rows.map((row) => row.variable)).toEqual(['D', 'B', 'C'])
  })

  it('WHATIF-16: of several scenarios each has its place, also where it holds the variable', () => {
    const { rows } = chartRows([up, noB], { order: 'size', view })
    const byName = new Map(rows.map((row) => [row.variable, row.changes.map((change) => change?.direction)]))
    expect(byName.get(variable('B'))).toEqual(['rises', undefined])
    expect(byName.get(variable('C'))).toEqual(['falls', 'falls'])
  })

  it('WHATIF-9: against another scenario, differences are of their ends; wishes stay', () => {
    const [compared] = compareWithOne(graph, down.after, [up])
    const c = compared?.changes.find((change) => change.variable === variable('C'))
    const inUp = up.changes.find((change) => change.variable === variable('C'))
    expect(c?.difference).toBeCloseTo(2 * (inUp?.difference ?? 0), 4)
    expect(c?.verdict).toBe('missed')
  })

  it('WHATIF-17: on the map: which way, in which place, whether it is wished for, and what is held', () => {
    const overlay = overlayOfScenario(up, new Map([[variable('A'), 1]]), {
      held: (value) => `held at ${value}`,
      rank: (place) => `no. ${place}`,
    })
    expect([...overlay].map(([id, { text }]) => `${id} ${text}`)).toEqual([
      'B ▲ no. 1',
      'C ▼ no. 2 ✗',
      'D ▲ no. 3',
      'A held at 1',
    ])
    expect(overlay.get(variable('B'))?.tone).toBe(1)
    expect(overlay.get(variable('C'))?.tone).toBeLessThan(0)
  })
})

describe('what hardly changes', () => {
  const dust = run({ clamps: new Map(), preferred: new Map([[variable('C'), 'up']]) })
  const changes = dust.changes.map((change) => ({ ...change, difference: change.variable === 'C' ? 4e-5 : 0 }))
  const still = { ...dust, changes }

  it('WHATIF-16: what is below the threshold has no bar and no place, however little else moves', () => {
    const { rows } = chartRows([still], { order: 'size', view })
    expect(rows.map((row) => row.variable)).toEqual(['C'])
    expect(rows.map(isRanked)).toEqual([false])
    expect(rows.flatMap((row) => row.changes.map((change) => change && drawnDifference(change)))).toEqual([0])
    const moving = chartRows([up], { order: 'size', view }).rows
    expect(moving.map(isRanked)).toEqual([true, true, true])
    expect(moving[0]?.changes[0] && drawnDifference(moving[0].changes[0])).toBe(moving[0]?.changes[0]?.difference)
  })

  it('WHATIF-17: on the map it has a wish that does not come out, no place and no colour', () => {
    const overlay = overlayOfScenario(still, new Map(), { held: String, rank: (place) => `no. ${place}` })
    expect(overlay.get(variable('C'))).toEqual({ tone: 0, text: '– ✗' })
  })
})

describe('results as a table', () => {
  it('WHATIF-18: a line for each variable, columns for each scenario, formulas disarmed', () => {
    const text = writeResults(
      [
        { name: 'Up', comparison: up, clamps: new Map([['A', 1]]) },
        { name: 'Down', comparison: down, clamps: new Map([['A', -1]]) },
      ],
      {
        against: 'steady',
        labelOf: (id) => (id === 'D' ? '=1+1' : id),
        word: (key) => key,
        direction: (direction) => direction,
        verdict: (verdict) => verdict,
      },
    )
    const { data } = Papa.parse<readonly string[]>(text.trim())
    expect(data[0]).toEqual([
      'variable',
      ...['Up', 'Down'].flatMap((name) =>
        ['held', 'steady', 'value', 'difference', 'direction', 'wish'].map((column) => `${name}: ${column}`),
      ),
    ])
    const line = (label: string) => data.find(([first]) => first === label)
    expect(line('A')?.slice(1, 4)).toEqual(['1', '', '1'])
    expect(line('C')?.[5]).toBe('falls')
    expect(line('C')?.[6]).toBe('missed')
    expect(line("'=1+1")?.[5]).toBe('rises')
    // Only the sign of a number begins a cell like a formula.
    expect(Number(line('C')?.[4])).toBeLessThan(0)
  })
})

describe('the fields of a scenario', () => {
  it('WHATIF-10: entries are set where they stand, and taken out; an empty record goes', () => {
    expect(Object.entries(withEntry({ a: 1, b: 2 }, 'a', 3))).toEqual([
      ['a', 3],
      ['b', 2],
    ])
    expect(withoutEntry({ a: 1, b: 2 }, 'a')).toEqual({ b: 2 })
    expect(withoutEntry({ a: 1 }, 'a')).toBeNull()
  })

  it('WHATIF-10: a copy has everything but the name', () => {
    const scenario = { name: 'If', clamps: { [variable('A')]: 1 }, settings: { lambda: 2, future: 1 }, note: 'why' }
    expect(copyFields(scenario, 'If (copy)')).toEqual({ ...scenario, name: 'If (copy)' })
  })

  it('WHATIF-10: numbers as people type them', () => {
    expect(['0,5', '-1', '−.25', '+1', '1e3', 'x', ''].map((text) => readDecimal(text))).toEqual([
      0.5,
      -1,
      -0.25,
      1,
      undefined,
      undefined,
      undefined,
    ])
  })
})
