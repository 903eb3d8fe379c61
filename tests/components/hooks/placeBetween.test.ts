import { describe, expect, it } from 'vitest'
import { findPlaceBetween } from '@/components/hooks/placeNew'
import { distanceBetween } from '@/lib/geometry/rect'
import { element, testView } from '../../helpers/testMap'

const actor = { kind: 'stakeholder', label: 'Harbour Foundation' }
const placed = (third: readonly [number, number]) =>
  testView({
    elements: { one: actor, other: actor, third: actor, far: actor },
    positions: { one: [-400, -200], other: [400, 200], third: [...third], far: [2_000, 0] },
  })
const between = (third: readonly [number, number]) =>
  findPlaceBetween(placed(third), [element('one'), element('other')])

describe('where the proposal of a tie stands', () => {
  it('NET-33: in the middle of the two', () => {
    expect(between([0, 900])).toEqual({ x: 0, y: 0 })
  })

  it('NET-33: near it where somebody stands there', () => {
    const at = between([0, 0])
    expect(distanceBetween(at, { x: 0, y: 0 })).toBeGreaterThan(40)
    expect(distanceBetween(at, { x: 0, y: 0 })).toBeLessThan(250)
  })
})
