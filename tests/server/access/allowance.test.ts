import { describe, expect, it } from 'vitest'
import { createAllowance } from '../../../server/access/allowance'
import { createManualClock } from '../../helpers/manualClock'

describe('an allowance', () => {
  it('ACC-11: grants a burst, then refills with time and never beyond the burst', () => {
    const clock = createManualClock()
    const allowance = createAllowance({ clock, burst: 3, perSecond: 2 })
    expect([1, 2, 3, 4].map(() => allowance.take('a'))).toEqual([true, true, true, false])
    expect(allowance.has('a')).toBe(false)
    expect(allowance.waitSeconds('a')).toBe(1)
    clock.advance(500)
    expect(allowance.take('a')).toBe(true)
    clock.advance(3_600_000)
    expect([1, 2, 3, 4].map(() => allowance.take('a'))).toEqual([true, true, true, false])
  })

  it('ACC-11: keeps names apart', () => {
    const allowance = createAllowance({ clock: createManualClock(), burst: 1, perSecond: 1 })
    expect(allowance.take('a')).toBe(true)
    expect(allowance.take('b')).toBe(true)
    expect(allowance.take('a')).toBe(false)
  })

  it('ACC-11: a flood of names does not grow it without end', () => {
    const clock = createManualClock()
    const allowance = createAllowance({ clock, burst: 1, perSecond: 0.001, names: 100 })
    for (let index = 0; index < 1000; index += 1) allowance.take(`name ${index}`)
    expect(allowance.take('name 999')).toBe(false)
    expect(allowance.take('name 0')).toBe(true)
  })

  it('ACC-11: survives a clock that is set back', () => {
    let now = 10_000_000
    const allowance = createAllowance({
      clock: { now: () => now, after: () => () => undefined },
      burst: 1,
      perSecond: 1,
    })
    allowance.take('a')
    now -= 3_600_000
    expect(allowance.take('a')).toBe(false)
    now += 1000
    expect(allowance.take('a')).toBe(true)
  })
})
