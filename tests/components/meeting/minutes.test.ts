import { describe, expect, it } from 'vitest'
import { readMinutes } from '../../../components/meeting/minutes'

describe('minutes that are typed', () => {
  it('AGENDA-77: what is within the bounds is taken as it is, and nothing else is changed into it', () => {
    for (const [typed, least, read] of [
      ['', 1, undefined],
      ['1', 1, 1],
      ['240', 1, 240],
      ['0', 0, 0],
      ['0', 1, 'wrong'],
      ['241', 1, 'wrong'],
      ['999', 0, 'wrong'],
      ['2.5', 1, 'wrong'],
      ['-3', 0, 'wrong'],
      ['three', 0, 'wrong'],
    ] as const)
      expect([typed, readMinutes(typed, least)]).toEqual([typed, read])
  })
})
