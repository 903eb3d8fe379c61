import { describe, expect, it } from 'vitest'
import { mergeMap } from '../../../lib/commands/mergeMap'
import { readNotedLoops } from '../../../lib/analysis/notedLoops'
import { readLoopKey, toFigureKey, toLoopKey } from '../../../lib/model/loopKey'
import { fromWeftMap } from '../../../lib/model/mapFile'
import { boardView } from '../../../lib/model/position'
import { firstSeed } from '../../helpers/seeds'
import { applied, element, link, patchOf, problemOf, testContext, testMap, testView } from '../../helpers/testMap'

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

  it('PRACTICE-3: brings what practices keep, under new ids and of the elements that came', () => {
    const practices = {
      r: { kind: 'result', name: 'Nights', measures: ['a'] },
      e: { kind: 'experiment', result: 'r', 'mark:ab': 'cut' },
    }
    const patch = patchOf(testView(), mergeMap, {
      map: { ...other, practices },
      offset: { x: 0, y: 0 },
    })
    const [a] = patch.select?.elements ?? []
    const now = applied(testView(), patch).practices
    const [result = '', experiment = ''] = [...now.keys()]
    expect(['r', 'e']).not.toContain(result)
    expect(now.get(result)).toEqual({ kind: 'result', name: 'Nights', measures: [a] })
    const [link = ''] = patch.changes.flatMap((one) => (one.kind === 'create' && one.root === 'links' ? [one.id] : []))
    expect(now.get(experiment)).toEqual({ kind: 'experiment', result, [`mark:${link}`]: 'cut' })
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

  it('BADGE-3: the loops of this map keep their numbers, whatever those of the other had', () => {
    const loopMap = (number: number) =>
      testMap({
        elements: { a: {}, b: {} },
        links: { ab: { from: 'a', to: 'b', polarity: '+' }, ba: { from: 'b', to: 'a', polarity: '+' } },
        loops: { 'ab.ba': { name: 'Spiral', pinned: true, number } },
      })
    const ours = fromWeftMap(loopMap(1))
    for (let seed = firstSeed(); seed < firstSeed() + 20; seed++) {
      const patch = patchOf(ours, mergeMap, { map: loopMap(1), offset: { x: 900, y: 0 } }, testContext(seed))
      const tags = new Map(readNotedLoops(applied(ours, patch)).map(({ key, tag }) => [key, tag]))
      expect(tags.get('ab.ba'), `seed ${seed}`).toBe('R1')
      expect([...tags.values()].sort(), `seed ${seed}`).toEqual(['R1', 'R2'])
    }
  })

  it('ARCH-11: a figure of loops is known by its links in order of their ids, under their new names too', () => {
    const links = {
      ab: { from: 'a', to: 'b' },
      ba: { from: 'b', to: 'a' },
      bc: { from: 'b', to: 'c' },
      cb: { from: 'c', to: 'b' },
    }
    const key = toFigureKey(Object.keys(links).map(link))
    const map = testMap({ elements: { a: {}, b: {}, c: {} }, links, loops: { [key]: { archetype: 'escalation' } } })
    for (let seed = firstSeed(); seed < firstSeed() + 20; seed++) {
      const patch = patchOf(testView(), mergeMap, { map, offset: { x: 900, y: 0 } }, testContext(seed))
      const [moved = ''] = [...applied(testView(), patch).loops.keys()]
      expect(moved, `seed ${seed}`).toBe(toFigureKey(readLoopKey(moved)))
    }
  })

  it('CMD-17: counts loops of the other map that had lost a link there', () => {
    expect(patchOf(testView(), mergeMap, { map: other, offset: { x: 0, y: 0 } }).leftOut).toMatchObject({ loops: 1 })
  })
})
