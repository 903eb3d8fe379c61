import { describe, expect, it } from 'vitest'
import { findQuadrant } from '@/lib/model/powerInterest'
import { findSalience } from '@/lib/model/salience'

describe('how a stakeholder stands', () => {
  it('ACTOR-1: the salience class is by which of power, legitimacy and urgency there are', () => {
    const classOf = (power: number, legitimacy: number, urgency: number) => findSalience({ power, legitimacy, urgency })
    expect(classOf(1, 0.5, 0.75)).toBe('definitive')
    expect(classOf(1, 1, 0)).toBe('dominant')
    expect(classOf(1, 0.25, 1)).toBe('dangerous')
    expect(classOf(0.25, 1, 1)).toBe('dependent')
    expect(classOf(1, 0, 0)).toBe('dormant')
    expect(classOf(0, 1, 0)).toBe('discretionary')
    expect(classOf(0, 0, 1)).toBe('demanding')
    expect(classOf(0, 0, 0.49)).toBe('none')
  })

  it('ACTOR-1: it is not told before all three were said', () => {
    expect(findSalience({ power: 1, legitimacy: 1 })).toBeUndefined()
  })

  it('ACTOR-2: the quadrant is by power and interest, half of the way being high', () => {
    expect(findQuadrant({ power: 0.5, interest: 0.5 })).toBe('manage')
    expect(findQuadrant({ power: 0.9, interest: 0.2 })).toBe('satisfy')
    expect(findQuadrant({ power: 0.2, interest: 0.9 })).toBe('inform')
    expect(findQuadrant({ power: 0.2, interest: 0.2 })).toBe('monitor')
    expect(findQuadrant({ power: 0.2 })).toBeUndefined()
  })
})
