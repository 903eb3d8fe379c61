import { describe, expect, it } from 'vitest'
import { findGlobalAct } from '../../../components/panels/globalKeys'
import type { KeyPress } from '../../../lib/gesture/findIntent'

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  shift: false,
  alt: false,
  command: false,
  ...more,
})
const nowhere = { isTyping: false, hasDialog: false }
const typing = { isTyping: true, hasDialog: false }
const command = { command: true }

describe('keys outside the canvas', () => {
  it.each([
    [press('k', command), 'palette'],
    [press('f', command), 'find'],
    [press('/', command), 'shortcuts'],
    [press('?', { shift: true }), 'shortcuts'],
    [press('z', command), 'undo'],
    [press('Z', { ...command, shift: true }), 'redo'],
    [press('y', command), 'redo'],
    [press('F6'), 'next-part'],
    [press('F6', { shift: true }), 'previous-part'],
  ] as const)('KEY-2: %o is %s', (key, act) => {
    expect(findGlobalAct(key, nowhere)).toBe(act)
  })

  it('KEY-6: without a Latin layout the place of the key counts', () => {
    expect(findGlobalAct(press('л', { ...command, code: 'KeyK' }), nowhere)).toBe('palette')
    expect(findGlobalAct(press('я', { ...command, code: 'KeyZ' }), nowhere)).toBe('undo')
  })

  it('KEY-1: while a text is typed its own keys are left alone', () => {
    for (const key of [press('z', command), press('y', command), press('?', { shift: true }), press('k')])
      expect(findGlobalAct(key, typing)).toBeUndefined()
    expect(findGlobalAct(press('k', command), typing)).toBe('palette')
    expect(findGlobalAct(press('f', command), typing)).toBe('find')
    expect(findGlobalAct(press('/', command), typing)).toBe('shortcuts')
  })

  it('KEY-1: a dialog has the keyboard to itself, but for F6; AltGr and letters are nobody’s', () => {
    expect(findGlobalAct(press('k', command), { ...nowhere, hasDialog: true })).toBeUndefined()
    expect(findGlobalAct(press('F6'), { ...nowhere, hasDialog: true })).toBe('next-part')
    expect(findGlobalAct(press('f', { ...command, alt: true }), nowhere)).toBeUndefined()
    expect(findGlobalAct(press('n'), nowhere)).toBeUndefined()
  })
})
