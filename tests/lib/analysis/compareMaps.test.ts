import { describe, expect, it } from 'vitest'
import { compareMaps, farMove, isSameMap, type MapComparison } from '../../../lib/analysis/compareMaps'
import { tellChanges } from '../../../lib/analysis/tellChanges'
import type { MapView } from '../../../lib/model/mapView'
import { testView, type TestMapParts } from '../../helpers/testMap'

const names = { a: { label: 'Workload' }, b: { label: 'Errors' }, c: { label: 'Rework' } }

/** Workload → Errors → Rework → Workload, all plus: reinforcing. */
const round = {
  ab: { from: 'a', to: 'b', polarity: '+' },
  bc: { from: 'b', to: 'c', polarity: '+' },
  ca: { from: 'c', to: 'a', polarity: '+' },
}

function compare(before: TestMapParts, after: TestMapParts): MapComparison {
  return compareMaps(testView(before), testView(after))
}

describe('comparing maps', () => {
  it('COMPARE-1: equal maps have no difference, also as other objects, and with an empty text in the place of none', () => {
    const comparison = compare({ elements: names, links: round }, { elements: names, links: round })
    expect(isSameMap(comparison)).toBe(true)
    expect(comparison.loops).toMatchObject({ upTo: Infinity, isAll: true })
    expect(isSameMap(compare({ elements: { a: { contact: '' } } }, { elements: { a: {} } }))).toBe(true)
  })

  it('COMPARE-2: elements and links that came and went, by their ids, what is gone as it was', () => {
    const { elements, links } = compare(
      { elements: names, links: { ab: round.ab } },
      { elements: { a: names.a, c: names.c, d: { label: 'Calm', kind: 'note' } }, links: { ca: round.ca } },
    )
    expect(elements.added.map(({ id, label }) => [id, label])).toEqual([['d', 'Calm']])
    expect(elements.removed.map(({ id, label }) => [id, label])).toEqual([['b', 'Errors']])
    expect(links.added.map(({ id }) => id)).toEqual(['ca'])
    expect(links.removed.map(({ id }) => id)).toEqual(['ab'])
    expect([elements.renamed, elements.moved, elements.edited, links.edited]).toEqual([[], [], [], []])
  })

  it('COMPARE-3: a new name, a far move, and other fields are told apart', () => {
    const { elements } = compare(
      { elements: { a: { label: 'Load', tags: ['x'], createdBy: 'Ana', createdAt: 1, z: 1 }, b: {}, c: {} } },
      {
        elements: { a: { label: 'Workload', tags: ['x', 'y'], mark: 'goal', createdBy: 'Bo', z: 2 }, b: {}, c: {} },
        // b from (200, 0) by 144 and 192: 240 exactly; c from (400, 0) by a little less.
        positions: { a: [0, 0], b: [344, 192], c: [400, farMove - 0.1] },
      },
    )
    expect(elements.renamed).toEqual([{ id: 'a', before: 'Load', after: 'Workload' }])
    expect(elements.moved).toEqual([
      { id: 'b', before: { x: 200, y: 0 }, after: { x: 344, y: 192 }, distance: farMove },
    ])
    expect(elements.edited).toEqual([
      {
        id: 'a',
        fields: [
          { field: 'tags', before: ['x'], after: ['x', 'y'] },
          { field: 'mark', after: 'goal' },
        ],
      },
    ])
  })

  it('COMPARE-4: another sign, a delay, other ends and other fields of a link are told apart; how it bends, and who claims it, is not told', () => {
    const claim = { 'claim:p1': { says: 'agree', name: 'Ana', at: 1 } }
    const { links } = compare(
      { elements: names, links: { ab: { ...round.ab, delay: true }, bc: { from: 'b', to: 'c' }, ca: round.ca } },
      {
        elements: names,
        links: {
          ab: { ...round.ab, polarity: '-', curvature: 0.3, ...claim },
          bc: { from: 'b', to: 'c', delay: true, strength: 0.5, polarity: '?' },
          ca: { ...round.ca, to: 'b' },
        },
      },
    )
    expect(links.reSigned).toEqual([{ id: 'ab', before: '+', after: '-' }])
    expect(links.delayChanged).toEqual([
      { id: 'ab', delayed: false },
      { id: 'bc', delayed: true },
    ])
    expect(links.reconnected).toEqual([{ id: 'ca', before: { from: 'c', to: 'a' }, after: { from: 'c', to: 'b' } }])
    expect(links.edited).toEqual([{ id: 'bc', fields: [{ field: 'strength', after: 0.5 }] }])
  })

  it('COMPARE-5: what the map says of itself', () => {
    const comparison = compare(
      { elements: names, meta: { title: 'Night shift', createdAt: 1 } },
      { elements: names, meta: { title: 'Night shifts', description: 'For the ward', 'field:f1': { name: 'Cost' } } },
    )
    expect(comparison.title).toEqual({ before: 'Night shift', after: 'Night shifts' })
    expect(comparison.meta).toEqual([
      { field: 'description', after: 'For the ward' },
      { field: 'field:f1', after: { name: 'Cost' } },
    ])
  })
})

describe('comparing loops', () => {
  const keys = (loops: readonly { readonly key: string }[]): readonly string[] => loops.map(({ key }) => key)

  it('COMPARE-6: a link closes a loop, breaks it, or turns its kind', () => {
    const open = { elements: names, links: { ab: round.ab, bc: round.bc } }
    const closed = { elements: names, links: round }
    expect(keys(compare(open, closed).loops.gained)).toEqual(['ab.bc.ca'])
    expect(keys(compare(closed, open).loops.broken)).toEqual(['ab.bc.ca'])
    const { flipped, gained, broken } = compare(closed, {
      elements: names,
      links: { ...round, bc: { ...round.bc, polarity: '-' } },
    }).loops
    expect(flipped.map(({ key, before, kind }) => [key, before, kind])).toEqual([
      ['ab.bc.ca', 'reinforcing', 'balancing'],
    ])
    expect([gained, broken]).toEqual([[], []])
  })

  it('COMPARE-7: two signs turned leave the kind as it was; a sign given decides a loop', () => {
    const minus = { polarity: '-' }
    const twice = { ab: { ...round.ab, ...minus }, bc: { ...round.bc, ...minus }, ca: round.ca }
    expect(compare({ elements: names, links: round }, { elements: names, links: twice }).loops.flipped).toEqual([])
    const unsigned = { ...round, ca: { from: 'c', to: 'a' } }
    const [decided] = compare({ elements: names, links: unsigned }, { elements: names, links: round }).loops.flipped
    expect(decided).toMatchObject({ before: 'undetermined', kind: 'reinforcing' })
  })

  it('COMPARE-8: a parallel link that gives a loop another key makes no other loop of it', () => {
    const beside = { ...round, aa: { from: 'a', to: 'b', polarity: '+' } }
    const { loops } = compare({ elements: names, links: round }, { elements: names, links: beside })
    expect([loops.gained, loops.broken, loops.flipped]).toEqual([[], [], []])
    // It contradicts what the other link says: the arc has no sign any more.
    const against = { ...round, aa: { from: 'a', to: 'b', polarity: '-' } }
    const [undecided] = compare({ elements: names, links: round }, { elements: names, links: against }).loops.flipped
    expect(undecided).toMatchObject({ before: 'reinforcing', kind: 'undetermined' })
  })

  it('COMPARE-9: a loop has the name that people gave it, and a new name is told of', () => {
    const named = (name: string): TestMapParts => ({ elements: names, links: round, loops: { 'ab.bc.ca': { name } } })
    const { broken } = compare(named('Treadmill'), { elements: names, links: { ab: round.ab, bc: round.bc } }).loops
    expect(broken).toMatchObject([{ name: 'Treadmill', kind: 'reinforcing' }])
    const { renamed } = compare(named('Treadmill'), named('Mill')).loops
    expect(renamed).toMatchObject([{ before: 'Treadmill', loop: { name: 'Mill', key: 'ab.bc.ca' } }])
    expect(compare({ elements: names, links: round }, named('Mill')).loops.renamed).toMatchObject([
      { before: '', loop: { name: 'Mill' } },
    ])
  })

  /** n variables, each linked to every other: more loops than can be counted. */
  const dense = (size: number, without?: string): MapView => {
    const ids = Array.from({ length: size }, (_, index) => `v${index}`)
    const pairs = ids.flatMap((from) => ids.filter((to) => to !== from).map((to) => [from, to] as const))
    const links = Object.fromEntries(
      pairs.filter(([from, to]) => `${from}-${to}` !== without).map(([from, to]) => [`${from}-${to}`, { from, to }]),
    )
    return testView({ elements: Object.fromEntries(ids.map((id) => [id, {}])), links })
  }

  it('COMPARE-10: where there are too many, it says up to which length they were looked at; what is listed holds', () => {
    const [before, after] = [dense(12, 'v0-v1'), dense(12)]
    const short = compareMaps(before, after, { maxLength: 3, maxLoops: 20 }).loops
    // Through v0 → v1 of 12 variables: 1 loop of two links, 10 of three.
    expect(short).toMatchObject({ upTo: 3, isAll: false })
    expect(short.gained.map(({ links }) => links.length)).toEqual([2, ...Array<number>(10).fill(3)])
    expect(short.gained.every(({ links }) => links.includes('v0-v1' as (typeof links)[number]))).toBe(true)
    const cut = compareMaps(before, after, { maxLength: 6, maxLoops: 20 }).loops
    expect(cut).toMatchObject({ upTo: 0, isAll: false })
    expect(cut.gained).toHaveLength(20)
    expect(compareMaps(before, after, { isOver: () => true }).loops).toMatchObject({ gained: [], upTo: 0 })
  })

  it('COMPARE-10: exactly as many as there is room for are all', () => {
    // 1 of two links, 2 of three, 2 of four.
    expect(compareMaps(dense(4, 'v0-v1'), dense(4), { maxLoops: 5 }).loops).toMatchObject({ isAll: true })
    expect(compareMaps(dense(4, 'v0-v1'), dense(4), { maxLoops: 5 }).loops.gained).toHaveLength(5)
    expect(compareMaps(dense(4, 'v0-v1'), dense(4), { maxLoops: 4 }).loops).toMatchObject({ isAll: false })
  })
})

describe('telling changes', () => {
  const tell = (before: TestMapParts, after: TestMapParts): ReturnType<typeof tellChanges> => {
    const [one, other] = [testView(before), testView(after)]
    return tellChanges(one, other, compareMaps(one, other))
  }

  it('COMPARE-11: says what came, went and changed, with the names that it had there', () => {
    const told = tell(
      { elements: { ...names, d: { label: 'Old' } }, links: { ...round, cd: { from: 'c', to: 'd', polarity: '+' } } },
      {
        elements: { ...names, a: { label: 'Load' }, e: { label: 'Rest', kind: 'stakeholder' } },
        links: { ab: { ...round.ab, polarity: '-', delay: true }, bc: round.bc },
      },
    )
    expect(told.map(({ elements: _elements, links: _links, ...said }) => said)).toEqual([
      { says: 'added', of: 'elements', kind: 'stakeholder', name: 'Rest' },
      { says: 'removed', of: 'elements', kind: 'variable', name: 'Old', withLinks: 1 },
      { says: 'renamed', of: 'elements', before: 'Workload', after: 'Load' },
      // The link to Old went with it, and is not told of by itself.
      { says: 'link-removed', of: 'links', kind: 'causal', sign: '+', from: 'Rework', to: 'Workload' },
      { says: 'sign', of: 'links', before: '+', after: '-', from: 'Load', to: 'Errors' },
      { says: 'delay-on', of: 'links', from: 'Load', to: 'Errors' },
      { says: 'loop-broken', of: 'loops', kind: 'reinforcing', name: '', way: ['Errors', 'Rework', 'Workload'] },
    ])
    expect(told.at(-1)).toMatchObject({ elements: ['b', 'c', 'a'], links: ['bc', 'ca', 'ab'] })
  })

  it('COMPARE-12: many moves are one sentence', () => {
    const seven = { elements: Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => [id, {}])) }
    const far = Object.fromEntries(Object.keys(seven.elements).map((id, index) => [id, [index * 200, 900]]))
    expect(tell(seven, { ...seven, positions: far })).toMatchObject([{ says: 'moved-many', count: 7 }])
    expect(tell(seven, { ...seven, positions: { a: [0, 900] } })).toMatchObject([{ says: 'moved', name: 'A' }])
  })
})
