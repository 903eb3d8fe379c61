import { describe, expect, it } from 'vitest'
import { clearChips, countClashes } from '@/lib/layout/clearChips'

const field = { width: 800, height: 400 }
const chip = (x: number, y: number) => ({ x, y, width: 120, height: 36, at: { x, y } })

describe('clearing chips', () => {
  it('PIC-16: who lies on nobody stays, the others find room beside; the same every time', () => {
    const chips = [chip(400, 200), chip(400, 200), chip(400, 210), chip(100, 100)]
    const places = clearChips(chips, [], field)
    expect([places[0], places[3]]).toEqual([
      { x: 400, y: 200 },
      { x: 100, y: 100 },
    ])
    expect(countClashes(chips, [])).toBe(3)
    expect(
      countClashes(
        places.map((at) => ({ ...at, width: 120, height: 36 })),
        [],
      ),
    ).toBe(0)
    expect(clearChips(chips, [], field)).toEqual(places)
  })

  it('PIC-16: nobody lies on what stands fast, or leaves the field; where it is full they stay', () => {
    const name = { x: 400, y: 200, width: 200, height: 30 }
    const [moved] = clearChips([chip(400, 200)], [name], field)
    expect(countClashes([{ ...(moved ?? name), width: 120, height: 36 }], [name])).toBe(0)
    const all = { x: 400, y: 200, width: 800, height: 400 }
    expect(clearChips([chip(400, 200)], [all], field)).toEqual([{ x: 400, y: 200 }])
  })

  it('VIEWS-20: with a side to keep everybody keeps it while there is room, and finds some place after', () => {
    const keeps = ({ x }: { readonly x: number }, at: { readonly x: number }): boolean => x >= 400 === at.x >= 400
    const chips = Array.from({ length: 20 }, () => chip(410, 200))
    for (const { x } of clearChips(chips, [], field, keeps)) expect(x).toBeGreaterThanOrEqual(400)
    const crowd = Array.from({ length: 40 }, () => chip(410, 200))
    const places = clearChips(crowd, [], field, keeps)
    expect(places.some(({ x }) => x < 400)).toBe(true)
    expect(
      countClashes(
        places.map((at) => ({ ...at, width: 120, height: 36 })),
        [],
      ),
    ).toBe(0)
  })
})
