import { describe, expect, it } from 'vitest'
import { createSeededRandom } from '../../../lib/base/random'
import { schemaVersion } from '../../../lib/model/meta'
import { emptyMapView } from '../../../lib/model/mapView'
import { runCommands, type CommandCall } from '../../../server/http/runCommands'

const view = emptyMapView({ schemaVersion, title: 'Map', description: '' })

function run(calls: readonly CommandCall[]): ReturnType<typeof runCommands> {
  return runCommands(view, calls, { random: createSeededRandom(5), now: 1, author: 'Ana' })
}

const add = (id: string): CommandCall => ({
  name: 'addElement',
  input: { kind: 'variable', at: { x: 0, y: 0 }, label: id, id },
})

describe('commands by name', () => {
  it('API-5: later commands see what earlier ones made; the given view does not change', () => {
    const outcome = run([add('a'), add('b'), { name: 'addLink', input: { from: 'a', to: 'b', id: 'ab' } }])
    if (!outcome.ok) throw new Error(outcome.reason.problem.code)
    expect(outcome.value.patch.changes.filter((change) => change.kind === 'create')).toHaveLength(3)
    expect(outcome.value.patch.label).toEqual({ step: 'edited', count: 3 })
    expect(outcome.value.results[2]).toMatchObject({ name: 'addLink', links: ['ab'] })
    expect(view.elements.size).toBe(0)
  })

  it('API-5: a single command keeps its own label', () => {
    const outcome = run([add('a')])
    expect(outcome.ok && outcome.value.patch.label).toMatchObject({ step: 'added' })
  })

  it('API-6: names the first that is refused', () => {
    expect(
      run([add('a'), { name: 'renameElement', input: { id: 'b', label: 'x' } }, { name: 'nothing' }]),
    ).toMatchObject({
      ok: false,
      reason: { index: 1, name: 'renameElement', problem: { code: 'not-found' } },
    })
    expect(run([{ name: 'toString' }])).toMatchObject({ reason: { problem: { code: 'no-such-command' } } })
    expect(run([{ name: 'addElement' }])).toMatchObject({ reason: { problem: { code: 'bad-input' } } })
  })
})
