import { describe, expect, it } from 'vitest'
import { findForbidden, type Addition, type Edit, type MapFacts } from '../../../lib/practice/forbidden'
import { isUnprotected, mostProtected, noProtection, protect, readProtection } from '../../../lib/practice/protection'

const additions: Readonly<Record<string, Addition>> = {
  'elements/mine': { by: 'cem', at: 50 },
  'elements/late': { by: 'cem', at: 150 },
  'links/myLink': { by: 'cem', at: 50 },
  'elements/hers': { by: 'ana', at: 150 },
}
const linkEnds: Readonly<Record<string, readonly string[]>> = {
  ab: ['a', 'b'],
  myLink: ['mine', 'b'],
  toMine: ['b', 'mine'],
}
const facts: MapFacts = {
  has: (root, id) => (root === 'elements' ? ['a', 'b', 'mine', 'late', 'hers'] : Object.keys(linkEnds)).includes(id),
  endsOf: (link) => linkEnds[link] ?? [],
  hasPlace: (view) => view === 'board',
  addition: (root, id) => additions[`${root}/${id}`],
}
const find = (protection: Partial<typeof noProtection>, ...edits: Edit[]): unknown => {
  const found = findForbidden({ ...noProtection, ...protection }, edits, facts, 'cem')
  return (
    found && [found.reason, [...found.elements], [...found.links], found.places.map(({ view, id }) => `${view}/${id}`)]
  )
}
const remove = (id: string): Edit => ({ kind: 'delete', root: 'elements', id })
const unlink = (id: string): Edit => ({ kind: 'delete', root: 'links', id })
const unmake = (root: 'elements' | 'links', id: string): Edit => ({ kind: 'unmake', root, id })
const edit = (id: string): Edit => ({ kind: 'change', root: 'elements', id })
const place = (id: string, view = 'board'): Edit => ({ kind: 'place', view, id })

describe('what may not be', () => {
  it('PROTECT-2, PROTECT-6: what is locked, and what a locked link joins', () => {
    expect(find({ elements: ['a'] }, edit('a'), edit('b'), place('a', 'grid'))).toEqual([
      'locked',
      ['a'],
      [],
      ['grid/a'],
    ])
    expect(find({ links: ['ab'] }, remove('b'), edit('a'))).toEqual(['locked', ['b'], [], []])
    expect(find({ links: ['ab'] }, edit('b'), place('b'), unlink('myLink'))).toBeUndefined()
    expect(find({ elements: ['new'] }, { kind: 'put', root: 'elements', id: 'new' })).toEqual([
      'locked',
      ['new'],
      [],
      [],
    ])
  })

  it('PROTECT-35: frames are hidden and revealed; what changes nothing is no change', () => {
    const hidden = protect(noProtection, { act: 'hide', frames: ['f', 'f'] }, 1) ?? noProtection
    expect(hidden).toEqual({ ...noProtection, hidden: ['f'] })
    expect(isUnprotected(hidden)).toBe(false)
    expect(protect(hidden, { act: 'hide', frames: ['f'] }, 1)).toBe(hidden)
    expect(protect(hidden, { act: 'reveal', frames: ['g'] }, 1)).toBe(hidden)
    expect(protect(hidden, { act: 'reveal', frames: ['f'] }, 1)).toEqual(noProtection)
  })

  it('PROTECT-4: links and places go where a deletion goes, or stay with it', () => {
    expect(find({ elements: ['a'] }, remove('a'), unlink('ab'), place('a'))).toEqual([
      'locked',
      ['a'],
      ['ab'],
      ['board/a'],
    ])
    expect(find({ ownOnly: true }, remove('b'), unlink('myLink'), place('b'))).toEqual([
      'not-yours',
      ['b'],
      ['myLink'],
      ['board/b'],
    ])
  })

  it('PROTECT-7: a place that is there, but for what one added since', () => {
    const layout = { layout: 100 }
    expect(find(layout, place('a'), place('mine'), place('late'), place('hers'), place('new', 'grid'))).toEqual([
      'layout',
      [],
      [],
      ['board/a', 'board/mine', 'board/hers'],
    ])
    expect(find(layout, remove('a'), place('a'), edit('b'))).toBeUndefined()
    // Put anew under its name it is there afterwards: that is a move; so it is with what can be made readable again.
    const anew: Edit = { kind: 'put', root: 'elements', id: 'a' }
    expect(find(layout, anew, remove('a'), place('a'))).toEqual(['layout', [], [], ['board/a']])
    expect(find(layout, unmake('elements', 'a'), place('a'))).toEqual(['layout', [], [], ['board/a']])
  })

  it('PROTECT-16: what takes away what a record is read by deletes it', () => {
    expect(find({ ownOnly: true }, unmake('elements', 'hers'))).toEqual(['not-yours', ['hers'], [], []])
    expect(find({ ownOnly: true }, unmake('links', 'ab'))).toEqual(['not-yours', [], ['ab'], []])
    expect(find({ ownOnly: true }, unmake('links', 'toMine'), remove('mine'))).toBeUndefined()
    expect(find({ links: ['ab'] }, unmake('elements', 'b'))).toEqual(['locked', ['b'], [], []])
  })

  it('PROTECT-8: what somebody else added, or nobody is known to have', () => {
    const own = { ownOnly: true } as const
    expect(find(own, remove('mine'), unlink('toMine'), unlink('myLink'))).toBeUndefined()
    expect(find(own, remove('hers'), remove('a'))).toEqual(['not-yours', ['hers', 'a'], [], []])
    expect(find(own, unlink('ab'))).toEqual(['not-yours', [], ['ab'], []])
    // Put anew under its name, it would be gone as well.
    expect(find(own, { kind: 'put', root: 'elements', id: 'a' })).toEqual(['not-yours', ['a'], [], []])
    expect(find(own, edit('a'), place('a'))).toBeUndefined()
    expect(findForbidden({ ...noProtection, ...own }, [remove('mine')], facts, undefined)).toBeDefined()
  })
})

describe('what is protected', () => {
  const lock = (elements: string[], links: string[] = []) => ({ act: 'lock', elements, links }) as const

  it('PROTECT-1: each act changes its part alone, and one that changes nothing is the same object', () => {
    const locked = protect(noProtection, lock(['a', 'b'], ['l']), 1) ?? noProtection
    expect(locked).toEqual({ elements: ['a', 'b'], links: ['l'] })
    expect(protect(locked, lock(['b'], ['l']), 2)).toBe(locked)
    const laid = protect(locked, { act: 'layout', on: true }, 3) ?? noProtection
    expect(laid).toEqual({ ...locked, layout: 3 })
    expect(protect(laid, { act: 'layout', on: true }, 9)).toEqual({ ...locked, layout: 9 })
    const own = protect(laid, { act: 'own-only', on: true }, 4) ?? noProtection
    expect(protect(own, { act: 'own-only', on: true }, 5)).toBe(own)
    expect(protect(own, { act: 'layout', on: false }, 6)).toEqual({ ...locked, ownOnly: true })
    expect(protect(own, { act: 'unlock', elements: ['a', 'z'], links: [] }, 7)?.elements).toEqual(['b'])
    expect(protect(locked, { act: 'unlock', elements: ['z'], links: [] }, 8)).toBe(locked)
    expect(protect(locked, { act: 'layout', on: false }, 8)).toBe(locked)
  })

  it('PROTECT-1: no more is locked than may be', () => {
    const many = Array.from({ length: mostProtected }, (_, index) => `e${index}`)
    const full = protect(noProtection, lock(many), 1) ?? noProtection
    expect(protect(full, lock(['one more']), 2)).toBeUndefined()
    expect(protect(full, lock(['e1']), 2)).toBe(full)
  })

  it('PROTECT-12: where nothing is kept from anybody, nothing is protected', () => {
    expect(isUnprotected(readProtection(undefined))).toBe(true)
    const some = [{ elements: ['a'] }, { links: ['l'] }, { layout: 0 }, { ownOnly: true as const }]
    for (const one of some) expect(isUnprotected({ ...noProtection, ...one })).toBe(false)
  })
})
