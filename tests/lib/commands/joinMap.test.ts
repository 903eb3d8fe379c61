import { describe, expect, it } from 'vitest'
import { joinMap } from '../../../lib/commands/joinMap'
import { applied, patchOf, problemOf, testMap, testView } from '../../helpers/testMap'

const offset = { x: 1_000, y: 0 }

describe('joinMap', () => {
  it('PANEL-9: elements of one kind and name become one, and links lead to it', () => {
    const view = testView({ elements: { a: { label: 'Rent' }, b: { label: 'Damp' } }, links: {} })
    const map = testMap({
      elements: { p: { label: ' rent' }, q: { label: 'Health' }, r: { kind: 'stakeholder', label: 'Damp' } },
      links: { pq: { from: 'p', to: 'q', polarity: '-' } },
    })
    const after = applied(view, patchOf(view, joinMap, { map, offset }))
    const labels = [...after.elements.values()].map(({ kind, label }) => `${kind} ${label}`)
    // A stakeholder called Damp is not the variable of that name.
    expect(labels.sort()).toEqual(['stakeholder Damp', 'variable Damp', 'variable Health', 'variable Rent'])
    const [link] = after.links.values()
    expect(link?.from).toBe('a')
    expect(after.elements.get(link?.to as never)?.label).toBe('Health')
  })

  it('PANEL-9: a link that is there already is not added twice', () => {
    const view = testView({ elements: { a: {}, b: {} }, links: { ab: { from: 'a', to: 'b', polarity: '+' } } })
    const map = testMap({
      elements: { p: { label: 'A' }, q: { label: 'B' } },
      links: { pq: { from: 'p', to: 'q', polarity: '-' }, qp: { from: 'q', to: 'p' } },
    })
    const after = applied(view, patchOf(view, joinMap, { map, offset }))
    expect([...after.links.values()].map(({ from, to }) => `${from}${to}`).sort()).toEqual(['ab', 'ba'])
    expect([...after.links.values()].find(({ from }) => from === 'a')).toMatchObject({ polarity: '+' })
  })

  it('PANEL-9: what is on the map stays where and as it is', () => {
    const view = testView({ elements: { a: { label: 'Rent', description: 'ours' } }, links: {} })
    const map = testMap({ elements: { p: { label: 'Rent', description: 'theirs' }, q: {} } })
    const after = applied(view, patchOf(view, joinMap, { map, offset }))
    expect(after.elements.get('a' as never)).toEqual(view.elements.get('a' as never))
    expect(after.positions.get('board' as never)?.get('a' as never)).toEqual({ x: 0, y: 0 })
  })

  it('PANEL-9: two links that would become one within the file become one', () => {
    const view = testView({ elements: { a: { label: 'Rent' }, b: { label: 'Damp' } }, links: {} })
    const map = testMap({
      elements: { p: { label: 'Rent' }, o: { label: 'rent' }, q: { label: 'Damp' } },
      links: { pq: { from: 'p', to: 'q' }, oq: { from: 'o', to: 'q' } },
    })
    const after = applied(view, patchOf(view, joinMap, { map, offset }))
    expect(after.links.size).toBe(1)
  })

  it('CMD-7: an empty file is nothing to do', () => {
    const view = testView()
    expect(problemOf(view, joinMap, { map: testMap({ elements: {} }), offset }).code).toBe('nothing-to-do')
  })

  it('PANEL-9: a file that holds nothing new is nothing to do', () => {
    const view = testView({ elements: { a: { label: 'Rent' } }, links: {} })
    const map = testMap({ elements: { p: { label: 'Rent' } } })
    expect(problemOf(view, joinMap, { map, offset }).code).toBe('nothing-to-do')
  })

  it('PANEL-14: ties of different types are different links', () => {
    const people = { a: { kind: 'stakeholder', label: 'City' }, b: { kind: 'stakeholder', label: 'Clinic' } }
    const view = testView({ elements: people, links: { ab: { kind: 'tie', from: 'a', to: 'b', type: 'money' } } })
    const map = testMap({
      elements: { p: people.a, q: people.b },
      links: {
        money: { kind: 'tie', from: 'p', to: 'q', type: 'money' },
        conflict: { kind: 'tie', from: 'p', to: 'q', type: 'conflict' },
      },
    })
    const patch = patchOf(view, joinMap, { map, offset })
    const types = [...applied(view, patch).links.values()].map((one) => ('type' in one ? one.type : undefined))
    expect(new Set(types)).toEqual(new Set(['conflict', 'money']))
    expect(patch.leftOut).toMatchObject({ links: 1 })
  })

  it('PANEL-14: among what is new, every link comes', () => {
    const view = testView({ elements: { a: { label: 'Rent' } }, links: {} })
    const map = testMap({
      elements: { p: { label: 'Rent' }, q: { label: 'Health' }, r: { label: 'Jobs' } },
      links: {
        one: { from: 'q', to: 'r' },
        two: { from: 'q', to: 'r' },
        to: { from: 'p', to: 'q' },
        too: { from: 'p', to: 'q' },
      },
    })
    const patch = patchOf(view, joinMap, { map, offset })
    expect(applied(view, patch).links.size).toBe(4)
    expect(patch.leftOut).toMatchObject({ links: 0 })
  })

  it('PANEL-14: a link between two that become one here is left out, and counted', () => {
    const view = testView({ elements: { a: { label: 'Rent' } }, links: {} })
    const map = testMap({
      elements: { p: { label: 'Rent' }, o: { label: 'rent' }, q: { label: 'New' } },
      links: { po: { from: 'p', to: 'o' } },
    })
    const patch = patchOf(view, joinMap, { map, offset })
    expect(applied(view, patch).links.size).toBe(0)
    expect(patch.leftOut).toMatchObject({ links: 1 })
  })

  it('CMD-4: what becomes one with what is here does not count', () => {
    const all = Object.fromEntries(
      Array.from({ length: 5_000 }, (_, index) => [`e${index}`, { label: `Name ${index}` }]),
    )
    const { e0, ...others } = all
    const view = testView({ elements: others, links: {} })
    const map = testMap({ elements: { p: { label: 'Name 7' }, q: e0 ?? {} } })
    expect(applied(view, patchOf(view, joinMap, { map, offset })).elements.size).toBe(5_000)
    const more = testMap({ elements: { p: { label: 'Name 7' }, q: e0 ?? {}, r: { label: 'One more' } } })
    expect(problemOf(view, joinMap, { map: more, offset }).code).toBe('too-many-elements')
  })
})
