import { describe, expect, it } from 'vitest'
import { findIntent, type KeyPress } from '../../../lib/gesture/findIntent'
import { isForReaders } from '../../../lib/gesture/keyIntent'
import { findNamingIntent } from '../../../lib/gesture/namingKeys'
import { allBindings, shortcutGroups, shortcuts } from '../../../lib/gesture/shortcuts'

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  shift: false,
  alt: false,
  command: false,
  ...more,
})

describe('shortcuts', () => {
  it('KEY-2: every row belongs to a group, shows keys and has a label of its own', () => {
    expect(shortcuts.every(({ group, keys }) => shortcutGroups.includes(group) && keys.length > 0)).toBe(true)
    expect(new Set(shortcuts.map(({ labelKey }) => labelKey)).size).toBe(shortcuts.length)
  })

  it('KEY-2: no keys stand in two rows, save those that mean something else on a link', () => {
    const rows = shortcuts.filter(({ bindings }) => bindings.length === 0 || !bindings.every(({ onLink }) => onLink))
    const shown = rows.flatMap(({ keys }) => keys.map((chord) => chord.join('+')))
    expect(shown.filter((chord, index) => shown.indexOf(chord) !== index)).toEqual([])
  })

  it('KEY-2: no two bindings fight over the same keys', () => {
    const clash = allBindings.filter((binding, index) =>
      allBindings
        .slice(0, index)
        .some(
          (other) =>
            other.key === binding.key &&
            (other.shift ?? false) === (binding.shift ?? false) &&
            (other.alt ?? false) === (binding.alt ?? false) &&
            (other.command ?? false) === (binding.command ?? false) &&
            (other.onLink ?? false) === (binding.onLink ?? false),
        ),
    )
    expect(clash).toEqual([])
  })

  it.each([
    ['n', {}, { kind: 'add', element: 'variable' }],
    ['d', { command: true }, { kind: 'duplicate' }],
    ['z', { command: true }, { kind: 'undo' }],
    ['Z', { command: true, shift: true }, { kind: 'redo' }],
    ['y', { command: true }, { kind: 'redo' }],
    ['Backspace', {}, { kind: 'delete' }],
    ['ArrowLeft', { shift: true }, { kind: 'arrow', direction: 'left', distance: 40 }],
    ['ArrowUp', { command: true, shift: true }, { kind: 'align', edge: 'top' }],
    ['ArrowDown', { command: true }, { kind: 'add-linked', direction: 'down' }],
    ['F10', { shift: true }, { kind: 'menu' }],
    ['Escape', {}, { kind: 'escape' }],
    ['"', { code: 'Digit2', shift: true }, { kind: 'fit-selection' }],
    ['ü', { code: 'BracketLeft' }, { kind: 'reorder', to: 'backward' }],
  ] as const)('KEY-2: %s %o', (key, more, intent) => {
    expect(findIntent(press(key, more), false)).toEqual(intent)
  })

  it('KEY-2: signs and delay belong to links; the sheet opens anywhere', () => {
    expect(findIntent(press('+', { shift: true }), true)).toEqual({ kind: 'sign', polarity: '+' })
    expect(findIntent(press('-'), true)).toEqual({ kind: 'sign', polarity: '-' })
    expect(findIntent(press('0'), true)).toEqual({ kind: 'sign', polarity: '?' })
    expect(findIntent(press('?', { shift: true }), true)).toEqual({ kind: 'shortcuts' })
    expect(findIntent(press('/', { command: true }), true)).toEqual({ kind: 'shortcuts' })
    expect(findIntent(press('/', { command: true, shift: true }), false)).toEqual({ kind: 'shortcuts' })
    expect(findIntent(press('d'), true)).toEqual({ kind: 'delay' })
    expect(findIntent(press('d'), false)).toBeUndefined()
    expect(findIntent(press('?', { shift: true }), false)).toEqual({ kind: 'shortcuts' })
  })

  it('KEY-1: a letter with Ctrl, Cmd or Alt that is not listed is left to the browser', () => {
    expect(findIntent(press('n', { command: true }), false)).toBeUndefined()
    expect(findIntent(press('s', { command: true }), false)).toBeUndefined()
    expect(findIntent(press('v', { alt: true }), false)).toBeUndefined()
    expect(findIntent(press('c', { command: true }), false)).toBeUndefined()
  })

  it('KEY-6: other scripts go by the place of the key, other Latin layouts by the letter', () => {
    expect(findIntent(press('т', { code: 'KeyN' }), false)).toEqual({ kind: 'add', element: 'variable' })
    expect(findIntent(press('я', { code: 'KeyZ', command: true }), false)).toEqual({ kind: 'undo' })
    expect(findIntent(press('z', { code: 'KeyW', command: true }), false)).toEqual({ kind: 'undo' })
    expect(findIntent(press('w', { code: 'KeyZ', command: true }), false)).toBeUndefined()
  })

  it('KEY-2: who may only look keeps the keys that move the focus and the view', () => {
    const kept = allBindings.map(({ intent }) => intent).filter(isForReaders)
    expect(kept.some(({ kind }) => kind === 'find')).toBe(true)
    expect(kept.some(({ kind }) => ['add', 'delete', 'undo', 'sign', 'lock'].includes(kind))).toBe(false)
  })
})

describe('naming', () => {
  it.each([
    ['Enter', {}, 'commit'],
    ['Enter', { shift: true }, undefined],
    ['Enter', { command: true }, 'next-unlinked'],
    ['Tab', {}, 'next-linked'],
    ['Tab', { shift: true }, 'commit-back'],
    ['Escape', {}, 'cancel'],
    ['a', {}, undefined],
  ] as const)('KEY-3: %s %o means %s', (key, more, meaning) => {
    expect(findNamingIntent(press(key, more), false)).toBe(meaning)
  })

  it('KEY-3: Enter that ends a word of an input method does not end the name', () => {
    expect(findNamingIntent(press('Enter'), true)).toBeUndefined()
  })
})
