import { describe, expect, it } from 'vitest'
import { toastTop } from '../../../components/ui/toastRoom'

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
