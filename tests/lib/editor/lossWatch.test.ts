import { describe, expect, it } from 'vitest'
import { addElement } from '../../../lib/commands/addElement'
import { addElements } from '../../../lib/commands/addElements'
import { deleteRecords } from '../../../lib/commands/deleteRecords'
import { renameElement } from '../../../lib/commands/renameElement'
import { setDescription } from '../../../lib/commands/setDescription'
import { setElementFields } from '../../../lib/commands/setElementFields'
import { putBack } from '../../../lib/editor/putBack'
import { takeWords } from '../../../lib/editor/stale'
import { threeInARow, type Visitor } from '../../helpers/mapVisitors'
import { element, elements, link, links } from '../../helpers/testMap'

const rename = ({ editor }: Visitor, id: string, label: string) => editor.run(renameElement, { id: element(id), label })
const describeAs = ({ editor }: Visitor, id: string, text: string) =>
  editor.run(setDescription, { root: 'elements', id: element(id), text })
const remove = ({ editor }: Visitor, ...ids: readonly string[]) =>
  editor.run(deleteRecords, { elements: elements(...ids), links: [] })
const read = ({ editor }: Visitor, id: string) => editor.view.get().elements.get(element(id))
const only = <Told>(told: readonly Told[]): Told => {
  expect(told).toHaveLength(1)
  return told[0] as Told
}
const later = 1_000
const longAfter = 20 * 60_000

/** Ana deletes b and puts it back without a connection, while Ben describes it; then she comes back. */
async function putBackUnknowing() {
  const scene = await threeInARow()
  const [ana, ben, cem] = [await scene.enter('Ana'), await scene.enter('Ben'), await scene.enter('Cem')]
  ana.client.drop()
  remove(ana, 'b')
  ana.editor.undo()
  describeAs(ben, 'b', 'Hours per week')
  ana.editor.reconnect()
  scene.clock.advance(later)
  return { ...scene, ana, ben, cem }
}

describe('bringing words in', () => {
  it.each(['ana', 'ben'] as const)('TAKE-6: leaves what others have changed since alone, for %s', async (who) => {
    const visitors = await putBackUnknowing()
    const { ana, cem } = visitors
    rename(cem, 'b', 'Cem’s')
    cem.editor.run(setElementFields, { ids: elements('b'), fields: { tags: ['cem'] } })
    expect(visitors[who].editor.run(takeWords, only(visitors[who].stale)).ok).toBe(true)
    expect(read(ana, 'b')).toMatchObject({ label: 'Cem’s', tags: ['cem'], description: 'Hours per week' })
  })

  it('TAKE-6, PROTECT-15: who writes in what is put back at that moment is told, and can bring it in', async () => {
    const { enter, clock } = await threeInARow()
    const [ana, ben] = [await enter('Ana'), await enter('Ben')]
    ana.client.drop()
    remove(ana, 'b')
    ana.editor.undo()
    rename(ben, 'b', 'Ben’s')
    ana.editor.reconnect()
    clock.advance(later)
    expect([...only(ben.stale).missing]).toMatchObject([['b', new Map([['label', { words: 'Ben’s' }]])]])
    expect(ben.editor.run(takeWords, only(ben.stale)).ok).toBe(true)
    expect(read(ana, 'b')?.label).toBe('Ben’s')
  })

  it('TAKE-6: puts a passage beside what somebody else has written meanwhile, once', async () => {
    const { ana, cem, ben } = await putBackUnknowing()
    describeAs(cem, 'b', 'Measured in spring')
    expect(ben.editor.run(takeWords, only(ben.stale)).ok).toBe(true)
    const text = read(ana, 'b')?.description
    expect(text).toContain('Hours per week')
    expect(text).toContain('Measured in spring')
    expect(ana.editor.run(takeWords, only(ana.stale))).toEqual({ ok: false, reason: { code: 'nothing-to-do' } })
  })

  it('TAKE-6: does not write over a field that somebody has set anew', async () => {
    const { enter, clock } = await threeInARow()
    const [ana, ben, cem] = [await enter('Ana'), await enter('Ben'), await enter('Cem')]
    ana.client.drop()
    remove(ana, 'b')
    ana.editor.undo()
    rename(ben, 'b', 'Ben’s')
    ana.editor.reconnect()
    clock.advance(later)
    rename(cem, 'b', 'Cem’s')
    expect(ana.editor.run(takeWords, only(ana.stale))).toEqual({ ok: false, reason: { code: 'nothing-to-do' } })
    expect(read(ben, 'b')?.label).toBe('Cem’s')
  })

  it('TAKE-6: one’s own words are those that one wrote, not what whoever put it back changed', async () => {
    const { enter, clock } = await threeInARow()
    const [ana, ben] = [await enter('Ana'), await enter('Ben')]
    ana.client.drop()
    remove(ana, 'b')
    ana.editor.undo()
    rename(ana, 'b', 'Ana’s')
    describeAs(ben, 'b', 'Hours per week')
    ana.editor.reconnect()
    clock.advance(later)
    ben.editor.run(takeWords, only(ben.stale))
    expect(read(ana, 'b')).toMatchObject({ label: 'Ana’s', description: 'Hours per week' })
  })
})

describe('a description that is changed while somebody deletes its element', () => {
  it.each(['at the same moment', 'away'] as const)(
    'TAKE-5, UNDO-8: comes back as its author left it, with no letter that they had taken out, who was %s',
    async (where) => {
      const { enter, clock } = await threeInARow()
      const [ana, ben] = [await enter('Ana'), await enter('Ben')]
      describeAs(ana, 'b', 'one two three')
      clock.advance(later)
      if (where === 'away') ben.client.drop()
      else ben.client.hold()
      remove(ana, 'b')
      describeAs(ben, 'b', 'one TWO three')
      if (where === 'away') ben.editor.reconnect()
      else ben.client.release()
      clock.advance(later)
      expect(only(ana.took).elements.get(element('b'))?.description).toBe('one TWO three')
      ana.editor.undo()
      clock.advance(later)
      for (const one of [ana, ben]) expect(read(one, 'b')?.description).toBe('one TWO three')
      // Nothing of it is missing.
      expect(ben.stale).toEqual([])
    },
  )
})

describe('what went more than once', () => {
  it('TAKE-5, UNDO-8: words for it are told though it came back and went again before they came', async () => {
    const { enter, clock } = await threeInARow()
    const [ana, ben] = [await enter('Ana'), await enter('Ben')]
    ben.client.drop()
    remove(ana, 'b')
    ana.editor.undo()
    ana.editor.redo()
    rename(ben, 'b', 'Ben’s')
    ben.editor.reconnect()
    clock.advance(later)
    expect(only(ana.took).elements.get(element('b'))?.label).toBe('Ben’s')
    expect(ben.told).toEqual([['Ben’s']])
    expect(ana.editor.undo()).toMatchObject({ step: 'deleted', withOthers: true })
    expect(read(ben, 'b')?.label).toBe('Ben’s')
  })

  it('TAKE-5: so they are of what was added, taken back and left for something new', async () => {
    const { enter, clock } = await threeInARow()
    const [ana, ben] = [await enter('Ana'), await enter('Ben')]
    const made = ana.editor.run(addElement, { kind: 'variable', at: { x: 0, y: 0 }, label: 'New' })
    const id = (made.ok ? made.value.select?.elements[0] : undefined) ?? element('none')
    ben.client.drop()
    ana.editor.undo()
    rename(ana, 'a', 'Something new')
    rename(ben, id, 'Newer')
    ben.editor.reconnect()
    clock.advance(later)
    expect(only(ana.took).elements.get(id)?.label).toBe('Newer')
    expect(ana.editor.run(putBack, only(ana.took).newest()).ok).toBe(true)
    expect(read(ben, id)?.label).toBe('Newer')
  })

  it('TAKE-1: whoever lost words is offered theirs, also when it came back without them in between', async () => {
    const { enter, clock } = await threeInARow()
    const [ana, ben] = [await enter('Ana'), await enter('Ben')]
    rename(ben, 'b', 'Ben’s')
    ben.client.hold()
    remove(ana, 'b')
    ana.editor.undo()
    rename(ana, 'b', 'Ana’s')
    ana.editor.undo()
    ana.editor.redo()
    remove(ana, 'b')
    ben.client.release()
    clock.advance(later)
    expect(only(ben.taken).elements.get(element('b'))?.label).toBe('Ben’s')
  })

  it('TAKE-1: but what one has worked on again in between is offered as it was then', async () => {
    const { enter, clock } = await threeInARow()
    const [ana, ben] = [await enter('Ana'), await enter('Ben')]
    rename(ben, 'b', 'First')
    remove(ana, 'b')
    ana.editor.undo()
    rename(ben, 'b', 'Second')
    remove(ana, 'b')
    clock.advance(later)
    expect(ben.told).toEqual([['Second']])
  })

  it('UNDO-10: a loss that has come back is none any more: undo neither puts an old copy back nor names its deleter', async () => {
    const { enter, clock } = await threeInARow()
    const [ana, ben, cem] = [await enter('Ana'), await enter('Ben'), await enter('Cem')]
    rename(ana, 'b', 'Ana’s')
    remove(ben, 'b')
    clock.advance(later)
    expect(ana.told).toEqual([['Ana’s']])
    ben.editor.undo()
    clock.advance(longAfter)
    rename(cem, 'b', 'Cem’s')
    clock.advance(longAfter)
    remove(cem, 'b')
    clock.advance(later)
    expect(ana.told).toHaveLength(1)
    expect(ana.editor.undo()).toBeUndefined()
    expect(read(ana, 'b')).toBeUndefined()
    cem.editor.undo()
    expect(read(ana, 'b')?.label).toBe('Cem’s')
  })
})

describe('two offers for one element', () => {
  it('TAKE-5: the first of them brings back what came with the second too', async () => {
    const { enter, clock } = await threeInARow()
    const [ana, ben, cem] = [await enter('Ana'), await enter('Ben'), await enter('Cem')]
    ben.client.drop()
    cem.client.drop()
    remove(ana, 'b')
    rename(ben, 'b', 'Ben’s')
    describeAs(cem, 'b', 'Cem’s words')
    for (const one of [ben, cem]) {
      one.editor.reconnect()
      clock.advance(later)
    }
    const [first, second] = ana.took
    expect([first?.by, second?.by]).toEqual(['Ben', 'Cem'])
    if (first === undefined) throw new Error('nothing was told')
    ana.editor.run(putBack, first.newest())
    clock.advance(later)
    expect(read(cem, 'b')).toMatchObject({ label: 'Ben’s', description: 'Cem’s words' })
    expect(ana.stale).toEqual([])
  })
})

describe('a link that went', () => {
  const describeLink = ({ editor }: Visitor, id: string, text: string) =>
    editor.run(setDescription, { root: 'links', id: link(id), text })
  const readLink = ({ editor }: Visitor, id: string) => editor.view.get().links.get(link(id))

  it('TAKE-8: whoever deleted it alone is told what somebody else wrote in it, and can put it back so', async () => {
    const { enter, clock } = await threeInARow()
    const [ana, ben] = [await enter('Ana'), await enter('Ben')]
    ben.client.drop()
    ana.editor.run(deleteRecords, { elements: [], links: links('ab') })
    describeLink(ben, 'ab', 'A page of evidence')
    ben.editor.reconnect()
    clock.advance(later)
    const took = only(ana.took)
    expect([took.by, took.before.size, [...took.links.keys()]]).toEqual(['Ben', 0, ['ab']])
    expect(ana.editor.run(putBack, took.newest()).ok).toBe(true)
    for (const one of [ana, ben]) {
      expect(readLink(one, 'ab')).toMatchObject({ from: 'a', to: 'b', description: 'A page of evidence' })
    }
    expect(ana.editor.undo()).toEqual({ step: 'put-back', count: 1, ends: ['A', 'B'] })
  })

  it('TAKE-8: it comes back with its end, where that went with it and nobody had changed that', async () => {
    const { enter, clock } = await threeInARow()
    const [ana, ben] = [await enter('Ana'), await enter('Ben')]
    ben.client.drop()
    remove(ana, 'b')
    describeLink(ben, 'ab', 'A page of evidence')
    ben.editor.reconnect()
    clock.advance(later)
    ana.editor.run(putBack, only(ana.took).newest())
    expect(read(ben, 'b')?.label).toBe('B')
    expect(readLink(ben, 'ab')?.description).toBe('A page of evidence')
  })

  it('TAKE-8: it is told with an element that is told anyway, and not where it is back', async () => {
    const { enter, clock } = await threeInARow()
    const [ana, ben] = [await enter('Ana'), await enter('Ben')]
    ben.client.drop()
    remove(ana, 'b')
    describeLink(ben, 'ab', 'A page of evidence')
    rename(ben, 'b', 'Ben’s')
    ben.editor.reconnect()
    clock.advance(later)
    expect(only(ana.took).links.get(link('ab'))?.description).toBe('A page of evidence')
    ana.editor.undo()
    ben.client.drop()
    ana.editor.run(deleteRecords, { elements: [], links: links('bc') })
    describeLink(ben, 'bc', 'Another page')
    ben.editor.reconnect()
    expect(ana.editor.undo()).toMatchObject({ step: 'deleted', withOthers: true })
    clock.advance(later)
    expect(ana.took).toHaveLength(1)
    expect(readLink(ben, 'bc')?.description).toBe('Another page')
  })
})

describe('a deletion of very many', () => {
  it('TAKE-4: names who deleted it to those who had it in hand, or had made it', async () => {
    const { enter, clock } = await threeInARow()
    const [ana, ben] = [await enter('Ana'), await enter('Ben')]
    const labels = Array.from({ length: 30 }, (_, index) => `Item ${index}`)
    const made = ben.editor.run(addElements, { labels, at: { x: 0, y: 0 } })
    const list = made.ok ? (made.value.select?.elements ?? []) : []
    rename(ana, 'a', 'Ana’s')
    ana.editor.select({ elements: list.slice(0, 1), links: [] })
    clock.advance(later)
    remove(ben, 'a', ...list)
    clock.advance(later)
    expect(only(ana.taken).by).toBe('Ben')
    expect(ana.told).toEqual([['Ana’s', 'Item 0']])
  })
})
