import { describe, expect, it } from 'vitest'
import { canMerge, mergeElements, toMerge } from '../../../lib/commands/mergeElements'
import { weighClaims } from '../../../lib/model/claimSpread'
import type { MapView } from '../../../lib/model/mapView'
import { after, element, elements, link, patchOf, problemOf, testView, type TestMapParts } from '../../helpers/testMap'

const merge = (view: MapView, into: string, ...others: readonly string[]): MapView =>
  after(view, mergeElements, { into: element(into), others: elements(...others) })
const linkOf = (view: MapView, id: string) => view.links.get(link(id))

/** a and its double b; a → x +, b → x −, b → y, z → b. */
const doubled: TestMapParts = {
  elements: { a: { tags: ['core'] }, b: { tags: ['new'], description: 'From the other table.' }, x: {}, y: {}, z: {} },
  links: {
    ax: { from: 'a', to: 'x', polarity: '+' },
    bx: { from: 'b', to: 'x', polarity: '-', delay: true, strength: 0.5, description: 'Seen in March.' },
    by: { from: 'b', to: 'y', polarity: '+' },
    zb: { from: 'z', to: 'b', polarity: '-' },
  },
}

describe('mergeElements (CMD-21)', () => {
  it('keeps the one that stays as it is, and gives it what it does not say', () => {
    const view = testView({
      elements: {
        a: { kind: 'stakeholder', power: 0.4, tags: ['core'] },
        b: { kind: 'stakeholder', power: 0.9, role: 'Chair', tags: ['core', 'new'], colour: 'kept', 'field:f1': 7 },
        c: { kind: 'stakeholder', role: 'Clerk', description: 'Third.' },
      },
    })
    const now = merge(view, 'a', 'b', 'c')
    expect([...now.elements.keys()]).toEqual(['a'])
    expect(now.elements.get(element('a'))).toMatchObject({
      label: 'A',
      power: 0.4,
      role: 'Chair',
      tags: ['core', 'new'],
      description: 'Third.',
      unknown: { 'field:f1': 7 },
    })
    expect(now.positions.get('board' as never)?.get(element('a'))).toEqual(
      view.positions.get('board' as never)?.get(element('a')),
    )
  })

  it('lets links of the others lead to it, under their own ids', () => {
    const now = merge(testView(doubled), 'a', 'b')
    expect(linkOf(now, 'by')).toMatchObject({ from: 'a', to: 'y', polarity: '+' })
    expect(linkOf(now, 'zb')).toMatchObject({ from: 'z', to: 'a', polarity: '-' })
    expect(now.issues).toEqual([])
  })

  it('makes one of links that say the same, and leaves the sign open where they differ', () => {
    const now = merge(testView(doubled), 'a', 'b')
    expect(linkOf(now, 'bx')).toBeUndefined()
    expect(linkOf(now, 'ax')).toMatchObject({
      polarity: '?',
      delay: true,
      strength: 0.5,
      description: 'Seen in March.',
    })
  })

  it('knows a sign that only one of them has, whatever the order', () => {
    for (const order of [
      ['a', 'b'],
      ['b', 'a'],
    ] as const) {
      const view = testView({
        elements: { a: {}, b: {}, x: {} },
        links: { ax: { from: 'a', to: 'x', polarity: '?' }, bx: { from: 'b', to: 'x', polarity: '-' } },
      })
      const [into, other] = order
      const [only] = merge(view, into, other).links.values()
      expect(only).toMatchObject({ polarity: '-' })
    }
  })

  it('takes a link between them away, and leaves others as they are', () => {
    const view = testView({
      elements: { a: {}, b: {}, x: {}, y: {} },
      links: { ab: { from: 'a', to: 'b' }, xy: { from: 'x', to: 'y', polarity: '+' }, ax: { from: 'a', to: 'x' } },
    })
    const patch = patchOf(view, mergeElements, { into: element('a'), others: elements('b') })
    expect(patch.changes.filter(({ kind }) => kind !== 'place')).toEqual([
      { kind: 'delete', root: 'links', id: 'ab' },
      { kind: 'delete', root: 'elements', id: 'b' },
    ])
  })

  it('ties of two kinds between the same two stay two', () => {
    const view = testView({
      elements: { a: { kind: 'stakeholder' }, b: { kind: 'stakeholder' }, x: { kind: 'stakeholder' } },
      links: {
        money: { kind: 'tie', type: 'money', from: 'a', to: 'x' },
        news: { kind: 'tie', type: 'information', from: 'b', to: 'x' },
      },
    })
    expect([...merge(view, 'a', 'b').links.keys()]).toEqual(['money', 'news'])
  })

  it('what people said of a link is said of it still, and of a sign that is open now it was earlier', () => {
    const claim = (says: string, name: string, about: string) => ({ says, name, at: 5, about })
    const view = testView({
      ...doubled,
      links: {
        ...doubled.links,
        by: {
          ...doubled.links?.['by'],
          createdBy: 'Ana',
          'claim:p-ben': claim('disagree', 'Ben', 'causal b y +'),
        },
        bx: { ...doubled.links?.['bx'], 'claim:p-cem': claim('agree', 'Cem', 'causal b x -') },
      },
    })
    const now = merge(view, 'a', 'b')
    const by = linkOf(now, 'by')
    expect(by && weighClaims(by)).toMatchObject({ agree: ['Ana'], disagree: ['Ben'], contested: true })
    const ax = linkOf(now, 'ax')
    expect(ax && weighClaims(ax)).toMatchObject({ agree: [], earlier: ['Cem'] })
  })

  it('a loop keeps its name where a link of it stands for another now', () => {
    const view = testView({
      elements: { a: {}, b: {}, x: {} },
      links: {
        ax: { from: 'a', to: 'x' },
        bx: { from: 'b', to: 'x' },
        xa: { from: 'x', to: 'a' },
        xb: { from: 'x', to: 'b' },
      },
      loops: { 'bx.xb': { name: 'Spiral' } },
    })
    expect([...merge(view, 'a', 'b').loops]).toEqual([['ax.xa', { name: 'Spiral' }]])
  })

  it('what a scenario holds of the others it holds of the one that stays', () => {
    const view = testView({ elements: { a: {}, b: {}, x: {} } })
    const scenarios = new Map([
      ['s1', { name: 'More', clamps: { b: 1, x: -1 }, preferred: { b: 'up' } }],
      ['s2', { name: 'Less', clamps: { a: -1, b: 1 } }],
    ]) as unknown as MapView['scenarios']
    const now = merge({ ...view, scenarios }, 'a', 'b')
    expect(now.scenarios.get('s1')).toMatchObject({ clamps: { a: 1, x: -1 }, preferred: { a: 'up' } })
    expect(now.scenarios.get('s2')).toMatchObject({ clamps: { a: -1 } })
    expect(now.scenarios.get('s2')?.clamps).not.toHaveProperty('b')
  })

  it('PRACTICE-4: what practices keep of the others is of the one that stays, which keeps its own', () => {
    const view = testView({ elements: { a: {}, b: {}, x: {} } })
    const practices = new Map([
      ['c', { kind: 'check-in', about: 'b' }],
      ['r', { kind: 'result', measures: ['x', 'b'] }],
      ['g', { kind: 'coalition', 'member:a': { role: 'host' }, 'member:b': { role: 'guest' } }],
      ['h', { kind: 'coalition', 'member:b': { role: 'guest' } }],
    ]) as unknown as MapView['practices']
    expect(Object.fromEntries(merge({ ...view, practices }, 'a', 'b').practices)).toEqual({
      c: { kind: 'check-in', about: 'a' },
      r: { kind: 'result', measures: ['x', 'a'] },
      g: { kind: 'coalition', 'member:a': { role: 'host' } },
      h: { kind: 'coalition', 'member:a': { role: 'guest' } },
    })
  })

  it('takes a place in a view where it has none', () => {
    const view = testView({ elements: { a: {}, b: {} } })
    const positions = new Map(view.positions).set('grid' as never, new Map([[element('b'), { x: 3, y: 4 }]]))
    const now = merge({ ...view, positions }, 'a', 'b')
    expect(now.positions.get('grid' as never)).toEqual(new Map([[element('a'), { x: 3, y: 4 }]]))
    expect(now.positions.get('board' as never)?.has(element('b'))).toBe(false)
  })

  it('refuses one alone, different kinds, scenery, what is locked and what has gone', () => {
    const view = testView({
      elements: { a: {}, b: { locked: true }, s: { kind: 'stakeholder' }, n: { kind: 'note' }, m: { kind: 'note' } },
    })
    const why = (into: string, ...others: readonly string[]) =>
      problemOf(view, mergeElements, { into: element(into), others: elements(...others) })
    expect(why('a', 'a')).toEqual({ code: 'needs-two' })
    expect(why('a', 's')).toEqual({ code: 'not-alike' })
    expect(why('n', 'm')).toEqual({ code: 'not-alike' })
    expect(why('a', 'b')).toEqual({ code: 'locked', subject: 'B' })
    expect(why('a', 'gone')).toEqual({ code: 'not-found', subject: 'gone' })
    expect(canMerge([...view.elements.values()].slice(0, 2))).toBe(true)
    expect(canMerge([...view.elements.values()].slice(0, 3))).toBe(false)
  })

  it('keeps the one with the most links unless told', () => {
    const view = testView(doubled)
    expect(toMerge(view, elements('a', 'b'))).toEqual({ into: 'b', others: ['a'] })
    expect(toMerge(view, elements('y', 'z'))).toEqual({ into: 'y', others: ['z'] })
  })
})
