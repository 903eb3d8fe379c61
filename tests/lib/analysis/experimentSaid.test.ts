import { describe, expect, it } from 'vitest'
import { analyseMap } from '../../../lib/analysis/analyseMap'
import { fieldsOfState, mostSaid, readSaid } from '../../../lib/analysis/experimentSaid'
import { runExperiment, tellOutcome } from '../../../lib/analysis/runExperiment'
import { savePractice } from '../../../lib/commands/savePractice'
import type { MapView } from '../../../lib/model/mapView'
import { listPractices } from '../../../lib/model/practice/practices'
import { applied, patchOf, testView } from '../../helpers/testMap'

const map = (polarity: '+' | '-'): MapView =>
  testView({
    elements: { a: {}, b: {}, c: {} },
    links: { ab: { from: 'a', to: 'b', polarity }, bc: { from: 'b', to: 'c', polarity: '-' } },
    practices: { e: { kind: 'experiment', name: 'Talks', 'mark:a': 'up' } },
  })
const experimentOf = (view: MapView) => {
  const [one] = listPractices(view, 'experiment')
  if (one === undefined) throw new Error('no experiment')
  return one
}
const move = (view: MapView, state: 'planned' | 'running' | 'over'): MapView => {
  const one = experimentOf(view)
  const fields = fieldsOfState(one, tellOutcome(runExperiment(view, one.marks)), state, '2026-11-03')
  return applied(view, patchOf(view, savePractice, { kind: 'experiment', id: 'e', fields }))
}

describe('what the map said when an experiment began', () => {
  it('EXPERIMENT-18: stays what it was when the map says otherwise', () => {
    const begun = move(map('+'), 'running')
    expect(readSaid(begun, experimentOf(begun))).toEqual({ on: '2026-11-03', rises: ['b'], falls: ['c'] })
    // Somebody turns the sign of a link; then the experiment is over.
    const over = move({ ...begun, elements: map('-').elements, links: map('-').links }, 'over')
    expect(analyseMap(over).experiments?.list).toMatchObject([
      {
        ...{ state: 'over', said: { on: '2026-11-03', rises: ['B'], falls: ['C'] } },
        effect: {
          changes: [
            { variable: 'B', direction: 'falls' },
            { variable: 'C', direction: 'rises' },
          ],
        },
      },
    ])
    expect(readSaid({ elements: new Map() }, experimentOf(over))).toEqual({ on: '2026-11-03', rises: [], falls: [] })
  })

  it('EXPERIMENT-18: is not kept of one that is planned again, nor where it is not worked out', () => {
    const again = move(move(map('+'), 'running'), 'planned')
    expect(again.practices.get('e')).not.toHaveProperty('saidOn')
    expect([...experimentOf(again).said]).toEqual([])
    expect(analyseMap(again).experiments?.list).toMatchObject([{ said: null }])
    const one = experimentOf(map('+'))
    expect(fieldsOfState(one, undefined, 'running', '2026-11-03')).toEqual({ state: 'running' })
    expect(fieldsOfState(one, { kind: 'nothing-changes', idle: [] }, 'over', '2026-11-03')).toEqual({ state: 'over' })
  })

  it('EXPERIMENT-18: keeps those that move most', () => {
    const ids = Array.from({ length: 100 }, (_, at) => `v${at}`)
    const view = testView({
      elements: { a: {}, ...Object.fromEntries(ids.map((id) => [id, {}])) },
      links: Object.fromEntries(
        ids.map((id, at) => [`l${at}`, { from: 'a', to: id, polarity: '+', strength: 0.1 + at / 200 }]),
      ),
      practices: { e: { kind: 'experiment', name: 'Talks', 'mark:a': 'up' } },
    })
    const begun = experimentOf(move(view, 'running'))
    expect(begun.said.size).toBe(mostSaid)
    expect([begun.said.get('v99'), begun.said.get('v0')]).toEqual(['rises', undefined])
  })
})
