import { describe, expect, it } from 'vitest'
import { compareNames } from '../../../lib/model/similarNames'

describe('compareNames', () => {
  it.each([
    ['Level of trust', 'Trust levels'],
    ['Work load', 'Workload'],
    ['Café visits', 'cafe visit'],
    ['The policies', 'Policy'],
    ['Bus stops', 'bus-stop'],
    ['Taxes', 'Tax'],
  ])('BREAKOUT-12: “%s” and “%s” are near by their words', (one, other) => {
    expect(compareNames(one, other)).toBe('words')
    expect(compareNames(other, one)).toBe('words')
  })

  it.each([
    ['Turnover', 'Turnovre'],
    ['Absenteeism', 'Absenteism'],
    ['Staff motivation', 'Staff motivatoin'],
  ])('BREAKOUT-12: “%s” and “%s” are near by their letters', (one, other) => {
    expect(compareNames(one, other)).toBe('letters')
    expect(compareNames(other, one)).toBe('letters')
  })

  it.each([
    ['Employment', 'Unemployment'],
    ['Trust', 'Distrust'],
    ['Phase 1', 'Phase 2'],
    ['Wage increase', 'Wage decrease'],
    ['Internal pressure', 'External pressure'],
    ['Men', 'Women'],
    ['Rent', 'Rest'],
    ['', ''],
    ['Trust', ''],
    ['!!', '??'],
    ['Trust', 'Trust in the council'],
  ])('BREAKOUT-12: “%s” and “%s” are not similar', (one, other) => {
    expect(compareNames(one, other)).toBeUndefined()
    expect(compareNames(other, one)).toBeUndefined()
  })
})
