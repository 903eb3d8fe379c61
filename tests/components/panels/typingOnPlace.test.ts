import { describe, expect, it } from 'vitest'
import { typingOnPlace } from '../../../components/panels/typingOnPlace'

const wide = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }

describe('where a field that goes on stands', () => {
  it('LOSS-6: its text stands where the field had it, where there is room', () => {
    const place = typingOnPlace({ left: 600, top: 400, width: 320 }, wide)
    expect(place).toEqual({ left: 587, top: 347, width: 346, maxHeight: 545 })
  })

  it.each([
    ['at the right edge', { left: 1430, top: 20, width: 288 }, wide],
    ['low on a phone', { left: 4, top: 830, width: 374 }, phone],
    ['beyond the window', { left: -300, top: -80, width: 2000 }, phone],
  ])('LOSS-6: the whole card is in the window, with room to write in, %s', (_, field, window) => {
    const { left, top, width, maxHeight } = typingOnPlace(field, window)
    expect(left).toBeGreaterThanOrEqual(8)
    expect(left + width).toBeLessThanOrEqual(window.width - 8)
    // Below the head of the page.
    expect(top).toBeGreaterThanOrEqual(64)
    expect(width).toBeGreaterThanOrEqual(300)
    expect(maxHeight).toBeGreaterThanOrEqual(220)
    expect(top + maxHeight).toBeLessThanOrEqual(window.height - 8)
  })
})
