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
})
