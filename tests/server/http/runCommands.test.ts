import { describe, expect, it } from 'vitest'
import { createSeededRandom } from '../../../lib/base/random'
import { createDocument } from '../../../lib/document/createDocument'
import { readMapView } from '../../../lib/document/readMapView'
import { buildTemplate } from '../../../lib/templates/buildTemplate'
import { findTemplateTexts } from '../../../server/http/templateTexts'
import { runCommands, type CommandCall } from '../../../server/http/runCommands'

function start() {
  const doc = createDocument(buildTemplate('blank', findTemplateTexts('en')))
  const run = (calls: readonly CommandCall[]): ReturnType<typeof runCommands> =>
    runCommands(doc, calls, { random: createSeededRandom(5), now: 1, author: 'Ana' })
  return { doc, run }
}

const add = (id: string): CommandCall => ({
  name: 'addElement',
  input: { kind: 'variable', at: { x: 0, y: 0 }, label: id, id },
})

describe('commands by name', () => {
  it('API-5: later commands see what earlier ones made', () => {
    const { doc, run } = start()
    const outcome = run([add('a'), add('b'), { name: 'addLink', input: { from: 'a', to: 'b', id: 'ab' } }])
    if (!outcome.ok) throw new Error(outcome.reason.problem.code)
    expect(outcome.value[2]).toEqual({ name: 'addLink', elements: [], links: ['ab'] })
    const view = readMapView(doc)
    expect([view.elements.size, view.links.size]).toEqual([2, 1])
  })

  it('API-6: names the first that is refused', () => {
    const { run } = start()
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
