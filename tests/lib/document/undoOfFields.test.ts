import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { adoptField } from '@/lib/commands/adoptField'
import { changeCustomField } from '@/lib/commands/changeCustomField'
import type { Command } from '@/lib/commands/command'
import { deleteDefinition } from '@/lib/commands/deleteDefinition'
import { setDefinition } from '@/lib/commands/setDefinition'
import { deleteCustomField } from '@/lib/commands/deleteCustomField'
import { setElementFields } from '@/lib/commands/setElementFields'
import { setLocked } from '@/lib/commands/setLocked'
import { createDocument } from '@/lib/document/createDocument'
import { createUndo } from '@/lib/document/createUndo'
import { origins } from '@/lib/document/origin'
import { readMapView } from '@/lib/document/readMapView'
import { readCustomFields } from '@/lib/model/customField'
import { toWeftMap } from '@/lib/model/mapFile'
import { sectorsOf } from '@/lib/model/sector'
import { element, elements, patchOf, testContext, testMap, type TestMapParts } from '../../helpers/testMap'

/** Two people with one map. */
function pair(parts: TestMapParts) {
  const docs = [createDocument(testMap(parts)), new Y.Doc()] as const
  const sync = (): void => {
    for (const [from, to] of [docs, docs.toReversed()] as [Y.Doc, Y.Doc][])
      Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)), origins.remote)
  }
  sync()
  const [ann, ben] = docs.map((doc, at) => {
    const undo = createUndo<string>(doc)
    return {
      undo,
      view: () => readMapView(doc),
      run<Input>(command: Command<Input>, input: Input) {
        undo.perform(patchOf(readMapView(doc), command, input, testContext(at + 1)), {
          origin: 'command',
          before: '',
          after: '',
        })
      },
    }
  })
  if (ann === undefined || ben === undefined) throw new Error('two people')
  return { ann, ben, sync }
}

describe('taking back what was done to fields', () => {
  it('FIELD-6: brings back a deleted field with what locked elements said, and redo takes it again', () => {
    const { ann } = pair({
      meta: { 'field:x': { name: 'Site', type: 'text' } },
      elements: { a: { locked: true, 'field:x': 'North' }, b: { 'field:x': 'South' } },
    })
    const before = toWeftMap(ann.view())
    ann.run(deleteCustomField, { id: 'x' })
    const deleted = toWeftMap(ann.view())
    expect(ann.undo.undo()?.locked).toBeUndefined()
    expect(toWeftMap(ann.view())).toEqual(before)
    ann.undo.redo()
    expect(toWeftMap(ann.view())).toEqual(deleted)
    ann.undo.undo()
    expect(toWeftMap(ann.view())).toEqual(before)
  })

  it('FIELD-6: what somebody locked after the field was deleted stays as it is', () => {
    const { ann, ben, sync } = pair({
      meta: { 'field:x': { name: 'Site', type: 'text' } },
      elements: { a: { 'field:x': 'North' }, b: { 'field:x': 'South' } },
    })
    ann.run(deleteCustomField, { id: 'x' })
    sync()
    ben.run(setLocked, { ids: elements('a'), locked: true })
    sync()
    expect(ann.undo.undo()?.locked?.elements).toEqual(['a'])
    expect(ann.view().elements.get(element('b'))?.unknown).toEqual({ 'field:x': 'South' })
  })

  it('FIELD-1: two people who change one field’s definition at once both have it, and each takes back their own', () => {
    const { ann, ben, sync } = pair({
      meta: { 'field:x': { name: 'Site', type: 'choice', choices: ['A'], later: 1 } },
      elements: { a: {} },
    })
    const fields = () => readCustomFields(ann.view().meta)
    ann.run(changeCustomField, { id: 'x', changes: { choices: ['A', 'B'] } })
    ben.run(changeCustomField, { id: 'x', changes: { name: 'Place', personal: true } })
    sync()
    expect(toWeftMap(ann.view())).toEqual(toWeftMap(ben.view()))
    expect(ann.view().meta.unknown).toEqual({
      'field:x': { name: 'Place', type: 'choice', choices: ['A', 'B'], personal: true, later: 1 },
    })
    ann.undo.undo()
    expect(fields()).toMatchObject([{ name: 'Place', choices: ['A'], personal: true }])
    ann.run(changeCustomField, { id: 'x', changes: { personal: null } })
    expect(fields()[0]).not.toHaveProperty('personal')
    ann.run(deleteCustomField, { id: 'x' })
    expect(ann.view().meta.unknown).toBeUndefined()
    ann.undo.undo()
    expect(fields()).toMatchObject([{ name: 'Place', choices: ['A'] }])
  })

  it('SECTOR-9: two people who change one sector at once both have it, and each takes back their own', () => {
    const { ann, ben, sync } = pair({
      meta: { 'sector:Faith': { name: 'Faith groups', colour: 'red', later: 1 } },
      elements: { a: { kind: 'stakeholder' } },
    })
    const look = (key: string) => sectorsOf(ann.view().meta).of(key)
    ann.run(setDefinition, { of: 'sector', key: 'Faith', fields: { name: 'Churches' } })
    ben.run(setDefinition, { of: 'sector', key: 'Faith', fields: { colour: 'teal', pattern: 'dots' } })
    ann.run(setDefinition, { of: 'sector', key: 'health', fields: { name: 'Care' } })
    ben.run(setDefinition, { of: 'sector', key: 'health', fields: { tag: 'XX' } })
    ann.run(setDefinition, { of: 'sector', key: 'C#tag', fields: { colour: 'red' } })
    ben.run(setDefinition, { of: 'sector', key: 'C#tag', fields: { tag: 'C#' } })
    sync()
    expect(toWeftMap(ann.view())).toEqual(toWeftMap(ben.view()))
    expect(ann.view().meta.unknown).toMatchObject({
      'sector:Faith': { name: 'Churches', colour: 'teal', pattern: 'dots', later: 1 },
    })
    expect(look('health')).toMatchObject({ name: 'Care', tag: 'XX' })
    expect(look('C#tag')).toMatchObject({ name: 'C#tag', colour: 'red', tag: 'C#' })
    ann.undo.undo()
    ann.undo.undo()
    ann.undo.undo()
    expect(look('Faith')).toMatchObject({ name: 'Faith groups', colour: 'teal' })
    expect(look('health')).toMatchObject({ name: undefined, tag: 'XX' })
  })

  it('SECTOR-21: who assigns a sector in the moment in which it is deleted sees it called as it was', () => {
    const { ann, ben, sync } = pair({
      meta: { 'sector:Faith': { name: 'Churches' }, 'sector:Churches': { name: 'Mosques' } },
      elements: { a: { kind: 'stakeholder' } },
    })
    ann.run(deleteDefinition, { of: 'sector', key: 'Faith' })
    ben.run(setElementFields, { ids: elements('a'), fields: { sector: 'Faith' } })
    sync()
    expect(sectorsOf(ben.view().meta).of('Faith')).toMatchObject({ name: 'Churches' })
    ann.undo.undo()
    sync()
    expect(sectorsOf(ben.view().meta).offered.map(({ key }) => key)).toContain('Faith')
  })

  it('FIELD-11: taking one adopted column back leaves another’s alone, and loses nothing', () => {
    const { ann, ben, sync } = pair({ elements: { a: { extra: { region: 'North', budget: 'much' } } } })
    ann.run(adoptField, { name: 'region' })
    sync()
    ben.run(adoptField, { name: 'budget' })
    sync()
    expect(ann.view().elements.get(element('a'))).not.toHaveProperty('extra')
    ann.undo.undo()
    sync()
    expect(ben.view().elements.get(element('a'))?.extra).toEqual({ region: 'North' })
    expect(readCustomFields(ben.view().meta).map(({ name }) => name)).toEqual(['budget'])
    ben.undo.undo()
    expect(ben.view().elements.get(element('a'))?.extra).toEqual({ region: 'North', budget: 'much' })
    expect(ben.view().elements.get(element('a'))).not.toHaveProperty('unknown')
  })

  it('FIELD-11: two people adopt two columns at once', () => {
    const { ann, ben, sync } = pair({ elements: { a: { extra: { region: 'North', budget: 'much', rest: 1 } } } })
    ann.run(adoptField, { name: 'region' })
    ben.run(adoptField, { name: 'budget' })
    sync()
    for (const { view } of [ann, ben]) {
      expect(view().elements.get(element('a'))?.extra).toEqual({ rest: 1 })
      expect(
        readCustomFields(view().meta)
          .map(({ name }) => name)
          .toSorted(),
      ).toEqual(['budget', 'region'])
    }
  })

  it('FIELD-11: what is said anew under a name that has moved is there', () => {
    const { ann } = pair({ elements: { a: { extra: { region: 'North' } } } })
    ann.run(adoptField, { name: 'region' })
    ann.run(setElementFields, { ids: elements('a'), fields: { extra: { region: 'South' } } })
    expect(ann.view().elements.get(element('a'))?.extra).toEqual({ region: 'South' })
  })

  it('FIELD-11: a locked element’s column comes back too', () => {
    const { ann } = pair({ elements: { a: { locked: true, extra: { region: 'North' } } } })
    const before = toWeftMap(ann.view())
    ann.run(adoptField, { name: 'region' })
    ann.undo.undo()
    expect(toWeftMap(ann.view())).toEqual(before)
  })
})
