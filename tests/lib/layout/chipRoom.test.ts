import { describe, expect, it } from 'vitest'
import { dotSizeFor, fitsChips, spreadDots } from '@/lib/layout/chipRoom'

const field = { width: 1_000, height: 600 }
const dotSize = dotSizeFor(field)
const chip = { width: 160, height: 36 }

describe('room for chips on a field', () => {
  it('VIEWS-15: a workshop’s worth of names fits, hundreds become dots', () => {
    expect(
      fitsChips(
        Array.from({ length: 40 }, () => chip),
        field,
      ),
    ).toBe(true)
    expect(
      fitsChips(
        Array.from({ length: 60 }, () => chip),
        field,
      ),
    ).toBe(false)
    expect(
      fitsChips(
        Array.from({ length: 12 }, () => chip),
        { width: 300, height: 320 },
      ),
    ).toBe(false)
    // However small they are.
    expect(
      fitsChips(
        Array.from({ length: 151 }, () => ({ width: 1, height: 1 })),
        field,
      ),
    ).toBe(false)
  })

  it('VIEWS-15: dots stand at their points within the field; those at one point around it, whoever comes first', () => {
    const alone = { id: 'alone', at: { x: 400, y: 300 } }
    const corner = { id: 'corner', at: { x: 1_000, y: 0 } }
    const same = Array.from({ length: 30 }, (_, index) => ({ id: `same ${index}`, at: { x: 100, y: 100 } }))
    const places = spreadDots([alone, corner, ...same], field)
    expect(places.get('alone')).toEqual(alone.at)
    expect(places.get('corner')).toEqual({ x: 1_000 - dotSize / 2, y: dotSize / 2 })
    const spots = same.map(({ id }) => places.get(id))
    expect(new Set(spots.map((spot) => `${spot?.x} ${spot?.y}`)).size).toBe(30)
    for (const spot of spots) expect(Math.hypot((spot?.x ?? 0) - 100, (spot?.y ?? 0) - 100)).toBeLessThan(60)
    expect(spreadDots([alone, corner, ...same].toReversed(), field)).toEqual(places)
  })
})
