import { describe, expect, it } from 'vitest'
import { toCausalGraph } from '../../../lib/analysis/causalGraph'
import { findHints, hasNoSign, namesDirection, readHintWords, type Hints } from '../../../lib/analysis/hints'
import { findLoops } from '../../../lib/analysis/loopSet'
import hints from '../../../messages/en/hints.json'
import { testView } from '../../helpers/testMap'

const words = readHintWords(hints.words)

function look(view: ReturnType<typeof testView>): Hints {
  return findHints(view, findLoops(toCausalGraph(view)).loops, words)
}

const view = testView({
  elements: {
    a: { label: 'Reduce waiting time' },
    b: { label: 'Overtime' },
    c: { label: 'Target', mark: 'goal' },
    d: { label: 'Weather' },
    n: { kind: 'note', label: 'Increase!' },
    s: { kind: 'stakeholder', label: 'More people' },
  },
  links: {
    ab: { from: 'a', to: 'b', polarity: '+' },
    ba: { from: 'b', to: 'a', polarity: '-' },
    bc: { from: 'b', to: 'c', polarity: '?' },
    cb: { from: 'c', to: 'b' },
    tie: { kind: 'tie', from: 's', to: 'd' },
  },
})

describe('hints', () => {
  it('HINT-1: name the places: names that are actions, links without a sign, variables without a link', () => {
    const found = look(view)
    expect(found['direction-in-name']).toEqual([{ elements: ['a'], links: [] }])
    expect(found['no-sign']).toEqual([
      { elements: [], links: ['bc'] },
      { elements: [], links: ['cb'] },
    ])
    expect([...view.links.values()].filter(hasNoSign).map(({ id }) => id)).toEqual(['bc', 'cb'])
    expect(found.isolated).toEqual([{ elements: ['d'], links: [] }])
  })

  it('HINT-2: a balancing loop needs a variable that is marked as goal', () => {
    expect(look(view)['no-goal']).toEqual([{ elements: ['b', 'a'], links: ['ba', 'ab'] }])
    const elements = { a: { mark: 'goal' }, b: {} }
    const links = { ab: { from: 'a', to: 'b', polarity: '+' }, ba: { from: 'b', to: 'a', polarity: '-' } }
    expect(look(testView({ elements, links }))['no-goal']).toEqual([])
    expect(
      look(testView({ elements: { a: {}, b: {} }, links: { ...links, ba: { ...links.ba, polarity: '+' } } }))[
        'no-goal'
      ],
    ).toEqual([])
  })

  it.each([
    ['Increase trust', true],
    ['reducing  costs', true],
    ['MORE jobs', true],
    ['Less\nwaste', true],
    ['“Improve” schools', true],
    ['Increase', false],
    ['Improvement of schools', false],
    ['Jobs, more or less', false],
    ['Moreover', false],
    ['Lowest price', false],
    ['', false],
  ])('HINT-3: %s begins with an action or a direction: %s', (label, is) => {
    expect(namesDirection(label, words)).toBe(is)
  })

  it('HINT-3: the words are the language’s own', () => {
    const german = readHintWords('mehr, weniger, verbessern')
    expect(namesDirection('Mehr Vertrauen', german)).toBe(true)
    expect(namesDirection('Mehr Vertrauen', words)).toBe(false)
  })
})
