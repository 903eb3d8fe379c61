import { describe, expect, it } from 'vitest'
import { nextStop } from '../../../components/ui/nextStop'

describe('the way of the keys in a bar of buttons', () => {
  const across = { vertical: false, isMirrored: false }
  const down = { vertical: true, isMirrored: false }

  it('PAGE-16: arrows along the bar go round its ends; Home and End go to them', () => {
    expect(nextStop('ArrowRight', 0, 3, across)).toBe(1)
    expect(nextStop('ArrowRight', 2, 3, across)).toBe(0)
    expect(nextStop('ArrowLeft', 0, 3, across)).toBe(2)
    expect(nextStop('ArrowDown', 1, 3, down)).toBe(2)
    expect(nextStop('ArrowUp', 0, 3, down)).toBe(2)
    expect(nextStop('Home', 2, 3, across)).toBe(0)
    expect(nextStop('End', 0, 3, down)).toBe(2)
  })

  it('PAGE-16: in a page that is written from right to left, the arrows go where they point', () => {
    expect(nextStop('ArrowLeft', 0, 3, { vertical: false, isMirrored: true })).toBe(1)
    expect(nextStop('ArrowRight', 0, 3, { vertical: false, isMirrored: true })).toBe(2)
  })

  it('PAGE-16: arrows across the bar, other keys, and keys from outside go nowhere', () => {
    expect(nextStop('ArrowDown', 0, 3, across)).toBeUndefined()
    expect(nextStop('ArrowRight', 0, 3, down)).toBeUndefined()
    expect(nextStop('a', 0, 3, across)).toBeUndefined()
    expect(nextStop('ArrowRight', -1, 3, across)).toBeUndefined()
    expect(nextStop('Home', -1, 0, across)).toBeUndefined()
  })
})
