import { describe, expect, it } from 'vitest'
import { limits } from '../../../lib/base/limits'
import { copyFragment } from '../../../lib/commands/fragment'
import { pasteFragment } from '../../../lib/commands/pasteFragment'
import { boardView } from '../../../lib/model/position'
import { applied, element, elements, patchOf, problemOf, testView } from '../../helpers/testMap'

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
})
