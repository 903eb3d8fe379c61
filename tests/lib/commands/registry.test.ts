import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { MapPatch } from '../../../lib/model/mapPatch'
import { copyFragment, encodeFragment } from '../../../lib/commands/fragment'
import { commandRegistry, findCommand, type CommandName } from '../../../lib/commands/registry'
import { fromWeftMap } from '../../../lib/model/mapFile'
import { applied, elements, testContext, testMap } from '../../helpers/testMap'

const map = testMap({
  elements: {
    a: {},
    b: {},
    c: { extra: { region: 'North' } },
    w: { kind: 'stakeholder', extra: { Position: 'pro' } },
    p: { kind: 'stakeholder' },
    q: { kind: 'stakeholder' },
    n: { kind: 'note' },
    m: { kind: 'note' },
    o: { kind: 'note' },
  },
  links: {
    ab: { from: 'a', to: 'b' },
    bc: { from: 'b', to: 'c' },
    cb: { from: 'c', to: 'b' },
    qp: { kind: 'tie', from: 'q', to: 'p' },
  },
  positions: { n: [0, 0, 10, 10], m: [50, 7, 10, 10], o: [90, 90, 10, 10] },
})
const view = fromWeftMap({
  ...map,
  meta: { ...map.meta, 'field:cost': { name: 'Cost', type: 'number' } },
  loops: { ba: { name: 'Gone' } },
  scenarios: { s: { name: 'If' } },
  practices: { k: { kind: 'result', name: 'Nights' } },
  views: { l: { name: 'Money' } },
})
const at = { x: 1, y: 1 }
const fragment = encodeFragment(copyFragment(view, { elements: elements('a', 'b') }))

/** A good call of every command, as it comes in a request. */
const calls: Readonly<Record<CommandName, unknown>> = {
  addElement: { kind: 'note', at, label: 'N', fields: { colour: 'blue' } },
  addElements: { labels: ['One', 'Two'], at },
  addLink: { from: 'b', to: 'a', polarity: '+' },
  addLinkedElement: { from: 'a', direction: 'in', at },
  addList: { variables: [{ label: 'One', at }], links: [{ from: 'One', to: 'A', polarity: '+' }] },
  renameElement: { id: 'a', label: 'New' },
  tagElements: { ids: ['a'], tag: 'x', on: true },
  setElementFields: { ids: ['a'], fields: { tags: ['x'] } },
  setLinkFields: { links: ['ab'], fields: { strength: 1 } },
  setPolarity: { links: ['ab'], polarity: '-' },
  setDelay: { links: ['ab'], delay: true },
  claimLink: { link: 'ab', says: 'agree' },
  setDescription: { root: 'links', id: 'ab', text: 'Why' },
  placeElements: { positions: { a: { x: 5, y: 5 } } },
  deleteRecords: { elements: ['a'], links: [] },
  duplicateElements: { elements: ['a'], offset: { x: 5, y: 5 } },
  pasteFragment: { fragment, at },
  alignElements: { ids: ['n', 'm'], edge: 'middle' },
  distributeElements: { ids: ['n', 'm', 'o'], axis: 'horizontal' },
  setLocked: { ids: ['a'], locked: true },
  mergeElements: { into: 'a', others: ['b'] },
  reorderElements: { ids: ['a'], to: 'front' },
  placeInSector: { id: 'p', sector: 'health', order: ['q', 'p'] },
  toggleTie: { from: 'p', to: 'q', type: 'money' },
  clearTies: { from: 'q', to: 'p' },
  proposeTie: { ends: ['a', 'b'], at: { x: 0, y: 0 }, label: 'Connect A and B' },
  reconnectLink: { id: 'ab', end: 'to', element: 'c' },
  reverseLinks: { links: ['ab'] },
  bendLink: { id: 'ab', curvature: null },
  frameElements: { ids: ['n'], label: 'F' },
  setTitle: { title: 'New' },
  setDefinition: { of: 'sector', key: 'Faith groups', fields: { colour: 'indigo' } },
  moveDefinition: { of: 'sector', key: 'funder', before: 'government' },
  patternSectors: { patterned: true },
  mergeDefinition: { of: 'sector', from: 'health', into: 'community' },
  deleteDefinition: { of: 'tie', key: 'conflict' },
  setMapFields: { fields: { signStyle: 's-o' } },
  mergeMap: { map: testMap({ elements: { q: {} } }), offset: at },
  joinMap: { map: testMap({ elements: { q: {} } }), offset: at },
  saveLook: { name: 'Cash', look: { colourBy: 'stance', 'tie:conflict': false } },
  deleteLook: { id: 'l' },
  savePractice: { kind: 'check-in', fields: { about: 'a', state: 'steady' } },
  deletePractice: { id: 'k' },
  saveScenario: { fields: { name: 'If', clamps: { a: 1 } } },
  deleteScenario: { id: 's' },
  setRows: { rows: [{ id: 'a', fields: { label: 'New' } }], added: [{ kind: 'note', fields: { label: 'N' } }], at },
  addCustomField: { field: { name: 'Budget', type: 'number' } },
  adoptField: { name: 'region' },
  readImported: { name: 'Position', field: 'stance', values: { w: 'supports' } },
  changeCustomField: { id: 'cost', changes: { type: 'text' } },
  deleteCustomField: { id: 'cost' },
  nameLoop: { key: 'bc.cb', name: 'Spiral' },
  pinLoop: { key: 'bc.cb', pinned: true, number: 3 },
  moveLoopBadge: { key: 'bc.cb', offset: { x: 4, y: 5 } },
  letLoopGo: { key: 'ba' },
  confirmArchetype: { key: 'ab', archetype: 'escalation' },
}
const names = Object.keys(calls) as readonly CommandName[]

describe('commandRegistry', () => {
  it.each(names.filter((name) => name !== 'bendLink'))('CMD-14: %s can be called with plain JSON', (name) => {
    const input: unknown = JSON.parse(JSON.stringify(calls[name]))
    const result = commandRegistry[name].run(view, input, testContext())
    expect(result).toMatchObject({ ok: true })
    const patch: MapPatch = (result as { readonly value: MapPatch }).value
    expect(applied(view, patch).issues).toEqual([])
  })

  it.each(names)('CMD-14: %s answers bad input with a problem, never an exception', (name) => {
    const bad: readonly unknown[] = [
      undefined,
      null,
      1,
      'x',
      [],
      {},
      { ids: 'a' },
      { ids: [{}], fields: 1 },
      { links: [1] },
      {
        ...(calls[name] as object),
        at: 'x',
        ids: null,
        links: 0,
        id: {},
        from: 1,
        positions: 1,
        map: 1,
        fields: 1,
        title: 1,
        elements: 1,
        labels: 1,
        key: 1,
        fragment: 'x',
        says: 1,
        patterned: 1,
        into: 1,
        name: 1,
      },
    ]
    for (const input of bad) {
      expect(commandRegistry[name].run(view, input, testContext())).toMatchObject({
        ok: false,
        reason: { code: 'bad-input' },
      })
    }
  })

  it('CMD-14: names the field that is at fault', () => {
    expect(commandRegistry.addElement.run(view, { kind: 'note', at: { x: 1 } }, testContext())).toMatchObject({
      reason: { subject: 'at.y' },
    })
  })

  it('finds commands by name only, whatever the name', () => {
    expect(findCommand('addLink')).toBe(commandRegistry.addLink)
    for (const name of ['constructor', 'toString', '__proto__', 'nope']) expect(findCommand(name)).toBeUndefined()
  })

  it('has every verb there is', () => {
    const supporting = [
      'command',
      'registry',
      'fragment',
      'graftMap',
      'graftFields',
      'followSectors',
      'followLooks',
      'loopNotes',
      'tieAnswers',
      'findRecords',
      'findRects',
      'fieldChanges',
      'fieldDefinition',
      'changeElement',
      'blockPlaces',
      'newRecords',
      'changeLinks',
      'definitionFamily',
      'graftDefinitions',
      'moveUsers',
      'joinFields',
      'mergeLinks',
    ]
    const files = readdirSync(new URL('../../../lib/commands', import.meta.url)).map((file) => file.replace('.ts', ''))
    expect([...names].sort()).toEqual(files.filter((file) => !supporting.includes(file)).sort())
  })
})
