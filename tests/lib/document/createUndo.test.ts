import * as Y from 'yjs'
import { describe, expect, it, vi } from 'vitest'
import { addElement } from '../../../lib/commands/addElement'
import { addLink } from '../../../lib/commands/addLink'
import { addLinkedElement } from '../../../lib/commands/addLinkedElement'
import type { Command } from '../../../lib/commands/command'
import { deleteRecords } from '../../../lib/commands/deleteRecords'
import { placeElements } from '../../../lib/commands/placeElements'
import { renameElement } from '../../../lib/commands/renameElement'
import { setDescription } from '../../../lib/commands/setDescription'
import { setMapFields } from '../../../lib/commands/setMapFields'
import { setPolarity } from '../../../lib/commands/setPolarity'
import { setTitle } from '../../../lib/commands/setTitle'
import { createDocument } from '../../../lib/document/createDocument'
import { createUndo } from '../../../lib/document/createUndo'
import { origins } from '../../../lib/document/origin'
import { readMapView } from '../../../lib/document/readMapView'
import { toWeftMap } from '../../../lib/model/mapFile'
import type { MapView } from '../../../lib/model/mapView'
import { boardView } from '../../../lib/model/position'
import { element, elements, link, links, patchOf, testContext, testMap } from '../../helpers/testMap'

/** Two people with a map between them: a -ab(+)-> b -bc(-)-> c. */
function pair() {
  const first = createDocument(
    testMap({
      elements: { a: { description: 'one two three', future: { kept: true } }, b: {}, c: {} },
      links: { ab: { from: 'a', to: 'b', polarity: '+' }, bc: { from: 'b', to: 'c', polarity: '-' } },
    }),
  )
  const second = new Y.Doc()
  Y.applyUpdate(second, Y.encodeStateAsUpdate(first))
  const person = (doc: Y.Doc, seed: number) => {
    const undo = createUndo<string>(doc, undefined, 5)
    const context = testContext(seed)
    return {
      doc,
      undo,
      view: (): MapView => readMapView(doc),
      run<Input>(command: Command<Input>, input: Input) {
        const patch = patchOf(readMapView(doc), command, input, context)
        undo.perform(patch, { origin: 'command', before: 'before', after: 'after' })
        return patch.select?.elements[0] ?? patch.select?.links[0]
      },
    }
  }
  const [ana, ben] = [person(first, 1), person(second, 2)]
  const sync = (): void => {
    const updates = [Y.encodeStateAsUpdate(first), Y.encodeStateAsUpdate(second)] as const
    Y.applyUpdate(second, updates[0], origins.remote)
    Y.applyUpdate(first, updates[1], origins.remote)
  }
  return { ana, ben, sync }
}
const labelOf = (view: MapView, id: string) => view.elements.get(element(id))?.label
const signOf = (view: MapView, id: string) => {
  const found = view.links.get(link(id))
  return found?.kind === 'causal' ? found.polarity : undefined
}
const placeOf = (view: MapView, id: string) => view.positions.get(boardView)?.get(element(id))
const at = (x: number, y: number) => ({ positions: new Map([[element('a'), { x, y }]]) })

describe('undo of one person', () => {
  it('UNDO-1: gives back exactly what was, and redo what became of it', () => {
    const { ana } = pair()
    const stages = [toWeftMap(ana.view())]
    const acts: readonly (() => unknown)[] = [
      () => ana.run(deleteRecords, { elements: elements('b'), links: [] }),
      () => ana.run(addLinkedElement, { from: element('a'), direction: 'out', at: { x: 9, y: 9 }, label: 'New' }),
      () => ana.run(setDescription, { root: 'elements', id: element('a'), text: 'one 2 three' }),
      () => ana.run(placeElements, at(70, 80)),
      () => ana.run(setTitle, { title: 'Other' }),
    ]
    for (const act of acts) {
      act()
      stages.push(toWeftMap(ana.view()))
    }
    for (const stage of stages.toReversed().slice(1)) {
      expect(ana.undo.undo()).toBeDefined()
      expect(toWeftMap(ana.view())).toEqual(stage)
    }
    expect(ana.undo.undo()).toBeUndefined()
    for (const stage of stages.slice(1)) {
      expect(ana.undo.redo()).toBeDefined()
      expect(toWeftMap(ana.view())).toEqual(stage)
    }
    expect(ana.undo.redo()).toBeUndefined()
  })

  it('UNDO-1: names the step and gives the selection of that time', () => {
    const { ana } = pair()
    ana.run(renameElement, { id: element('a'), label: 'New' })
    expect(ana.undo.undo()).toEqual({ label: { step: 'renamed', name: 'New' }, selection: 'before' })
    expect(ana.undo.redo()).toEqual({ label: { step: 'renamed', name: 'New' }, selection: 'after' })
  })

  it('UNDO-1: a step is one transaction with the origin undo', () => {
    const { ana } = pair()
    ana.run(deleteRecords, { elements: elements('b'), links: [] })
    const seen: unknown[] = []
    ana.doc.on('update', (_update: Uint8Array, origin: unknown) => seen.push(origin))
    ana.undo.undo()
    expect(seen).toEqual([origins.undo])
  })

  it('UNDO-7: something new ends what could be redone', () => {
    const { ana } = pair()
    const heard = vi.fn<() => void>()
    ana.undo.subscribe(heard)
    ana.run(setTitle, { title: 'One' })
    ana.undo.undo()
    expect([ana.undo.canUndo(), ana.undo.canRedo()]).toEqual([false, true])
    ana.run(setTitle, { title: 'Two' })
    expect([ana.undo.canUndo(), ana.undo.canRedo()]).toEqual([true, false])
    expect(heard).toHaveBeenCalledTimes(3)
  })

  it('UNDO-7: the oldest steps are forgotten', () => {
    const { ana } = pair()
    for (let step = 0; step < 8; step++) ana.run(setTitle, { title: `Title ${step}` })
    while (ana.undo.undo() !== undefined);
    expect(ana.view().meta.title).toBe('Title 2')
  })

  it('a patch that changed nothing is no step', () => {
    const { ana } = pair()
    ana.undo.perform({ changes: [], label: { step: 'moved' } }, { origin: 'command', before: '', after: '' })
    expect(ana.undo.canUndo()).toBe(false)
  })
})

describe('undo beside another person', () => {
  it('UNDO-2: takes back own steps only', () => {
    const { ana, ben, sync } = pair()
    ana.run(renameElement, { id: element('a'), label: 'Ana' })
    sync()
    ben.run(renameElement, { id: element('b'), label: 'Ben' })
    sync()
    expect(ana.undo.undo()?.label.name).toBe('Ana')
    expect(ana.undo.undo()).toBeUndefined()
    sync()
    expect(labelOf(ben.view(), 'a')).toBe('A')
    expect(labelOf(ben.view(), 'b')).toBe('Ben')
  })

  it('UNDO-3: what somebody else has set since stays', () => {
    const { ana, ben, sync } = pair()
    ana.run(setPolarity, { links: links('ab'), polarity: '-' })
    ana.run(placeElements, at(50, 50))
    ana.run(renameElement, { id: element('a'), label: 'Ana' })
    sync()
    ben.run(setPolarity, { links: links('ab'), polarity: '?' })
    ben.run(placeElements, at(99, 99))
    sync()
    expect(ana.undo.undo()?.label.step).toBe('renamed')
    expect(ana.undo.undo()).toMatchObject({ isOvertaken: true })
    expect(labelOf(ana.view(), 'a')).toBe('A')
    expect(signOf(ana.view(), 'ab')).toBe('?')
    expect(placeOf(ana.view(), 'a')).toEqual({ x: 99, y: 99 })
  })

  it('UNDO-3: what somebody else has cleared since stays cleared', () => {
    const { ana, ben, sync } = pair()
    ana.run(setPolarity, { links: links('ab'), polarity: '-' })
    ana.run(setMapFields, { fields: { signStyle: 's-o' } })
    sync()
    ben.run(setPolarity, { links: links('ab'), polarity: null })
    ben.run(setMapFields, { fields: { signStyle: null } })
    sync()
    expect(ana.undo.undo()).toMatchObject({ isOvertaken: true })
    expect(signOf(ana.view(), 'ab')).toBeUndefined()
    expect(ana.view().meta.signStyle).toBeUndefined()
  })

  it('UNDO-3: even if they set what I had set, it is theirs now', () => {
    const { ana, ben, sync } = pair()
    ana.run(renameElement, { id: element('a'), label: 'Same' })
    sync()
    ben.run(renameElement, { id: element('a'), label: 'Other' })
    ben.run(renameElement, { id: element('a'), label: 'Same' })
    sync()
    expect(ana.undo.undo()).toMatchObject({ isOvertaken: true })
    expect(labelOf(ana.view(), 'a')).toBe('Same')
  })

  it('UNDO-3: words that others typed elsewhere in a text stay, and mine go', () => {
    const { ana, ben, sync } = pair()
    ana.run(setDescription, { root: 'elements', id: element('a'), text: 'one TWO three' })
    sync()
    ben.run(setDescription, { root: 'elements', id: element('a'), text: 'zero, one TWO three' })
    sync()
    ana.undo.undo()
    sync()
    expect(ben.view().elements.get(element('a'))?.description).toBe('zero, one two three')
    ana.undo.redo()
    expect(ana.view().elements.get(element('a'))?.description).toBe('zero, one TWO three')
  })

  it('UNDO-3: words that others typed on both sides of mine stay, and mine go', () => {
    const { ana, ben, sync } = pair()
    ana.run(setDescription, { root: 'elements', id: element('a'), text: 'one TWO three' })
    sync()
    ben.run(setDescription, { root: 'elements', id: element('a'), text: 'zero one TWO three four' })
    sync()
    expect(ana.undo.undo()).toBeDefined()
    expect(ana.view().elements.get(element('a'))?.description).toBe('zero one two three four')
    ana.undo.redo()
    sync()
    expect(ben.view().elements.get(element('a'))?.description).toBe('zero one TWO three four')
  })

  it('UNDO-3: of several passages of one step those go that others have left alone', () => {
    const { ana, ben, sync } = pair()
    ana.run(setDescription, { root: 'elements', id: element('a'), text: 'ONE two THREE' })
    sync()
    ben.run(setDescription, { root: 'elements', id: element('a'), text: 'O-N-E two THREE' })
    sync()
    ana.undo.undo()
    expect(ana.view().elements.get(element('a'))?.description).toBe('O-N-E two three')
  })

  it('DOC-12: a change of several passages leaves alone what others type between them meanwhile', () => {
    const { ana, ben, sync } = pair()
    ana.run(setDescription, { root: 'elements', id: element('a'), text: 'ONE two THREE' })
    ben.run(setDescription, { root: 'elements', id: element('a'), text: 'one 2 three' })
    sync()
    for (const { view } of [ana, ben]) expect(view().elements.get(element('a'))?.description).toBe('ONE 2 THREE')
  })

  it('UNDO-3: words that others typed into mine stay', () => {
    const { ana, ben, sync } = pair()
    ana.run(setDescription, { root: 'elements', id: element('a'), text: 'one TWO three' })
    sync()
    ben.run(setDescription, { root: 'elements', id: element('a'), text: 'one T-W-O three' })
    sync()
    expect(ana.undo.undo()).toMatchObject({ isOvertaken: true })
    expect(ana.view().elements.get(element('a'))?.description).toBe('one T-W-O three')
  })

  it('UNDO-4: an element I added stays once somebody has worked on it, moved it or linked to it', () => {
    for (const work of ['edit', 'move', 'link'] as const) {
      const { ana, ben, sync } = pair()
      const id = ana.run(addElement, { kind: 'variable', at: { x: 1, y: 1 }, label: 'New' }) ?? ''
      sync()
      if (work === 'edit') ben.run(renameElement, { id: element(id), label: 'Better' })
      if (work === 'move') ben.run(placeElements, { positions: new Map([[element(id), { x: 5, y: 5 }]]) })
      if (work === 'link') ben.run(addLink, { from: element('a'), to: element(id) })
      sync()
      const before = toWeftMap(ana.view())
      expect(ana.undo.undo(), work).toMatchObject({ isOvertaken: true })
      expect(toWeftMap(ana.view()), work).toEqual(before)
      expect(ana.view().issues, work).toEqual([])
    }
  })

  it('UNDO-4: a link I added stays, with the element it was added with, once somebody has worked on it', () => {
    const { ana, ben, sync } = pair()
    const id = ana.run(addLinkedElement, { from: element('a'), direction: 'out', at: { x: 1, y: 1 }, label: 'New' })
    sync()
    const made = [...ben.view().links.values()].find((one) => one.to === id)
    ben.run(setPolarity, { links: links(made?.id ?? ''), polarity: '-' })
    sync()
    expect(ana.undo.undo()).toMatchObject({ isOvertaken: true })
    expect(ana.view().elements.has(element(id ?? ''))).toBe(true)
    expect(signOf(ana.view(), made?.id ?? '')).toBe('-')
  })

  it('UNDO-4: redoing a deletion spares what somebody has worked on since', () => {
    const { ana, ben, sync } = pair()
    ana.run(deleteRecords, { elements: elements('b'), links: [] })
    ana.undo.undo()
    sync()
    ben.run(renameElement, { id: element('b'), label: 'Mine' })
    sync()
    ana.undo.redo()
    expect(labelOf(ana.view(), 'b')).toBe('Mine')
    expect(ana.view().issues).toEqual([])
  })

  it('UNDO-5: a deleted element comes back whole, even if somebody changed it meanwhile', () => {
    const { ana, ben, sync } = pair()
    const before = toWeftMap(ana.view())
    ana.run(deleteRecords, { elements: elements('a'), links: [] })
    ben.run(renameElement, { id: element('a'), label: 'Ben' })
    ben.run(setPolarity, { links: links('ab'), polarity: '?' })
    sync()
    expect(ana.view().elements.has(element('a'))).toBe(false)
    ana.undo.undo()
    sync()
    expect(labelOf(ana.view(), 'a')).toBe('Ben')
    expect(signOf(ana.view(), 'ab')).toBe('?')
    expect(toWeftMap(ben.view())).toEqual(toWeftMap(ana.view()))
    ben.run(renameElement, { id: element('a'), label: 'A' })
    ben.run(setPolarity, { links: links('ab'), polarity: '+' })
    expect(toWeftMap(ben.view())).toEqual(before)
  })

  it('UNDO-5: a link does not come back to an end that is gone meanwhile', () => {
    const { ana, ben, sync } = pair()
    ana.run(deleteRecords, { elements: elements('a'), links: [] })
    sync()
    ben.run(deleteRecords, { elements: elements('b'), links: [] })
    sync()
    ana.undo.undo()
    expect([...ana.view().elements.keys()].sort()).toEqual(['a', 'c'])
    expect(ana.view().issues).toEqual([])
  })

  it('UNDO-2: what somebody else has deleted stays deleted', () => {
    const { ana, ben, sync } = pair()
    ana.run(renameElement, { id: element('a'), label: 'Ana' })
    ana.run(placeElements, at(5, 5))
    ana.run(setDescription, { root: 'elements', id: element('a'), text: 'x' })
    sync()
    ben.run(deleteRecords, { elements: elements('a'), links: [] })
    sync()
    expect(ana.undo.undo()).toBeUndefined()
    expect(ana.view().elements.has(element('a'))).toBe(false)
    expect(ana.doc.getMap('positions:board').has('a')).toBe(false)
  })

  it('UNDO-6: a step that others have changed all of is let go alone, and told of; then the one before is next', () => {
    const { ana, ben, sync } = pair()
    ana.run(renameElement, { id: element('c'), label: 'Sea' })
    ana.run(renameElement, { id: element('a'), label: 'Ana' })
    sync()
    ben.run(renameElement, { id: element('a'), label: 'Ben' })
    sync()
    expect(ana.undo.undo()).toMatchObject({ label: { name: 'Ana' }, isOvertaken: true })
    expect(labelOf(ana.view(), 'c')).toBe('Sea')
    expect(ana.undo.canRedo()).toBe(false)
    expect(ana.undo.undo()).toMatchObject({ label: { name: 'Sea' } })
    expect(labelOf(ana.view(), 'a')).toBe('Ben')
  })

  it.each(['moved', 'added', 'described'] as const)('UNDO-6: what one has %s and others changed stays', (what) => {
    const { ana, ben, sync } = pair()
    ana.run(renameElement, { id: element('c'), label: 'Sea' })
    if (what === 'moved') ana.run(placeElements, at(5, 5))
    if (what === 'described')
      ana.run(setDescription, { root: 'elements', id: element('a'), text: 'one two three four' })
    const made = what === 'added' ? ana.run(addElement, { kind: 'variable', at: { x: 0, y: 0 }, label: 'New' }) : 'a'
    const id = element(made ?? '')
    sync()
    if (what === 'moved') ben.run(placeElements, at(7, 7))
    if (what === 'added') ben.run(renameElement, { id, label: 'Newer' })
    if (what === 'described') ben.run(setDescription, { root: 'elements', id, text: 'one two three' })
    if (what === 'described') ben.run(setDescription, { root: 'elements', id, text: 'one two three five' })
    sync()
    const before = toWeftMap(ana.view())
    expect(ana.undo.undo()?.isOvertaken).toBe(true)
    expect(toWeftMap(ana.view())).toEqual(before)
    expect(ana.undo.undo()).toMatchObject({ label: { name: 'Sea' } })
  })

  it('UNDO-6: what is gone, or as before already, is passed over', () => {
    const { ana, ben, sync } = pair()
    ana.run(renameElement, { id: element('c'), label: 'Sea' })
    const was = labelOf(ana.view(), 'a')
    ana.run(renameElement, { id: element('a'), label: 'Ana' })
    ana.run(renameElement, { id: element('b'), label: 'Bea' })
    sync()
    ben.run(renameElement, { id: element('a'), label: was ?? '' })
    ben.run(deleteRecords, { elements: elements('b'), links: [] })
    sync()
    expect(ana.undo.undo()).toMatchObject({ label: { name: 'Sea' } })
  })

  it('stops taking note when closed', () => {
    const { ana, ben, sync } = pair()
    ana.run(renameElement, { id: element('a'), label: 'Ana' })
    ana.undo.close()
    ben.run(renameElement, { id: element('b'), label: 'Ben' })
    sync()
    expect(labelOf(ana.view(), 'b')).toBe('Ben')
  })
})
