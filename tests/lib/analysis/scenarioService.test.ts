import { describe, expect, it } from 'vitest'
import { plainFuzzySettings } from '../../../lib/analysis/fuzzyMap'
import { compareWithSteady } from '../../../lib/analysis/scenario'
import { createSensitivity, samplingSettings } from '../../../lib/analysis/sensitivity'
import {
  createScenarioService,
  runScenarios,
  type ScenarioAnswer,
  type ScenarioQuestion,
} from '../../../lib/analysis/scenarioService'
import { variable, weightedGraph } from './weightedGraph'

const graph = weightedGraph('A>B +,B>C - late,C>A ?,A>D 0.5')
const scenario: ScenarioQuestion = {
  id: 'more',
  whatIf: { clamps: new Map([[variable('A'), 1]]), preferred: new Map([[variable('C'), 'down']]) },
  settings: plainFuzzySettings,
}

/** A host whose turns pass when the test says so, and whose clock moves by `beat` at each look. */
function host(beat = 0) {
  const answers: ScenarioAnswer[] = []
  let turns: (() => void)[] = []
  let time = 0
  const ask = createScenarioService({
    now: () => (time += beat),
    yieldTurn: (callback) => turns.push(callback),
    reply: (answer) => answers.push(answer),
  })
  const pass = (): void => {
    const now = turns
    turns = []
    for (const turn of now) turn()
  }
  return { answers, ask, pass, isIdle: () => turns.length === 0 }
}

describe('the scenario service', () => {
  it('WHATIF-15: answers each scenario against the map left alone, with its own settings', () => {
    const steep = { ...scenario, id: 'steep', settings: { ...plainFuzzySettings, lambda: 3 } }
    const outcomes = runScenarios(graph, [scenario, steep])
    for (const [index, asked] of [scenario, steep].entries()) {
      const alone = compareWithSteady(graph, asked.whatIf, asked.settings)
      expect(outcomes[index]?.result).toEqual(alone)
    }
    expect(outcomes.map(({ id }) => id)).toEqual(['more', 'steep'])
  })

  it('WHATIF-15: what cannot be run is answered with the reason, and costs the others nothing', () => {
    const bad = { ...scenario, id: 'bad', settings: { ...plainFuzzySettings, rule: 'rescaled' } } as const
    const [first, second] = runScenarios(graph, [bad, scenario])
    expect(first?.result).toEqual({ ok: false, reason: { code: 'rescaled-needs-sigmoid' } })
    expect(second?.result.ok).toBe(true)
  })

  it('WHATIF-15: of questions of one moment the last is answered', () => {
    const { answers, ask, pass } = host()
    ask({ kind: 'compare', request: 1, graph, scenarios: [] })
    ask({ kind: 'compare', request: 2, graph, scenarios: [scenario] })
    pass()
    expect(answers.map(({ request }) => request)).toEqual([2])
  })

  it('WHATIF-15: a run that a newer question overtakes is given up', () => {
    // Never at rest, and so far that each look at the clock ends a turn.
    const endless = {
      ...scenario,
      settings: { ...plainFuzzySettings, tolerance: 0, lambda: 0.9999, maxSteps: 100_000 },
    }
    const { answers, ask, pass, isIdle } = host(1_000)
    const slow = weightedGraph(Array.from({ length: 300 }, (_, at) => `V${at}>V${(at + 1) % 300} 1`).join(','))
    ask({ kind: 'compare', request: 1, graph: slow, scenarios: [endless] })
    for (let turns = 0; turns < 5; turns += 1) pass()
    expect(answers).toEqual([])
    expect(isIdle()).toBe(false)
    ask({ kind: 'compare', request: 2, graph, scenarios: [scenario] })
    let turns = 0
    for (; !isIdle(); turns += 1) pass()
    expect(answers.map(({ request }) => request)).toEqual([2])
    expect(turns).toBeLessThan(20)
  })

  it('WHATIF-13: samples come in portions, and end with what they come to at one go', () => {
    // Each look at the clock is past the time of a portion: one sample a turn.
    const { answers, ask, pass, isIdle } = host(1_000)
    ask({ kind: 'sample', request: 1, graph, scenario, samples: 5, seed: 7 })
    while (!isIdle()) pass()
    expect(answers).toHaveLength(5)
    expect(answers.map((answer) => answer.kind === 'sample' && answer.final)).toEqual([
      false,
      false,
      false,
      false,
      true,
    ])
    const whole = createSensitivity(graph, scenario.whatIf, { settings: samplingSettings, samples: 5, seed: 7 })
    if (!whole.ok) throw new Error('refused')
    whole.value.advance(5)
    expect(answers.at(-1)).toMatchObject({ result: { ok: true, value: whole.value.summarise() } })
  })

  it('WHATIF-15: samples that nobody waits for are not taken', () => {
    const { answers, ask, pass, isIdle } = host(1_000)
    ask({ kind: 'sample', request: 1, graph, scenario, samples: 50, seed: 7 })
    pass()
    ask({ kind: 'stop', request: 2 })
    while (!isIdle()) pass()
    expect(answers).toHaveLength(1)
  })
})
