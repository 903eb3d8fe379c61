import { describe, expect, it } from 'vitest'
import { analyseMap } from '../../../lib/analysis/analyseMap'
import { toCausalGraph } from '../../../lib/analysis/causalGraph'
import { findLoops } from '../../../lib/analysis/loopSet'
import { numberWithNotes, readNotedLoops } from '../../../lib/analysis/notedLoops'
import { chooseShownLoops, mostPinned } from '../../../lib/analysis/shownLoops'
import { createSeededRandom } from '../../../lib/base/random'
import { fromWeftMap } from '../../../lib/model/mapFile'
import type { LoopNote } from '../../../lib/model/loopNote'
import type { MapView } from '../../../lib/model/mapView'
import { firstSeed, seedCount } from '../../helpers/seeds'
import { testMap } from '../../helpers/testMap'
import { randomLinks } from './graphs'

/** A map from arrows such as `a+b`; each link is called by its ends. */
function viewOf(arrows: string, loops: Readonly<Record<string, object>> = {}): MapView {
  const links: Record<string, Record<string, unknown>> = {}
  const elements: Record<string, Record<string, unknown>> = {}
  for (const arrow of arrows.split(' ')) {
    const [, from = '', sign = '', late, to = ''] = /^(\w+)([-+?])(\|?)(\w+)$/.exec(arrow) ?? []
    elements[from] = {}
    elements[to] = {}
    links[`${from}${to}`] = { from, to, polarity: sign, ...(late === '|' ? { delay: true } : {}) }
  }
  return fromWeftMap(testMap({ elements, links, loops }))
}

const shownOf = (view: MapView) => chooseShownLoops(view).filter(({ isAway }) => !isAway)
const tagsOf = (view: MapView) => shownOf(view).map(({ tag, key }) => `${tag} ${key}`)
/** Eight loops: more than a map shows by itself. */
const eight = Array.from({ length: 8 }, (_, index) => `a+b${index} b${index}${index % 2 === 0 ? '+' : '-'}a`).join(' ')

describe('noted loops', () => {
  it('BADGE-2: kind, delay and way follow from the links of the key alone', () => {
    const view = viewOf('a+b b-|c c-a a?d d+a', { 'ab.bc.ca': { name: 'One' }, 'ad.da': { note: 'Two' } })
    expect(readNotedLoops(view)).toMatchObject([
      { tag: '?1', kind: 'undetermined', delayed: false, name: '', variables: ['a', 'd'] },
      { tag: 'R1', kind: 'reinforcing', delayed: true, name: 'One', variables: ['a', 'b', 'c'] },
    ])
  })

  it('BADGE-2: what has lost a link, runs open or is a figure of several loops is none', () => {
    const notes = {
      'ab.gone': { pinned: true },
      'ab.bc': { pinned: true },
      'ab.ba.bc.cb': { archetype: 'escalation' },
      'ab.bc.cb.ba': { name: 'Eight' },
      ab: { name: 'Line' },
      '': { name: 'Nothing' },
    }
    expect(readNotedLoops(viewOf('a+b b+a b+c c+b', notes))).toEqual([])
  })

  it('BADGE-2: parallel links are one arc, by whichever of them the loop was named', () => {
    const map = testMap({
      elements: { a: {}, b: {} },
      links: {
        l1: { from: 'a', to: 'b', polarity: '+' },
        l2: { from: 'a', to: 'b', polarity: '-' },
        l3: { from: 'b', to: 'a', polarity: '+' },
      },
      loops: { 'l2.l3': { name: 'By the second' } },
    })
    const view = fromWeftMap(map)
    const expected = [{ tag: '?1', key: 'l2.l3', kind: 'undetermined', links: ['l2', 'l3'] }]
    expect(readNotedLoops(view)).toMatchObject(expected)
    const { loops } = findLoops(toCausalGraph(view))
    expect(numberWithNotes(loops, readNotedLoops(view), view)).toMatchObject(expected)
  })

  it('BADGE-3: a kept number stays; others fill the gaps; of two that ask for one, the first key has it', () => {
    const notes = { 'ab2.b2a': { number: 3, name: 'x' }, 'ab4.b4a': { number: 3, name: 'y' }, 'ab0.b0a': { name: 'z' } }
    const view = viewOf(eight, notes)
    const all = numberWithNotes(findLoops(toCausalGraph(view)).loops, readNotedLoops(view), view)
    const reinforcing = all.filter(({ kind }) => kind === 'reinforcing').map(({ tag, key }) => `${tag} ${key}`)
    expect(reinforcing).toEqual(['R1 ab0.b0a', 'R3 ab2.b2a', 'R2 ab4.b4a', 'R4 ab6.b6a'])
  })

  it('BADGE-3: a loop has one tag wherever it is seen, with a search and without', () => {
    for (let seed = firstSeed(); seed < firstSeed() + seedCount(40); seed += 1) {
      const random = createSeededRandom(seed)
      const links = randomLinks(random, 8, 18)
      const bare = viewOf(
        links.map(({ from, to, sign }) => `${from}${sign > 0 ? '+' : sign < 0 ? '-' : '?'}${to}`).join(' '),
      )
      const { loops } = findLoops(toCausalGraph(bare))
      const notes: readonly (readonly [string, LoopNote])[] = loops
        .filter(() => random.below(3) === 0)
        .map(({ key }) => [key, { name: 'N', ...(random.below(2) === 0 ? { number: 1 + random.below(6) } : {}) }])
      const view: MapView = { ...bare, loops: new Map(notes) }
      const alone = new Map(readNotedLoops(view).map(({ key, tag }) => [key, tag]))
      const together = numberWithNotes(loops, readNotedLoops(view), view)
      expect(new Set(together.map(({ tag }) => tag)).size, `seed ${seed}`).toBe(together.length)
      for (const { key, tag } of together) if (alone.has(key)) expect(alone.get(key), `seed ${seed}`).toBe(tag)
      // An analysis lists longer ones too where they are few.
      const analysed = new Map(analyseMap(view).loops.list.map(({ key, tag }) => [key, tag]))
      for (const { key, tag } of together) expect(analysed.get(key), `seed ${seed}`).toBe(tag)
    }
  })

  it('BADGE-3: a named loop that is longer than a search lists is in the list all the same', () => {
    const ring = Array.from({ length: 9 }, (_, index) => `v${index}+v${(index + 1) % 9}`).join(' ')
    const key = Array.from({ length: 9 }, (_, index) => `v${index}v${(index + 1) % 9}`).join('.')
    const view = viewOf(ring, { [key]: { name: 'Long', pinned: true } })
    expect(numberWithNotes([], readNotedLoops(view), view)).toMatchObject([{ tag: 'R1', key }])
    expect(analyseMap(view).loops.list).toMatchObject([{ tag: 'R1', name: 'Long', pinned: true }])
  })
})

describe('which loops have a badge', () => {
  it('BADGE-1: the pinned ones, as soon as there are any', () => {
    const notes = { 'ab0.b0a': { name: 'Named' }, 'ab1.b1a': { pinned: true, number: 9 }, 'ab2.b2a': { pinned: false } }
    expect(tagsOf(viewOf(eight, notes))).toEqual(['B9 ab1.b1a'])
    expect(tagsOf(viewOf('a+b b+a a+c c-a', { 'ab.ba': { pinned: true } }))).toEqual(['R1 ab.ba'])
  })

  it('BADGE-12: of very many pinned ones the 40 shortest', () => {
    const pairs = Array.from({ length: 50 }, (_, index) => `b${index}+c${index} c${index}+b${index}`)
    const notes = Object.fromEntries(
      pairs.map((_, index) => [`b${index}c${index}.c${index}b${index}`, { pinned: true }]),
    )
    const view = viewOf(`x+y y+z z+x ${pairs.join(' ')}`, { ...notes, 'xy.yz.zx': { pinned: true } })
    expect(shownOf(view)).toHaveLength(mostPinned)
    expect(shownOf(view).every(({ links }) => links.length === 2)).toBe(true)
  })

  it('BADGE-1: until then all of a map that has few, but those taken off', () => {
    expect(tagsOf(viewOf('a+b b+a a+c c-a d?d'))).toEqual(['?1 dd', 'R1 ab.ba', 'B1 ac.ca'])
    expect(tagsOf(viewOf('a+b b+a a+c c-a', { 'ac.ca': { name: 'N', pinned: false } }))).toEqual(['R1 ab.ba'])
    expect(tagsOf(viewOf('a+b b+c'))).toEqual([])
  })

  it('BADGE-1: of a map that has many the named ones, seven at most, and none if none is named', () => {
    expect(tagsOf(viewOf(eight))).toEqual([])
    expect(tagsOf(viewOf(eight, { 'ab3.b3a': { name: 'N' }, 'ab4.b4a': { name: 'M', pinned: false } }))).toEqual([
      'B1 ab3.b3a',
    ])
    const all = Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`ab${index}.b${index}a`, { name: 'N' }]))
    expect(tagsOf(viewOf(eight, all))).toHaveLength(7)
    const pinned = Object.fromEntries(Object.keys(all).map((key) => [key, { pinned: true }]))
    expect(tagsOf(viewOf(eight, pinned))).toHaveLength(8)
  })

  it('BADGE-1: none that has lost a link', () => {
    const notes = { 'ab0.b0a': { pinned: true }, 'ab1.b1a': { pinned: true } }
    const whole = viewOf(eight, notes)
    const links = new Map([...whole.links].filter(([id]) => id !== 'ab0'))
    expect(tagsOf({ ...whole, links })).toEqual(['B1 ab1.b1a'])
  })

  it('BADGE-11: loops whose badges a pin or somebody has put away keep their places among the others', () => {
    const arrows = 'a+b b+a a+c c-a c+d d+c'
    const keys = chooseShownLoops(viewOf(arrows)).map(({ key }) => key)
    for (const notes of [
      { 'ac.ca': { pinned: true } },
      { 'ac.ca': { pinned: false } },
      { 'ab.ba': { pinned: true } },
    ]) {
      expect(chooseShownLoops(viewOf(arrows, notes)).map(({ key }) => key)).toEqual(keys)
    }
    const named = { 'ab0.b0a': { name: 'N' }, 'ab1.b1a': { name: 'M' } }
    const pinned = chooseShownLoops(viewOf(eight, { ...named, 'ab0.b0a': { name: 'N', pinned: true } }))
    expect(pinned.map(({ key, isAway }) => [key, isAway])).toEqual([
      ['ab0.b0a', false],
      ['ab1.b1a', true],
    ])
  })
})
