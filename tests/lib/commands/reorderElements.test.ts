import { describe, expect, it } from 'vitest'
import { reorderElements, type ReorderTarget } from '../../../lib/commands/reorderElements'
import type { MapView } from '../../../lib/model/mapView'
import { after, elements, problemOf, testView } from '../../helpers/testMap'

const view = testView({ elements: { a: { z: 1 }, b: { z: 2 }, c: { z: 3 }, d: { z: 4 }, f: { kind: 'frame', z: 9 } } })
const order = (now: MapView) =>
  [...now.elements.values()]
    .filter((one) => one.kind !== 'frame')
    .sort((one, other) => (one.z ?? 0) - (other.z ?? 0))
    .map((one) => one.id)
    .join('')
const move = (to: ReorderTarget, ...ids: readonly string[]) =>
  order(after(view, reorderElements, { ids: elements(...ids), to }))

describe('reorderElements', () => {
  it('brings to front and back, forward and backward, keeping the order among themselves', () => {
    expect(move('front', 'a', 'b')).toBe('cdab')
    expect(move('back', 'd', 'c')).toBe('cdab')
    expect(move('forward', 'b')).toBe('acbd')
    expect(move('backward', 'c')).toBe('acbd')
    expect(move('forward', 'a', 'b')).toBe('cabd')
    expect(move('backward', 'c', 'd')).toBe('acdb')
  })

  it('passes those that share a level', () => {
    const flat = testView({ elements: { a: {}, b: {} } })
    expect(order(after(flat, reorderElements, { ids: elements('a'), to: 'forward' }))).toBe('ba')
    expect(order(after(flat, reorderElements, { ids: elements('b'), to: 'backward' }))).toBe('ba')
  })

  it('CMD-7: at the end already, there is nothing to do; frames are a layer of their own', () => {
    expect(problemOf(view, reorderElements, { ids: elements('d'), to: 'front' }).code).toBe('nothing-to-do')
    expect(problemOf(view, reorderElements, { ids: elements('d'), to: 'forward' }).code).toBe('nothing-to-do')
    expect(problemOf(view, reorderElements, { ids: elements('a'), to: 'backward' }).code).toBe('nothing-to-do')
    expect(problemOf(view, reorderElements, { ids: elements('a'), to: 'back' }).code).toBe('nothing-to-do')
    expect(problemOf(view, reorderElements, { ids: elements('f'), to: 'back' }).code).toBe('nothing-to-do')
  })
})
