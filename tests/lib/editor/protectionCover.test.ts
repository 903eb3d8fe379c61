import { describe, expect, it } from 'vitest'
import { deleteRecords } from '../../../lib/commands/deleteRecords'
import { duplicateElements } from '../../../lib/commands/duplicateElements'
import { copyFragment } from '../../../lib/commands/fragment'
import { mergeElements } from '../../../lib/commands/mergeElements'
import { reconnectLink } from '../../../lib/commands/reconnectLink'
import { reverseLinks } from '../../../lib/commands/reverseLinks'
import { placeElements } from '../../../lib/commands/placeElements'
import { renameElement } from '../../../lib/commands/renameElement'
import { setLocked } from '../../../lib/commands/setLocked'
import { setPolarity } from '../../../lib/commands/setPolarity'
import type { Command } from '../../../lib/commands/command'
import { createObservable } from '../../../lib/base/observable'
import { fromWeftMap, toWeftMap } from '../../../lib/model/mapFile'
import type { MapView } from '../../../lib/model/mapView'
import { createCoveredMap } from '../../../lib/editor/coveredMap'
import { coverProtection, type Covered } from '../../../lib/editor/protectionCover'
import { noProtection, type Protection } from '../../../lib/practice/protection'
import { element, elements, link, links, testContext, testMap } from '../../helpers/testMap'

const file = testMap({
  elements: { a: { label: 'Rain' }, b: { label: 'Floods' }, c: { label: 'Roads', description: 'Of tar' } },
  links: { ab: { from: 'a', to: 'b' }, bc: { from: 'b', to: 'c' } },
  positions: { a: [0, 0], b: [300, 0], c: [600, 0] },
})
const map = fromWeftMap(file)

const cover = (protection: Partial<Protection>, more: Partial<Covered> = {}) => {
  const covered = createCoveredMap(createObservable(map))
  covered.cover(
    coverProtection({ protection: { ...noProtection, ...protection }, isFree: false, isOwn: () => false, ...more }),
  )
  const run = <Input>(command: Command<Input>, input: Input) =>
    covered.allow(command(covered.get(), input, testContext()))
  return { view: (): MapView => covered.get(), run }
}

describe('what a facilitator has locked, on the page of who does not run the meeting', () => {
  it('PROTECT-20: it cannot be renamed, moved, deleted or unlocked, and it is said by whom it is locked', () => {
    const { view, run } = cover({ elements: ['a'] })
    expect(view().elements.get(element('a'))).toMatchObject({ locked: true, seal: { keeps: true } })
    const refused = { ok: false, reason: { code: 'sealed', subject: 'Rain' } }
    expect(run(renameElement, { id: element('a'), label: 'Forged' })).toMatchObject(refused)
    expect(run(setLocked, { ids: elements('a'), locked: false })).toMatchObject(refused)
    expect(run(deleteRecords, { elements: elements('a'), links: [] })).toMatchObject(refused)
    const position = { x: 9, y: 9 }
    expect(run(placeElements, { positions: new Map([[element('a'), position]]) })).toMatchObject(refused)
    // Of several, the others go; what stayed is named.
    expect(run(deleteRecords, { elements: elements('a', 'c'), links: [] })).toMatchObject({
      ok: true,
      value: { stayed: { code: 'sealed', subject: 'Rain' } },
    })
    expect(run(renameElement, { id: element('b'), label: 'High water' }).ok).toBe(true)
  })

  it('PROTECT-20: what is refused for another reason is not said to be locked', () => {
    const { run } = cover({ links: ['ab'], ownOnly: true })
    // Rain is an end of a locked link; Roads is only somebody else's.
    expect(run(deleteRecords, { elements: elements('a', 'c'), links: [] })).toEqual({
      ok: false,
      reason: { code: 'sealed', subject: 'Rain' },
    })
  })

  it('PROTECT-20: it is neither doubled nor copied', () => {
    const { view, run } = cover({ elements: ['a'] })
    expect(run(duplicateElements, { elements: elements('a'), offset: { x: 1, y: 1 } })).toMatchObject({
      ok: false,
      reason: { code: 'sealed' },
    })
    expect([...copyFragment(view(), { elements: elements('a', 'b') }).elements.keys()]).toEqual(['b'])
  })

  it('PROTECT-20: a locked link is not changed, nor is what it joins deleted', () => {
    const { run } = cover({ links: ['ab'] })
    expect(run(setPolarity, { links: links('ab'), polarity: '-' })).toMatchObject({
      ok: false,
      reason: { code: 'sealed' },
    })
    expect(run(deleteRecords, { elements: [], links: links('ab') })).toMatchObject({
      ok: false,
      reason: { code: 'sealed' },
    })
    expect(run(deleteRecords, { elements: elements('b'), links: [] })).toMatchObject({ ok: false })
    expect(run(renameElement, { id: element('b'), label: 'High water' }).ok).toBe(true)
  })

  it('PROTECT-26: what is one thing is done as a whole or not at all; of several things the others are', () => {
    const isOwn: Covered['isOwn'] = (_, id) => id === 'a' || id === 'b'
    const refused = { ok: false, reason: { code: 'not-yours' } }
    const { run } = cover({ ownOnly: true }, { isOwn })
    expect(run(mergeElements, { into: element('a'), others: elements('c') })).toEqual(refused)
    expect(run(mergeElements, { into: element('a'), others: elements('b') })).toMatchObject({ ok: true })
    expect(run(deleteRecords, { elements: elements('a', 'c'), links: [] })).toMatchObject({
      ok: true,
      value: { stayed: { code: 'not-yours' } },
    })
    const tied = cover({ links: ['ab'] }, { isOwn })
    expect(tied.run(mergeElements, { into: element('c'), others: elements('b') }).ok).toBe(false)
  })

  it('PROTECT-16: a link of somebody else is turned round, and not led elsewhere', () => {
    const { run } = cover({ ownOnly: true })
    expect(run(reconnectLink, { id: link('ab'), end: 'to', element: element('c') })).toMatchObject({
      ok: false,
      reason: { code: 'not-yours' },
    })
    expect(run(reverseLinks, { links: links('ab') }).ok).toBe(true)
  })

  it('PROTECT-20: it goes out on export as the map says it', () => {
    const { view } = cover({ elements: ['a'], links: ['ab'] })
    expect(toWeftMap(view())).toEqual(toWeftMap(map))
  })

  it('PROTECT-7: with the layout locked a move is refused, and says so', () => {
    const { run } = cover({ layout: 5 })
    const move = { positions: new Map([[element('b'), { x: 9, y: 9 }]]) }
    expect(run(placeElements, move)).toMatchObject({ ok: false, reason: { code: 'layout' } })
    expect(cover({ layout: 5 }, { isOwn: () => true }).run(placeElements, move).ok).toBe(true)
    expect(run(deleteRecords, { elements: elements('b'), links: [] }).ok).toBe(true)
  })

  it('PROTECT-8: of a deletion only what one added goes, with its links', () => {
    const { run } = cover({ ownOnly: true }, { isOwn: (root, id) => root === 'elements' && id === 'c' })
    expect(run(deleteRecords, { elements: elements('a'), links: [] })).toMatchObject({ reason: { code: 'not-yours' } })
    const done = run(deleteRecords, { elements: elements('a', 'c'), links: [] })
    if (!done.ok) throw new Error('refused')
    expect(done.value.stayed).toEqual({ code: 'not-yours' })
    expect(done.value.changes.map(({ kind, ...rest }) => [kind, 'id' in rest ? rest.id : ''])).toEqual([
      ['delete', link('bc')],
      ['place', element('c')],
      ['delete', element('c')],
    ])
  })
})

describe('for those who run the meeting', () => {
  it('PROTECT-5: it says that it is locked for the others, and is edited as anything else', () => {
    const { view, run } = cover({ elements: ['a'], layout: 1, ownOnly: true }, { isFree: true })
    const shown = view().elements.get(element('a'))
    expect(shown).toMatchObject({ seal: { keeps: false } })
    expect(shown?.locked).toBeUndefined()
    expect(run(renameElement, { id: element('a'), label: 'Heavy rain' }).ok).toBe(true)
    expect(run(deleteRecords, { elements: elements('a'), links: [] }).ok).toBe(true)
    const copied = copyFragment(view(), { elements: elements('a') })
    expect(copied.elements.size).toBe(1)
    expect(toWeftMap(view())).toEqual(toWeftMap(map))
  })
})

describe('a cover over a map', () => {
  it('PROTECT-25: it says what the map says, also to those who hear of a change before its own listeners', () => {
    const source = createObservable(map)
    const seen: boolean[] = []
    const covered = createCoveredMap(source)
    const early: { look?: () => void } = {}
    const first = createCoveredMap({
      get: source.get,
      subscribe(listener) {
        return source.subscribe(() => {
          early.look?.()
          listener()
        })
      },
    })
    early.look = () => seen.push(first.get().elements.has(element('a')))
    source.set({ ...map, elements: new Map([...map.elements].filter(([id]) => id !== element('a'))) })
    expect(seen).toEqual([false])
    expect(covered.get().elements.has(element('a'))).toBe(false)
  })

  it('PROTECT-12: costs nothing where nothing is locked, and keeps what stays the same', () => {
    const source = createObservable(map)
    const covered = createCoveredMap(source)
    expect(covered.get()).toBe(map)
    covered.cover(coverProtection({ protection: noProtection, isFree: false, isOwn: () => false }))
    expect(covered.get()).toBe(map)
    covered.cover(
      coverProtection({ protection: { ...noProtection, elements: ['a'] }, isFree: false, isOwn: () => false }),
    )
    const first = covered.get()
    let told = 0
    covered.subscribe(() => (told += 1))
    source.set({ ...map, positions: new Map(map.positions) })
    expect(told).toBe(1)
    expect(covered.get().elements).toBe(first.elements)
    source.set({ ...map, elements: new Map(map.elements) })
    expect(covered.get().elements.get(element('a'))).toBe(first.elements.get(element('a')))
    expect(covered.get().elements.get(element('b'))).toBe(map.elements.get(element('b')))
  })
})
