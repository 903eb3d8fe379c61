import { describe, expect, it } from 'vitest'
import { actOnTimer, formatLeft, passedMark, timeLeft, type Timer, type TimerAct } from '../../../lib/practice/timer'

const minute = 60_000
const start: Timer = { state: 'running', length: 5 * minute, endsAt: 5 * minute }

function act(timer: Timer | undefined, wanted: TimerAct, now: number): Timer | undefined {
  const done = actOnTimer(timer, wanted, now)
  if (!done.ok) throw new Error(done.reason)
  return done.value
}

describe('the timer', () => {
  it('AGENDA-1: is kept as its end, so that whoever comes late counts to the same moment', () => {
    expect(act(undefined, { act: 'start', minutes: 5 }, 0)).toEqual(start)
    expect(timeLeft(start, 2 * minute)).toBe(3 * minute)
    expect(timeLeft(start, 6 * minute)).toBe(0)
  })

  it('AGENDA-2: stands while it is paused, and goes on with what was left', () => {
    const paused = act(start, { act: 'pause' }, 2 * minute)
    expect(paused).toEqual({ state: 'paused', length: 5 * minute, left: 3 * minute })
    expect(act(paused, { act: 'go-on' }, 60 * minute)).toEqual({
      state: 'running',
      length: 5 * minute,
      endsAt: 63 * minute,
    })
  })

  it('AGENDA-3: is given minutes and loses them, never below nothing nor above four hours', () => {
    expect(act(start, { act: 'add', minutes: 1 }, minute)).toMatchObject({ endsAt: 6 * minute, length: 6 * minute })
    expect(act(start, { act: 'add', minutes: -1 }, minute)).toMatchObject({ endsAt: 4 * minute })
    expect(act(start, { act: 'add', minutes: -60 }, minute)).toMatchObject({ endsAt: minute })
    expect(act(start, { act: 'add', minutes: 60 }, 0)).toMatchObject({ endsAt: 65 * minute })
    const long: Timer = { state: 'paused', length: 239 * minute, left: 239 * minute }
    expect(act(long, { act: 'add', minutes: 60 }, 0)).toMatchObject({ left: 240 * minute })
    // After its end it is given a minute from now on.
    expect(act(start, { act: 'add', minutes: 1 }, 9 * minute)).toMatchObject({ endsAt: 10 * minute })
  })

  it('AGENDA-4: two presses of one kind at the same moment are one; without a timer there is nothing to pause', () => {
    const paused = act(start, { act: 'pause' }, minute)
    expect(act(paused, { act: 'pause' }, 2 * minute)).toBe(paused)
    expect(act(start, { act: 'go-on' }, minute)).toBe(start)
    expect(act(start, { act: 'pause' }, 9 * minute)).toBe(start)
    expect(act(start, { act: 'stop' }, minute)).toBeUndefined()
    expect(act(undefined, { act: 'stop' }, minute)).toBeUndefined()
    expect(actOnTimer(undefined, { act: 'pause' }, 0)).toEqual({ ok: false, reason: 'no-such-timer' })
  })

  it('AGENDA-5: one minute left and the end are said once each, whatever was missed in between', () => {
    expect(passedMark(61_000, 60_000)).toBe('minute')
    expect(passedMark(60_000, 59_000)).toBeUndefined()
    expect(passedMark(1_000, 0)).toBe('end')
    expect(passedMark(300_000, 0)).toBe('end')
    expect(passedMark(0, 0)).toBeUndefined()
    expect(passedMark(0, 60_000)).toBeUndefined()
  })

  it('AGENDA-6: reads 0:00 only when it is over', () => {
    expect([300_000, 299_001, 60_000, 9_500, 1, 0, 75 * minute].map(formatLeft)).toEqual([
      '5:00',
      '5:00',
      '1:00',
      '0:10',
      '0:01',
      '0:00',
      '75:00',
    ])
  })
})
