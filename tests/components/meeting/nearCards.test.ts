import { describe, expect, it } from 'vitest'
import { findNearCards } from '../../../components/meeting/results/nearCards'

describe('cards that are much alike', () => {
  it('ROUND-54: each is near to the first card of its kind, and never to one that is near itself', () => {
    const near = findNearCards(['Fare price', 'Waiting time', 'Fare prices', 'Fares price', 'Crowding'])
    expect([...near]).toEqual([
      ['Fare prices', 'Fare price'],
      ['Fares price', 'Fare price'],
    ])
  })

  it('offers nothing of more cards than anybody reads', () => {
    expect(findNearCards(Array.from({ length: 151 }, () => 'Fare price')).size).toBe(0)
  })
})
