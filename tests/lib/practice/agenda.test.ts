import { describe, expect, it } from 'vitest'
import { agendaMinutes, agendaSchema, changeStep, moveStep } from '../../../lib/practice/agenda'

const agenda = agendaSchema.parse({
  steps: [
    { id: 'a', title: ' A ', minutes: 5 },
    { id: 'b', title: 'B', minutes: 10 },
    { id: 'c', title: 'C' },
  ],
})
const ids = (given: typeof agenda): string => given.steps.map(({ id }) => id).join('')

describe('an agenda', () => {
  it('AGENDA-68: steps are moved up and down, and stay where they are past the ends', () => {
    expect(ids(moveStep(agenda, 'a', 1))).toBe('bac')
    expect(ids(moveStep(agenda, 'c', 0))).toBe('cab')
    expect(ids(moveStep(agenda, 'b', 99))).toBe('acb')
    expect(ids(moveStep(agenda, 'a', -1))).toBe('abc')
    expect(moveStep(agenda, 'none', 0)).toBe(agenda)
  })

  it('AGENDA-69: a change made again to what somebody else left touches its own field of its own step alone', () => {
    const theirs = changeStep(moveStep(agenda, 'c', 0), 'b', { title: 'Theirs' })
    const both = changeStep(theirs, 'b', { minutes: 3 })
    expect(both.steps.find(({ id }) => id === 'b')).toMatchObject({ title: 'Theirs', minutes: 3 })
    expect(ids(both)).toBe('cab')
    expect(changeStep(agenda, 'gone', { title: 'X' })).toEqual(agenda)
    expect(agendaMinutes(both)).toBe(8)
  })
})
