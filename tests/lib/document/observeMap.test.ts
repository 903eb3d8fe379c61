import * as Y from 'yjs'
import { describe, expect, it, vi } from 'vitest'
import type { MapView } from '../../../lib/model/mapView'
import { boardView } from '../../../lib/model/position'
import { createDocument } from '../../../lib/document/createDocument'
import { observeMap } from '../../../lib/document/observeMap'
import { element, link, testMap } from '../../helpers/testMap'

const record = (doc: Y.Doc, root: string, id: string): Y.Map<unknown> => doc.getMap(root).get(id) as Y.Map<unknown>

function watched() {
  const doc = createDocument(
    testMap({
      elements: { a: {}, b: {}, c: {} },
      links: { ab: { from: 'a', to: 'b' }, bc: { from: 'b', to: 'c' } },
      loops: { ab: { name: 'Loop' } },
    }),
  )
  const map = observeMap(doc)
  const heard = vi.fn<() => void>()
  map.subscribe(heard)
  return { doc, map, heard }
}

describe('observeMap', () => {
  it('DOC-5: a change leaves everything else as the same object', () => {
    const { doc, map, heard } = watched()
    const before = map.get()
    record(doc, 'elements', 'a').set('label', 'New')
    const now = map.get()
    expect(heard).toHaveBeenCalledTimes(1)
    expect(now).not.toBe(before)
    expect(now.elements.get(element('a'))?.label).toBe('New')
    expect(now.elements.get(element('b'))).toBe(before.elements.get(element('b')))
    for (const part of [
      'meta',
      'links',
      'positions',
      'loops',
      'views',
      'scenarios',
      'practices',
      'issues',
    ] satisfies (keyof MapView)[]) {
      expect(now[part], part).toBe(before[part])
    }
  })

  it('DOC-5: one transaction is one call, however much it changes', () => {
    const { doc, map, heard } = watched()
    doc.transact(() => {
      record(doc, 'elements', 'a').set('label', 'New')
      record(doc, 'links', 'ab').set('polarity', '-')
      doc.getMap('positions:board').set('b', [7, 8])
      doc.getMap('meta').set('title', 'Other')
    })
    expect(heard).toHaveBeenCalledTimes(1)
    expect(map.get().positions.get(boardView)?.get(element('b'))).toEqual({ x: 7, y: 8 })
    expect(map.get().meta.title).toBe('Other')
  })

  it('DOC-5: a transaction that changes nothing that is shown is not told', () => {
    const { doc, map, heard } = watched()
    const before = map.get()
    record(doc, 'elements', 'a').set('label', 'A')
    doc.getMap('positions:board').set('a', [0, 0])
    doc.transact(() => undefined)
    expect(heard).not.toHaveBeenCalled()
    expect(map.get()).toBe(before)
  })

  it('DOC-5: with 5,000 elements, one change reads one record', () => {
    const many = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`e${index}`, {}]))
    const doc = createDocument(testMap({ elements: many }))
    const map = observeMap(doc)
    for (const [id, stored] of doc.getMap('elements').entries()) {
      if (id === 'e7') continue
      const untouched = stored as Y.Map<unknown>
      untouched.entries = () => {
        throw new Error(`read ${id} again`)
      }
    }
    record(doc, 'elements', 'e7').set('label', 'Touched')
    doc.getMap('positions:board').set('e9', [1, 1])
    expect(map.get().elements.get(element('e7'))?.label).toBe('Touched')
  })

  it('follows text that is typed into a description', () => {
    const { doc, map } = watched()
    const text = record(doc, 'elements', 'a').get('description') as Y.Text
    text.insert(0, 'Because')
    expect(map.get().elements.get(element('a'))?.description).toBe('Because')
    ;(doc.getMap('meta').get('description') as Y.Text).insert(0, 'A map')
    expect(map.get().meta.description).toBe('A map')
  })

  it('DOC-3: a link without an end is left out and reported, and comes back with the end', () => {
    const { doc, map } = watched()
    const stored = record(doc, 'elements', 'b').clone()
    doc.getMap('elements').delete('b')
    expect(map.get().links.size).toBe(0)
    expect(map.get().positions.get(boardView)?.has(element('b'))).toBe(false)
    expect(map.get().issues).toEqual([
      { kind: 'link-without-end', link: 'ab', missing: 'b' },
      { kind: 'link-without-end', link: 'bc', missing: 'b' },
    ])
    doc.getMap('elements').set('b', stored)
    expect([...map.get().links.keys()].sort()).toEqual(['ab', 'bc'])
    expect(map.get().positions.get(boardView)?.get(element('b'))).toEqual({ x: 200, y: 0 })
    expect(map.get().issues).toEqual([])
  })

  it('DOC-3: a link is judged anew when its own end changes', () => {
    const { doc, map } = watched()
    record(doc, 'links', 'ab').set('to', 'nobody')
    expect(map.get().links.has(link('ab'))).toBe(false)
    doc.getMap('elements').delete('b')
    record(doc, 'links', 'ab').set('to', 'c')
    expect(map.get().links.get(link('ab'))?.to).toBe('c')
    expect(map.get().issues).toEqual([{ kind: 'link-without-end', link: 'bc', missing: 'b' }])
  })

  it('finds views whose positions come from elsewhere', () => {
    const { doc, map } = watched()
    const peer = new Y.Doc()
    Y.applyUpdate(peer, Y.encodeStateAsUpdate(doc))
    peer.getMap('positions:grid').set('a', [5, 6])
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(peer))
    expect(
      map
        .get()
        .positions.get('grid' as never)
        ?.get(element('a')),
    ).toEqual({ x: 5, y: 6 })
    peer.getMap('positions:grid').set('a', [7, 8])
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(peer))
    expect(
      map
        .get()
        .positions.get('grid' as never)
        ?.get(element('a')),
    ).toEqual({ x: 7, y: 8 })
  })

  it('follows loops, views and scenarios', () => {
    const { doc, map } = watched()
    doc.getMap('loops').set('ab', { name: 'Vicious circle' })
    doc.getMap('loops').set('bc', { note: 'new' })
    doc.getMap('views').set('v', new Y.Map(Object.entries({ name: 'Mine' })))
    expect(map.get().loops.get('ab')).toEqual({ name: 'Vicious circle' })
    record(doc, 'views', 'v').set('name', 'Ours')
    expect(map.get().views.get('v')).toEqual({ name: 'Ours' })
    doc.getMap('loops').delete('ab')
    expect([...map.get().loops.keys()]).toEqual(['bc'])
  })

  it('stops when closed', () => {
    const { doc, map, heard } = watched()
    map.close()
    record(doc, 'elements', 'a').set('label', 'New')
    expect(heard).not.toHaveBeenCalled()
  })
})
