import { describe, expect, it } from 'vitest'
import { addElement } from '../../../lib/commands/addElement'
import { addLink } from '../../../lib/commands/addLink'
import { addElements } from '../../../lib/commands/addElements'
import { deleteRecords } from '../../../lib/commands/deleteRecords'
import { placeElements } from '../../../lib/commands/placeElements'
import { renameElement } from '../../../lib/commands/renameElement'
import { putBack } from '../../../lib/editor/putBack'
import { boardView } from '../../../lib/model/position'
import { threeInARow, type Visitor } from '../../helpers/mapVisitors'
import { element, elements, links } from '../../helpers/testMap'

const rename = ({ editor }: Visitor, id: string, label: string) => editor.run(renameElement, { id: element(id), label })
const remove = ({ editor }: Visitor, ...ids: readonly string[]) =>
  editor.run(deleteRecords, { elements: elements(...ids), links: [] })
const label = ({ editor }: Visitor, id: string) => editor.view.get().elements.get(element(id))?.label
const later = 1_000

describe('a deletion by somebody else', () => {
  it('TAKE-1: tells whoever had just changed the element, once', async () => {
    const { enter, clock } = await threeInARow()
    const [ana, ben] = [await enter('Ana'), await enter('Ben')]
    rename(ana, 'b', 'Workload')
    remove(ben, 'b', 'c')
    clock.advance(later)
    expect(ana.told).toEqual([['Workload']])
    expect([...(ana.taken[0]?.changed ?? [])]).toEqual(['b'])
    expect(ben.told).toEqual([])
  })

  it('TAKE-1: tells it when it was made offline and is merged later, several at once', async () => {
    const { enter, clock } = await threeInARow()
    const [ana, ben] = [await enter('Ana'), await enter('Ben')]
    ben.client.drop()
    remove(ben, 'a')
    remove(ben, 'b')
    rename(ana, 'a', 'First')
    rename(ana, 'b', 'Second')
    ben.editor.reconnect()
    clock.advance(later)
    expect(ana.told).toEqual([['First', 'Second']])
    expect(ben.told).toEqual([])
  })

  it('TAKE-1: tells it after hours without a connection, but not of what was saved long ago', async () => {
    const { enter, clock } = await threeInARow()
    const [ana, ben] = [await enter('Ana'), await enter('Ben')]
    rename(ana, 'a', 'Saved long ago')
    ana.client.drop()
    rename(ana, 'b', 'Offline')
    remove(ben, 'a', 'b')
    clock.advance(3 * 3_600_000)
    ana.editor.reconnect()
    clock.advance(later)
    expect(ana.told).toEqual([['Offline']])
  })

  it('TAKE-1: tells of what was selected alone or was being named, and that it was not changed', async () => {
    const { enter, clock } = await threeInARow()
    const [ana, ben] = [await enter('Ana'), await enter('Ben')]
    ana.editor.select({ elements: elements('a'), links: [] })
    ana.editor.present({ naming: element('b') })
    remove(ben, 'a')
    remove(ben, 'b')
    clock.advance(later)
    expect(ana.told).toEqual([['A', 'B']])
    expect(ana.taken[0]?.changed.size).toBe(0)
    ana.editor.present({ naming: null })
    ana.editor.select({ elements: elements('c'), links: [] })
    ana.editor.select({ elements: [], links: [] })
    remove(ben, 'c')
    clock.advance(later)
    expect(ana.told).toHaveLength(1)
  })

  it('TAKE-1: tells of what was being written in as a row of the table', async () => {
    const { enter, clock } = await threeInARow()
    const [ana, ben] = [await enter('Ana'), await enter('Ben')]
    ana.editor.present({ writing: { element: element('b'), column: 'power' } })
    remove(ben, 'b')
    clock.advance(later)
    expect(ana.told).toEqual([['B']])
    ana.editor.present({ writing: null })
    remove(ben, 'c')
    clock.advance(later)
    expect(ana.told).toHaveLength(1)
  })

  it('TAKE-2: nothing is told of one’s own deletion or undo, nor of what came back at once', async () => {
    const { enter, clock } = await threeInARow()
    const [ana, ben] = [await enter('Ana'), await enter('Ben')]
    rename(ana, 'a', 'Mine')
    remove(ana, 'a')
    ana.editor.run(addElement, { kind: 'variable', at: { x: 0, y: 0 }, label: 'New' })
    ana.editor.undo()
    clock.advance(later)
    rename(ana, 'b', 'Blinked')
    remove(ben, 'b')
    ben.editor.undo()
    clock.advance(later)
    expect([ana.told, ben.told]).toEqual([[], []])
  })

  it('TAKE-2: nothing is told of moved elements, of others’ work, or of a step over many', async () => {
    const { enter, clock } = await threeInARow()
    const [ana, ben] = [await enter('Ana'), await enter('Ben')]
    rename(ben, 'b', 'Ben’s')
    ana.editor.run(placeElements, { positions: new Map([[element('a'), { x: 9, y: 9 }]]) })
    const labels = Array.from({ length: 11 }, (_, index) => `Item ${index}`)
    const list = ana.editor.run(addElements, { labels, at: { x: 0, y: 0 } })
    ana.editor.select({ elements: [], links: [] })
    remove(ben, 'a', 'b')
    remove(ben, ...(list.ok ? (list.value.select?.elements ?? []) : []))
    clock.advance(later)
    expect(ana.editor.view.get().elements.size).toBe(1)
    expect(ana.told).toEqual([])
  })

  it('TAKE-1: an element that one has just linked to counts as changed; putting it back brings the link', async () => {
    const { enter, clock } = await threeInARow()
    const [ana, ben] = [await enter('Ana'), await enter('Ben')]
    ana.client.drop()
    ana.editor.run(addLink, { from: element('c'), to: element('a') })
    remove(ben, 'a')
    clock.advance(11 * 60_000)
    ana.editor.reconnect()
    clock.advance(later)
    const [taken] = ana.taken
    if (taken === undefined) throw new Error('was not told')
    expect([...taken.changed]).toEqual(['a'])
    expect(ana.editor.run(putBack, taken).ok).toBe(true)
    const ends = Array.from(ben.editor.view.get().links.values(), ({ from, to }) => `${from}${to}`)
    expect(ends.sort()).toEqual(['ab', 'bc', 'ca'])
  })

  it('TAKE-4: is not put down to somebody else while the same person has another tab here', async () => {
    const { enter, clock } = await threeInARow()
    const [ana, ben] = [await enter('Ana'), await enter('Ben')]
    rename(ana, 'a', 'First')
    remove(ben, 'a')
    clock.advance(later)
    const tab = await enter('Ana')
    rename(ana, 'b', 'Second')
    remove(tab, 'b')
    clock.advance(later)
    expect(ana.taken.map(({ perhapsOwn }) => perhapsOwn)).toEqual([false, true])
  })
})

describe('putting back', () => {
  it('TAKE-3: brings the element back as it was, in its place and with its links, for everybody, as one own step', async () => {
    const { enter, clock } = await threeInARow()
    const [ana, ben] = [await enter('Ana'), await enter('Ben')]
    rename(ana, 'b', 'Workload')
    const before = ana.editor.view.get()
    remove(ben, 'b')
    clock.advance(later)
    const [taken] = ana.taken
    if (taken === undefined) throw new Error('was not told')
    expect(ana.editor.run(putBack, taken).ok).toBe(true)
    for (const { editor } of [ana, ben]) {
      const now = editor.view.get()
      expect(now.elements.get(element('b'))).toEqual(before.elements.get(element('b')))
      expect([...now.links.keys()].sort()).toEqual(['ab', 'bc'])
      expect(now.positions.get(boardView)).toEqual(before.positions.get(boardView))
    }
    expect(ana.editor.undo()).toEqual({ step: 'put-back', count: 1, name: 'Workload' })
    expect(ben.editor.view.get().elements.has(element('b'))).toBe(false)
    clock.advance(later)
    expect(ben.told).toEqual([])
  })

  it('TAKE-3: leaves out links whose other end is gone, and finds a link that this page never saw', async () => {
    const { enter, clock } = await threeInARow()
    const [ana, ben, cem] = [await enter('Ana'), await enter('Ben'), await enter('Cem')]
    cem.client.drop()
    cem.editor.run(addLink, { from: element('c'), to: element('a') })
    rename(ana, 'a', 'Kept')
    remove(ben, 'a')
    remove(ben, 'b')
    clock.advance(later)
    cem.editor.reconnect()
    expect(ana.editor.view.get().links.size).toBe(0)
    const [taken] = ana.taken
    if (taken === undefined) throw new Error('was not told')
    ana.editor.run(putBack, taken)
    expect(Array.from(ben.editor.view.get().links.values(), ({ from, to }) => `${from}${to}`)).toEqual(['ca'])
  })

  it.each([
    ['what the other deleted', ['taken', 'took']],
    ['what oneself deleted', ['took', 'taken']],
  ] as const)(
    'TAKE-3: a link whose ends two people deleted comes back with the second of them, %s first',
    async (_, order) => {
      const { enter, clock } = await threeInARow()
      const [ana, ben] = [await enter('Ana'), await enter('Ben')]
      ana.client.drop()
      ben.client.drop()
      rename(ana, 'b', 'Hunger')
      remove(ana, 'a')
      rename(ben, 'a', 'Price')
      remove(ben, 'b')
      for (const { editor } of [ana, ben]) editor.reconnect()
      clock.advance(later)
      for (const which of order) {
        const [told] = ben[which]
        if (told === undefined) throw new Error(`was not told as ${which}`)
        expect(ben.editor.run(putBack, ben.editor.addLostLinks(told)).ok).toBe(true)
      }
      for (const { editor } of [ana, ben]) {
        const { elements: there, links: all } = editor.view.get()
        expect(Array.from(there.values(), ({ label }) => label).toSorted()).toEqual(['C', 'Hunger', 'Price'])
        expect(Array.from(all.keys()).toSorted()).toEqual(['ab', 'bc'])
      }
    },
  )

  it('TAKE-3: a link that somebody deleted for itself since does not come back with an end', async () => {
    const { enter, clock } = await threeInARow()
    const [ana, ben] = [await enter('Ana'), await enter('Ben')]
    rename(ana, 'b', 'Hunger')
    remove(ben, 'b')
    clock.advance(later)
    ben.editor.undo()
    ben.editor.run(deleteRecords, { elements: [], links: links('ab') })
    rename(ana, 'b', 'Thirst')
    remove(ben, 'b')
    clock.advance(later)
    const told = ana.taken.at(-1)
    if (told === undefined) throw new Error('was not told')
    ana.editor.run(putBack, ana.editor.addLostLinks(told))
    expect([...ben.editor.view.get().links.keys()]).toEqual(['bc'])
  })

  it('TAKE-3: leaves alone what whoever deleted it has already brought back', async () => {
    const { enter, clock } = await threeInARow()
    const [ana, ben] = [await enter('Ana'), await enter('Ben')]
    rename(ana, 'a', 'Mine')
    remove(ben, 'a')
    clock.advance(later)
    ben.editor.undo()
    const [taken] = ana.taken
    if (taken === undefined) throw new Error('was not told')
    expect(ana.editor.run(putBack, taken)).toEqual({ ok: false, reason: { code: 'nothing-to-do' } })
    expect(ana.editor.view.get().elements.size).toBe(3)
  })

  it('TAKE-3: makes no second one when whoever deleted it takes that back at the same moment', async () => {
    const { enter, clock } = await threeInARow()
    const [ana, ben] = [await enter('Ana'), await enter('Ben')]
    rename(ana, 'b', 'Mine')
    remove(ben, 'b')
    clock.advance(later)
    const [taken] = ana.taken
    if (taken === undefined) throw new Error('was not told')
    ben.client.drop()
    expect(ben.editor.undo()?.step).toBe('deleted')
    ana.editor.run(putBack, taken)
    ben.editor.reconnect()
    clock.advance(later)
    expect(ana.editor.view.get()).toEqual(ben.editor.view.get())
    expect(label(ana, 'b')).toBe('Mine')
    expect([...ana.editor.view.get().elements.keys()].sort()).toEqual(['a', 'b', 'c'])
    expect([...ana.editor.view.get().links.keys()].sort()).toEqual(['ab', 'bc'])
    expect([ana.told.length, ben.told.length]).toEqual([1, 0])
  })
})
