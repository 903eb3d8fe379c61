import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignMap } from '../../../../lib/analysis/learning/alignMaps'
import { measureDistance } from '../../../../lib/analysis/learning/mapDistance'
import type { MapView } from '../../../../lib/model/mapView'
import { testView, type TestMapParts } from '../../../helpers/testMap'
import { mapOf, someMap } from './someMaps'

const ratio = (a: TestMapParts, b: TestMapParts): number => measureDistance(testView(a), testView(b)).ratio
const three = { a: {}, b: {}, c: {} }

describe('the distance between two maps', () => {
  it('LEARN-1: of three shared variables, one turned sign and one missing link are 3 of the 12 that could differ', () => {
    // Six ordered pairs, each worth 2: one plus against minus (2), one link against none (1).
    const first = { ab: { from: 'a', to: 'b', polarity: '+' }, bc: { from: 'b', to: 'c', polarity: '-' } }
    const second = { ab: { from: 'a', to: 'b', polarity: '-' } }
    expect(ratio({ elements: three, links: first }, { elements: three, links: second })).toBeCloseTo(3 / 12, 12)
  })

  it('LEARN-1: pairs with an end that one map alone has are worth 1, and pairs that neither knows nothing', () => {
    // Common b; a only in the first, c only in the second. Pairs: a-b and b-a of the first, b-c and c-b of the second: 4.
    const first = { elements: { a: {}, b: {} }, links: { ab: { from: 'a', to: 'b', polarity: '+' } } }
    const second = { elements: { b: {}, c: {} }, links: { bc: { from: 'b', to: 'c', polarity: '-' } } }
    expect(ratio(first, second)).toBeCloseTo(2 / 4, 12)
    // Two common, one more in the second: 2 pairs worth 2 and 4 worth 1.
    const more = { elements: three, links: { ca: { from: 'c', to: 'a', polarity: '+' } } }
    expect(ratio({ elements: { a: {}, b: {} } }, more)).toBeCloseTo(1 / 8, 12)
  })

  it('LEARN-1: links of a variable to itself are left out, and parallel links that differ say no sign', () => {
    const self = { elements: { a: {}, b: {} }, links: { aa: { from: 'a', to: 'a', polarity: '+' } } }
    expect(ratio(self, { elements: { a: {}, b: {} } })).toBe(0)
    const both = { one: { from: 'a', to: 'b', polarity: '+' }, two: { from: 'a', to: 'b', polarity: '-' } }
    const plus = { one: { from: 'a', to: 'b', polarity: '+' } }
    expect(ratio({ elements: { a: {}, b: {} }, links: both }, { elements: { a: {}, b: {} }, links: plus })).toBe(
      0.5 / 4,
    )
  })

  it('LEARN-2: a sign that nobody said differs from either sign by a half, and from no link by one', () => {
    const open = { elements: { a: {}, b: {} }, links: { ab: { from: 'a', to: 'b' } } }
    const minus = { elements: { a: {}, b: {} }, links: { ab: { from: 'a', to: 'b', polarity: '-' } } }
    expect(ratio(open, minus)).toBeCloseTo(0.5 / 4, 12)
    expect(ratio(open, { elements: { a: {}, b: {} } })).toBeCloseTo(1 / 4, 12)
    expect(measureDistance(testView(open), testView(minus)).signs).toEqual({ same: 0, opposite: 0, open: 1 })
  })

  it('LEARN-3: empty maps are the same; where nothing could differ there is no distance', () => {
    const empty = measureDistance(testView({}), testView({}))
    expect(empty.ratio).toBe(0)
    expect(empty.elements).toEqual({ shared: 0, onlyFirst: 0, onlySecond: 0, jaccard: 1 })
    expect(empty.links.jaccard).toBe(1)
    expect(empty.modeler.score).toBe(0)
    expect(ratio({ elements: { a: {} } }, {})).toBeNaN()
    expect(ratio({ elements: { a: {} } }, { elements: { b: {} } })).toBeNaN()
    expect(ratio({ elements: { a: {} } }, { elements: { a: {} } })).toBe(0)
  })

  it('LEARN-4: elements and links that both have, as a share of what either has; notes and frames claim nothing', () => {
    const { elements, links, signs } = measureDistance(
      testView({
        elements: { a: {}, b: {}, s: { kind: 'stakeholder' }, n: { kind: 'note' } },
        links: { ab: { from: 'a', to: 'b', polarity: '+' }, sa: { kind: 'relation', from: 's', to: 'a' } },
      }),
      testView({
        elements: { a: {}, b: {}, c: {}, f: { kind: 'frame' } },
        links: { x: { from: 'a', to: 'b', polarity: '+' }, y: { from: 'b', to: 'a', polarity: '+' } },
      }),
    )
    expect(elements).toEqual({ shared: 2, onlyFirst: 1, onlySecond: 1, jaccard: 0.5 })
    expect(links).toEqual({ shared: 1, onlyFirst: 1, onlySecond: 1, jaccard: 1 / 3 })
    expect(signs).toEqual({ same: 1, opposite: 0, open: 0 })
  })

  it('LEARN-5: the score of Mental Modeler: correct less extra, missing and reversed; another sign counts neither way', () => {
    const model = mapOf('A>B+,B>C-,C>D+,D>A+,E>A-')
    const answer = mapOf('A>B+,B>C+,D>C+,D>E-')
    const { modeler } = measureDistance(model, alignMap(model, answer).view)
    expect(modeler).toEqual({ score: -3, correct: 1, otherSign: 1, extra: 1, missing: 2, reversed: 1 })
  })

  it('LEARN-6: names are the same whatever their capitals and spaces, and of one kind', () => {
    const first = mapOf('Trust>Calm+')
    const second = mapOf(' trust >  CALM+')
    const { view, by } = alignMap(first, second)
    expect(by).toBe('name')
    expect(measureDistance(first, view)).toMatchObject({ ratio: 0, links: { jaccard: 1 }, modeler: { score: 1 } })
    const actor = testView({ elements: { x: { label: 'Trust', kind: 'stakeholder' } } })
    expect(measureDistance(first, alignMap(first, actor, 'name').view).elements.shared).toBe(0)
  })

  it('LEARN-7: is 0 for a map and itself, the same both ways, and between 0 and 1', () => {
    fc.assert(
      fc.property(someMap, someMap, (first, second) => {
        const there = alignMap(first, second, 'name').view
        const distance = measureDistance(first, there)
        const back = measureDistance(there, first)
        expect(measureDistance(first, first).ratio).toBe(0)
        expect(measureDistance(first, first).links.jaccard).toBe(1)
        expect(back.ratio).toEqual(distance.ratio)
        expect(back.links.jaccard).toBe(distance.links.jaccard)
        expect(back.modeler.score).toBe(distance.modeler.score)
        if (!Number.isNaN(distance.ratio)) {
          expect(distance.ratio).toBeGreaterThanOrEqual(0)
          expect(distance.ratio).toBeLessThanOrEqual(1)
        }
        for (const { jaccard } of [distance.links, distance.elements]) expect(jaccard >= 0 && jaccard <= 1).toBe(true)
      }),
    )
  })

  it('LEARN-7: a map and the same map under other ids, in another order, are 0 apart', () => {
    fc.assert(
      fc.property(someMap, (map) => {
        const { view } = alignMap(map, underOtherIds(map), 'name')
        expect(measureDistance(map, view)).toMatchObject({ ratio: 0, links: { jaccard: 1 }, elements: { jaccard: 1 } })
      }),
    )
  })
})

/** The same map as somebody else would have drawn it: other ids, the other way round in every list. */
function underOtherIds(map: MapView): MapView {
  const other = <Id extends string>(id: Id): Id => `x${id}` as Id
  return {
    ...map,
    elements: new Map([...map.elements].reverse().map(([id, one]) => [other(id), { ...one, id: other(id) }])),
    links: new Map(
      [...map.links]
        .reverse()
        .map(([id, one]) => [other(id), { ...one, id: other(id), from: other(one.from), to: other(one.to) }]),
    ),
    positions: new Map(),
  }
}
