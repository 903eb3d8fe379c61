import { describe, expect, it } from 'vitest'
import { tellLoop } from '../../../lib/analysis/loopStory'
import type { Sign } from '../../../lib/analysis/causalGraph'
import { elements } from '../../helpers/testMap'

const tell = (...signs: readonly Sign[]) =>
  tellLoop(
    { variables: elements('a', 'b', 'c').slice(0, signs.length), links: signs },
    (sign) => sign,
    () => false,
  ).map(({ variable, goes }) => `${goes} ${variable}`)

describe('reading a loop aloud', () => {
  it('LOOP-4: a reinforcing loop ends as it began, a balancing one the other way', () => {
    expect(tell(-1, 1, -1)).toEqual(['more a', 'less b', 'less c', 'more a'])
    expect(tell(1, 1, -1)).toEqual(['more a', 'more b', 'more c', 'less a'])
  })

  it('LOOP-4: from the first link without a sign on, nobody knows', () => {
    expect(tell(1, 0, -1)).toEqual(['more a', 'more b', 'unknown c', 'unknown a'])
  })
})
