import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joinMaps } from '../../../../lib/analysis/learning/joinMaps'
import { measureKappa } from '../../../../lib/analysis/learning/fleissKappa'
import { measureAgreement, type MapAgreement } from '../../../../lib/analysis/learning/mapAgreement'
import type { ElementId } from '../../../../lib/base/ids'
import { mapOf, someMap } from './someMaps'

/** What several maps agree on, with names in the place of ids. */
function agree(...said: readonly [string, ...string[]]) {
  const [first, ...others] = said
  const joined = joinMaps([mapOf(first), ...others.map(mapOf)])
  const agreement = measureAgreement(joined)
  const name = (id: ElementId): string => joined.all.elements.get(id)?.label ?? ''
  const link = (from: string, to: string): MapAgreement['links'][number] | undefined =>
    agreement.links.find((one) => name(one.from) === from && name(one.to) === to)
  return { agreement, link, name }
}

describe('the agreement between several maps of one question', () => {
  it('LEARN-10: support is told of all maps, and of those that have both ends', () => {
    const { link } = agree('A>B+,C', 'A>B+', 'A,B', 'C')
    expect(link('A', 'B')).toMatchObject({ maps: [0, 1], able: 3, support: 0.5, supportOfAble: 2 / 3 })
  })

  it('LEARN-11: sign agreement is the balance of those who say a sign; who says none is counted apart', () => {
    const { link } = agree('A>B+', 'A>B+', 'A>B+', 'A>B-', 'A>B?')
    expect(link('A', 'B')).toMatchObject({ plus: 3, minus: 1, open: 1, signAgreement: 0.5 })
    expect(agree('A>B?', 'A>B?').link('A', 'B')?.signAgreement).toBeNaN()
  })

  it('LEARN-12: shared core is more than half, contested are opposite signs, unique is one alone; not drawn is not against', () => {
    const { agreement, link, name } = agree('A>B+,B>C+,C>A+', 'A>B+,B>C-,D>A+', 'A>B+,B>C+', 'D>A+,E')
    expect(link('A', 'B')?.standing).toBe('core')
    expect(link('B', 'C')?.standing).toBe('contested')
    expect(link('C', 'A')?.standing).toBe('unique')
    expect(link('D', 'A')?.standing).toBe('some')
    expect(agreement.elements.map(({ id, standing }) => [name(id), standing])).toEqual([
      ['A', 'core'],
      ['B', 'core'],
      ['C', 'core'],
      ['D', 'some'],
      ['E', 'unique'],
    ])
  })

  it('LEARN-13: Fleiss’ kappa, worked by hand, with as many raters a subject as could have said it', () => {
    // Three raters each: two of three agree (1 of 3 pairs), then all; shares 5/6 and 1/6. (2/3 - 26/36) / (10/36) = -1/5.
    const two = [
      [2, 1, 0],
      [3, 0, 0],
    ]
    expect(measureKappa(two)).toBeCloseTo(-1 / 5, 12)
    // Two raters of one subject and four of the other.
    const mixed = (2 / 6) ** 2 + (4 / 6) ** 2
    expect(
      measureKappa([
        [2, 0],
        [0, 4],
      ]),
    ).toBeCloseTo((1 - mixed) / (1 - mixed), 12)
    expect(
      measureKappa([
        [1, 0],
        [3, 0],
      ]),
    ).toBeNaN()
    expect(measureKappa([])).toBeNaN()
  })

  it('LEARN-13: of the published example of Fleiss (1971) in Wikipedia’s numbers, kappa is 0.210', () => {
    const counts = [
      [0, 0, 0, 0, 14],
      [0, 2, 6, 4, 2],
      [0, 0, 3, 5, 6],
      [0, 3, 9, 2, 0],
      [2, 2, 8, 1, 1],
      [7, 7, 0, 0, 0],
      [3, 2, 6, 3, 0],
      [2, 5, 3, 2, 2],
      [6, 5, 2, 1, 0],
      [0, 2, 2, 3, 7],
    ]
    expect(measureKappa(counts)).toBeCloseTo(0.21, 3)
  })

  it('LEARN-13: kappa is about links that two maps could have had; who drew one without a sign is not asked', () => {
    // A>B: plus, minus, none among three. B>C: only two have both ends, both plus. C>D: one alone has the ends.
    const { agreement } = agree('A>B+,B>C+', 'A>B-,B>C+', 'A,B', 'C>D+')
    expect(agreement.compared).toBe(2)
    const expected = (3 / 5) ** 2 + (1 / 5) ** 2 + (1 / 5) ** 2
    expect(agreement.kappa).toBeCloseTo(((0 + 1) / 2 - expected) / (1 - expected), 12)
  })

  it('LEARN-14: loops that only the joined map has are told, with the sign that maps agree on', () => {
    const { agreement, name } = agree('A>B+,B>A+,B>C+', 'C>D-,D>B+')
    expect(agreement.emergent.map(({ kind, variables }) => [kind, variables.map(name)])).toEqual([
      ['balancing', ['B', 'C', 'D']],
    ])
    expect(agreement.isAll).toBe(true)
    const split = agree('A>B+,B>C+', 'A>B-,C>A+').agreement.emergent
    expect(split.map(({ kind }) => kind)).toEqual(['undetermined'])
  })

  it('LEARN-15: equal maps agree on everything, in any order of the maps', () => {
    fc.assert(
      fc.property(someMap, someMap, someMap, (a, b, c) => {
        const same = measureAgreement(joinMaps([a, a, a]))
        expect([...same.elements, ...same.links].every(({ support }) => support === 1)).toBe(true)
        expect(same.emergent).toEqual([])
        const there = measureAgreement(joinMaps([a, b, c]))
        const back = measureAgreement(joinMaps([c, a, b]))
        const shares = ({ links }: MapAgreement): readonly string[] =>
          links.map(({ support, supportOfAble, standing }) => `${support} ${supportOfAble} ${standing}`).sort()
        expect(shares(back)).toEqual(shares(there))
        expect(back.emergent.length).toBe(there.emergent.length)
        if (!Number.isNaN(there.kappa)) expect(back.kappa).toBeCloseTo(there.kappa, 9)
      }),
    )
  })

  it('LEARN-15: maps without anything agree on nothing, and none is refused', () => {
    const { agreement } = agree('', '')
    expect(agreement).toMatchObject({ count: 2, elements: [], links: [], compared: 0, emergent: [] })
    expect(agreement.kappa).toBeNaN()
  })
})
