import { describe, expect, it } from 'vitest'
import { toCausalGraph } from '../../../lib/analysis/causalGraph'
import { findConflicts } from '../../../lib/analysis/contributionConflicts'
import {
  findGaps,
  reachOf,
  readContributions,
  touchedLoops,
  type Contribution,
} from '../../../lib/analysis/contributions'
import { element, testView, type TestMapParts } from '../../helpers/testMap'

/** a → b (+) → c (-) → d (+), a → d (+): d is reached from a over one link and over three. */
const causes: TestMapParts['links'] = {
  ab: { from: 'a', to: 'b', polarity: '+' },
  bc: { from: 'b', to: 'c', polarity: '-' },
  cd: { from: 'c', to: 'd', polarity: '+' },
  ad: { from: 'a', to: 'd', polarity: '+' },
}
const variables = { a: {}, b: {}, c: {}, d: {} }

function aim(from: string, to: string, effect?: string) {
  return { kind: 'contribution', from, to, ...(effect === undefined ? {} : { effect }) }
}

function reached(parts: TestMapParts, of = 0) {
  const view = testView(parts)
  const contribution = readContributions(view)[of] as Contribution
  return Object.fromEntries(
    reachOf(toCausalGraph(view), contribution).map(({ variable, steps, effect }) => [variable, [steps, effect]]),
  )
}

describe('contributions', () => {
  it('CONTRIBUTION-1: are actions with who does them and what for', () => {
    const view = testView({
      elements: { ...variables, x: { kind: 'action' }, y: { kind: 'action' }, s: { kind: 'stakeholder' } },
      links: { sx: aim('s', 'x'), xa: aim('x', 'a', 'rise'), xs: aim('x', 's'), sa: aim('s', 'a') },
    })
    expect(readContributions(view).map(({ action, by, aims }) => [action.id, by, aims])).toEqual([
      [
        'x',
        ['s'],
        [
          { link: 'xa', target: 'a', effect: 'rise' },
          { link: 'xs', target: 's', effect: undefined },
        ],
      ],
      ['y', [], []],
    ])
  })

  it('CONTRIBUTION-2: reach what lies downstream, with the sign of the shortest ways', () => {
    const elements = { ...variables, x: { kind: 'action' } }
    expect(reached({ elements, links: { ...causes, xa: aim('x', 'a', 'fall') } })).toEqual({
      a: [0, 'fall'],
      b: [1, 'fall'],
      d: [1, 'fall'],
      c: [2, 'rise'],
    })
  })

  it('CONTRIBUTION-2: two equally short ways that differ say both; a missing sign leaves what follows open', () => {
    const elements = { ...variables, x: { kind: 'action' } }
    const links = {
      ab: { from: 'a', to: 'b', polarity: '+' },
      ac: { from: 'a', to: 'c', polarity: '-' },
      bd: { from: 'b', to: 'd', polarity: '+' },
      cd: { from: 'c', to: 'd', polarity: '+' },
    }
    const aims = { xa: aim('x', 'a', 'rise') }
    expect(reached({ elements, links: { ...links, ...aims } })['d']).toEqual([2, 'both'])
    expect(reached({ elements, links: { ...links, cd: { from: 'c', to: 'd' }, ...aims } })['d']).toEqual([2, 'unknown'])
    expect(reached({ elements, links: { ...causes, xa: aim('x', 'a') } })['b']).toEqual([1, 'unknown'])
  })

  it('CONTRIBUTION-2: what is to hold moves nothing; loops end; what is no variable is reached by nothing', () => {
    const elements = { ...variables, x: { kind: 'action' }, s: { kind: 'stakeholder' } }
    expect(reached({ elements, links: { ...causes, xa: aim('x', 'a', 'hold'), xs: aim('x', 's', 'rise') } })).toEqual(
      {},
    )
    const round = { ab: { from: 'a', to: 'b', polarity: '-' }, ba: { from: 'b', to: 'a', polarity: '+' } }
    expect(reached({ elements, links: { ...round, xa: aim('x', 'a', 'rise') } })).toEqual({
      a: [0, 'rise'],
      b: [1, 'fall'],
    })
    expect(reached({ elements: { ...elements, a: {} }, links: {} })).toEqual({})
  })

  it('CONTRIBUTION-3: tell where they work against each other, those aimed at the same first; let go counts no more', () => {
    const parts = (state?: string): TestMapParts => ({
      elements: {
        ...variables,
        x: { kind: 'action' },
        y: { kind: 'action', ...(state === undefined ? {} : { state }) },
        z: { kind: 'action' },
      },
      links: { ...causes, xb: aim('x', 'b', 'rise'), yb: aim('y', 'b', 'fall'), zd: aim('z', 'd', 'rise') },
    })
    const conflicts = (state?: string) => {
      const view = testView(parts(state))
      return findConflicts(toCausalGraph(view), readContributions(view))
    }
    expect(conflicts()).toEqual([
      // Y and X meet at B; C and D follow. Z, who is aimed at D, meets X there alone.
      { variable: 'b', rise: ['x'], fall: ['y'], hold: [], isDirect: true, after: ['c', 'd'] },
      { variable: 'd', rise: ['z'], fall: ['x'], hold: [], isDirect: false, after: [] },
    ])
    expect(conflicts('let-go')).toEqual([
      { variable: 'd', rise: ['z'], fall: ['x'], hold: [], isDirect: false, after: [] },
    ])
  })

  it('CONTRIBUTION-3: two meet where the fewest links lead from both; those of one aim are told together', () => {
    // Homes lower rent; whoever raises rent meets them there, though all that follows is pulled both ways, too.
    const view = testView({
      elements: {
        ...{ homes: {}, rent: {}, evictions: {}, pressure: {} },
        ...{ build: { kind: 'action' }, more: { kind: 'action' }, raise: { kind: 'action' } },
      },
      links: {
        hr: { from: 'homes', to: 'rent', polarity: '-' },
        re: { from: 'rent', to: 'evictions', polarity: '+' },
        ep: { from: 'evictions', to: 'pressure', polarity: '+' },
        bh: aim('build', 'homes', 'rise'),
        mh: aim('more', 'homes', 'rise'),
        rr: aim('raise', 'rent', 'rise'),
      },
    })
    expect(findConflicts(toCausalGraph(view), readContributions(view))).toEqual([
      {
        ...{ variable: 'rent', rise: ['raise'], fall: ['build', 'more'], hold: [], isDirect: false },
        after: ['evictions', 'pressure'],
      },
    ])
  })

  it('CONTRIBUTION-3: what is to hold a variable is worked against by what moves it', () => {
    const view = testView({
      elements: {
        ...variables,
        ...{ keep: { kind: 'action' }, raise: { kind: 'action' }, lower: { kind: 'action' }, same: { kind: 'action' } },
      },
      links: {
        ...causes,
        kb: aim('keep', 'b', 'hold'),
        sb: aim('same', 'b', 'hold'),
        rb: aim('raise', 'b', 'rise'),
        la: aim('lower', 'a', 'fall'),
      },
    })
    // A → B is +: whoever lowers A comes to lower B, which one is to raise and two are to hold.
    const [first] = findConflicts(toCausalGraph(view), readContributions(view))
    expect(first).toMatchObject({ variable: 'b', rise: ['raise'], fall: ['lower'], hold: ['keep', 'same'] })
    // One of them comes to it from elsewhere: they are not all aimed at it.
    expect(first?.isDirect).toBe(false)
  })

  it('CONTRIBUTION-4: leave gaps: chosen places nobody serves, who does nothing, sectors that are absent', () => {
    const view = testView({
      elements: {
        a: { chosen: true },
        b: { leverage: 6 },
        c: { chosen: true },
        s: { kind: 'stakeholder', sector: 'health' },
        t: { kind: 'stakeholder', sector: 'health' },
        u: { kind: 'stakeholder', sector: 'funder' },
        v: { kind: 'stakeholder' },
        x: { kind: 'action' },
        y: { kind: 'action', state: 'let-go' },
      },
      links: { sx: aim('s', 'x'), xa: aim('x', 'a'), uy: aim('u', 'y'), yc: aim('y', 'c') },
    })
    expect(findGaps(view, readContributions(view))).toEqual({
      unserved: ['b', 'c'],
      idle: ['t', 'u', 'v'],
      missingSectors: ['funder'],
    })
    expect(findGaps(testView({ elements: {} }), [])).toEqual({ unserved: [], idle: [], missingSectors: [] })
  })

  it('CONTRIBUTION-5: touch the loops that pass what they are aimed at', () => {
    const view = testView({ elements: { ...variables, x: { kind: 'action' } }, links: { xa: aim('x', 'a') } })
    const loops = [{ variables: [element('a'), element('b')] }, { variables: [element('c'), element('d')] }]
    expect(touchedLoops(loops, readContributions(view)[0] as Contribution)).toEqual([loops[0]])
  })
})
