import { describe, expect, it } from 'vitest'
import { pinsAround, pinsAtBox, placePins } from '../../../lib/geometry/pinPlaces'
import { overlaps, rectAround, type Rect } from '../../../lib/geometry/rect'

const box: Rect = { x: 0, y: 0, width: 120, height: 40 }
const size = 24
const innerBox = (centre: { x: number; y: number }): Rect =>
  rectAround(centre, { width: size * 0.7, height: size * 0.7 })

describe('places of pins', () => {
  it('COMMENT-53: no place at a box covers what stands in it', () => {
    for (const isHandled of [false, true]) {
      for (const place of pinsAtBox(box, size, isHandled)) expect(overlaps(innerBox(place), box)).toBe(false)
    }
  })

  it('COMMENT-53: a pin takes its usual place, else one where it covers neither a name nor another pin', () => {
    const candidates = pinsAtBox(box, size, false)
    const [usual, other] = candidates
    expect(placePins([{ key: 'a', candidates }], size, [box]).get('a')).toEqual(usual)
    const neighbour: Rect = { x: 122, y: -30, width: 80, height: 28 }
    expect(placePins([{ key: 'a', candidates }], size, [box, neighbour]).get('a')).toEqual(other)
    const two = placePins(
      [
        { key: 'a', candidates },
        { key: 'b', candidates },
      ],
      size,
      [box],
    )
    expect([two.get('a'), two.get('b')]).toEqual([usual, other])
  })

  it('COMMENT-53: a pin without a free place stands at its usual one, and is never left out', () => {
    const candidates = pinsAround({ x: 0, y: 0 }, 20)
    const everywhere: Rect = { x: -500, y: -500, width: 1000, height: 1000 }
    expect(placePins([{ key: 'a', candidates }], size, [everywhere]).get('a')).toEqual(candidates[0])
  })
})
