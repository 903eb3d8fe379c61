import { describe, expect, it } from 'vitest'
import { joinMap } from '../../../lib/commands/joinMap'
import { readNotedLoops } from '../../../lib/analysis/notedLoops'
import { readLoopKey, toFigureKey } from '../../../lib/model/loopKey'
import { applied, links, patchOf, problemOf, testMap, testView } from '../../helpers/testMap'

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

  describe('what was said of loops', () => {
    const spiral = {
      elements: { a: { label: 'Rent' }, b: { label: 'Damp' } },
      links: { ab: { from: 'a', to: 'b' }, ba: { from: 'b', to: 'a' } },
    }
    const theirs = {
      elements: { p: { label: 'rent' }, q: { label: 'damp' } },
      links: { one: { from: 'p', to: 'q' }, two: { from: 'q', to: 'p' } },
    }
    const key = 'ab.ba'

    it('PANEL-9: a copy whose only news is a named loop brings its name and story', () => {
      const view = testView(spiral)
      const said = { name: 'Spiral', note: 'Round', pinned: true, at: [3, 4] }
      const map = testMap({ ...theirs, loops: { 'one.two': { ...said, number: 7 } } })
      const patch = patchOf(view, joinMap, { map, offset })
      expect([...applied(view, patch).loops]).toEqual([[key, said]])
      expect(patch.leftOut).toMatchObject({ loops: 0 })
      expect(patch.label).toEqual({ step: 'named-loop', count: 1, name: 'Spiral' })
    })

    it('PANEL-9: a loop of links that are here and links that come is named by both', () => {
      const view = testView({ ...spiral, links: { ab: spiral.links.ab } })
      const map = testMap({ ...theirs, loops: { 'one.two': { name: 'Spiral' } } })
      const now = applied(view, patchOf(view, joinMap, { map, offset }))
      const [[moved, note] = ['']] = [...now.loops]
      expect(note).toEqual({ name: 'Spiral' })
      expect(readNotedLoops(now).map((loop) => loop.key)).toEqual([moved])
      expect(readLoopKey(moved)).toContain('ab')
    })

    it('PANEL-9: what this map says of a loop stays; what it does not say comes; the rest is counted', () => {
      const view = testView({ ...spiral, loops: { [key]: { name: 'Ours', number: 2 } } })
      const map = testMap({ ...theirs, loops: { 'one.two': { name: 'Theirs', note: 'Round', number: 1 } } })
      const patch = patchOf(view, joinMap, { map, offset })
      expect([...applied(view, patch).loops]).toEqual([[key, { name: 'Ours', note: 'Round', number: 2 }]])
      expect(patch.leftOut).toMatchObject({ loops: 1 })
    })

    it('PANEL-9: a confirmed archetype comes to the links that are here', () => {
      const view = testView(spiral)
      const map = testMap({ ...theirs, loops: { 'one.two': { archetype: 'escalation' } } })
      const now = applied(view, patchOf(view, joinMap, { map, offset }))
      expect([...now.loops]).toEqual([[toFigureKey(links('ab', 'ba')), { archetype: 'escalation' }]])
    })

    it('PANEL-14: a loop one link of which has no place here is counted', () => {
      const view = testView(spiral)
      const map = testMap({
        elements: { p: { label: 'rent' }, o: { label: 'Rent' }, n: { label: 'New' } },
        links: { one: { from: 'p', to: 'o' }, two: { from: 'o', to: 'p' } },
        loops: { 'one.two': { name: 'Spiral' } },
      })
      expect(patchOf(view, joinMap, { map, offset }).leftOut).toMatchObject({ links: 2, loops: 1 })
    })

    it('CMD-7: what is said of loops here in the same words is nothing to do', () => {
      const view = testView({ ...spiral, loops: { [key]: { name: 'Spiral', number: 4 } } })
      const map = testMap({ ...theirs, loops: { 'one.two': { name: 'Spiral', number: 1 } } })
      expect(problemOf(view, joinMap, { map, offset }).code).toBe('nothing-to-do')
      const torn = testMap({ ...theirs, loops: { 'one.gone': { name: 'Torn' } } })
      expect(problemOf(view, joinMap, { map: torn, offset }).code).toBe('nothing-to-do')
    })
  })
})
