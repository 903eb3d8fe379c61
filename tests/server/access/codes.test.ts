import { describe, expect, it } from 'vitest'
import { createSeededRandom } from '../../../lib/base/random'
import { createCode, readCode } from '../../../server/access/codes'

describe('short codes', () => {
  it('ACC-10: have six characters of which none is mistaken for another, all about as likely', () => {
    const random = createSeededRandom(3)
    const uses = new Map<string, number>()
    for (let index = 0; index < 5000; index += 1) {
      for (const letter of createCode(random)) uses.set(letter, (uses.get(letter) ?? 0) + 1)
    }
    expect([...uses.keys()].sort().join('')).toBe('23456789ABCDEFGHJKMNPQRSTVWXYZ')
    for (const count of uses.values()) expect(Math.abs(count - 1000)).toBeLessThan(200)
  })

  it('ACC-10: are read however they are typed, and nothing else is', () => {
    expect(readCode(' ab2-9xz ')).toBe('AB29XZ')
    for (const typed of ['', 'AB29X', 'AB29XZA', 'AB29X0', 'AB29XI', 'ÄB29XZ']) expect(readCode(typed)).toBeUndefined()
  })
})
