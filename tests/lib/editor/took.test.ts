import { describe, expect, it } from 'vitest'
import { deleteRecords } from '../../../lib/commands/deleteRecords'
import { renameElement } from '../../../lib/commands/renameElement'
import { setPolarity } from '../../../lib/commands/setPolarity'
import { putBack } from '../../../lib/editor/putBack'
import { takeWords } from '../../../lib/editor/stale'
import { threeInARow, type Visitor } from '../../helpers/mapVisitors'
import { element, elements, link, links } from '../../helpers/testMap'

const rename = ({ editor }: Visitor, id: string, label: string) => editor.run(renameElement, { id: element(id), label })
const remove = ({ editor }: Visitor, ...ids: readonly string[]) =>
  editor.run(deleteRecords, { elements: elements(...ids), links: [] })
const label = ({ editor }: Visitor, id: string) => editor.view.get().elements.get(element(id))?.label
const later = 1_000

/** Ana deletes b without a connection, Ben renames it meanwhile, and Ana comes back. */
async function crossed() {
  const { enter, clock } = await threeInARow()
  const [ana, ben] = [await enter('Ana'), await enter('Ben')]
  ana.client.drop()
  remove(ana, 'b')
  rename(ben, 'b', 'Workload')
  ben.editor.run(setPolarity, { links: links('bc'), polarity: '-' })
  ana.editor.reconnect()
  clock.advance(later)
  return { ana, ben, clock }
}

describe('a deletion that crossed with a change', () => {
  it('TAKE-4: tells who deleted it, and what came of it to whoever deleted it', async () => {
    const { ana, ben } = await crossed()
    expect(ben.taken.map(({ by }) => by)).toEqual(['Ana'])
    expect(ana.taken).toEqual([])
    expect(ana.took.map(({ by }) => by)).toEqual(['Ben'])
    expect(ana.took[0]?.before.get(element('b'))?.label).toBe('B')
    expect(ana.took[0]?.elements.get(element('b'))?.label).toBe('Workload')
    expect(ben.took).toEqual([])
  })

  it('UNDO-8: comes back with the other’s words when it is undone, for both', async () => {
    const { ana, ben } = await crossed()
    expect(ana.editor.undo()).toMatchObject({ step: 'deleted', withOthers: true })
    for (const one of [ana, ben]) {
      expect(label(one, 'b')).toBe('Workload')
      expect(one.editor.view.get().links.size).toBe(2)
      expect(one.editor.view.get().links.get(link('bc'))).toMatchObject({ polarity: '-' })
    }
    expect(ben.editor.undo()?.step).toBe('set-sign')
    expect(ben.editor.undo()?.step).toBe('renamed')
    expect(label(ana, 'b')).toBe('B')
  })

  it('TAKE-5, UNDO-8: words that come while whoever deleted it is here reach them, though the server has thrown the record away', async () => {
    const { enter, clock } = await threeInARow()
    const [ana, ben] = [await enter('Ana'), await enter('Ben')]
    ben.client.drop()
    remove(ana, 'b')
    rename(ben, 'b', 'Workload')
    ben.editor.reconnect()
    clock.advance(later)
    expect(ana.took.map(({ by }) => by)).toEqual(['Ben'])
    expect(ana.editor.undo()).toMatchObject({ step: 'deleted', withOthers: true })
    expect([label(ana, 'b'), label(ben, 'b')]).toEqual(['Workload', 'Workload'])
  })

  it('TAKE-1: is told again when it comes back and goes again', async () => {
    const { ana, ben, clock } = await crossed()
    ana.editor.undo()
    ana.editor.redo()
    clock.advance(later)
    expect(ben.told).toEqual([['Workload'], ['Workload']])
    expect(ben.editor.undo()).toMatchObject({ step: 'taken', by: 'Ana' })
  })

  it('TAKE-5: can be put back by whoever deleted it, with the other’s words', async () => {
    const { ana, ben } = await crossed()
    const [took] = ana.took
    if (took === undefined) throw new Error('nothing was told')
    expect(ana.editor.run(putBack, took).ok).toBe(true)
    for (const one of [ana, ben]) {
      expect(label(one, 'b')).toBe('Workload')
      expect(one.editor.view.get().links.get(link('bc'))).toMatchObject({ polarity: '-' })
    }
    ana.editor.undo()
    expect(label(ben, 'b')).toBeUndefined()
  })

  it('UNDO-10: undo gives it back to whoever lost it, then goes on with their own steps; redo lets it go', async () => {
    const { enter, clock } = await threeInARow()
    const [ana, ben] = [await enter('Ana'), await enter('Ben')]
    rename(ben, 'c', 'Other')
    rename(ben, 'b', 'Workload')
    remove(ana, 'b')
    clock.advance(later)
    expect(ben.editor.undo()).toMatchObject({ step: 'taken', count: 1, name: 'Workload', by: 'Ana' })
    expect([label(ana, 'b'), label(ben, 'b')]).toEqual(['Workload', 'Workload'])
    expect(ben.editor.view.get().links.size).toBe(2)
    expect(ben.editor.redo()?.step).toBe('taken')
    expect(label(ana, 'b')).toBeUndefined()
    expect(ben.editor.undo()?.step).toBe('taken')
    expect(ben.editor.undo()).toMatchObject({ step: 'renamed', name: 'Workload' })
    expect(label(ana, 'b')).toBe('B')
    expect(ben.editor.undo()).toMatchObject({ step: 'renamed', name: 'Other' })
    expect(ben.editor.undoState.get().canUndo).toBe(false)
  })

  it('UNDO-10: also at once, before they were told', async () => {
    const { enter, clock } = await threeInARow()
    const [ana, ben] = [await enter('Ana'), await enter('Ben')]
    rename(ben, 'b', 'Workload')
    remove(ana, 'b')
    expect(ben.editor.undo()).toMatchObject({ step: 'taken', name: 'Workload' })
    clock.advance(later)
    expect(ben.told).toEqual([['Workload']])
  })

  it('UNDO-2, UNDO-10: own steps on other elements come first', async () => {
    const { enter, clock } = await threeInARow()
    const [ana, ben] = [await enter('Ana'), await enter('Ben')]
    rename(ben, 'b', 'Workload')
    rename(ben, 'c', 'Other')
    remove(ana, 'b')
    clock.advance(later)
    expect(ben.editor.undo()).toMatchObject({ step: 'renamed', name: 'Other' })
    expect(label(ben, 'b')).toBeUndefined()
  })

  it('TAKE-5: says nothing where it has come back, or where nothing was changed', async () => {
    const { enter, clock } = await threeInARow()
    const [ana, ben] = [await enter('Ana'), await enter('Ben')]
    ana.client.drop()
    remove(ana, 'b')
    remove(ana, 'a')
    rename(ben, 'b', 'Workload')
    rename(ben, 'a', 'Elsewhere')
    rename(ben, 'a', 'A')
    ana.editor.reconnect()
    ana.editor.undo()
    ana.editor.undo()
    clock.advance(later)
    expect([ana.took, ana.stale, ben.stale]).toEqual([[], [], []])
    expect(label(ben, 'b')).toBe('Workload')
  })

  it.each(['ana', 'ben'] as const)(
    'TAKE-6: deleted and put back before the words came: both are told, and %s can bring them in',
    async (who) => {
      const { enter, clock } = await threeInARow()
      const visitors = { ana: await enter('Ana'), ben: await enter('Ben') }
      const { ana, ben } = visitors
      ana.client.drop()
      remove(ana, 'b')
      ana.editor.undo()
      rename(ben, 'b', 'Workload')
      ana.editor.reconnect()
      clock.advance(later)
      expect([label(ana, 'b'), label(ben, 'b')]).toEqual(['B', 'B'])
      expect(ana.stale).toMatchObject([{ whose: 'other', by: 'Ben' }])
      expect(ben.stale).toMatchObject([{ whose: 'own', by: 'Ana' }])
      const [stale] = visitors[who].stale
      if (stale === undefined) throw new Error('nothing was told')
      expect(visitors[who].editor.run(takeWords, stale).ok).toBe(true)
      expect([label(ana, 'b'), label(ben, 'b')]).toEqual(['Workload', 'Workload'])
      visitors[who].editor.undo()
      expect([label(ana, 'b'), label(ben, 'b')]).toEqual(['B', 'B'])
    },
  )

  it('TAKE-4: names who deleted it last, not who deleted it before and put it back', async () => {
    const { enter, clock } = await threeInARow()
    const [ana, ben, cy] = [await enter('Ana'), await enter('Ben'), await enter('Cy')]
    remove(ana, 'b')
    ana.editor.undo()
    rename(ben, 'b', 'Workload')
    clock.advance(later)
    ana.editor.present({ cursor: [1, 1] })
    clock.advance(later)
    remove(cy, 'b')
    clock.advance(later)
    expect(ben.taken.map(({ by }) => by)).toEqual(['Cy'])
  })

  it('TAKE-6: an element that was set anew alike is no news later', async () => {
    const { enter, clock } = await threeInARow()
    const [ana, ben] = [await enter('Ana'), await enter('Ben')]
    rename(ben, 'b', 'Workload')
    ana.client.drop()
    remove(ana, 'b')
    ana.editor.undo()
    ana.editor.reconnect()
    rename(ana, 'b', 'Sleep')
    clock.advance(later)
    expect(ben.stale).toEqual([])
    expect(label(ben, 'b')).toBe('Sleep')
  })

  it('TAKE-4: whoever deleted is named after they have gone, and nobody is who did not say so', async () => {
    const { enter, clock } = await threeInARow()
    const [ana, ben] = [await enter('Ana'), await enter('Ben')]
    rename(ben, 'b', 'Workload')
    rename(ben, 'c', 'Sleep')
    remove(ana, 'b')
    clock.advance(100)
    ana.editor.close()
    clock.advance(later)
    const cy = await enter('Cy')
    cy.editor.present({ deleted: [] })
    ben.client.drop()
    remove(cy, 'c')
    cy.editor.close()
    ben.editor.reconnect()
    clock.advance(later)
    expect(ben.taken.map(({ by }) => by)).toEqual(['Ana', undefined])
  })
})
