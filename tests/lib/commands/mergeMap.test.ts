import { describe, expect, it } from 'vitest'
import { mergeMap } from '../../../lib/commands/mergeMap'
import { toLoopKey } from '../../../lib/model/loopKey'
import { boardView } from '../../../lib/model/position'
import { applied, element, link, patchOf, problemOf, testMap, testView } from '../../helpers/testMap'

const other = testMap({
  meta: { title: 'Other' },
  elements: { a: { label: 'Theirs', future: 1 }, z: {} },
  links: { ab: { from: 'a', to: 'z' }, za: { from: 'z', to: 'a' } },
  loops: { [toLoopKey([link('ab'), link('za')])]: { name: 'Spiral' }, gone: { name: 'Half' } },
})

describe('mergeMap', () => {
  it('adds the other map under new ids, moved, with the names of its loops', () => {
    const patch = patchOf(testView(), mergeMap, { map: other, offset: { x: 1_000, y: 0 } })
    const now = applied(testView(), patch)
    expect([now.elements.size, now.links.size]).toEqual([5, 4])
    expect(now.elements.get(element('a'))?.label).toBe('A')
    expect(now.meta.title).toBe('Test')
    const [a = ''] = patch.select?.elements ?? []
    expect(now.elements.get(element(a))).toMatchObject({ label: 'Theirs', unknown: { future: 1 } })
    expect(now.positions.get(boardView)?.get(element(a))).toEqual({ x: 1_000, y: 0 })
    const joined = [...now.links.values()].filter((one) => !testView().links.has(one.id)).map((one) => one.id)
    expect([...now.loops]).toEqual([[toLoopKey(joined), { name: 'Spiral' }]])
    expect(patch.label).toEqual({ step: 'imported', count: 2 })
  })

  it('refuses an empty map and no offset', () => {
    expect(problemOf(testView(), mergeMap, { map: testMap({}), offset: { x: 0, y: 0 } }).code).toBe('nothing-to-do')
    expect(problemOf(testView(), mergeMap, { map: other, offset: { x: Number.NaN, y: 0 } }).code).toBe('bad-input')
  })

  it('CMD-16: refuses an offset that puts elements where no map reaches', () => {
    for (const x of [5_000_000, -5_000_000, Infinity]) {
      expect(problemOf(testView(), mergeMap, { map: other, offset: { x, y: 0 } }).code).toBe('bad-input')
    }
  })

  it('CMD-17: counts what of the other map has no place here', () => {
    const map = {
      ...other,
      positions: { ...other.positions, 'view-1': { a: [0, 0], z: [9, 9] } },
      views: { 'view-1': { name: 'Grid', kind: 'board' } },
    } as unknown as typeof other
    expect(patchOf(testView(), mergeMap, { map, offset: { x: 0, y: 0 } }).leftOut).toMatchObject({
      links: 0,
      positions: 2,
    })
  })
})
