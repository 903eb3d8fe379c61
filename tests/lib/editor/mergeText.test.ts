import { array, assert, constantFrom, property, record, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { writeText } from '../../../lib/document/applyPatch'
import { findSplices } from '../../../lib/document/splice'
import { mergeName, mergeText } from '../../../lib/editor/mergeText'

describe('mergeText', () => {
  it('PANEL-1: takes their text while I have typed nothing', () => {
    expect(mergeText('shifts', 'shifts', 'long shifts')).toBe('long shifts')
  })

  it('PANEL-1: keeps what I typed when they changed nothing', () => {
    expect(mergeText('shifts', 'night shifts', 'shifts')).toBe('night shifts')
  })

  it('PANEL-1: keeps both when we typed at different places', () => {
    expect(mergeText('a report of shifts', 'a monthly report of shifts', 'a report of night shifts')).toBe(
      'a monthly report of night shifts',
    )
    expect(mergeText('one two', 'one two three', 'zero one two')).toBe('zero one two three')
  })

  it('PANEL-1: keeps both when we changed the same words', () => {
    expect(mergeText('long shifts', 'short shifts', 'night shifts')).toBe('shortnight shifts')
    expect(mergeText('abc def', 'abX def', 'abY def and a lot more at the end')).toBe(
      'abXY def and a lot more at the end',
    )
  })

  it('PANEL-1: keeps what they typed around my words', () => {
    expect(mergeText('one two three', 'one TWO three', 'zero one two three four')).toBe('zero one TWO three four')
    expect(mergeText('one two three', 'zero one two three four', 'one TWO three')).toBe('zero one TWO three four')
  })

  it('PANEL-1: the very same change of both is made once', () => {
    expect(mergeText('one two', 'one 2', 'one 2')).toBe('one 2')
    expect(mergeText('one two three', 'one 2 three', 'one 2 three four')).toBe('one 2 three four')
  })

  /** What both do with a text, word by word: nobody touches a word that the other does, or the next to it. */
  const apart = array(
    record({
      by: constantFrom('nobody', 'me', 'them'),
      how: constantFrom('replace', 'remove', 'before', 'after', 'within'),
      typed: string({ unit: constantFrom('x', 'y', 'é', '😀', '中'), minLength: 1, maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 30 },
  )

  it('PANEL-1: changes of different passages are all there, and nothing else changes', () => {
    assert(
      property(apart, (edits) => {
        // Between any two of them stands a word that nobody touches.
        const textOf = (...who: readonly string[]): string =>
          edits
            .map(({ by, how, typed }, at) => `${who.includes(by) ? edit(`w${at}a`, how, typed) : `w${at}a`} f${at}z`)
            .join(' ')
        expect(mergeText(textOf(), textOf('me'), textOf('them'))).toBe(textOf('me', 'them'))
      }),
    )
  })

  it('PANEL-1: whatever both type, the letters are those that a shared text would have', () => {
    const words = (unit: string) =>
      array(constantFrom('one', 'two', 'two', ' ', ' ', '\n', '😀', unit), { maxLength: 16 })
    assert(
      property(words('one'), words('M'), words('T'), (base, mine, theirs) => {
        const texts = [base, mine, theirs].map((text) => text.join('')) as [string, string, string]
        const merged = mergeText(...texts)
        // What both did alike is done once here, which a shared text cannot know.
        const isAlike = isSameSomewhere(...texts)
        if (!isAlike) expect(lettersOf(merged)).toEqual(lettersOf(asSharedText(...texts)))
        for (const text of [mine, theirs])
          for (const { inserted } of findSplices(texts[0], text.join(''))) expect(merged).toContain(inserted)
      }),
    )
  })
})

function edit(word: string, how: string, typed: string): string {
  switch (how) {
    case 'replace':
      return typed
    case 'remove':
      return ''
    case 'before':
      return `${typed} ${word}`
    case 'after':
      return `${word} ${typed}`
    default:
      return `${word.slice(0, 1)}${typed}${word.slice(1)}`
  }
}

/** The same with the text type of the document, each on a copy of their own. */
function asSharedText(base: string, mine: string, theirs: string): string {
  const first = new Y.Doc()
  first.getText('text').insert(0, base)
  const copies = [mine, theirs].map((text) => {
    const copy = new Y.Doc()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(first))
    copy.transact(() => writeText(copy.getText('text'), base, text))
    return Y.encodeStateAsUpdate(copy)
  })
  for (const copy of copies) Y.applyUpdate(first, copy)
  return first.getText('text').toJSON()
}

function isSameSomewhere(base: string, mine: string, theirs: string): boolean {
  const all = findSplices(base, theirs).map((splice) => JSON.stringify(splice))
  return findSplices(base, mine).some((splice) => all.includes(JSON.stringify(splice)))
}

const lettersOf = (text: string): readonly string[] => text.split('').toSorted()

describe('mergeName', () => {
  it('PANEL-28: of two names typed at once, mine stays whole', () => {
    expect(mergeName('', 'Burnout', 'Overload')).toBe('Burnout')
    expect(mergeName('three', 'three next', 'three blind')).toBe('three next')
    expect(mergeName('long shifts', 'short shifts', 'night shifts')).toBe('short shifts')
    expect(mergeName('long shifts', 'turnover', 'night shifts in winter')).toBe('turnover')
  })

  it('PANEL-28: what they changed elsewhere in the name comes in', () => {
    expect(mergeName('one two', 'one two three', 'zero one two')).toBe('zero one two three')
    expect(mergeName('shifts', 'shifts', 'long shifts')).toBe('long shifts')
    expect(mergeName('shifts', 'night shifts', 'shifts')).toBe('night shifts')
  })
})
