import { describe, expect, it } from 'vitest'
import {
  findMostSteps,
  createFuzzyStep,
  plainFuzzySettings,
  runFuzzyMap,
  startState,
  type FuzzyRun,
  type FuzzySettings,
} from '../../../lib/analysis/fuzzyMap'
import type { CausalGraph } from '../../../lib/analysis/causalGraph'
import { weighArcs } from '../../../lib/analysis/weights'
import { createSeededRandom } from '../../../lib/base/random'
import { transfers, updateRules } from '../../../lib/model/scenario'
import { firstSeed, seedCount } from '../../helpers/seeds'
import { numberOf, randomGraph, variable, weightedGraph } from './weightedGraph'

function run(graph: CausalGraph, settings: Partial<FuzzySettings> = {}, clamps: Record<string, number> = {}): FuzzyRun {
  const held = new Map(Object.entries(clamps).map(([name, value]) => [variable(name), value]))
  const result = runFuzzyMap(graph, held, { ...plainFuzzySettings, ...settings })
  if (!result.ok) throw new Error(JSON.stringify(result.reason))
  return result.value
}
const valueOf = (graph: CausalGraph, { values }: FuzzyRun, name: string): number =>
  values[numberOf(graph, name)] as number

describe('runFuzzyMap', () => {
  it('WHATIF-1: the ring with a driver, as published (tanh, Kosko)', () => {
    const ring = weightedGraph('A>B 1,B>C 1,C>D 1,D>B 1')
    const steady = run(ring)
    const scenario = run(ring, {}, { A: 1 })
    const difference = (name: string): number => valueOf(ring, scenario, name) - valueOf(ring, steady, name)
    expect(difference('A')).toBe(1)
    expect(difference('B')).toBeCloseTo(0.8998, 4)
    expect(difference('C')).toBeCloseTo(0.7031, 4)
    expect(difference('D')).toBeCloseTo(0.5969, 4)
    // The stop rule holds long before 0 is reached, and the result says so.
    expect(valueOf(ring, steady, 'B')).toBeCloseTo(0.0251, 4)
    expect(steady.outcome).toMatchObject({ kind: 'fixed' })
    expect(steady.outcome.kind === 'fixed' && steady.outcome.remaining).toBeGreaterThan(0.005)
    expect(scenario.outcome.kind === 'fixed' && scenario.outcome.remaining).toBeLessThan(1e-4)
  })

  it('WHATIF-1: the tank of Stylios and Groumpos (sigmoid, modified Kosko, sum rule)', () => {
    const tank = weightedGraph('C1>C2 -0.4,C1>C3 -0.25,C1>C5 0.3,C2>C1 0.36,C3>C1 0.45,C4>C1 -0.9,C5>C2 0.6,C5>C4 0.3')
    const result = run(tank, {
      rule: 'modified-kosko',
      transfer: 'sigmoid',
      stop: 'sum',
      start: Float64Array.of(0.4, 0.707, 0.612, 0.717, 0.3),
    })
    const expected = [0.625, 0.708, 0.612, 0.717, 0.711]
    for (const [at, value] of expected.entries()) expect(result.values[at]).toBeCloseTo(value, 3)
    expect(result.steps).toBe(10)
  })

  it('WHATIF-2: a value of 0 is held like any other', () => {
    const pair = weightedGraph('A>B 1')
    expect(valueOf(pair, run(pair, { transfer: 'sigmoid' }, { A: 0 }), 'B')).toBe(0.5)
    expect(valueOf(pair, run(pair, { transfer: 'sigmoid' }), 'B')).toBeGreaterThan(0.6)
  })

  it('WHATIF-3: links without a sign are left out and listed, unstated strengths are medium', () => {
    const graph = weightedGraph('A>B ?,A>C +,A>D 0.5')
    const result = run(graph, {}, { A: 1 })
    expect(valueOf(graph, result, 'B')).toBe(0)
    expect(valueOf(graph, result, 'C')).toBe(valueOf(graph, result, 'D'))
    expect([...result.unknown].map((arc) => graph.links[arc]?.[0])).toEqual(['A-B'])
    expect([...result.assumed].map((arc) => graph.links[arc]?.[0])).toEqual(['A-C'])
    const strong = run(graph, { unstatedStrength: 1 }, { A: 1 })
    expect(valueOf(graph, strong, 'C')).toBeCloseTo(Math.tanh(1), 12)
  })

  it('WHATIF-4: tells a cycle with its period from rest, and compares its mean', () => {
    const swing = weightedGraph('A>B 1,B>A -1')
    expect(run(swing, { transfer: 'trivalent' }).outcome).toEqual({ kind: 'cycle', period: 4 })
    const graph = weightedGraph('A>A -1')
    const flip = run(graph, { lambda: 3 })
    expect(flip.outcome).toEqual({ kind: 'cycle', period: 2 })
    expect(flip.mean[0]).toBeCloseTo(0, 9)
    expect(Math.abs(flip.values[0] as number)).toBeGreaterThan(0.9)
  })

  it('WHATIF-22: steps times the size of the map are bounded, however many steps are asked for', () => {
    const small = weightedGraph('A>B +,B>A +')
    expect(findMostSteps(small, { maxSteps: 100_000 })).toBe(100_000)
    const ring = weightedGraph(Array.from({ length: 2_000 }, (_, at) => `V${at}>V${(at + 1) % 2_000} 1`).join(','))
    expect(findMostSteps(ring, { maxSteps: 100_000 }) * (ring.variables.length + ring.from.length)).toBeLessThan(1e8)
    expect(findMostSteps(ring, { maxSteps: 500 })).toBe(500)
  })

  it('WHATIF-4: a swing that fades slowly is no cycle, and still moves at the cap', () => {
    const graph = weightedGraph('A>A -1')
    expect(run(graph, { maxSteps: 500 }).outcome).toEqual({ kind: 'moving' })
    expect(run(graph, { maxSteps: 500 }).steps).toBe(500)
  })

  it('WHATIF-5: refuses what it cannot run, with the reason', () => {
    const graph = weightedGraph('A>B 1')
    const refused = (settings: Partial<FuzzySettings>, value = 0.5): unknown =>
      runFuzzyMap(graph, new Map([[variable('A'), value]]), { ...plainFuzzySettings, ...settings })
    expect(refused({}, -1)).toMatchObject({ ok: true })
    expect(refused({ transfer: 'sigmoid' }, -1)).toMatchObject({ reason: { code: 'out-of-range', element: 'A' } })
    expect(refused({}, Number.NaN)).toMatchObject({ reason: { code: 'out-of-range' } })
    expect(refused({ rule: 'rescaled' })).toMatchObject({ reason: { code: 'rescaled-needs-sigmoid' } })
    expect(refused({ lambda: 0 })).toMatchObject({ reason: { setting: 'lambda' } })
    expect(refused({ maxSteps: 1.5 })).toMatchObject({ reason: { setting: 'maxSteps' } })
    expect(refused({ start: 2 })).toMatchObject({ reason: { code: 'out-of-range', value: 2 } })
    expect(refused({ start: Float64Array.of(1) })).toMatchObject({ reason: { setting: 'start' } })
  })

  it('WHATIF-2: what is clamped and not on the map is named', () => {
    expect(run(weightedGraph('A>B 1'), {}, { Gone: 1, A: 1 }).missing).toEqual(['Gone'])
  })

  it('WHATIF-1: runs a map without variables, and one without links', () => {
    expect(run(weightedGraph('')).steps).toBe(1)
    expect([...run(weightedGraph('A,B'), { transfer: 'sigmoid' }).values]).toEqual([0.5, 0.5])
  })

  it('WHATIF-1: the rescaled rule takes 0.5 for nothing', () => {
    const graph = weightedGraph('A>B 1')
    expect([...run(graph, { rule: 'rescaled', transfer: 'sigmoid', start: 0.5 }).values]).toEqual([0.5, 0.5])
    const [, raised] = run(graph, { rule: 'rescaled', transfer: 'sigmoid', start: 0.5 }, { A: 1 }).values
    expect(raised).toBeGreaterThan(0.7)
  })

  it('WHATIF-1: bivalent is 1 above 0 and else 0, trivalent the sign', () => {
    const graph = weightedGraph('A>B -1,A>C 1')
    expect([...run(graph, { transfer: 'bivalent' }, { A: 1 }).values]).toEqual([1, 0, 1])
    expect([...run(graph, { transfer: 'trivalent' }, { A: 1 }).values]).toEqual([1, -1, 1])
  })

  it('WHATIF-1: each step is the formula, for every rule and transfer', () => {
    for (let seed = firstSeed(); seed < firstSeed() + seedCount(10); seed += 1) {
      const random = createSeededRandom(seed)
      const graph = randomGraph(random, { variables: 6, density: 0.4 })
      const { weight } = weighArcs(graph)
      const dense = graph.variables.map((_, from) =>
        graph.variables.map((__, to) => {
          const arc = graph.from.findIndex((start, at) => start === from && graph.to[at] === to)
          return arc < 0 ? 0 : (weight[arc] as number)
        }),
      )
      for (const rule of updateRules) {
        for (const transfer of transfers) {
          const state = Float64Array.from(graph.variables, () => random.next())
          const next = createFuzzyStep(graph, weight, new Float64Array(6).fill(Number.NaN), {
            rule,
            transfer,
            lambda: 2,
          })(state)
          for (const to of graph.variables.keys()) {
            const felt = (at: number): number =>
              rule === 'rescaled' ? 2 * (state[at] as number) - 1 : (state[at] as number)
            const own = rule === 'kosko' ? 0 : felt(to)
            const sum = graph.variables.reduce((all, _, from) => all + felt(from) * (dense[from]?.[to] ?? 0), own)
            const squash = {
              sigmoid: 1 / (1 + Math.exp(-2 * sum)),
              tanh: Math.tanh(2 * sum),
              bivalent: sum > 0 ? 1 : 0,
              trivalent: Math.sign(sum),
            }
            expect(next[to], `seed ${seed}`).toBeCloseTo(squash[transfer], 9)
          }
        }
      }
    }
  })

  it('WHATIF-4: a run that rests would stay, one in a cycle comes back', () => {
    for (let seed = firstSeed(); seed < firstSeed() + seedCount(60); seed += 1) {
      const random = createSeededRandom(seed)
      const graph = randomGraph(random, { variables: 2 + random.below(8), density: 0.3 })
      const transfer = transfers[random.below(4)] ?? 'tanh'
      const result = run(graph, { transfer, lambda: 0.5 + 4 * random.next(), maxSteps: 2000, unstatedStrength: 1 })
      const free = new Float64Array(graph.variables.length).fill(Number.NaN)
      const step = createFuzzyStep(graph, weighArcs(graph, 1).weight, free, result.settings)
      const { outcome } = result
      if (outcome.kind === 'moving') continue
      let state = startState(result.values, 0)
      for (let left = outcome.kind === 'cycle' ? outcome.period : 1; left > 0; left -= 1) state = step(state)
      for (const [at, value] of state.entries()) {
        expect(Math.abs(value - (result.values[at] as number)), `seed ${seed}`).toBeLessThan(1e-4)
      }
    }
  })
})
