import { describe, expect, it } from 'vitest'
import { chooseStrips, findFresh, findUnread } from '../../../components/meeting/chooseStrips'

type State = 'open' | 'closed' | 'revealed'
const round = (id: string, state: State) => ({ id, state })
const strips = (rounds: readonly { id: string; state: State }[], met: readonly string[], read: readonly string[]) =>
  chooseStrips(rounds, { met: new Set(met), read: new Set(read), isAsked: () => true }).map(({ id }) => id)

describe('strips of rounds', () => {
  const rounds = [round('a', 'revealed'), round('b', 'revealed'), round('c', 'open')]

  it('ROUND-95: a result has one until it, or a later one, has been looked at', () => {
    expect(strips(rounds, ['a', 'b', 'c'], [])).toEqual(['b', 'c'])
    expect(strips(rounds, ['a', 'b', 'c'], ['b'])).toEqual(['c'])
    expect(strips(rounds, ['a', 'b', 'c'], ['a'])).toEqual(['b', 'c'])
    // One that was over before this tab came has none.
    expect(strips(rounds, ['c'], [])).toEqual(['c'])
  })

  it('ROUND-95: a reload takes none away: what is kept is what is still to be looked at', () => {
    const unread = (met: readonly string[], read: readonly string[]) => findUnread(rounds, new Set(met), new Set(read))
    expect(unread(['a', 'b', 'c'], [])).toEqual(['a', 'b', 'c'])
    // Whoever has looked at a later one is done with what came before.
    expect(unread(['a', 'b', 'c'], ['b'])).toEqual(['c'])
    expect(unread(['a', 'b', 'c'], ['a'])).toEqual(['b', 'c'])
  })

  it('ROUND-95: a result of another meeting, and one that was over before one came, has none', () => {
    const day = 24 * 60 * 60_000
    const heads = [
      { id: 'old', openedAt: 0, endedAt: day },
      { id: 'long', openedAt: 0, endedAt: 2 * day },
      { id: 'new', openedAt: 2 * day },
      { id: 'never met', openedAt: 2 * day },
    ]
    expect(findFresh(heads, new Set(['old', 'long', 'new']), 2 * day + 1)).toEqual(['long', 'new'])
  })
})
