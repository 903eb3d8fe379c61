import { describe, expect, it } from 'vitest'
import { placeElements } from '../../../lib/commands/placeElements'
import { boardView, type Position } from '../../../lib/model/position'
import { after, element, patchOf, problemOf, testView } from '../../helpers/testMap'

const view = testView({
  elements: { a: {}, b: {}, f: { kind: 'frame' }, k: { locked: true } },
  positions: { f: [0, 0, 300, 200] },
})
const to = (places: Readonly<Record<string, Position>>) => ({
  positions: new Map(Object.entries(places).map(([id, at]) => [element(id), at])),
})
const placeOf = (id: string, input: Parameters<typeof placeElements>[1]) =>
  after(view, placeElements, input)
    .positions.get(input.view ?? boardView)
    ?.get(element(id))

describe('placeElements', () => {
  it('moves several in one step', () => {
    const patch = patchOf(view, placeElements, to({ a: { x: 1, y: 2 }, b: { x: 3, y: 4 } }))
    expect(patch.changes).toHaveLength(2)
    expect(patch.label).toEqual({ step: 'moved', count: 2 })
  })

  it('CMD-11: a position without a size keeps the size; one with a size sets it', () => {
    expect(placeOf('f', to({ f: { x: 9, y: 9 } }))).toEqual({ x: 9, y: 9, width: 300, height: 200 })
    const resized = { x: 9, y: 9, width: 400, height: 250 }
    expect(placeOf('f', { ...to({ f: resized }), step: 'resized' })).toEqual(resized)
  })

  it('keeps the positions of other views apart', () => {
    const grid = { ...to({ a: { x: 5, y: 5 } }), view: 'grid' as never }
    expect(placeOf('a', grid)).toEqual({ x: 5, y: 5 })
    expect(after(view, placeElements, grid).positions.get(boardView)).toEqual(view.positions.get(boardView))
  })

  it('CMD-2, CMD-7: leaves out locked, gone and unmoved elements', () => {
    const patch = patchOf(
      view,
      placeElements,
      to({ a: { x: 0.02, y: 0 }, b: { x: 7, y: 7 }, k: { x: 1, y: 1 }, gone: { x: 1, y: 1 } }),
    )
    expect(patch.changes.map((change) => 'id' in change && change.id)).toEqual(['b'])
    expect(problemOf(view, placeElements, to({ k: { x: 1, y: 1 } }))).toEqual({ code: 'locked', subject: 'K' })
    expect(problemOf(view, placeElements, to({ a: { x: 0, y: 0 } })).code).toBe('nothing-to-do')
    expect(problemOf(view, placeElements, to({ gone: { x: 0, y: 0 } })).code).toBe('not-found')
  })

  it('CMD-8: refuses a place that is none', () => {
    expect(problemOf(view, placeElements, to({ a: { x: Number.NaN, y: 0 } })).code).toBe('bad-input')
    expect(problemOf(view, placeElements, to({ f: { x: 0, y: 0, width: -5, height: 5 } })).code).toBe('bad-input')
  })
})
