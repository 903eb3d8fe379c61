import { describe, expect, it } from 'vitest'
import { plainFuzzySettings, runFuzzyMap, type FuzzyRun } from '../../../lib/analysis/fuzzyMap'
import { compareRuns, compareWithSteady, readScenario, type ScenarioComparison } from '../../../lib/analysis/scenario'
import type { CausalGraph } from '../../../lib/analysis/causalGraph'
import { scenarioSchema, type Wish } from '../../../lib/model/scenario'
import { variable, weightedGraph } from './weightedGraph'

const graph = weightedGraph('Outreach>Trust +,Trust>Referrals +,Referrals>Waiting -,Waiting>Complaints +,Rain')
const only = (name: string, value: number): ReadonlyMap<ReturnType<typeof variable>, number> =>
  new Map([[variable(name), value]])
const wishes = (all: Record<string, Wish>): ReadonlyMap<ReturnType<typeof variable>, Wish> =>
  new Map(Object.entries(all).map(([name, wish]) => [variable(name), wish]))

function compared(
  of: CausalGraph,
  ...rest: Parameters<typeof compareWithSteady> extends [unknown, ...infer Rest] ? Rest : never
): ScenarioComparison {
  const result = compareWithSteady(of, ...rest)
  if (!result.ok) throw new Error(result.reason.code)
  return result.value
}
function run(of: CausalGraph, clamps: ReadonlyMap<ReturnType<typeof variable>, number>): FuzzyRun {
  const result = runFuzzyMap(of, clamps)
  if (!result.ok) throw new Error(result.reason.code)
  return result.value
}
const directions = (comparison: ScenarioComparison): Record<string, string> =>
  Object.fromEntries(comparison.changes.map(({ variable: id, direction }) => [id, direction]))

describe('compareWithSteady', () => {
  it('WHATIF-7: says of every free variable whether it rises, falls or hardly changes', () => {
    const result = compared(graph, { clamps: only('Outreach', 1) })
    expect(directions(result)).toEqual({
      Trust: 'rises',
      Referrals: 'rises',
      Waiting: 'falls',
      Complaints: 'falls',
      Rain: 'hardly-changes',
    })
    expect(result.threshold).toBe(0.001)
    expect(result.settled).toBe(true)
    expect(result.changes.map((change) => change.variable)[0]).toBe('Trust')
  })

  it('WHATIF-7: the threshold is the caller’s', () => {
    expect(directions(compared(graph, { clamps: only('Outreach', 1) }, plainFuzzySettings, 0.2))).toMatchObject({
      Trust: 'rises',
      Complaints: 'hardly-changes',
    })
  })

  it('WHATIF-8: says which wishes are met, missed or left where they were', () => {
    const result = compared(graph, {
      clamps: only('Outreach', 1),
      preferred: wishes({ Waiting: 'down', Complaints: 'up', Rain: 'up' }),
    })
    expect(result.wishes).toEqual({ met: 1, missed: 1, unchanged: 1 })
    expect(result.changes.find(({ variable: id }) => id === 'Complaints')).toMatchObject({
      wish: 'up',
      verdict: 'missed',
    })
    expect(result.changes.find(({ variable: id }) => id === 'Trust')).not.toHaveProperty('verdict')
  })

  it('WHATIF-7: passes a problem on', () => {
    expect(compareWithSteady(graph, { clamps: only('Outreach', 2) })).toMatchObject({
      reason: { code: 'out-of-range' },
    })
  })

  it('WHATIF-7: says so when a run did not come to rest', () => {
    expect(compared(weightedGraph('A>A -1,B>C 1'), { clamps: only('B', 1) }).settled).toBe(false)
  })
})

describe('compareRuns', () => {
  it('WHATIF-9: compares two scenarios, in what neither holds', () => {
    const [some, much] = [run(graph, only('Outreach', 0.2)), run(graph, only('Outreach', 1))]
    expect(directions(compareRuns(graph, some, much))).toMatchObject({ Trust: 'rises', Waiting: 'falls' })
    expect(directions(compareRuns(graph, much, some))).toMatchObject({ Trust: 'falls', Waiting: 'rises' })
    const other = compareRuns(graph, some, run(graph, only('Trust', 1)))
    expect(Object.keys(directions(other)).sort()).toEqual(['Complaints', 'Rain', 'Referrals', 'Waiting'])
  })
})

describe('readScenario', () => {
  it('WHATIF-10: takes from the record what it says, and the rest from the settings', () => {
    const scenario = scenarioSchema.parse({
      name: 'If',
      clamps: { Outreach: 0 },
      preferred: { Rain: 'up' },
      settings: { transfer: 'sigmoid' },
    })
    const { whatIf, settings } = readScenario(scenario, { ...plainFuzzySettings, lambda: 2 })
    expect([...whatIf.clamps]).toEqual([['Outreach', 0]])
    expect([...(whatIf.preferred ?? [])]).toEqual([['Rain', 'up']])
    expect(settings).toEqual({ ...plainFuzzySettings, lambda: 2, transfer: 'sigmoid' })
    expect(readScenario({ name: 'Empty' }).whatIf.clamps.size).toBe(0)
  })
})
