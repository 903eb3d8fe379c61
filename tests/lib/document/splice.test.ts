import { array, assert, constantFrom, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Splice } from '../../../lib/document/diffWords'
import { applySplices, findSplice, findSplices, rebaseSplices } from '../../../lib/document/splice'

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

describe('findSplices', () => {
  it('DOC-12: are one for each passage, and leave out what lies between', () => {
    expect(findSplices('one two three', 'zero one TWO three four')).toEqual([
      { at: 0, removed: '', inserted: 'zero ' },
      { at: 4, removed: 'two', inserted: 'TWO' },
      { at: 13, removed: '', inserted: ' four' },
    ])
    expect(findSplices('急速な人口増加', '急な人口の増加')).toEqual([
      { at: 1, removed: '速', inserted: '' },
      { at: 5, removed: '', inserted: 'の' },
    ])
  })

  it('DOC-12: applied, give the other text, for any two texts', () => {
    const words = array(constantFrom('one', 'two', 'ones', ' ', '  ', '\n', '.', '😀', '😁', '中', 'é'))
    assert(
      property(words, words, (one, other) => {
        const [before, after] = [one.join(''), other.join('')]
        const splices = findSplices(before, after)
        expect(applySplices(before, splices)).toBe(after)
        // None cuts a letter in two, and each does something.
        for (const { removed, inserted } of splices) {
          for (const part of [removed, inserted]) expect(part).not.toMatch(/\p{Surrogate}/u)
          expect(removed).not.toBe(inserted)
        }
      }),
    )
  })

  it('DOC-12: texts that have nothing in common are one, however long', () => {
    const before = Array.from({ length: 3_000 }, (_, at) => `a${at}`).join(' ')
    const after = Array.from({ length: 3_000 }, (_, at) => `b${at}`).join('\n')
    expect(applySplices(before, findSplices(before, after))).toBe(after)
    expect(findSplices(before, after)).toHaveLength(1)
  })
})

describe('rebaseSplices', () => {
  const base = 'one two three'
  const mine = [{ at: 4, removed: 'two', inserted: '2' }]
  const rebase = (now: string): string => applySplices(now, rebaseSplices(mine, findSplices(base, now)))

  it.each([
    ['ONE two three', 'ONE 2 three'],
    ['zero, one two three', 'zero, one 2 three'],
    ['one two four', 'one 2 four'],
    ['two three', '2 three'],
    ['zero one two three four', 'zero one 2 three four'],
  ])('DOC-12: find their place in %j', (now, expected) => {
    expect(rebase(now)).toBe(expected)
  })

  it.each(['one tow three', 'one three', 'gone', ''])('UNDO-3: give way where others typed: %j', (now) => {
    expect(rebase(now)).toBe(now)
  })
})
