import { describe, expect, it } from 'vitest'
import { followStored, isUntold } from '../../../components/panels/draftText'

describe('a text that is typed in a field and lives on the map', () => {
  it('PANEL-27: the blank or new line at which one paused stays, though the map keeps the words without it', () => {
    for (const blank of [' ', '\n', '\n\n', '  ']) {
      const typed = `First thought.${blank}`
      const now = followStored({ base: '', text: typed, kept: typed }, 'First thought.', false)
      expect(now.text).toBe(typed)
      expect(isUntold(now, 'First thought.')).toBe(false)
      const on = { ...now, text: `${typed}Second` }
      expect(isUntold(on, 'First thought.')).toBe(true)
      expect(followStored(on, `${typed}Second`, false).text).toBe(`${typed}Second`)
    }
  })

  it('PANEL-27: a key between what was kept and its coming back changes nothing of that', () => {
    const on = { base: '', text: 'First thought. S', kept: 'First thought. ' }
    expect(followStored(on, 'First thought.', false).text).toBe('First thought. S')
  })

  it('PANEL-27: what somebody else writes meanwhile comes in, and what is taken back is gone with its blanks', () => {
    const now = { base: 'First thought.', text: 'First thought. Second', kept: 'First thought. ' }
    expect(followStored(now, 'My first thought.', false).text).toBe('My first thought. Second')
    const paused = { base: 'First thought.', text: 'First thought. ', kept: 'First thought. ' }
    expect(followStored(paused, '', false).text).toBe('')
  })

  it('PANEL-28: a name in a field is not mixed with the one that somebody else gave meanwhile', () => {
    expect(followStored({ base: '', text: 'Burnout' }, 'Overload', true).text).toBe('Burnout')
    expect(followStored({ base: '', text: 'Burnout' }, 'Overload', false).text).toBe('BurnoutOverload')
  })
})
