import { describe, expect, it } from 'vitest'
import { findAskedAgain } from '../../../lib/practice/askedAgain'

const round = (id: string, openedAt: number, setup: { again?: string; step?: string } = {}, state = 'open') => ({
  id,
  openedAt,
  state,
  setup,
})
const over = (id: string, openedAt: number, setup: { again?: string; step?: string } = {}) =>
  round(id, openedAt, setup, 'revealed')

describe('the round that asks another again', () => {
  it('ROUND-61: is the one about what was tied in it, over as many as that took, while it takes answers', () => {
    const rounds = [over('a', 1), over('b', 2, { again: 'a' }), round('c', 3, { again: 'b' }), round('x', 4)]
    expect(findAskedAgain(rounds, 'a')?.id).toBe('c')
    expect(findAskedAgain(rounds, 'b')?.id).toBe('c')
    expect(findAskedAgain(rounds, 'c')).toBeUndefined()
    expect(findAskedAgain([over('a', 1), over('b', 2, { again: 'a' })], 'a')).toBeUndefined()
  })

  it('ROUND-61: is the one of the same step that was opened later', () => {
    const rounds = [over('a', 1, { step: 's' }), round('b', 2, { step: 's' }), round('y', 3, { step: 't' })]
    expect(findAskedAgain(rounds, 'a')?.id).toBe('b')
    expect(findAskedAgain([over('b', 2, { step: 's' }), round('a', 1, { step: 's' })], 'b')).toBeUndefined()
  })

  it('ROUND-61: ends, whatever rounds name each other', () => {
    expect(findAskedAgain([round('a', 1, { again: 'b' }), round('b', 2, { again: 'a' })], 'z')).toBeUndefined()
  })
})
