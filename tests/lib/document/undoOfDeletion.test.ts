import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import type { Command } from '../../../lib/commands/command'
import { addElement } from '../../../lib/commands/addElement'
import { deleteRecords } from '../../../lib/commands/deleteRecords'
import { placeElements } from '../../../lib/commands/placeElements'
import { renameElement } from '../../../lib/commands/renameElement'
import { setDescription } from '../../../lib/commands/setDescription'
import { setElementFields } from '../../../lib/commands/setElementFields'
import { reconnectLink } from '../../../lib/commands/reconnectLink'
import { setPolarity } from '../../../lib/commands/setPolarity'
import { createDocument } from '../../../lib/document/createDocument'
import { createUndo } from '../../../lib/document/createUndo'
import type { KeptNews } from '../../../lib/document/keptRecords'
import { origins } from '../../../lib/document/origin'
import { readMapView } from '../../../lib/document/readMapView'
import { toWeftMap } from '../../../lib/model/mapFile'
import type { MapView } from '../../../lib/model/mapView'
import { boardView } from '../../../lib/model/position'
import { element, elements, link, links, patchOf, testContext, testMap } from '../../helpers/testMap'

/** Ana and Ben with a map between them, a -ab(+)-> b, who hear of each other only when told. */
function pair() {
  const first = createDocument(
    testMap({
      elements: { a: { description: 'one two three', chosen: true }, b: {} },
      links: { ab: { from: 'a', to: 'b', polarity: '+' } },
    }),
  )
  const second = new Y.Doc()
  Y.applyUpdate(second, Y.encodeStateAsUpdate(first))
  const person = (doc: Y.Doc, seed: number) => {
    const undo = createUndo<undefined>(doc, undefined, 5)
    const context = testContext(seed)
    const news: KeptNews[] = []
    undo.onNews((found) => news.push(...found))
    return {
      doc,
      undo,
      news,
      view: (): MapView => readMapView(doc),
      run<Input>(command: Command<Input>, input: Input) {
        const patch = patchOf(readMapView(doc), command, input, context)
        undo.perform(patch, { origin: 'command', before: undefined, after: undefined })
        return patch.select?.elements[0]
      },
      hear(update: Uint8Array): void {
        Y.applyUpdate(doc, update, origins.remote)
        undo.merged(update)
      },
    }
  }
  const [ana, ben] = [person(first, 1), person(second, 2)]
  const sync = (): void => {
    const fromAna = Y.encodeStateAsUpdate(ana.doc, Y.encodeStateVector(ben.doc))
    const fromBen = Y.encodeStateAsUpdate(ben.doc, Y.encodeStateVector(ana.doc))
    ben.hear(fromAna)
    ana.hear(fromBen)
  }
  return { ana, ben, sync }
}
const one = (view: MapView, id: string) => view.elements.get(element(id))
const rename = (label: string, id = 'a') => ({ id: element(id), label })
const remove = (...ids: readonly string[]) => ({ elements: elements(...ids), links: [] })
const describeAs = (text: string) => ({ root: 'elements', id: element('a'), text }) as const

describe('undoing a deletion that somebody did not know of', () => {
  it('UNDO-8: gives back the element with the name that they gave it, on both sides', () => {
    const { ana, ben, sync } = pair()
    ana.run(deleteRecords, remove('a'))
    ben.run(renameElement, rename('Ben'))
    sync()
    expect(one(ben.view(), 'a')).toBeUndefined()
    expect(ana.undo.undo()?.label).toMatchObject({ step: 'deleted', withOthers: true })
    sync()
    for (const { view } of [ana, ben]) {
      expect(one(view(), 'a')).toMatchObject({ label: 'Ben', description: 'one two three', chosen: true })
      expect(view().links.size).toBe(1)
    }
  })

  it('UNDO-8: with the newest of several changes, in several fields, on links too', () => {
    const { ana, ben, sync } = pair()
    ana.run(deleteRecords, remove('a'))
    ben.run(renameElement, rename('First'))
    ben.run(renameElement, rename('Second'))
    ben.run(setElementFields, { ids: elements('a'), fields: { chosen: null, tags: ['x'] } })
    ben.run(setPolarity, { links: links('ab'), polarity: '-' })
    ben.run(placeElements, { positions: new Map([[element('a'), { x: 7, y: 7 }]]) })
    const wanted = toWeftMap(ben.view())
    sync()
    ana.undo.undo()
    sync()
    expect(toWeftMap(ana.view())).toEqual(wanted)
    expect(toWeftMap(ben.view())).toEqual(wanted)
    expect(ana.view().links.get(link('ab'))).toMatchObject({ polarity: '-' })
    expect(ana.view().positions.get(boardView)?.get(element('a'))).toEqual({ x: 7, y: 7 })
  })

  it.each([
    ['words added', 'one two and a half three'],
    ['words replaced', 'one 2 three'],
    ['all replaced', 'Rain of the last year'],
    ['words taken away', 'one three'],
    ['all taken away', ''],
    ['letters beyond the basic plane', 'one 👩‍👩‍👧 three'],
  ])('UNDO-8: with a description as they left it: %s', (_what, text) => {
    const { ana, ben, sync } = pair()
    ana.run(setDescription, describeAs('one two  three'))
    ana.run(setDescription, describeAs('one two three'))
    sync()
    ana.run(deleteRecords, remove('a'))
    ben.run(setDescription, describeAs(text))
    sync()
    ana.undo.undo()
    sync()
    for (const { view } of [ana, ben]) expect(one(view(), 'a')?.description).toBe(text)
  })

  it('UNDO-8: also when their words come one by one, after the deletion has long been sent', () => {
    const { ana, ben } = pair()
    const fromBen: Uint8Array[] = []
    ben.doc.on('update', (update: Uint8Array) => fromBen.push(update))
    ana.run(deleteRecords, remove('a'))
    ben.run(renameElement, rename('First'))
    ben.run(renameElement, rename('Second'))
    ben.run(setDescription, describeAs('one 2 three'))
    for (const update of fromBen) ana.hear(update)
    ana.undo.undo()
    expect(one(ana.view(), 'a')).toMatchObject({ label: 'Second', description: 'one 2 three' })
  })

  it('UNDO-8: redoing what was added brings it back with their words too', () => {
    const { ana, ben, sync } = pair()
    const id = ana.run(addElement, { kind: 'variable', at: { x: 0, y: 0 }, label: 'New' }) ?? element('none')
    sync()
    ana.undo.undo()
    ben.run(renameElement, rename('Newer', id))
    sync()
    expect(ana.undo.redo()?.label.withOthers).toBe(true)
    expect(one(ana.view(), id)?.label).toBe('Newer')
  })

  it('UNDO-8: nothing of it is said where nobody changed anything', () => {
    const { ana, ben, sync } = pair()
    const before = toWeftMap(ana.view())
    ana.run(deleteRecords, remove('a'))
    ben.run(renameElement, rename('Ben', 'b'))
    ben.run(renameElement, rename('B', 'b'))
    sync()
    expect(ana.undo.undo()?.label.withOthers).toBeUndefined()
    expect(toWeftMap(ana.view())).toEqual(before)
    expect(ana.news).toEqual([])
  })

  it('UNDO-8: also when it came back and went again before their words came', () => {
    const { ana, ben, sync } = pair()
    ben.run(renameElement, rename('Ben'))
    ana.run(deleteRecords, remove('a'))
    ana.undo.undo()
    ana.undo.redo()
    sync()
    expect(ana.news).toMatchObject([{ id: 'a' }])
    expect(ana.undo.undo()?.label).toMatchObject({ step: 'deleted', withOthers: true })
    sync()
    for (const { view } of [ana, ben]) expect(one(view(), 'a')?.label).toBe('Ben')
  })

  it('UNDO-8: of words for two lives of it the later ones are kept, and what was changed knowingly', () => {
    const { ana, ben, sync } = pair()
    ben.run(renameElement, rename('For the first'))
    ben.run(setDescription, describeAs('for the first'))
    const early = Y.encodeStateAsUpdate(ben.doc, Y.encodeStateVector(ana.doc))
    ana.run(deleteRecords, remove('a'))
    ana.undo.undo()
    ana.run(renameElement, rename('Known'))
    ana.run(deleteRecords, remove('a'))
    ana.hear(early)
    ana.undo.undo()
    sync()
    for (const { view } of [ana, ben]) {
      expect(one(view(), 'a')).toMatchObject({ label: 'Known', description: 'for the first' })
    }
  })

  it('TAKE-5: whoever took back what they had added, and went on, still hears what it took', () => {
    const { ana, ben, sync } = pair()
    const id = ana.run(addElement, { kind: 'variable', at: { x: 0, y: 0 }, label: 'New' }) ?? element('none')
    sync()
    ana.undo.undo()
    ana.run(renameElement, rename('Something new', 'b'))
    ben.run(renameElement, rename('Newer', id))
    sync()
    expect(ana.news).toMatchObject([{ id }])
    expect(ana.undo.bringUpToDate('elements', id, { label: 'New' })).toEqual({ label: 'Newer' })
  })

  it('TAKE-5: what was deleted is followed longer than the undo list goes', () => {
    const { ana, ben, sync } = pair()
    ana.run(deleteRecords, remove('a'))
    for (let step = 0; step < 7; step++) ana.run(renameElement, rename(`B ${step}`, 'b'))
    ben.run(renameElement, rename('Ben'))
    sync()
    expect(ana.news).toMatchObject([{ id: 'a' }])
  })

  it('UNDO-5: a link that was led elsewhere while it was gone comes back there, though its old end is gone', () => {
    const { ana, ben, sync } = pair()
    const c = ana.run(addElement, { kind: 'variable', at: { x: 0, y: 0 }, label: 'C' }) ?? element('none')
    sync()
    ana.run(deleteRecords, remove('b'))
    ben.run(reconnectLink, { id: link('ab'), end: 'from', element: c })
    ben.run(deleteRecords, remove('a'))
    sync()
    ana.undo.undo()
    sync()
    for (const { view } of [ana, ben]) expect(view().links.get(link('ab'))).toMatchObject({ from: c, to: 'b' })
  })

  it('UNDO-5: a link that was led to what is gone by now stays away', () => {
    const { ana, ben, sync } = pair()
    const x = ben.run(addElement, { kind: 'variable', at: { x: 0, y: 0 }, label: 'X' }) ?? element('none')
    sync()
    ana.run(deleteRecords, remove('b'))
    ben.run(reconnectLink, { id: link('ab'), end: 'from', element: x })
    sync()
    ben.run(deleteRecords, remove(x))
    sync()
    ana.undo.undo()
    sync()
    expect(ana.doc.getMap('links').size).toBe(0)
    expect(ana.view().issues).toEqual([])
  })

  it('UNDO-8: a long description that was taken out letter by letter is read in one go', () => {
    const { ana, ben, sync } = pair()
    ana.run(setDescription, describeAs('x'.repeat(19_000)))
    sync()
    const fromBen: Uint8Array[] = []
    ben.doc.on('update', (update: Uint8Array) => fromBen.push(update))
    ana.run(deleteRecords, remove('a'))
    const text = (ben.doc.getMap('elements').get('a') as Y.Map<Y.Text>).get('description') as Y.Text
    for (let letter = 0; letter < 4_000; letter++) text.delete(letter, 1)
    text.insert(0, 'new ')
    for (const update of fromBen) ana.hear(update)
    const fields = ana.undo.bringUpToDate('elements', 'a', { description: 'x'.repeat(19_000) })
    expect(fields['description']).toBe(`new ${'x'.repeat(15_000)}`)
  })

  it('TAKE-5: whoever deleted hears what it took, once it comes, and of whose tab it is', () => {
    const { ana, ben, sync } = pair()
    ana.run(deleteRecords, remove('a'))
    ben.run(renameElement, rename('Ben'))
    sync()
    expect(ana.news).toEqual([
      { root: 'elements', id: 'a', fields: new Set(['label']), clients: new Set([ben.doc.clientID]) },
    ])
    expect(ana.undo.bringUpToDate('elements', 'a', { label: 'A' })).toEqual({ label: 'Ben' })
    expect(ben.news).toEqual([])
  })

  it('TAKE-5: an undo that leaves a record in place does not follow it', () => {
    const { ana, ben, sync } = pair()
    const id = ana.run(addElement, { kind: 'variable', at: { x: 0, y: 0 }, label: 'New' }) ?? element('none')
    sync()
    ben.run(renameElement, rename('Newer', id))
    sync()
    expect(ana.undo.undo()).toMatchObject({ isOvertaken: true })
    ben.run(renameElement, rename('Newest', id))
    ben.run(deleteRecords, remove(id))
    sync()
    expect(ana.news).toEqual([])
  })
})

describe('undo of what was deleted by somebody else and came back', () => {
  it('UNDO-9: takes back one’s own step, since what came back says what it said', () => {
    const { ana, ben, sync } = pair()
    ben.run(renameElement, rename('Ben'))
    ben.run(placeElements, { positions: new Map([[element('a'), { x: 7, y: 7 }]]) })
    sync()
    ana.run(deleteRecords, remove('a'))
    sync()
    ana.undo.undo()
    sync()
    expect(ben.undo.undo()?.label.step).toBe('moved')
    expect(ben.undo.undo()?.label).toEqual({ step: 'renamed', name: 'Ben' })
    sync()
    expect(one(ana.view(), 'a')?.label).toBe('A')
  })

  it('UNDO-9: leaves it if it came back with other words', () => {
    const { ana, ben, sync } = pair()
    ben.run(renameElement, rename('Ben'))
    sync()
    ana.run(renameElement, rename('Ana'))
    ana.run(deleteRecords, remove('a'))
    sync()
    ana.undo.undo()
    sync()
    expect(ben.undo.undo()).toMatchObject({ isOvertaken: true })
    expect(one(ben.view(), 'a')?.label).toBe('Ana')
  })

  it('UNDO-10: a step asks for what it changed and is gone, not for what it made itself', () => {
    const { ana, ben, sync } = pair()
    const id = ben.run(addElement, { kind: 'variable', at: { x: 0, y: 0 }, label: 'New' }) ?? element('none')
    ben.run(setPolarity, { links: links('ab'), polarity: '-' })
    ben.run(renameElement, rename('Ben'))
    sync()
    ana.run(deleteRecords, remove('a', id))
    sync()
    const asked: (readonly string[])[] = []
    const nothing = ben.undo.undo((gone) => {
      asked.push(gone)
      return undefined
    })
    expect(nothing).toBeUndefined()
    expect(asked).toEqual([['a'], ['ab']])
  })
})
