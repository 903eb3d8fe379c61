import { describe, expect, it } from 'vitest'
import { analyseMap } from '../../../lib/analysis/analyseMap'
import { toCausalGraph } from '../../../lib/analysis/causalGraph'
import { createMeasureService, type MeasureAnswer } from '../../../lib/analysis/measureService'
import { measureQuickly, measureSlowly, slowMeasures } from '../../../lib/analysis/variableMeasures'
import { cityMap } from '../../../bench/sampleMaps'
import { graphOf } from './graphs'

function createHost() {
  const turns: (() => void)[] = []
  const answers: MeasureAnswer[] = []
  const ask = createMeasureService({
    yieldTurn: (callback) => turns.push(callback),
    reply: (answer) => answers.push(answer),
  })
  const turn = (): void => turns.shift()?.()
  const run = (): void => {
    while (turns.length > 0) turn()
  }
  return { ask, run, turn, answers }
}

describe('measuring beside the drawing', () => {
  it('LEVER-1: what is quick comes first, then one slow measure after the other', () => {
    const { ask, run, answers } = createHost()
    ask(1, graphOf('a+b b-c'))
    run()
    const known = answers.map(
      ({ measures }) => slowMeasures.filter((one) => measures.numbers[one] !== undefined).length,
    )
    expect(known).toEqual([0, 1, 2, 3, 4])
    expect(answers.map(({ final }) => final)).toEqual([false, false, false, false, true])
    expect(Array.from(answers[0]?.measures.numbers.out ?? [])).toEqual([1, 1, 0])
  })

  it('LEVER-1: a graph that was overtaken is not answered any more', () => {
    const { ask, run, turn, answers } = createHost()
    ask(1, graphOf('a+b'))
    ask(2, graphOf('a+b b+c'))
    turn()
    turn()
    turn()
    ask(3, graphOf('a+b b+a'))
    run()
    const [last] = answers.slice(-1)
    expect(answers.filter(({ request }) => request === 1)).toEqual([])
    expect(answers.filter(({ request }) => request === 2).every(({ final }) => !final)).toBe(true)
    expect(last).toMatchObject({ request: 3, final: true })
  })

  it('LEVER-1: the numbers are those of the analysis that programs get', () => {
    const view = cityMap()
    const graph = toCausalGraph(view)
    const measures = slowMeasures.reduce((known, one) => measureSlowly(graph, known, one), measureQuickly(graph))
    const names = {
      inDegree: 'in',
      outDegree: 'out',
      reach: 'reach',
      influence: 'influence',
      dependence: 'dependence',
      betweenness: 'betweenness',
      closeness: 'closeness',
      eigenvector: 'eigenvector',
      pagerank: 'pagerank',
    } as const
    const variables = analyseMap(view).elements.filter((element) => element.kind !== 'stakeholder')
    expect(variables.length).toBeGreaterThan(0)
    for (const element of variables) {
      const at = measures.variables.indexOf(element.id)
      expect(measures.kinds[at]).toBe(element.kind)
      expect(measures.handles[at]).toBe(element.driverNode)
      for (const [field, measure] of Object.entries(names)) {
        const value = measures.numbers[measure]?.[at] ?? NaN
        expect(Number.isNaN(value) ? null : value, `${measure} of ${element.label}`).toBe(
          element[field as keyof typeof names],
        )
      }
    }
  })
})
