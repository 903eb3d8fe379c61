import { describe, expect, it } from 'vitest'
import { mergeText } from '../../../lib/editor/mergeText'

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

  it('PANEL-1: keeps mine when we changed the same words', () => {
    expect(mergeText('long shifts', 'short shifts', 'night shifts')).toBe('short shifts')
  })
})
