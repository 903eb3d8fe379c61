import { describe, expect, it } from 'vitest'
import {
  findAskers,
  findCandidates,
  findCoalitionGaps,
  readMembers,
  type CoalitionMember,
} from '../../../lib/analysis/coalition'
import type { MapView } from '../../../lib/model/mapView'
import { listPractices } from '../../../lib/model/practice/practices'
import { element, testView, type TestMapParts } from '../../helpers/testMap'

/**
 * Seven stakeholders. Ties: ann - bob (0.9), ann - cat (no strength said: 0.5), bob - cat (0.3 and 0.4, together 0.7),
 * cat - dan, dan - eve, eve - ann a conflict, fay by herself, gus without a sector.
 */
const elements = {
  rent: { chosen: true },
  debt: {},
  ann: { kind: 'stakeholder', label: 'Ann', sector: 'health' },
  bob: { kind: 'stakeholder', label: 'Bob', sector: 'health' },
  cat: { kind: 'stakeholder', label: 'Cat', sector: 'community', power: 0.5, interest: 0.49 },
  dan: { kind: 'stakeholder', label: 'Dan', sector: 'business', power: 0.9, interest: 0.8 },
  eve: { kind: 'stakeholder', label: 'Eve', sector: 'health' },
  fay: { kind: 'stakeholder', label: 'Fay', sector: 'business' },
  gus: { kind: 'stakeholder', label: 'Gus' },
}
const links = {
  t1: { kind: 'tie', from: 'ann', to: 'bob', strength: 0.9 },
  t2: { kind: 'tie', from: 'cat', to: 'ann', type: 'information' },
  t3: { kind: 'tie', from: 'bob', to: 'cat', strength: 0.3, type: 'money' },
  t4: { kind: 'tie', from: 'cat', to: 'bob', strength: 0.4 },
  t5: { kind: 'tie', from: 'cat', to: 'dan' },
  t6: { kind: 'tie', from: 'dan', to: 'eve' },
  t7: { kind: 'tie', from: 'eve', to: 'ann', type: 'conflict', strength: 1 },
  h1: { kind: 'relation', from: 'fay', to: 'rent', type: 'decides' },
  h2: { kind: 'relation', from: 'rent', to: 'fay', type: 'can-move' },
  h3: { kind: 'relation', from: 'eve', to: 'debt', type: 'decides' },
}

function build(
  members: Readonly<Record<string, unknown>>,
  parts: TestMapParts = { elements, links },
): { readonly view: MapView; readonly members: readonly CoalitionMember[] } {
  const fields = Object.fromEntries(Object.entries(members).map(([id, said]) => [`member:${id}`, said]))
  const view = testView({ ...parts, practices: { c1: { kind: 'coalition', name: 'Roofs', ...fields } } })
  const [coalition] = listPractices(view, 'coalition')
  if (coalition === undefined) throw new Error('no coalition')
  return { view, members: readMembers(view, coalition) }
}

describe('a coalition', () => {
  it('COALITION-1: lists members on the map by how far they are in, by sector and by name', () => {
    const { members } = build({
      cat: { state: 'to-ask', askedBy: 'ann' },
      dan: { state: 'in', role: ' backbone ', commitment: ' A room. ' },
      bob: { state: 'in' },
      ann: { state: 'in' },
      eve: { state: 'not-now', askedBy: 'gone' },
      gone: { state: 'in' },
      rent: { state: 'in' },
      fay: { state: 'asked' },
    })
    expect(members.map(({ id, state }) => [id, state])).toEqual([
      ['ann', 'in'],
      ['bob', 'in'],
      ['dan', 'in'],
      ['fay', 'asked'],
      ['cat', 'to-ask'],
      ['eve', 'not-now'],
    ])
    expect(members[2]).toEqual({
      ...{ id: 'dan', state: 'in', role: 'backbone', commitment: 'A room.', contributions: [], askedBy: undefined },
    })
    expect(members[4]?.askedBy).toBe('ann')
    // Who was to ask Eve is no longer on the map.
    expect(members[5]?.askedBy).toBeUndefined()
  })

  it('COALITION-2: has a gap at every sector of which nobody is in; those without a sector stand apart', () => {
    const { view, members } = build({
      ann: { state: 'in' },
      cat: { state: 'asked', askedBy: 'ann' },
      dan: { state: 'not-now' },
      fay: { state: 'to-ask' },
    })
    const gaps = findCoalitionGaps(view, members)
    expect(gaps.sectors).toEqual([
      { sector: 'health', in: ['ann'], onTheWay: [], asked: [], others: ['bob', 'eve'] },
      { sector: 'community', in: [], onTheWay: ['cat'], asked: ['cat'], others: [] },
      { sector: 'business', in: [], onTheWay: ['fay'], asked: [], others: ['dan'] },
    ])
    expect(gaps.missing).toEqual(['community', 'business'])
    expect(gaps.withoutSector).toEqual(['gus'])
  })

  it('COALITION-2: a sector that the map defines is one of it, with nobody on the map too', () => {
    const { view, members } = build(
      { ann: { state: 'in' } },
      { elements: { ann: elements.ann }, meta: { 'sector:youth': { name: 'Young people' } } },
    )
    expect(findCoalitionGaps(view, members).missing).toEqual(['youth'])
  })

  it('COALITION-3: tells who has no asker, whose asker is not in, and who has not said what they bring', () => {
    const { view, members } = build({
      ann: { state: 'in', commitment: 'Two days a month' },
      bob: { state: 'in' },
      cat: { state: 'asked', askedBy: 'dan' },
      dan: { state: 'to-ask', askedBy: 'ann' },
      eve: { state: 'to-ask' },
      fay: { state: 'not-now', askedBy: 'dan' },
    })
    const { withoutAsker, askedFromOutside, withoutCommitment } = findCoalitionGaps(view, members)
    expect(withoutAsker).toEqual(['eve'])
    expect(askedFromOutside).toEqual(['cat'])
    expect(withoutCommitment).toEqual(['bob'])
  })

  it('COALITION-4: candidates are ranked by points: a sector that is missing 2, a tie, power, interest and a hold 1 each', () => {
    const { view, members } = build({ ann: { state: 'in' }, bob: { state: 'in' } })
    expect(findCandidates(view, members).map(({ id, points, reasons }) => [id, points, reasons])).toEqual([
      // Tied, community is missing, power is half the way; interest is just below.
      ['cat', 4, ['sector', 'tied', 'power']],
      // Business is missing, and power and interest are over half; tied to nobody who is in.
      ['dan', 4, ['sector', 'power', 'interest']],
      // Both holds of Fay are on one chosen variable.
      ['fay', 3, ['sector', 'holds']],
      // A conflict is no tie to ask by, the hold of Eve is on a variable that nobody chose, and health is in.
      ['eve', 0, []],
      ['gus', 0, []],
    ])
    expect(findCandidates(view, members).find(({ id }) => id === 'fay')?.holds).toEqual(['rent'])
  })

  it('COALITION-4: of equal points whoever is tied more strongly comes first', () => {
    const { view, members } = build({ ann: { state: 'in' }, bob: { state: 'in' } })
    // Both have 4: Cat is tied to those who are in by 0.5 + 0.7, Dan by nothing.
    expect(
      findCandidates(view, members)
        .slice(0, 2)
        .map(({ id }) => id),
    ).toEqual(['cat', 'dan'])
  })

  it('COALITION-4: who was asked, is to be asked or said not now is none', () => {
    const { view, members } = build({
      ...{ ann: { state: 'in' }, cat: { state: 'asked' }, dan: { state: 'to-ask' }, fay: { state: 'not-now' } },
    })
    expect(findCandidates(view, members).map(({ id }) => id)).toEqual(['bob', 'eve', 'gus'])
  })

  it('COALITION-5: are asked by those who are in and tied to them, the strongest first', () => {
    const { view, members } = build({ ann: { state: 'in' }, bob: { state: 'in' }, dan: { state: 'asked' } })
    expect(findAskers(view, members, element('cat'))).toEqual({
      askers: [
        { id: 'bob', strength: 0.7 },
        { id: 'ann', strength: 0.5 },
      ],
      chain: [],
    })
  })

  it('COALITION-5: of equally strong ties whoever has the fewest asks', () => {
    const { view, members } = build(
      { hub: { state: 'in' }, quiet: { state: 'in' } },
      {
        elements: Object.fromEntries(['hub', 'quiet', 'x', 'y'].map((id) => [id, { kind: 'stakeholder' }])),
        links: {
          a: { kind: 'tie', from: 'hub', to: 'x' },
          b: { kind: 'tie', from: 'hub', to: 'y' },
          c: { kind: 'tie', from: 'quiet', to: 'x' },
        },
      },
    )
    expect(findAskers(view, members, element('x')).askers.map(({ id }) => id)).toEqual(['quiet', 'hub'])
  })

  it('COALITION-5: else by a shortest chain of introductions, over whom with the fewest ties; none leads to who has no tie', () => {
    const { view, members } = build({ ann: { state: 'in' }, bob: { state: 'in' } })
    // Dan is two ties away: Cat knows him, and of Ann (two joining ties) and Bob (two) the first by id introduces to her.
    expect(findAskers(view, members, element('dan'))).toEqual({ askers: [], chain: ['ann', 'cat'] })
    expect(findAskers(view, members, element('eve'))).toEqual({ askers: [], chain: ['ann', 'cat', 'dan'] })
    expect(findAskers(view, members, element('fay'))).toEqual({ askers: [], chain: [] })
  })

  it('COALITION-6: one with nobody in has every sector as a gap, nobody who could ask, and no chain', () => {
    const { view, members } = build({})
    expect(members).toEqual([])
    expect(findCoalitionGaps(view, members).missing).toEqual(['health', 'community', 'business'])
    const found = findCandidates(view, members)
    expect(found).toHaveLength(7)
    expect(found.every(({ askers, chain }) => askers.length === 0 && chain.length === 0)).toBe(true)
    // Nobody is in, so each sector counts; ties and so their strength do not.
    expect(found.map(({ id, points }) => [id, points])).toEqual([
      ['dan', 4],
      ['cat', 3],
      ['fay', 3],
      ['ann', 2],
      ['bob', 2],
      ['eve', 2],
      ['gus', 0],
    ])
  })

  it('COALITION-6: one member alone, a map without sectors, without ties and without stakeholders are defined', () => {
    const bare = { elements: { a: { kind: 'stakeholder' }, b: { kind: 'stakeholder' } } }
    const one = build({ a: { state: 'in' } }, bare)
    expect(findCoalitionGaps(one.view, one.members)).toEqual({
      ...{ sectors: [], missing: [], withoutSector: ['a', 'b'] },
      ...{ withoutAsker: [], askedFromOutside: [], withoutCommitment: ['a'] },
    })
    expect(findCandidates(one.view, one.members)).toEqual([
      { id: 'b', reasons: [], points: 0, holds: [], askers: [], chain: [] },
    ])
    const none = build({ a: { state: 'in' } }, { elements: {} })
    expect(none.members).toEqual([])
    expect(findCandidates(none.view, none.members)).toEqual([])
  })

  it('COALITION-5: nobody asks themselves', () => {
    const { view, members } = build({ ann: { state: 'in' } })
    expect(findAskers(view, members, element('ann'))).toEqual({ askers: [], chain: [] })
  })
})

describe('what members contribute', () => {
  const actions = {
    ...elements,
    clinic: { kind: 'action', label: 'Open a clinic', due: '2026-12-15' },
    count: { kind: 'action', label: 'Count beds', due: '2026-11-01' },
    sing: { kind: 'action', label: 'Sing' },
    paint: { kind: 'action', label: 'Paint', state: 'let-go' },
  }
  const theirs = {
    c1: { kind: 'contribution', from: 'ann', to: 'sing' },
    c2: { kind: 'contribution', from: 'ann', to: 'clinic' },
    c3: { kind: 'contribution', from: 'ann', to: 'count' },
    c4: { kind: 'contribution', from: 'bob', to: 'paint' },
  }
  const said = { ann: { state: 'in' }, bob: { state: 'in' }, cat: { state: 'in', commitment: 'A room' } }

  it('COALITION-19: counts as what they bring, by the day by which, without what was let go', () => {
    const { view, members } = build(said, { elements: actions, links: theirs })
    expect(members.map(({ id, contributions }) => [id, contributions.map(({ label }) => label)])).toEqual([
      ['ann', ['Count beds', 'Open a clinic', 'Sing']],
      ['bob', []],
      ['cat', []],
    ])
    expect(findCoalitionGaps(view, members).withoutCommitment).toEqual(['bob'])
  })
})
