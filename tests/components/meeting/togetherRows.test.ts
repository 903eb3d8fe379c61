import { describe, expect, it } from 'vitest'
import {
  inSection,
  reviewSections,
  takeAllNew,
  takeSuggested,
} from '../../../components/meeting/breakouts/togetherRows'
import { reviewBreakouts } from '../../../lib/breakout/reviewBreakouts'
import { testView } from '../../helpers/testMap'
import { allOf, breakout, parentParts } from '../../lib/breakout/breakoutMaps'

const view = testView(parentParts)
const { rows } = reviewBreakouts(
  view,
  breakout(allOf(view), {
    elements: { m: { label: 'morale' }, t: { label: 'Trust' }, a: { label: 'Load' } },
    links: { ab: { polarity: '-' }, tm: { from: 't', to: 'a', polarity: '+' }, bc: null },
  }),
)

describe('the review on the screen', () => {
  it('BREAKOUT-44: every row stands in one section', () => {
    const all = reviewSections.flatMap((section) => inSection(rows, section))
    expect(all).toHaveLength(rows.length)
    expect(new Set(all.map(({ key }) => key)).size).toBe(rows.length)
    expect(rows.length).toBeGreaterThan(5)
  })

  it('BREAKOUT-44: taking all that is only there decides nothing else', () => {
    expect(takeAllNew(rows, { 'field:a:label': 'ours', 'element:g1:t': 'leave' })).toEqual({
      'field:a:label': 'ours',
      'element:g1:t': 'take',
      'link:g1:tm': 'take',
    })
  })

  it('BREAKOUT-44: taking suggestions leaves what was decided', () => {
    const decisions = takeSuggested(rows, { 'element:g1:t': 'leave' })
    expect(decisions['element:g1:t']).toBe('leave')
    expect(Object.keys(decisions).sort()).toEqual(rows.map(({ key }) => key).sort())
  })
})
