import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findSplice, rebaseSplice, type Splice } from '../../../lib/document/splice'

const apply = (text: string, { at, removed, inserted }: Splice): string =>
  text.slice(0, at) + inserted + text.slice(at + removed.length)

describe('findSplice', () => {
  it.each([
    ['abc', 'abXc', { at: 2, removed: '', inserted: 'X' }],
    ['aXbc', 'abc', { at: 1, removed: 'X', inserted: '' }],
    ['one two three', 'one 2 three', { at: 4, removed: 'two', inserted: '2' }],
    ['', 'abc', { at: 0, removed: '', inserted: 'abc' }],
    ['aaa', 'aa', { at: 2, removed: 'a', inserted: '' }],
  ])('%j → %j', (before, after, splice) => {
    expect(findSplice(before, after)).toEqual(splice)
  })

  it('says nothing of equal texts', () => {
    expect(findSplice('same', 'same')).toBeUndefined()
  })

  it('never cuts a character in two', () => {
    const splice = findSplice('a😀b', 'a😁b')
    expect(splice).toEqual({ at: 1, removed: '😀', inserted: '😁' })
    expect(findSplice('😀', '🨀')).toEqual({ at: 0, removed: '😀', inserted: '🨀' })
  })

  it('applied, gives the other text, for any two texts', () => {
    const text = string({ unit: 'grapheme' })
    assert(
      property(text, text, (before, after) => {
        const splice = findSplice(before, after)
        expect(splice === undefined ? before : apply(before, splice)).toBe(after)
      }),
    )
  })
})

describe('rebaseSplice', () => {
  const base = 'one two three'
  const splice = { at: 4, removed: 'two', inserted: '2' }

  it.each([
    ['ONE two three', 'ONE 2 three'],
    ['zero, one two three', 'zero, one 2 three'],
    ['one two four', 'one 2 four'],
    ['two three', '2 three'],
  ])('DOC-12: finds its place in %j', (now, expected) => {
    const rebased = rebaseSplice(splice, base, now)
    expect(rebased && apply(now, rebased)).toBe(expected)
  })

  it.each(['one tow three', 'one three', 'gone', ''])('UNDO-3: gives way where others typed: %j', (now) => {
    expect(rebaseSplice(splice, base, now)).toBeUndefined()
  })
})
