import { describe, expect, it } from 'vitest'
import { challengeTones } from '../../../components/meeting/results/challengeLook'
import { challengeLooks } from '../../../lib/look/categories'

describe('kinds of challenge', () => {
  it('CHALLENGE-1: have the same colours in bars and chips as on the map', () => {
    expect(Object.keys(challengeTones)).toEqual(Object.keys(challengeLooks))
    for (const [kind, tone] of Object.entries(challengeTones)) {
      expect(tone).toContain(`bg-hue-${challengeLooks[kind]?.hue}-fill`)
    }
  })
})
