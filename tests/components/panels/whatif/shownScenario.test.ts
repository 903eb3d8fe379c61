import { describe, expect, it } from 'vitest'
import { readHeld } from '../../../../components/panels/whatif/scenarios/readDecimal'
import { aboutScenario, drawShown, readAbout } from '../../../../components/panels/whatif/scenarios/shownScenario'
import { compareWithSteady, readScenario } from '../../../../lib/analysis/scenario'
import type { ScenarioOutcome } from '../../../../lib/analysis/scenarioService'
import type { Scenario } from '../../../../lib/model/scenario'
import { weightedGraph } from '../../../lib/analysis/weightedGraph'

const graph = weightedGraph('A>B 1,B>C -0.5,E')
const scenarios: ReadonlyMap<string, Scenario> = new Map([
  ['more', { name: 'More', clamps: { A: 1 } }],
  ['less', { name: 'Less', clamps: { A: -1 } }],
  ['none', { name: 'None' }],
])
const outcomes = (...ids: readonly string[]): ReadonlyMap<string, ScenarioOutcome> =>
  new Map(
    ids.map((id) => {
      const result = compareWithSteady(graph, readScenario(scenarios.get(id) ?? { name: '' }).whatIf)
      return [id, { id, result, settling: undefined }]
    }),
  )
const words = {
  held: (value: number) => `held ${value}`,
  rank: (place: number) => `no. ${place}`,
  name: (name: string, against: string | undefined) => (against === undefined ? name : `${name} / ${against}`),
}

describe('the figures of a scenario on the map', () => {
  it('WHATIF-20: say whose they are, and compared with what, whichever scenario the panel is at', () => {
    const alone = drawShown({ id: 'more' }, { scenarios, graph, outcomes: outcomes('more', 'less') }, words)
    const compared = drawShown(
      { id: 'more', base: 'less' },
      { scenarios, graph, outcomes: outcomes('more', 'less') },
      words,
    )
    expect(alone).toMatchObject({ name: 'More', about: aboutScenario({ id: 'more' }) })
    expect(compared).toMatchObject({ name: 'More / Less' })
    expect(readAbout(aboutScenario({ id: 'more', base: 'less' }))).toEqual({ id: 'more', base: 'less' })
    expect(readAbout('leverage')).toBeUndefined()
  })

  it('WHATIF-20: wait while they are worked out, and go with their scenario', () => {
    expect(drawShown({ id: 'more' }, { scenarios, graph, outcomes: new Map() }, words)).toBe('wait')
    expect(drawShown({ id: 'gone' }, { scenarios, graph, outcomes: new Map() }, words)).toBeUndefined()
    expect(drawShown({ id: 'none' }, { scenarios, graph, outcomes: outcomes('none') }, words)).toBeUndefined()
  })
})

describe('a held value as it is typed', () => {
  it('WHATIF-21: what is beyond the range is brought to its end, and it is known that it was', () => {
    expect(readHeld('3')).toEqual({ value: 1, isBeyond: true })
    expect(readHeld('−2,5')).toEqual({ value: -1, isBeyond: true })
    expect(readHeld('-1')).toEqual({ value: -1, isBeyond: false })
    expect(readHeld('much')).toBeUndefined()
  })
})
