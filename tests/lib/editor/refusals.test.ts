import { describe, expect, it } from 'vitest'
import { createObservable } from '../../../lib/base/observable'
import { createCoveredMap } from '../../../lib/editor/coveredMap'
import { coverProtection } from '../../../lib/editor/protectionCover'
import { findRefusals, type Refusals } from '../../../lib/editor/refusals'
import { fromWeftMap } from '../../../lib/model/mapFile'
import { noProtection, type Protection } from '../../../lib/practice/protection'
import { element, link, testContext, testMap } from '../../helpers/testMap'

const map = fromWeftMap(
  testMap({
    elements: {
      a: { label: 'Rain' },
      b: { label: 'Floods' },
      c: { label: 'Roads', locked: true },
      d: { label: 'Bridges', locked: true },
    },
    links: { ab: { from: 'a', to: 'b' }, cd: { from: 'c', to: 'd' } },
    positions: { a: [0, 0], b: [300, 0], c: [600, 0], d: [900, 0] },
  }),
)

/** What is refused, by code, of these elements and links. */
function refused(
  { elements = [], links = [] }: { readonly elements?: readonly string[]; readonly links?: readonly string[] },
  protection: Partial<Protection> = {},
  { isFree = false, own = [] as readonly string[] } = {},
): Record<string, string> {
  const covered = createCoveredMap(createObservable(map))
  covered.cover(
    coverProtection({
      protection: { ...noProtection, ...protection },
      isFree,
      isOwn: (_root, id) => own.includes(id),
    }),
  )
  const view = covered.get()
  const found: Refusals = findRefusals(
    view,
    {
      elements: elements.flatMap((id) => view.elements.get(element(id)) ?? []),
      links: links.flatMap((id) => view.links.get(link(id)) ?? []),
    },
    (command, input) => covered.allow(command(covered.get(), input, testContext())),
  )
  return Object.fromEntries(Object.entries(found).flatMap(([kind, problem]) => (problem ? [[kind, problem.code]] : [])))
}

describe('what would be in vain, said beforehand', () => {
  it('PROTECT-28: nothing is refused of what is free', () => {
    expect(refused({ elements: ['a', 'b'], links: ['ab'] })).toEqual({})
    expect(refused({})).toEqual({})
  })

  it('PROTECT-28: what a facilitator has locked can be nothing, and those who run the meeting do as ever', () => {
    const all = {
      change: 'sealed',
      move: 'sealed',
      arrange: 'sealed',
      lock: 'sealed',
      double: 'sealed',
      remove: 'sealed',
    }
    expect(refused({ elements: ['a'] }, { elements: ['a'] })).toEqual(all)
    expect(refused({ elements: ['a', 'b'] }, { elements: ['a', 'b'] })).toEqual({ ...all, merge: 'sealed' })
    expect(refused({ elements: ['a', 'b'] }, { elements: ['a', 'b'] }, { isFree: true })).toEqual({})
    expect(refused({ links: ['ab'] }, { links: ['ab'] })).toEqual({ change: 'sealed', remove: 'sealed' })
  })

  it('PROTECT-28: of several of which some are locked only what is one thing is refused', () => {
    expect(refused({ elements: ['a', 'b'] }, { elements: ['a'] })).toEqual({ merge: 'sealed' })
    expect(refused({ elements: ['a'], links: ['ab'] }, { links: ['ab'] })).toEqual({ remove: 'sealed' })
  })

  it('PROTECT-28: with the layout locked nothing moves, but for what is one’s own', () => {
    expect(refused({ elements: ['a', 'b'] }, { layout: 5 })).toEqual({
      move: 'layout',
      arrange: 'layout',
    })
    expect(refused({ elements: ['a'] }, { layout: 5 }, { own: ['a'] })).toEqual({})
  })

  it('PROTECT-42: with the layout locked nothing is arranged anew, even where some of it might be moved', () => {
    expect(refused({ elements: ['a', 'b'] }, { layout: 5 }, { own: ['a'] })).toEqual({ arrange: 'layout' })
    expect(refused({ elements: ['a', 'b'] }, { layout: 5 }, { own: ['a', 'b'] })).toEqual({})
    expect(refused({ elements: ['a', 'b'] }, { layout: 5 }, { isFree: true })).toEqual({})
  })

  it('PROTECT-28: where only one’s own is deleted, the rest is not, and is merged into nothing', () => {
    expect(refused({ elements: ['a'] }, { ownOnly: true })).toEqual({ remove: 'not-yours' })
    expect(refused({ elements: ['a', 'b'] }, { ownOnly: true })).toEqual({ remove: 'not-yours', merge: 'not-yours' })
    expect(refused({ elements: ['a'] }, { ownOnly: true }, { own: ['a'] })).toEqual({})
    expect(refused({ links: ['ab'] }, { ownOnly: true })).toEqual({ remove: 'not-yours' })
  })

  it('PROTECT-28: ordinary locks are said the same way, and may be lifted', () => {
    expect(refused({ elements: ['c', 'd'] })).toEqual({
      change: 'locked',
      move: 'locked',
      arrange: 'locked',
      remove: 'locked',
      merge: 'locked',
    })
  })
})
