import { describe, expect, it } from 'vitest'
import { addElement } from '../../../lib/commands/addElement'
import { addLink } from '../../../lib/commands/addLink'
import { bendLink } from '../../../lib/commands/bendLink'
import type { Command } from '../../../lib/commands/command'
import { deleteRecords } from '../../../lib/commands/deleteRecords'
import { duplicateElements } from '../../../lib/commands/duplicateElements'
import { nameLoop } from '../../../lib/commands/nameLoop'
import { placeElements } from '../../../lib/commands/placeElements'
import { renameElement } from '../../../lib/commands/renameElement'
import { reverseLinks } from '../../../lib/commands/reverseLinks'
import { saveScenario } from '../../../lib/commands/saveScenario'
import { setDelay } from '../../../lib/commands/setDelay'
import { setDescription } from '../../../lib/commands/setDescription'
import { setElementFields } from '../../../lib/commands/setElementFields'
import { setLinkFields } from '../../../lib/commands/setLinkFields'
import { setMapFields } from '../../../lib/commands/setMapFields'
import { setPolarity } from '../../../lib/commands/setPolarity'
import { describeStep } from '../../../lib/editor/describeStep'
import { toLoopKey } from '../../../lib/model/loopKey'
import { element, elements, link, links, patchOf, testView } from '../../helpers/testMap'

const view = testView({
  elements: { z: { label: ' ' }, a: { label: 'Workload' }, b: { label: 'Burnout' } },
  links: { ab: { from: 'a', to: 'b' }, ba: { from: 'b', to: 'a', polarity: '+' } },
})
const told = <Input>(command: Command<Input>, input: Input) => describeStep(view, patchOf(view, command, input))
const place = (...ids: readonly string[]) => new Map(ids.map((id, index) => [element(id), { x: index, y: 900 }]))
const both = ['Workload', 'Burnout']

describe('what a step was about', () => {
  it('PANEL-21: an element, or the first of several that has a name', () => {
    expect(told(placeElements, { positions: place('z', 'a', 'b') })).toEqual({
      step: 'moved',
      count: 3,
      name: 'Workload',
    })
    expect(told(placeElements, { positions: place('a', 'b'), step: 'arranged' })).toMatchObject({ name: 'Workload' })
    expect(told(deleteRecords, { elements: elements('a', 'b'), links: [] })).toMatchObject({
      count: 2,
      name: 'Workload',
    })
    expect(told(duplicateElements, { elements: elements('a', 'b'), offset: { x: 9, y: 9 } })).toMatchObject({
      count: 2,
      name: 'Workload',
    })
    expect(told(setElementFields, { ids: elements('a', 'b'), fields: { tags: ['x'] } })).toEqual({
      step: 'edited',
      count: 2,
      name: 'Workload',
      field: 'tags',
    })
    expect(told(addElement, { kind: 'variable', at: { x: 0, y: 0 }, label: 'Sleep' })).toMatchObject({ name: 'Sleep' })
    expect(told(placeElements, { positions: place('z') })).toEqual({ step: 'moved', count: 1 })
  })

  it('PANEL-21: what was renamed, by both names', () => {
    expect(told(renameElement, { id: element('a'), label: 'Load' })).toMatchObject({ name: 'Load', before: 'Workload' })
    expect(told(renameElement, { id: element('a'), label: '' })).toEqual({
      step: 'renamed',
      field: 'label',
      before: 'Workload',
    })
  })

  it('PANEL-21: a link, by its ends', () => {
    const ab = links('ab')
    expect(told(setPolarity, { links: ab, polarity: '-' })).toMatchObject({ step: 'set-sign', count: 1, ends: both })
    expect(told(setDelay, { links: links('ab', 'ba'), delay: true })).toMatchObject({ count: 2, ends: both })
    expect(told(setLinkFields, { links: ab, fields: { strength: 0.5 } })).toMatchObject({
      field: 'strength',
      ends: both,
    })
    expect(told(bendLink, { id: link('ab'), curvature: 0.4 })).toMatchObject({ ends: both })
    expect(told(reverseLinks, { links: links('ab', 'ba') })).toMatchObject({ step: 'reconnected' })
    expect(told(deleteRecords, { elements: [], links: ab })).toEqual({ step: 'deleted', count: 1, ends: both })
    expect(told(setDescription, { root: 'links', id: link('ab'), text: 'Why' })).toMatchObject({
      field: 'description',
      ends: both,
    })
    const linked = told(addLink, { from: element('a'), to: element('b'), kind: 'relation' })
    expect(linked).toEqual({ step: 'linked', count: 1, ends: both })
  })

  it('PANEL-21: lists, loops, scenarios and the map itself', () => {
    expect(told(saveScenario, { fields: { name: 'More beds' } })).toMatchObject({ name: 'More beds' })
    expect(told(setMapFields, { fields: { signStyle: 's-o' } })).toEqual({ step: 'edited', field: 'signStyle' })
    const key = toLoopKey(links('ab', 'ba'))
    expect(told(nameLoop, { key, note: 'Round and round' })).toMatchObject({ field: 'note', ends: both })
    expect(told(nameLoop, { key, name: 'Spiral' })).toMatchObject({ name: 'Spiral' })
  })
})
