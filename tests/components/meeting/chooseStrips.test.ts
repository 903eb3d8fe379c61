import { describe, expect, it } from 'vitest'
import { chooseStrips } from '../../../components/meeting/chooseStrips'

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
})
