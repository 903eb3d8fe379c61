import { describe, expect, it } from 'vitest'
import { typeInto, type FieldText, type Typed } from '../../../components/hooks/typeInto'

/** The field after typing; `|` is the caret, or two of them around what is selected. */
function after(marked: string, typed: Typed, more: Partial<FieldText> = {}): string {
  const [before = '', selected = '', rest] = marked.split('|')
  const [middle, tail] = rest === undefined ? ['', selected] : [selected, rest]
  const start = before.length
  const value = before + middle + tail
  const field = { value, start, end: start + middle.length, maxLength: -1, hasLines: false, ...more }
  const edit = typeInto(field, typed)
  if (edit === undefined) return marked
  return `${value.slice(0, edit.start)}${edit.text}|${value.slice(edit.end)}`
}

describe('what is typed into a field for a hand', () => {
  it.each([
    ['ab|', { text: 'c' }, 'abc|'],
    ['a|b|c', { text: 'x' }, 'ax|c'],
    ['ab|c', { key: 'Backspace' }, 'a|c'],
    ['|ab', { key: 'Backspace' }, '|ab'],
    ['a|bc', { key: 'Delete' }, 'a|c'],
    ['ab|', { key: 'Delete' }, 'ab|'],
    ['a|bc|', { key: 'Delete' }, 'a|'],
    ['ab|', { key: 'ArrowDown' }, 'ab|'],
  ] as const)('PAGE-18: %s and %o is %s', (field, typed, result) => {
    expect(after(field, typed)).toBe(result)
  })

  it.each(['😀', '👨‍👩‍👧', 'é', '🇩🇪'])('PAGE-18: takes away the whole of %s', (letter) => {
    expect(after(`a${letter}|`, { key: 'Backspace' })).toBe('a|')
    expect(after(`|${letter}a`, { key: 'Delete' })).toBe('|a')
  })

  it('PAGE-18: keeps to the length of the field, and cuts no letter in two', () => {
    expect(after('abc|', { text: 'defg' }, { maxLength: 5 })).toBe('abcde|')
    expect(after('abcd|', { text: '😀' }, { maxLength: 5 })).toBe('abcd|')
    expect(after('a|bcd|e', { text: 'vwxyz' }, { maxLength: 5 })).toBe('avwx|e')
    expect(after('abcde|', { key: 'Enter' }, { maxLength: 5, hasLines: true })).toBe('abcde|')
  })

  it('PAGE-18: Enter breaks the line where there are lines', () => {
    expect(after('a|b', { key: 'Enter' }, { hasLines: true })).toBe('a\n|b')
    expect(after('a|b', { key: 'Enter' })).toBe('a|b')
  })
})
