import { describe, expect, it } from 'vitest'
import { createSeededRandom, systemRandom } from '../../../lib/base/random'
import { createKey, hashKey, isSameSecret } from '../../../server/access/keys'

describe('keys', () => {
  it('ACC-3: are made from the given randomness alone, and are never alike', () => {
    expect(createKey(createSeededRandom(1))).toBe(createKey(createSeededRandom(1)))
    const keys = new Set(Array.from({ length: 1000 }, () => createKey(systemRandom)))
    expect(keys.size).toBe(1000)
    for (const key of keys) expect(key).toMatch(/^[A-Za-z0-9_-]{24}$/)
  })

  it('ACC-3: are looked up by their SHA-256', () => {
    expect(hashKey('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })

  it('ACC-3: are compared whole, whatever their length', () => {
    expect(isSameSecret('abc', 'abc')).toBe(true)
    expect(isSameSecret('abc', 'abcd')).toBe(false)
    expect(isSameSecret('', 'a')).toBe(false)
  })
})
