import { describe, expect, it } from 'vitest'
import {
  findPulseRules,
  runPulse,
  signalProgress,
  startPulse,
  stepPulse,
  type PulseState,
} from '../../../lib/analysis/pulse'
import type { CausalGraph } from '../../../lib/analysis/causalGraph'
import { findSpectralRadius } from '../../../lib/analysis/spectralRadius'
import { findTotalEffects } from '../../../lib/analysis/totalEffect'
import { createSeededRandom } from '../../../lib/base/random'
import { firstSeed, seedCount } from '../../helpers/seeds'
import { numberOf, randomGraph, variable, weightedGraph } from './weightedGraph'

function start(graph: CausalGraph, name: string, direction: 1 | -1 = 1, rules = findPulseRules(graph)): PulseState {
  const state = startPulse(graph, rules, { variable: variable(name), direction })
  if (state === undefined) throw new Error(`no ${name}`)
  return state
}

describe('stepPulse', () => {
  const chain = weightedGraph('A>B 1,B>C -0.5,A>D + late,A>E ?')
  const rules = findPulseRules(chain)

  it('PULSE-1: a signal takes a step per link, two over a delayed one, by sign and strength', () => {
    let state = start(chain, 'A', -1)
    expect(state.signals.map(({ arc, value, arrivesAt }) => [chain.links[arc]?.[0], value, arrivesAt])).toEqual([
      ['A-B', -1, 1],
      ['A-D', -0.5, 2],
    ])
    state = stepPulse(chain, rules, state)
    expect([...state.values]).toEqual([-1, -1, 0, 0, 0])
    expect(state.signals.map(({ arc }) => chain.links[arc]?.[0])).toEqual(['A-D', 'B-C'])
    state = stepPulse(chain, rules, state)
    expect([...state.values]).toEqual([-1, -1, 0.5, -0.5, 0])
    expect(state.signals).toEqual([])
  })

  it('PULSE-2: a link without a sign lets nothing through, and is listed', () => {
    expect([...rules.unknown].map((arc) => chain.links[arc]?.[0])).toEqual(['A-E'])
  })

  it('PULSE-3: what arrives together goes on as one', () => {
    const diamond = weightedGraph('A>B 1,A>C 1,B>D 0.5,C>D -0.5,D>E 1')
    const end = runPulse(diamond, findPulseRules(diamond), start(diamond, 'A'), 100)
    expect([...end.values]).toEqual([1, 1, 1, 0, 0])
    // What cancels out is not sent on.
    expect(end.step).toBe(2)
  })

  it('PULSE-4: the same state gives the same next one, and stays as it was', () => {
    const state = start(chain, 'A')
    const before = structuredClone(state)
    expect(stepPulse(chain, rules, state)).toEqual(stepPulse(chain, rules, structuredClone(before)))
    expect(state).toEqual(before)
    expect(runPulse(chain, rules, state, 2)).toEqual(stepPulse(chain, rules, stepPulse(chain, rules, state)))
  })

  it('PULSE-4: everybody sees a signal at the same place at the same time', () => {
    expect(signalProgress({ arc: 0, value: 1, leftAt: 1, arrivesAt: 4 }, 2.5)).toBe(0.5)
    expect(signalProgress({ arc: 0, value: 1, leftAt: 1, arrivesAt: 4 }, 9)).toBe(1)
    expect(signalProgress({ arc: 0, value: 1, leftAt: 1, arrivesAt: 4 }, 0)).toBe(0)
  })

  it('PULSE-1: nothing starts from what is not on the map', () => {
    expect(startPulse(chain, rules, { variable: variable('Gone'), direction: 1 })).toBeUndefined()
  })

  it('PULSE-5: strong loops are damped to a half per turn of their radius, weak ones are left alone', () => {
    expect(findPulseRules(weightedGraph('A>B 1,B>A 1')).damping).toBeCloseTo(0.5, 6)
    expect(findPulseRules(weightedGraph('A>B 0.4,B>A 0.4')).damping).toBe(1)
    expect(findPulseRules(chain).damping).toBe(1)
  })

  it('PULSE-5: every run ends, with what the closed form says', () => {
    for (let seed = firstSeed(); seed < firstSeed() + seedCount(40); seed += 1) {
      const random = createSeededRandom(seed)
      const graph = randomGraph(random, { variables: 2 + random.below(12), density: 0.3 })
      const ruled = findPulseRules(graph, { faintest: 1e-11, unstatedStrength: 1 })
      const totals = findTotalEffects(graph, ruled.gain)
      const from = random.below(graph.variables.length)
      const end = runPulse(graph, ruled, start(graph, graph.labels[from] ?? '', 1, ruled), 100_000)
      expect(end.signals, `seed ${seed}`).toEqual([])
      for (const [to, value] of end.values.entries()) {
        const total = (totals?.[from * graph.variables.length + to] ?? Number.NaN) + (to === from ? 1 : 0)
        expect(value, `seed ${seed}`).toBeCloseTo(total, 6)
      }
    }
  })

  it('PULSE-3: there are never more signals than arcs times their steps', () => {
    const random = createSeededRandom(firstSeed())
    const graph = randomGraph(random, { variables: 12, density: 0.6 })
    const ruled = findPulseRules(graph, { faintest: 1e-9 })
    const most = ruled.duration.reduce((sum, steps) => sum + steps, 0)
    let state = start(graph, 'v00', 1, ruled)
    while (state.signals.length > 0) {
      expect(state.signals.length).toBeLessThanOrEqual(most)
      state = stepPulse(graph, ruled, state)
    }
  })
})

describe('findSpectralRadius', () => {
  const radius = (lines: string): number => {
    const graph = weightedGraph(lines)
    return findSpectralRadius(
      graph,
      Float64Array.from(graph.sign, (sign, arc) => sign * (graph.strength[arc] as number)),
    )
  }

  it('PULSE-6: known cases, whatever the signs', () => {
    expect(radius('A>B 1,B>C 1')).toBe(0)
    expect(radius('A>A -0.7')).toBeCloseTo(0.7, 8)
    expect(radius('A>B 0.5,B>A -0.5')).toBeCloseTo(0.5, 8)
    expect(radius('A>B 1,B>C 1,C>A 0.125')).toBeCloseTo(0.5, 6)
    // Golden ratio: a ring of two with a link to itself.
    expect(radius('A>A 1,A>B 1,B>A 1')).toBeCloseTo((1 + Math.sqrt(5)) / 2, 8)
    expect(radius('A>B 0.9,B>A 0.9,B>C 1,C>D 0.2,D>C 0.2')).toBeCloseTo(0.9, 8)
    expect(radius('A>B 1,B>A 0')).toBe(0)
  })

  it('PULSE-6: is never below what powers of the matrix grow by', () => {
    for (let seed = firstSeed(); seed < firstSeed() + seedCount(40); seed += 1) {
      const random = createSeededRandom(seed)
      const graph = randomGraph(random, { variables: 2 + random.below(8), density: 0.35, unknown: 0 })
      const weight = Float64Array.from(graph.sign, (sign) => sign * (0.1 + random.next()))
      const found = findSpectralRadius(graph, weight)
      // Growth of the whole over many steps tends to the radius of the absolute weights.
      let vector = new Float64Array(graph.variables.length).fill(1)
      let growth = 0
      const steps = 4000
      for (let step = 0; step < steps; step += 1) {
        const next = new Float64Array(vector.length)
        for (const [arc, from] of graph.from.entries()) {
          const to = graph.to[arc] as number
          next[to] = (next[to] as number) + Math.abs(weight[arc] as number) * (vector[from] as number)
        }
        const largest = Math.max(...next)
        growth += Math.log(largest)
        if (largest === 0) break
        vector = next.map((value) => value / largest)
      }
      expect(Math.abs(Math.exp(growth / steps) - found), `seed ${seed}`).toBeLessThan(0.01 * Math.max(1, found))
    }
  })
})

describe('findTotalEffects', () => {
  it('PULSE-7: adds up all ways, and has no answer where they do not die away', () => {
    const graph = weightedGraph('A>B 0.5,B>A -0.5')
    const totals = findTotalEffects(graph, Float64Array.of(0.5, -0.5))
    expect(totals?.[numberOf(graph, 'A') * 2 + numberOf(graph, 'B')]).toBeCloseTo(0.4, 12)
    expect(totals?.[0]).toBeCloseTo(-0.2, 12)
    expect(findTotalEffects(graph, Float64Array.of(1, -1))).toBeUndefined()
  })
})
