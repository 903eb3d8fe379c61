import { describe, expect, it } from 'vitest'
import { holdOrder, orderForMatrix, toTieMatrix } from '@/lib/layout/tieMatrix'
import { tieTypesOf } from '@/lib/model/tie'
import { element, testView } from '../../helpers/testMap'

const view = testView({
  elements: {
    a: { kind: 'stakeholder', label: 'Zoo', sector: 'health' },
    b: { kind: 'stakeholder', label: 'Bank', sector: 'sport' },
    c: { kind: 'stakeholder', label: 'Club', sector: 'government' },
    d: { kind: 'stakeholder', label: 'Alone' },
  },
  links: {
    one: { kind: 'tie', from: 'a', to: 'b', type: 'influence' },
    two: { kind: 'tie', from: 'a', to: 'b', type: 'money' },
    both: { kind: 'tie', from: 'b', to: 'c', type: 'collaboration' },
    said: { kind: 'tie', from: 'c', to: 'a', type: 'money', direction: 'mutual' },
  },
})
const ties = [...view.links.values()].filter((one) => one.kind === 'tie')
const actors = [...view.elements.values()].filter((one) => one.kind === 'stakeholder')
const matrix = toTieMatrix(ties, tieTypesOf({}))
const at = (from: string, to: string) =>
  matrix
    .get(element(from))
    ?.get(element(to))
    ?.map(({ id }) => id)

describe('the matrix of ties', () => {
  it('VIEWS-10: a tie stands from its row to its column, one that goes both ways at both places', () => {
    expect(at('a', 'b')).toEqual(['two', 'one'])
    expect(at('b', 'a')).toBeUndefined()
    expect(at('b', 'c')).toEqual(['both'])
    expect(at('c', 'b')).toEqual(['both'])
    expect(at('a', 'c')).toEqual(['said'])
    expect(at('c', 'a')).toEqual(['said'])
  })

  it('VIEWS-10: which way a kind goes is for the map to say', () => {
    const own = toTieMatrix(ties, tieTypesOf({ 'tie:influence': { way: 'mutual' } }))
    expect(
      own
        .get(element('b'))
        ?.get(element('a'))
        ?.map(({ id }) => id),
    ).toEqual(['one'])
  })

  it('VIEWS-10: nobody changes places under the hand of who works in it', () => {
    const held = ['d', 'b', 'a'].map(element)
    expect(holdOrder(actors, held).map(({ id }) => id)).toEqual(['d', 'b', 'a', 'c'])
    expect(holdOrder(actors, undefined)).toBe(actors)
  })

  it('VIEWS-10: in order of sector, name or how many one is tied to', () => {
    const names = (order: 'sector' | 'name' | 'ties') =>
      orderForMatrix(actors, order, ['government', 'health'], matrix).map(({ label }) => label)
    expect(names('sector')).toEqual(['Club', 'Zoo', 'Bank', 'Alone'])
    expect(names('name')).toEqual(['Alone', 'Bank', 'Club', 'Zoo'])
    expect(names('ties')).toEqual(['Bank', 'Club', 'Zoo', 'Alone'])
  })
})
