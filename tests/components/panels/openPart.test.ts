import { describe, expect, it } from 'vitest'
import { openPart } from '../../../components/panels/reading/openPart'

describe('what of the reading help is open', () => {
  const first = { chosen: undefined, hasPatterns: true, stoodOpen: false, isTight: false }

  it('ARCH-15: choosing a loop closes no suggestion that stood open, and opens none', () => {
    expect(openPart(first)).toBe('patterns')
    expect(openPart({ ...first, stoodOpen: true, isTight: true })).toBe('patterns')
    expect(openPart({ ...first, isTight: true })).toBe('none')
    expect(openPart({ ...first, hasPatterns: false })).toBe('none')
  })

  it('ARCH-15: what somebody opened or closed stays so', () => {
    for (const chosen of ['patterns', 'hints', 'none'] as const) {
      for (const isTight of [true, false]) {
        expect(openPart({ ...first, chosen, isTight, stoodOpen: true })).toBe(chosen)
      }
    }
  })
})
