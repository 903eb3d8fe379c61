import { describe, expect, it } from 'vitest'
import { bendLink } from '../../../lib/commands/bendLink'
import { after, link, problemOf, testView } from '../../helpers/testMap'

const bow = (curvature: number | null | undefined) =>
  after(testView(), bendLink, { id: link('ab'), curvature }).links.get(link('ab'))?.curvature

describe('bendLink', () => {
  it('bows the arc, at most 0.8 to either side', () => {
    expect([bow(0.256), bow(-0.3), bow(7), bow(-7), bow(0)]).toEqual([0.26, -0.3, 0.8, -0.8, 0])
  })

  it('gives back the default bow', () => {
    const bent = after(testView(), bendLink, { id: link('ab'), curvature: 0.5 })
    for (const curvature of [null, undefined]) {
      expect(after(bent, bendLink, { id: link('ab'), curvature }).links.get(link('ab'))).not.toHaveProperty('curvature')
    }
  })

  it('CMD-7, CMD-8: refuses what is so already, no number, and no link', () => {
    expect(problemOf(testView(), bendLink, { id: link('ab') }).code).toBe('nothing-to-do')
    expect(problemOf(testView(), bendLink, { id: link('ab'), curvature: Number.NaN }).code).toBe('bad-input')
    expect(problemOf(testView(), bendLink, { id: link('x'), curvature: 0 }).code).toBe('not-found')
  })
})
