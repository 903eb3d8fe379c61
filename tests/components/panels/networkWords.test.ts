import { describe, expect, it } from 'vitest'
import { countTies } from '@/components/panels/network/tieBase'
import { centralisationAlong, expectedValue, rankActors, wholeValue } from '@/components/panels/network/networkWords'
import { describeTies as sayTies } from '@/cli/describeTies'
import { actorMeasures, actorValue, isOfSectors } from '@/lib/analysis/network/actorMeasures'
import { brokerageRoles } from '@/lib/analysis/network/brokerage'
import { describeTies } from '@/lib/analysis/network/describeTies'
import { listJoinedToNobody } from '@/lib/analysis/network/joinedToNobody'
import { toTieNetwork } from '@/lib/analysis/network/tieNetwork'
import { testView } from '../../helpers/testMap'

const view = testView({
  elements: {
    a: { kind: 'stakeholder', sector: 'health' },
    b: { kind: 'stakeholder', sector: 'health' },
    c: { kind: 'stakeholder', sector: 'media' },
    d: { kind: 'stakeholder' },
  },
  links: {
    ab: { kind: 'tie', type: 'money', from: 'a', to: 'b' },
    bc: { kind: 'tie', type: 'money', from: 'b', to: 'c' },
  },
})

describe('who stands between', () => {
  it('NET-13: beside each count stands what chance would give; of those without a sector nobody can tell', () => {
    const { actors } = describeTies(toTieNetwork(view))
    const [first] = rankActors(actors, 'representative')
    expect([first?.actor.id, first?.value]).toEqual(['b', 1])
    // 2 of 12 ways are taken; of b's own sector there is one other, of the other sector one.
    const density = 2 / 12
    if (first === undefined) throw new Error('nobody')
    expect(expectedValue(first.actor, 'representative')).toBeCloseTo(density ** 2 * (1 - density), 12)
    expect(expectedValue(first.actor, 'degree')).toBeUndefined()
    const without = actors.find(({ sector }) => sector === null)
    for (const role of brokerageRoles) expect(without && expectedValue(without, role)).toBeUndefined()
  })
})

describe('what is told of each', () => {
  it('NET-38: ties in and ties out one by one, and by strength as far as somebody said it', () => {
    const strong = testView({
      elements: Object.fromEntries(['a', 'b', 'c', 'd'].map((id) => [id, { kind: 'stakeholder' }])),
      links: {
        ab: { kind: 'tie', type: 'money', from: 'a', to: 'b', strength: 1 },
        cb: { kind: 'tie', type: 'collaboration', from: 'c', to: 'b', strength: 0.5 },
        db: { kind: 'tie', type: 'money', from: 'd', to: 'b' },
      },
    })
    const { actors } = describeTies(toTieNetwork(strong))
    const told = actors.map((actor) =>
      (['inDegree', 'outDegree', 'strength'] as const).map((measure) => actorValue(actor, measure)),
    )
    expect(told).toEqual([
      [0, 1, 1],
      [3, 1, 2],
      [1, 1, 1],
      [0, 1, null],
    ])
  })

  it('NET-39: without a sector nobody has a share across or a role between sectors', () => {
    const { actors } = describeTies(toTieNetwork(view))
    const without = actors.find(({ sector }) => sector === null)
    const within = actors.find(({ id }) => id === 'b')
    for (const measure of actorMeasures.filter(isOfSectors)) {
      expect(without && actorValue(without, measure), measure).toBeNull()
      expect(within && actorValue(within, measure), measure).not.toBeNull()
    }
  })
})

describe('who is by themselves', () => {
  it('NET-37: names whom no tie joins to anyone, and says how many have no sector', () => {
    const { whole, actors } = describeTies(toTieNetwork(view))
    expect(listJoinedToNobody(actors)).toEqual({ names: ['D'], more: 0 })
    const lines = sayTies(whole, actors)
    expect(lines).toContain('Joined to nobody: D.')
    expect(lines).toContain('Without a sector, and left aside in what is said of sectors: 1.')
    const many = Array.from({ length: 11 }, (_, at) => ({ label: `N${at}`, inDegree: 0, outDegree: 0 }))
    expect(listJoinedToNobody([...many, { label: 'Tied', inDegree: 0, outDegree: 1 }])).toMatchObject({ more: 3 })
    const fight = testView({
      elements: Object.fromEntries(['a', 'b', 'c'].map((id) => [id, { kind: 'stakeholder' }])),
      links: {
        ab: { kind: 'tie', type: 'money', from: 'a', to: 'b' },
        bc: { kind: 'tie', type: 'conflict', from: 'b', to: 'c' },
      },
    })
    expect(listJoinedToNobody(describeTies(toTieNetwork(fight)).actors).names).toHaveLength(1)
  })
})

describe('tiny networks', () => {
  it('NET-14, MEAS-18: of a single pair neither clustering nor likeness is told', () => {
    const two = testView({
      elements: { a: { kind: 'stakeholder', sector: 'health' }, b: { kind: 'stakeholder', sector: 'media' } },
      links: { ab: { kind: 'tie', type: 'collaboration', from: 'a', to: 'b' } },
    })
    const { whole, actors } = describeTies(toTieNetwork(two))
    for (const measure of ['clustering', 'transitivity', 'assortativity'] as const) {
      expect(wholeValue(whole, measure), measure).toBeNull()
    }
    expect(whole.sectors.externalInternal).toEqual({ external: 1, internal: 0, index: 1, expected: null, p: null })
    expect(sayTies(whole, actors)[0]).toContain('(E-I index 1.00, and could be nothing else)')
  })
})

describe('on what the numbers stand', () => {
  const of = (links: Readonly<Record<string, object>>) =>
    testView({
      elements: Object.fromEntries(['a', 'b', 'c', 'd'].map((id) => [id, { kind: 'stakeholder' }])),
      links: Object.fromEntries(Object.entries(links).map(([id, link]) => [id, { kind: 'tie', ...link }])),
    })

  it('NET-35: ties, pairs and conflicts are counted the same above every question', () => {
    const map = of({
      one: { from: 'a', to: 'b', type: 'money' },
      two: { from: 'b', to: 'a', type: 'information' },
      both: { from: 'b', to: 'c', type: 'collaboration' },
      fight: { from: 'c', to: 'd', type: 'conflict' },
      self: { from: 'd', to: 'd', type: 'money' },
    })
    expect(countTies(map)).toEqual({ ties: 3, conflicts: 1, pairs: 2 })
    expect(describeTies(toTieNetwork(map)).whole.arcs).toBe(4)
  })

  it('NET-35: the lens counts ways along the direction of ties, as its colours do', () => {
    const star = (direction: string) =>
      describeTies(
        toTieNetwork(
          of({
            ab: { from: 'b', to: 'a', direction },
            ac: { from: 'c', to: 'a', direction },
            ad: { from: 'd', to: 'a', direction },
          }),
        ),
      )
    const { actors, whole } = star('mutual')
    expect(centralisationAlong(actors)).toBeCloseTo(1, 12)
    expect(wholeValue(whole, 'betweennessCentralisation')).toBeCloseTo(1, 12)
    // All ties lead to the one in the middle, and none on.
    expect(centralisationAlong(star('one-way').actors)).toBe(0)
    expect(centralisationAlong(actors.slice(0, 2))).toBeNull()
  })

  it('NET-35: both numbers that are called clustering are told', () => {
    const { whole } = describeTies(
      toTieNetwork(
        of({
          ab: { from: 'a', to: 'b' },
          bc: { from: 'b', to: 'c' },
          ca: { from: 'c', to: 'a' },
          ad: { from: 'a', to: 'd' },
        }),
      ),
    )
    expect(wholeValue(whole, 'clustering')).toBeCloseTo((1 / 3 + 1 + 1) / 4, 12)
    expect(wholeValue(whole, 'transitivity')).toBeCloseTo(3 / 5, 12)
  })
})
