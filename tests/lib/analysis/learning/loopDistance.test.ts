import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignMap } from '../../../../lib/analysis/learning/alignMaps'
import { measureLoopDistance, type LoopDistance } from '../../../../lib/analysis/learning/loopDistance'
import { measureDistance } from '../../../../lib/analysis/learning/mapDistance'
import type { MapView } from '../../../../lib/model/mapView'
import { testView } from '../../../helpers/testMap'
import { mapOf, someMap } from './someMaps'

const compare = (first: MapView, second: MapView): LoopDistance =>
  measureLoopDistance(first, alignMap(first, second).view)
const arrow = (from: string, to: string, polarity: string, delay = false) => ({ from, to, polarity, delay })
const three = { a: {}, b: {}, c: {} }

describe('the distance between two maps with delays', () => {
  it('LEARN-8: a delayed link weighs two of the four that a pair could differ by', () => {
    // Six ordered pairs, each worth 4. One delay more: |2 - 1| = 1. One delayed link turned: |2 + 2| = 4.
    const first = testView({
      elements: three,
      links: { ab: arrow('a', 'b', '+', true), bc: arrow('b', 'c', '-', true) },
    })
    const second = testView({ elements: three, links: { ab: arrow('a', 'b', '+'), bc: arrow('b', 'c', '+', true) } })
    expect(measureDistance(first, second).elementRatio).toBeCloseTo(5 / 24, 12)
    // Without delays only the turned sign counts: 2 of 12.
    expect(measureDistance(first, second).ratio).toBeCloseTo(2 / 12, 12)
  })

  it('LEARN-8: a delayed link that one map lacks weighs two, with an end that it lacks one', () => {
    const late = { ab: arrow('a', 'b', '+', true) }
    const here = testView({ elements: { a: {}, b: {} }, links: late })
    // Two ordered pairs worth 4.
    expect(measureDistance(here, testView({ elements: { a: {}, b: {} } })).elementRatio).toBeCloseTo(2 / 8, 12)
    // One shared variable and one more: two pairs worth 1.
    expect(measureDistance(here, testView({ elements: { a: {} } })).elementRatio).toBeCloseTo(1 / 2, 12)
  })

  it('LEARN-8: a sign that nobody said differs by a half of the weaker link, and by what one is delayed more', () => {
    const links = (polarity: string, delay: boolean) => ({ ab: { from: 'a', to: 'b', polarity, delay } })
    const of = (one: object, other: object): number =>
      measureDistance(
        testView({ elements: { a: {}, b: {} }, links: one as never }),
        testView({ elements: { a: {}, b: {} }, links: other as never }),
      ).elementRatio
    expect(of(links('?', true), links('+', true))).toBeCloseTo(1 / 8, 12)
    expect(of(links('?', true), links('+', false))).toBeCloseTo(1.5 / 8, 12)
  })
})

describe('the distance between two maps by their loops', () => {
  it('LEARN-9: the same loop differs by nothing, wherever one begins and whatever it is called', () => {
    const { ratio, matched, isAll } = compare(mapOf('A>B+,B>C-,C>A+'), mapOf('C>A+,A>B+,B>C-'))
    expect({ ratio, count: matched.length, isAll }).toEqual({ ratio: 0, count: 1, isAll: true })
  })

  it('LEARN-9: of three links one sign turned and one delay more are a half of the three', () => {
    const links = { ab: arrow('a', 'b', '+'), bc: arrow('b', 'c', '-'), ca: arrow('c', 'a', '+') }
    const other = { ...links, ab: arrow('a', 'b', '-'), bc: arrow('b', 'c', '-', true) }
    const { ratio, matched } = measureLoopDistance(
      testView({ elements: three, links }),
      testView({ elements: three, links: other }),
    )
    // (1 + 0.5 + 0) / 3.
    expect(matched[0]?.ratio).toBeCloseTo(0.5, 12)
    expect(ratio).toBeCloseTo(0.5, 12)
  })

  it('LEARN-9: a loop by another way round is matched by what it passes, and its links differ', () => {
    // A-B-C and A-B-C-D: three of four variables. In both: A>B, B>C. Alone: C>A, C>D, D>A: 3 of 5 links.
    const { ratio, matched } = compare(mapOf('A>B+,B>C+,C>A+'), mapOf('A>B+,B>C+,C>D+,D>A+'))
    expect(matched).toHaveLength(1)
    expect(ratio).toBeCloseTo(3 / 5, 12)
  })

  it('LEARN-9: loops with less than half of their variables in common have no match, and count one each', () => {
    const { ratio, matched, onlyFirst, onlySecond } = compare(
      mapOf('A>B+,B>A+,C>D+,D>C-'),
      mapOf('A>B+,B>A+,D>E+,E>D+'),
    )
    expect([matched.length, onlyFirst.length, onlySecond.length]).toEqual([1, 1, 1])
    // (0 + 1 + 1) / 3 loops.
    expect(ratio).toBeCloseTo(2 / 3, 12)
  })

  it('LEARN-9: maps without loops are the same by them; where one has a loop they are as far as can be', () => {
    expect(compare(mapOf('A>B+'), mapOf('C>D-')).ratio).toBe(0)
    expect(compare(mapOf(''), mapOf('')).ratio).toBe(0)
    expect(compare(mapOf('A>B+,B>A+'), mapOf('A>B+')).ratio).toBe(1)
  })

  it('LEARN-7: it is the same whichever map comes first, between 0 and 1, and 0 for a map and itself', () => {
    fc.assert(
      fc.property(someMap, someMap, (one, other) => {
        const [there, back] = [measureLoopDistance(one, other), measureLoopDistance(other, one)]
        expect(there.ratio).toBeCloseTo(back.ratio, 12)
        expect(there.ratio).toBeGreaterThanOrEqual(0)
        expect(there.ratio).toBeLessThanOrEqual(1)
        expect(measureLoopDistance(one, one).ratio).toBe(0)
        expect(measureDistance(one, other).elementRatio).toEqual(measureDistance(other, one).elementRatio)
      }),
    )
  })

  it('LEARN-9: where there are too many loops it says that these are not all', () => {
    const names = 'ABCDEFGH'.split('')
    const map = mapOf(
      names.flatMap((from) => names.filter((to) => to !== from).map((to) => `${from}>${to}+`)).join(','),
    )
    const { isAll, ratio } = measureLoopDistance(map, map)
    expect({ isAll, ratio }).toEqual({ isAll: false, ratio: 0 })
  })
})
