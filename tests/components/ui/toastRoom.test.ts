import { describe, expect, it } from 'vitest'
import { toastAside, toastTop } from '../../../components/ui/toastRoom'

const header = { top: 0, bottom: 52 }

describe('toastTop', () => {
  it.each([
    ['below the header', [header], 60],
    ['below what stands under the header', [{ top: 60, bottom: 100 }, header], 108],
    ['above a sheet of half the height', [header, { top: 470, bottom: 530 }], 60],
    ['below the head of a sheet of full height', [header, { top: 48, bottom: 112 }], 120],
    ['below a head that leaves too little room above it', [header, { top: 150, bottom: 210 }], 218],
  ])('PANEL-15: %s', (_, boxes, top) => {
    expect(toastTop(boxes)).toBe(top)
  })
})

describe('toastAside', () => {
  it('PANEL-16: in the middle while no dialog is open', () => {
    expect(toastAside([], { width: 1440, height: 900 })).toMatchObject({ middle: 720, bottom: 76 })
  })

  it.each([
    ['a wide window', 1440, 976],
    ['a narrower one', 1040, 776],
    ['a dialog over another', 1440, 1050],
  ])('PANEL-16: beside what is open in %s', (_, width, right) => {
    const aside = toastAside([{ right: 900 }, { right }].slice(width === 1040 ? 1 : 0), { width, height: 900 })
    expect(aside.middle - aside.width / 2).toBeGreaterThanOrEqual(right + 8)
    expect(aside.middle + aside.width / 2).toBeLessThanOrEqual(width - 8)
  })

  it('PANEL-16: at the foot of the window where there is no room beside a dialog', () => {
    expect(toastAside([{ right: 700 }], { width: 800, height: 900 })).toMatchObject({ middle: 400, bottom: 16 })
  })

  it('PANEL-26: beside a name that is being typed where they would stand', () => {
    const window = { width: 1440, height: 900 }
    for (const [left, right] of [
      [600, 700],
      [760, 860],
      [860, 960],
    ] as const) {
      const { middle, width } = toastAside([], window, [{ left, right, top: 730, bottom: 750 }])
      expect(middle + width / 2 < left || middle - width / 2 > right).toBe(true)
      expect(middle - width / 2).toBeGreaterThan(0)
      expect(middle + width / 2).toBeLessThan(1440)
    }
    for (const box of [
      { left: 600, right: 700, top: 300, bottom: 320 },
      { left: 100, right: 200, top: 730, bottom: 750 },
    ]) {
      expect(toastAside([], window, [box]).middle).toBe(720)
    }
  })
})
