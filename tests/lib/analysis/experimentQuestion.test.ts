import { describe, expect, it } from 'vitest'
import { fitMarks } from '../../../lib/analysis/applyExperiment'
import { workOutExperiment } from '../../../lib/analysis/experimentQuestion'
import { createGraphFeed, listGraphNews } from '../../../lib/analysis/graphFeed'
import { finish } from '../../../lib/analysis/phase'
import { runExperiment, tellOutcome } from '../../../lib/analysis/runExperiment'
import type { ExperimentMark } from '../../../lib/model/practice/experiment'
import type { Scenario } from '../../../lib/model/scenario'
import { element, testView } from '../../helpers/testMap'

const view = testView({
  elements: { a: {}, b: {}, c: {}, city: { kind: 'stakeholder' } },
  links: {
    ab: { from: 'a', to: 'b', polarity: '+' },
    also: { from: 'a', to: 'b', polarity: '+', strength: 0.9 },
    bc: { from: 'b', to: 'c', polarity: '-' },
    ca: { from: 'c', to: 'a', polarity: '+' },
    tie: { kind: 'tie', from: 'city', to: 'city', types: ['information'] },
  },
})
const scenario: Scenario = { name: 'Push C', clamps: { [element('c')]: 1 }, settings: { transfer: 'tanh' } }

describe('an experiment that is worked out in a worker', () => {
  it('EXPERIMENT-14: comes to what it comes to on the page, for each mark, and with a scenario', () => {
    const feed = createGraphFeed()
    const news = listGraphNews(undefined, view)
    if (news !== undefined) feed.take(news)
    const ground = feed.ground()
    const tries: readonly Readonly<Record<string, ExperimentMark>>[] = [
      ...([{}, { a: 'up' }, { b: 'down', bc: 'cut' }, { ab: 'cut' }, { ab: 'cut', also: 'cut' }] as const),
      ...([{ also: 'weaker' }, { also: 'turned' }, { city: 'up', tie: 'stronger' }, { gone: 'up', a: 'cut' }] as const),
    ]
    for (const marks of tries.map((one) => new Map(Object.entries(one)))) {
      for (const pushed of [undefined, scenario]) {
        const asked = { id: 'e', marks: fitMarks(view, marks), scenario: pushed }
        const plain = JSON.parse(JSON.stringify(asked)) as typeof asked
        expect(finish(workOutExperiment(ground, plain))).toEqual(tellOutcome(runExperiment(view, marks, pushed)))
      }
    }
  })

  it('EXPERIMENT-6: a way that is cut counts for as little as one that is not there', () => {
    const cut = runExperiment(view, new Map([['ca', 'cut']] as const))
    if (cut.kind !== 'run') throw new Error(cut.kind)
    // Nothing comes to A any more: it rests where nothing drives it.
    expect(cut.comparison.changes.find(({ variable }) => variable === 'a')?.after).toBe(0.5)
  })
})
