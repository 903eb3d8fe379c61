import { describe, expect, it } from 'vitest'
import { pushPlace } from '@/components/canvas/pushPlace'
import { overlaps, rectAround } from '@/lib/geometry/rect'

const shape = { rect: { x: 0, y: 0, width: 150, height: 34 } }
const room = { size: { width: 72, height: 34 }, away: 26 }

describe('arrows that push a variable', () => {
  it('PUSH-16: stand below the middle where nothing is covered', () => {
    expect(pushPlace(shape, [], room)).toEqual({ x: 39, y: 60 })
  })

  it('PUSH-16: go aside for a sign, no further than the variable is wide', () => {
    const sign = rectAround({ x: 80, y: 66 }, { width: 18, height: 18 })
    const place = pushPlace(shape, [sign], room)
    expect(overlaps(sign, { ...place, ...room.size })).toBe(false)
    expect(Math.abs(place.x + 36 - 75)).toBeLessThanOrEqual(75)
    expect(place.y).toBe(60)
  })

  it('PUSH-16: cover as few as can be where signs are everywhere', () => {
    const signs = [40, 80, 81, 110].map((x) => rectAround({ x, y: 66 }, { width: 18, height: 18 }))
    const place = pushPlace(shape, signs, room)
    expect(signs.filter((sign) => overlaps(sign, { ...place, ...room.size })).length).toBeLessThan(3)
  })
})
