import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import type { Json } from '../../../lib/base/json'
import { saveScenario } from '../../../lib/commands/saveScenario'
import type { FieldsInput } from '../../../lib/commands/fieldChanges'
import { createDocument } from '../../../lib/document/createDocument'
import { createUndo } from '../../../lib/document/createUndo'
import { origins } from '../../../lib/document/origin'
import { readMapView } from '../../../lib/document/readMapView'
import { fromWeftMap, toWeftMap } from '../../../lib/model/mapFile'
import { patchOf, testContext, testMap } from '../../helpers/testMap'

/** Two people with a map that was stored before each held variable was a field of its own. */
function pair(scenario: Readonly<Record<string, Json>>) {
  const map = { ...testMap({ elements: { a: {}, b: {}, c: {} } }), scenarios: { s: { name: 'If', ...scenario } } }
  const first = createDocument(map)
  const second = new Y.Doc()
  Y.applyUpdate(second, Y.encodeStateAsUpdate(first))
  const person = (doc: Y.Doc) => {
    const undo = createUndo<undefined>(doc)
    return {
      doc,
      undo,
      scenario: () => readMapView(doc).scenarios.get('s'),
      save(fields: FieldsInput): void {
        const patch = patchOf(readMapView(doc), saveScenario, { id: 's', fields }, testContext())
        undo.perform(patch, { origin: 'command', before: undefined, after: undefined })
      },
    }
  }
  const sync = (): void => {
    const updates = [Y.encodeStateAsUpdate(first), Y.encodeStateAsUpdate(second)] as const
    Y.applyUpdate(second, updates[0], origins.remote)
    Y.applyUpdate(first, updates[1], origins.remote)
  }
  return { ana: person(first), ben: person(second), sync }
}

describe('a scenario that two people change at once', () => {
  it('WHATIF-19: keeps what each of them holds, wishes and sets', () => {
    const { ana, ben, sync } = pair({ clamps: { a: 1 }, preferred: { c: 'up' }, settings: { lambda: 2 } })
    ana.save({ clamps: { a: 0.5 }, settings: { lambda: 3 } })
    ben.save({ clamps: { a: 1, b: -1 }, preferred: { c: 'up', a: 'down' }, settings: { lambda: 2, rule: 'kosko' } })
    sync()
    const both = {
      name: 'If',
      clamps: { a: 0.5, b: -1 },
      preferred: { c: 'up', a: 'down' },
      settings: { lambda: 3, rule: 'kosko' },
    }
    expect(ana.scenario()).toEqual(both)
    expect(ben.scenario()).toEqual(both)
    expect(readMapView(ana.doc).issues).toEqual([])
  })

  it('WHATIF-19: a variable that one lets go stays let go, beside one that the other holds', () => {
    const { ana, ben, sync } = pair({ clamps: { a: 1, b: 1 } })
    ana.save({ clamps: null })
    ben.save({ clamps: { a: 1, b: 1, c: 0 } })
    sync()
    for (const person of [ana, ben]) expect(person.scenario()).toEqual({ name: 'If', clamps: { c: 0 } })
    ben.save({ clamps: null })
    expect(ben.scenario()).toEqual({ name: 'If' })
  })

  it('WHATIF-19, UNDO-3: undo takes back one’s own value and leaves the other’s', () => {
    const { ana, ben, sync } = pair({ clamps: { a: 1 } })
    ana.save({ clamps: { a: 0.5 } })
    sync()
    ben.save({ clamps: { a: 0.5, b: -1 } })
    sync()
    ana.undo.undo()
    sync()
    expect(ben.scenario()).toEqual({ name: 'If', clamps: { a: 1, b: -1 } })
    ben.undo.undo()
    sync()
    expect(ana.scenario()).toEqual({ name: 'If', clamps: { a: 1 } })
  })

  it('WHATIF-19: files say it as one scenario, in the old words', () => {
    const { ana } = pair({ clamps: { a: 1 } })
    ana.save({ clamps: { b: 1 }, preferred: { c: 'down' } })
    const file = toWeftMap(readMapView(ana.doc))
    expect(file.scenarios).toEqual({ s: { name: 'If', clamps: { b: 1 }, preferred: { c: 'down' } } })
    expect(fromWeftMap(file).scenarios.get('s')).toEqual(ana.scenario())
  })

  it('WHATIF-10, WHATIF-19: a bad value of one variable costs that value alone, and is reported', () => {
    const { ana } = pair({ clamps: { a: 1 } })
    const stored = ana.doc.getMap<Y.Map<unknown>>('scenarios').get('s')
    stored?.set('clamp:b', 'high')
    stored?.set('clamp:c', 0)
    stored?.set('wish:a', 'sideways')
    expect(ana.scenario()).toEqual({ name: 'If', clamps: { a: 1, c: 0 } })
    expect(readMapView(ana.doc).issues).toEqual([
      { kind: 'bad-record', root: 'scenarios', id: 's', field: 'clamp:b' },
      { kind: 'bad-record', root: 'scenarios', id: 's', field: 'wish:a' },
    ])
  })
})
