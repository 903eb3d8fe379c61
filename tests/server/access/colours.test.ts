import { describe, expect, it } from 'vitest'
import { chooseColour, colourCount } from '../../../server/access/colours'

describe('colours', () => {
  it('ACC-9: the least used comes next, the first of equals', () => {
    expect(chooseColour([])).toBe(0)
    expect(chooseColour([0, 1, 2])).toBe(3)
    expect(chooseColour([...Array(colourCount).keys(), 0, 1])).toBe(2)
    expect(chooseColour([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, colourCount])).toBe(0)
  })
})
