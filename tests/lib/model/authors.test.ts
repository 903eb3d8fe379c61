import { describe, expect, it } from 'vitest'
import { hasAuthors } from '@/lib/model/authors'
import { testView } from '../../helpers/testMap'

describe('who added what', () => {
  it('FORMAT-90: is known of a map that says it of an element or a link', () => {
    expect(hasAuthors(testView({ elements: { a: {}, b: {} }, links: {} }))).toBe(false)
    expect(hasAuthors(testView({ elements: { a: { createdBy: '' }, b: { createdBy: 'Bea' } }, links: {} }))).toBe(true)
    const links = { ab: { kind: 'causal', from: 'a', to: 'b', createdBy: 'Bea' } }
    expect(hasAuthors(testView({ elements: { a: {}, b: {} }, links }))).toBe(true)
  })
})
