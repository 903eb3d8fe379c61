import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createHintDesk, type Hint } from '../../../components/ui/hint'

const times = { delay: 400, skip: 200, grace: 150 }

describe('which tooltip is shown', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  const open = () => {
    const desk = createHintDesk<string>(times, () => Date.now())
    // The desk only passes it on.
    const element = {} as HTMLElement
    const hint = (id: string): Hint<string> => ({ id, element, label: id, shortcut: undefined, side: 'bottom' })
    return { desk, hint, shown: () => desk.shown.get()?.id }
  }

  it('PAGE-15: comes once the pointer has rested, and not if it only passed', () => {
    const { desk, hint, shown } = open()
    desk.enter(hint('undo'))
    vi.advanceTimersByTime(times.delay - 1)
    expect(shown()).toBeUndefined()
    desk.leave('undo')
    vi.runAllTimers()
    expect(shown()).toBeUndefined()
    desk.enter(hint('undo'))
    vi.advanceTimersByTime(times.delay)
    expect(shown()).toBe('undo')
  })

  it('PAGE-15: stays on the way of the pointer to its words and as long as it is there', () => {
    const { desk, hint, shown } = open()
    desk.show(hint('undo'))
    desk.leave('undo')
    vi.advanceTimersByTime(times.grace - 1)
    desk.hold()
    vi.runAllTimers()
    expect(shown()).toBe('undo')
    desk.leave('undo')
    vi.runAllTimers()
    expect(shown()).toBeUndefined()
  })

  it('PAGE-15: the next one comes at once, in place of the first, also soon after it', () => {
    const { desk, hint, shown } = open()
    desk.show(hint('undo'))
    desk.leave('undo')
    desk.enter(hint('redo'))
    expect(shown()).toBe('redo')
    desk.close('redo')
    vi.advanceTimersByTime(times.skip - 1)
    desk.enter(hint('undo'))
    expect(shown()).toBe('undo')
    // The first one's leaving took nothing of the second.
    vi.runAllTimers()
    expect(shown()).toBe('undo')
  })

  it('PAGE-15: a press calls off what was about to come; another thing going away takes nothing', () => {
    const { desk, hint, shown } = open()
    desk.enter(hint('undo'))
    desk.close('undo')
    vi.runAllTimers()
    expect(shown()).toBeUndefined()
    desk.show(hint('undo'))
    desk.close('redo')
    expect(shown()).toBe('undo')
    desk.close()
    expect(shown()).toBeUndefined()
  })

  it('PAGE-15: says the new words when they change while it is shown', () => {
    const { desk, hint } = open()
    desk.show(hint('lock'))
    desk.renew('other', { label: 'Other', shortcut: undefined, side: 'top' })
    expect(desk.shown.get()?.label).toBe('lock')
    desk.renew('lock', { label: 'Unlock', shortcut: ['L'], side: 'top' })
    expect(desk.shown.get()).toMatchObject({ id: 'lock', label: 'Unlock', shortcut: ['L'], side: 'top' })
  })
})
