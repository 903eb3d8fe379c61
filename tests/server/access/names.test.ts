import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { limits } from '../../../lib/base/limits'
import { cleanName, makeUnlike } from '../../../server/access/names'

describe('names', () => {
  it.each([
    ['  Ana  María ', 'Ana María'],
    ['Ana\n\tLuz', 'Ana Luz'],
    ['Ana\u202e\u2066 evil\u0007', 'Ana evil'],
    ['Zoe\u0308', 'Zoë'],
    ['علی\u200cرضا', 'علی\u200cرضا'],
    ['李', '李'],
    ['👩‍🌾', '👩‍🌾'],
    ['<b>Ana</b>', '<b>Ana</b>'],
    ['\u200b\u202e \u0000', undefined],
    ['', undefined],
  ])('ACC-8: cleans %j to %j', (typed, clean) => {
    expect(cleanName(typed)).toBe(clean)
  })

  it('ACC-8: cuts long names between characters, never inside one', () => {
    const name = cleanName('👩‍👩‍👧‍👦'.repeat(10)) ?? ''
    expect(name.length).toBeLessThanOrEqual(limits.name)
    expect(name).toMatch(/^(👩‍👩‍👧‍👦)+$/u)
  })

  it('ACC-8: any text gives a name within the limit, clean for good, or none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (typed) => {
        const name = cleanName(typed)
        if (name === undefined) return
        expect(name.length).toBeLessThanOrEqual(limits.name)
        expect(name).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u)
        expect(name).toBe(name.trim())
      }),
    )
  })

  it('ACC-8: gives the first free number, within the limit', () => {
    expect(makeUnlike('Anna', ['Ben'])).toBe('Anna')
    expect(makeUnlike('anna', ['Anna', 'Anna 2', 'Anna 4'])).toBe('anna 3')
    const long = 'x'.repeat(limits.name)
    expect(makeUnlike(long, [long])).toBe(`${'x'.repeat(limits.name - 2)} 2`)
  })
})
