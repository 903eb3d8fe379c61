import { describe, expect, it } from 'vitest'
import { listSides, mostNames, ownWord } from '../../../components/panels/inspector/claimWords'
import { middleOfLink, spotlightOf } from '../../../components/panels/linkSpotlight'
import type { MapLink } from '../../../lib/model/link'
import { boardView } from '../../../lib/model/position'
import { link, testView } from '../../helpers/testMap'

function linkWith(fields: object): MapLink {
  const found = testView({
    elements: { a: {}, b: {} },
    links: { ab: { from: 'a', to: 'b', polarity: '+', ...fields } },
  }).links.get(link('ab'))
  if (found === undefined) throw new Error('no link')
  return found
}

describe('the spread of a link in words', () => {
  it('CLAIM-11: names who added it as such, and counts whom it does not name', () => {
    const many = Object.fromEntries(
      Array.from({ length: mostNames + 3 }, (_, index) => [
        `claim:p${index}`,
        { says: 'disagree', name: `P${index}`, at: index },
      ]),
    )
    const sides = listSides(linkWith({ createdBy: 'Ana', ...many }), (name) => `${name} (added it)`)
    expect(sides.agree).toEqual({ count: 1, names: ['Ana (added it)'], others: 0 })
    expect(sides.disagree).toMatchObject({ count: mostNames + 3, others: 3 })
    expect(sides.disagree.names).toHaveLength(mostNames)
    expect(sides.contested).toBe(true)
  })

  it('CLAIM-4, CLAIM-11: a button is pressed for what one says of the link as it is', () => {
    const claim = { says: 'agree', name: 'Ana', at: 1, about: 'causal a b +' }
    expect(ownWord(linkWith({ 'claim:p1': claim }), 'p1')).toBe('agree')
    expect(ownWord(linkWith({ 'claim:p1': claim, polarity: '-' }), 'p1')).toBeUndefined()
    expect(ownWord(linkWith({ 'claim:p1': claim }), 'p2')).toBeUndefined()
    expect(ownWord(linkWith({}), undefined)).toBeUndefined()
  })

  it('CLAIM-13: contested links stay bright with their ends, and have a middle to go to', () => {
    const view = testView()
    const all = [...view.links.values()]
    expect(spotlightOf(all.slice(0, 1))).toEqual({ elements: new Set(['a', 'b']), links: new Set(['ab']) })
    expect(middleOfLink(view.positions.get(boardView), all[0] as MapLink)).toEqual({ x: 100, y: 0 })
    expect(middleOfLink(new Map(), all[0] as MapLink)).toBeUndefined()
  })
})
