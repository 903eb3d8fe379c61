import { describe, expect, it } from 'vitest'
import { limits } from '../../../lib/base/limits'
import { copyFragment } from '../../../lib/commands/fragment'
import { pasteFragment } from '../../../lib/commands/pasteFragment'
import { boardView } from '../../../lib/model/position'
import { customFieldKey, readCustomFields } from '../../../lib/model/customField'
import { applied, element, elements, patchOf, problemOf, testView, type TestMapParts } from '../../helpers/testMap'

const view = testView({
  elements: { a: { future: 1, createdBy: 'Ben' }, b: { locked: true } },
  links: { ab: { from: 'a', to: 'b', polarity: '-', weight: 3 } },
  positions: { a: [0, 0], b: [100, 40] },
})
const fragment = copyFragment(view, { elements: elements('a', 'b') })

describe('pasteFragment', () => {
  it('CMD-9: puts everything under new ids around the place, links joined to the copies, and selects it', () => {
    const patch = patchOf(view, pasteFragment, { fragment, at: { x: 500, y: 500 } })
    const now = applied(view, patch)
    const [a = '', b = ''] = patch.select?.elements ?? []
    expect(now.elements.size).toBe(4)
    expect(now.elements.get(element(a))).toMatchObject({ label: 'A', createdBy: 'Ben', unknown: { future: 1 } })
    expect(now.elements.get(element(b))).not.toHaveProperty('locked')
    expect([...now.links.values()].at(-1)).toMatchObject({ from: a, to: b, polarity: '-', unknown: { weight: 3 } })
    expect(now.positions.get(boardView)?.get(element(a))).toEqual({ x: 450, y: 480 })
    expect(now.positions.get(boardView)?.get(element(b))).toEqual({ x: 550, y: 520 })
    expect(patch.label).toEqual({ step: 'pasted', count: 2 })
  })

  it('finds places for elements that came without', () => {
    const lost = { ...fragment, positions: new Map() }
    const now = applied(view, patchOf(view, pasteFragment, { fragment: lost, at: { x: 0, y: 0 } }))
    const places = [...(now.positions.get(boardView)?.values() ?? [])].slice(-2)
    expect(places[0]).not.toEqual(places[1])
  })

  it('CMD-4, CMD-7, CMD-8: refuses whole what does not fit, nothing, and no place', () => {
    const one = [...fragment.elements.values()][0]!
    const many = new Map(Array.from({ length: limits.elements }, (_, index) => [element('n' + String(index)), one]))
    const crowd = { ...fragment, elements: many }
    expect(problemOf(view, pasteFragment, { fragment: crowd, at: { x: 0, y: 0 } }).code).toBe('too-many-elements')
    const none = { elements: new Map(), links: new Map(), positions: new Map() }
    expect(problemOf(view, pasteFragment, { fragment: none, at: { x: 0, y: 0 } }).code).toBe('nothing-to-do')
    expect(problemOf(view, pasteFragment, { fragment, at: { x: Number.NaN, y: 0 } }).code).toBe('bad-input')
    expect(problemOf(view, pasteFragment, { fragment, at: { x: 999_990, y: 0 } }).code).toBe('bad-input')
  })

  describe('CMD-19: what the other map says of the fields, sectors and ties that come', () => {
    const meta = {
      'field:cost': { name: 'Cost', type: 'number', personal: true },
      'sector:parks': { name: 'Parks', colour: 'green' },
      'tie:lends': { name: 'Lends to' },
    }
    const parts = {
      elements: { a: { kind: 'stakeholder', sector: 'parks', 'field:cost': 3 }, b: { kind: 'stakeholder' } },
      links: { ab: { kind: 'tie', from: 'a', to: 'b', type: 'lends' } },
    }
    const fragment = copyFragment(testView({ ...parts, meta }), { elements: elements('a', 'b') })
    const pasted = (here: TestMapParts, copied = fragment) => {
      const view = testView(here)
      const patch = patchOf(view, pasteFragment, { fragment: copied, at: { x: 0, y: 0 } })
      const now = applied(view, patch)
      const [a = ''] = patch.select?.elements ?? []
      return { now, patch, unknown: now.elements.get(element(a))?.unknown }
    }

    it('comes along where there is nothing of it', () => {
      const { now, unknown } = pasted({})
      expect(now.meta.unknown).toEqual(meta)
      expect(unknown).toEqual({ 'field:cost': 3 })
    })

    it('gives way to what is here by the same name', () => {
      const here = {
        'field:price': { name: 'cost', type: 'number' },
        'sector:parks': { name: 'Green' },
        'tie:lends': { name: 'Gives' },
      }
      const { now, unknown } = pasted({ meta: here })
      // What is personal there is personal here too.
      expect(readCustomFields(now.meta)).toMatchObject([{ id: 'price', name: 'cost', personal: true }])
      expect(now.meta.unknown).toMatchObject({ 'sector:parks': { name: 'Green' }, 'tie:lends': { name: 'Gives' } })
      expect(unknown).toEqual({ 'field:price': 3 })
    })

    it('is another field where one of another type has its id', () => {
      const { now, unknown } = pasted({ meta: { 'field:cost': { name: 'Notes', type: 'text' } } })
      const added = readCustomFields(now.meta).find(({ name }) => name === 'Cost')
      expect(added).toMatchObject({ type: 'number', personal: true })
      expect(unknown).toEqual({ [customFieldKey(added?.id ?? '')]: 3 })
    })

    it('changes nothing on the map it is from, though the field has another name by now', () => {
      const key = customFieldKey('K3fT0aQm9xLw2B')
      const of = (name: string) => ({ [key]: { name, type: 'number', personal: true } })
      const a = { kind: 'stakeholder', [key]: 3 }
      const copied = copyFragment(testView({ elements: { a }, meta: of('Cost') }), { elements: elements('a') })
      const { now, patch, unknown } = pasted({ elements: { a }, meta: of('Price') }, copied)
      expect(now.meta.unknown).toEqual(of('Price'))
      expect(unknown).toEqual({ [key]: 3 })
      expect(patch.changes.some(({ kind }) => kind === 'meta')).toBe(false)
    })
  })
})
