import { describe, expect, it } from 'vitest'
import { changeCustomField } from '@/lib/commands/changeCustomField'
import { deleteCustomField } from '@/lib/commands/deleteCustomField'
import { deleteDefinition } from '@/lib/commands/deleteDefinition'
import { mergeDefinition } from '@/lib/commands/mergeDefinition'
import { createDocument } from '@/lib/document/createDocument'
import { readMapView } from '@/lib/document/readMapView'
import { createUndo } from '@/lib/document/createUndo'
import { followWords } from '@/lib/look/followWords'
import { findLost } from '@/lib/look/lostWords'
import { readLook, type Look } from '@/lib/look/look'
import { fromWeftMap } from '@/lib/model/mapFile'
import type { MapView } from '@/lib/model/mapView'
import { after, patchOf, testMap } from '../../helpers/testMap'

const file = {
  ...testMap({
    meta: {
      'field:ready': { name: 'Readiness', type: 'choice', choices: ['Ready', 'Later'], at: 1 },
      'sector:Faith': { name: 'Faith groups' },
      'tie:Trust': {},
    },
    elements: {
      a: { kind: 'stakeholder', sector: 'Faith', 'field:ready': 'Ready', tags: ['core'] },
      b: { kind: 'stakeholder', sector: 'health', 'field:ready': 'Later' },
    },
    links: { ab: { kind: 'tie', from: 'a', to: 'b', type: 'Trust' } },
  }),
  views: {
    one: {
      name: 'Ready ones',
      later: 7,
      'where:field:ready': ['Ready', ''],
      'filter:sectors': ['Faith'],
      clusterBy: 'field:ready',
      'open:Ready': true,
    },
    two: { name: 'Trust only', 'filter:tieTypes': ['Trust'], 'tie:Trust': false, 'tie:money': false },
    three: { name: 'By sector', clusterBy: 'sector', 'open:Faith': true, 'open:health': true },
  },
}
const map = fromWeftMap(file)
const lookIn = (view: MapView, id: string): Look => readLook(view.views.get(id))
const rename = { id: 'ready', changes: { choices: ['Sure', 'Later'] }, words: { Ready: 'Sure' } }

describe('saved looks and the words that they ask for', () => {
  it('LOOK-20: follow a word of a choice that is called otherwise, in the same step, and keep what is not known here', () => {
    const now = after(map, changeCustomField, rename)
    expect(lookIn(now, 'one')).toMatchObject({ filter: { fields: { 'field:ready': ['Sure', ''] } }, opened: ['Sure'] })
    expect(now.views.get('one')).toMatchObject({ name: 'Ready ones', later: 7 })
  })

  it('LOOK-20: go back with it when it is undone', () => {
    const doc = createDocument(file)
    const undo = createUndo<string>(doc)
    undo.perform(patchOf(map, changeCustomField, rename), { origin: 'command', before: '', after: '' })
    undo.undo()
    expect(readMapView(doc).views).toEqual(map.views)
    doc.destroy()
  })

  it('LOOK-20: follow a word that is spelt otherwise, without being asked', () => {
    const now = after(map, changeCustomField, { id: 'ready', changes: { choices: ['READY', 'Later'] } })
    expect(lookIn(now, 'one').filter?.fields).toEqual({ 'field:ready': ['READY', ''] })
  })

  it('LOOK-20: follow a sector and a kind of tie into what they become part of', () => {
    const sectors = after(map, mergeDefinition, { of: 'sector', from: 'Faith', into: 'health' })
    expect(lookIn(sectors, 'one').filter?.sectors).toEqual(['health'])
    expect(lookIn(sectors, 'three').opened).toEqual(['health'])
    const ties = after(map, mergeDefinition, { of: 'tie', from: 'Trust', into: 'information' })
    expect(lookIn(ties, 'two').filter?.tieTypes).toEqual(['information'])
    // What it has become is shown as it was before.
    expect(lookIn(ties, 'two').hiddenTies).toEqual(['money'])
  })

  it('LOOK-20: keep a word that something locked keeps, beside the new one', () => {
    const { elements, ...rest } = file
    const faith = { kind: 'stakeholder', sector: 'Faith', description: '' }
    const others = { c: { ...faith, label: 'C' }, d: { ...faith, label: 'D', locked: true } }
    const locked = fromWeftMap({ ...rest, elements: { ...elements, ...others } })
    const now = after(locked, mergeDefinition, { of: 'sector', from: 'Faith', into: 'health' })
    expect(lookIn(now, 'one').filter?.sectors).toEqual(['Faith', 'health'])
  })

  it('LOOK-20: a look that does not ask for the word stays the same object', () => {
    const look = lookIn(map, 'two')
    expect(followWords(look, { by: 'sector', next: () => ['x'] })).toBe(look)
    expect(
      patchOf(map, changeCustomField, rename).changes.filter((one) => 'root' in one && one.root === 'views'),
    ).toHaveLength(1)
  })
})

describe('words that a look asks for and that are gone', () => {
  it('LOOK-21: says nothing is lost where all is there', () => {
    expect(findLost(map, lookIn(map, 'one'))).toEqual([])
    expect(findLost(map, lookIn(map, 'two'))).toEqual([])
  })

  it('LOOK-21: names a word of a choice that is neither offered nor said', () => {
    const now = after(map, changeCustomField, {
      id: 'ready',
      changes: { choices: ['Later'] },
      words: { Ready: 'Later' },
    })
    expect(findLost(now, lookIn(map, 'one'))).toEqual([{ part: 'word', by: 'field:ready', word: 'Ready' }])
    // Some entries say it still.
    const kept = after(map, changeCustomField, { id: 'ready', changes: { choices: ['Later'] } })
    expect(findLost(kept, lookIn(map, 'one'))).toEqual([])
  })

  it('LOOK-21: names a field that is gone, wherever the look has it, once', () => {
    const now = after(map, deleteCustomField, { id: 'ready' })
    expect(findLost(now, lookIn(map, 'one'))).toEqual([{ part: 'field', by: 'field:ready' }])
    expect(findLost(now, { colourBy: 'field:ready' })).toEqual([{ part: 'field', by: 'field:ready' }])
  })

  it('LOOK-21: names a sector, a kind of tie and a tag that nobody has and nothing offers', () => {
    const without = after(map, deleteDefinition, { of: 'sector', key: 'Faith' })
    expect(findLost(without, { filter: { sectors: ['Faith'] } })).toEqual([])
    expect(
      findLost(map, {
        filter: { sectors: ['Youth', 'health', ''], tieTypes: ['Barter', 'Trust'], tags: ['core', 'x'] },
      }),
    ).toEqual([
      { part: 'word', by: 'sector', word: 'Youth' },
      { part: 'word', by: 'tie', word: 'Barter' },
      { part: 'word', by: 'tag', word: 'x' },
    ])
  })
})
