import { describe, expect, it } from 'vitest'
import { clearTies } from '@/lib/commands/clearTies'
import { toggleTie } from '@/lib/commands/toggleTie'
import type { MapView } from '@/lib/model/mapView'
import { after, element, patchOf, problemOf, testContext, testView } from '../../helpers/testMap'

const people = {
  a: { kind: 'stakeholder' },
  b: { kind: 'stakeholder' },
  v: { kind: 'variable' },
}
const map = (links: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {}): MapView =>
  testView({ elements: people, links })
const tiesOf = (view: MapView) =>
  [...view.links.values()].map((tie) => [
    `${tie.from}${tie.to}`,
    'type' in tie ? tie.type : undefined,
    'direction' in tie ? tie.direction : undefined,
  ])
const ab = { from: element('a'), to: element('b') }
const ba = { from: element('b'), to: element('a') }

describe('toggleTie', () => {
  it('VIEWS-8: makes a tie of that kind where there is none, and takes it away where there is one', () => {
    const made = after(map(), toggleTie, { ...ab, type: 'money' })
    expect(tiesOf(made)).toEqual([['ab', 'money', undefined]])
    expect(tiesOf(after(made, toggleTie, { ...ab, type: 'money' }))).toEqual([])
  })

  it('VIEWS-8: the other way round makes it mutual, and either half can be taken back', () => {
    const made = after(map(), toggleTie, { ...ab, type: 'money' })
    const both = after(made, toggleTie, { ...ba, type: 'money' })
    expect(tiesOf(both)).toEqual([['ab', 'money', 'mutual']])
    expect(tiesOf(after(both, toggleTie, { ...ba, type: 'money' }))).toEqual([['ab', 'money', undefined]])
    expect(tiesOf(after(both, toggleTie, { ...ab, type: 'money' }))).toEqual([['ba', 'money', undefined]])
  })

  it('VIEWS-8: what usually goes both ways is one answer, from either side', () => {
    const made = after(map(), toggleTie, { ...ab, type: 'collaboration' })
    expect(tiesOf(made)).toEqual([['ab', 'collaboration', undefined]])
    expect(tiesOf(after(made, toggleTie, { ...ba, type: 'collaboration' }))).toEqual([])
  })

  it('VIEWS-8: other kinds between the two stay, and so does one without a kind', () => {
    const view = map({
      x: { kind: 'tie', from: 'a', to: 'b', type: 'conflict' },
      y: { kind: 'tie', from: 'b', to: 'a' },
    })
    const made = after(view, toggleTie, { ...ab, type: 'money' })
    expect(tiesOf(made)).toHaveLength(3)
    expect(tiesOf(after(made, toggleTie, { ...ab }))).toHaveLength(2)
  })

  it('VIEWS-8: two of one kind the same way are one answer', () => {
    const twice = { kind: 'tie', from: 'a', to: 'b', type: 'money' }
    expect(tiesOf(after(map({ x: twice, y: twice }), toggleTie, { ...ab, type: 'money' }))).toEqual([])
  })

  it('VIEWS-8: two people who say the same at once make one tie; of kinds that go both ways, from either side', () => {
    const idOf = (input: Parameters<typeof toggleTie>[1], seed: number) =>
      patchOf(map(), toggleTie, input, testContext(seed)).changes.map((change) => 'id' in change && change.id)
    expect(idOf({ ...ab, type: 'money' }, 1)).toEqual(idOf({ ...ab, type: 'money' }, 2))
    expect(idOf({ ...ab, type: 'money' }, 1)).not.toEqual(idOf({ ...ba, type: 'money' }, 1))
    expect(idOf({ ...ab, type: 'collaboration' }, 1)).toEqual(idOf({ ...ba, type: 'collaboration' }, 2))
    // Where that tie has become something else meanwhile, this is another one.
    const [id] = idOf({ ...ab, type: 'money' }, 1)
    const taken = map({ [String(id)]: { kind: 'tie', from: 'a', to: 'b', type: 'conflict' } })
    expect(tiesOf(after(taken, toggleTie, { ...ab, type: 'money' }))).toHaveLength(2)
  })

  it('VIEWS-8: none of any kind is said at once, and the way back stays', () => {
    const view = map({
      x: { kind: 'tie', from: 'a', to: 'b', type: 'money', direction: 'mutual' },
      y: { kind: 'tie', from: 'a', to: 'b', type: 'influence' },
      z: { kind: 'tie', from: 'b', to: 'a', type: 'information' },
      w: { kind: 'tie', from: 'b', to: 'a', type: 'collaboration' },
    })
    const left = tiesOf(after(view, clearTies, ab))
    expect(left).toHaveLength(2)
    expect(left).toContainEqual(['ba', 'information', undefined])
    expect(left).toContainEqual(['ba', 'money', undefined])
    expect(problemOf(map(), clearTies, ab).code).toBe('nothing-to-do')
  })

  it('VIEWS-8: is for stakeholders, and not for one alone', () => {
    expect(problemOf(map(), toggleTie, { from: element('a'), to: element('v') }).code).toBe('cannot-link')
    expect(problemOf(map(), toggleTie, { from: element('a'), to: element('a') }).code).toBe('cannot-link')
    expect(problemOf(map(), toggleTie, { from: element('a'), to: element('gone') }).code).toBe('not-found')
  })
})
