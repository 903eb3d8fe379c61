import { describe, expect, it } from 'vitest'
import { measureLensShare } from '@/lib/look/lensShares'
import { testView } from '../../helpers/testMap'

const tie = (from: string, to: string, type?: string) => ({
  kind: 'tie',
  from,
  to,
  ...(type === undefined ? {} : { type }),
})
const parts = {
  elements: {
    mayor: { kind: 'stakeholder', leader: true, form: 'person', sector: 'government' },
    nurse: { kind: 'stakeholder', form: 'person', sector: 'health' },
    clinic: { kind: 'stakeholder', form: 'organisation', sector: 'health' },
    council: { kind: 'stakeholder', form: 'organisation', sector: 'government' },
    parents: { kind: 'stakeholder', form: 'group' },
    rent: {},
  },
  links: {
    a: tie('mayor', 'council'),
    b: tie('council', 'clinic', 'money'),
    c: tie('clinic', 'council', 'information'),
    d: tie('nurse', 'clinic'),
    e: tie('nurse', 'parents'),
    f: tie('mayor', 'parents', 'conflict'),
    g: tie('nurse', 'nurse'),
    h: { kind: 'relation', from: 'mayor', to: 'rent' },
  },
} as const

describe('what lenses rest on', () => {
  it('LOOK-22: pairs tied without a formal leader, between organisations and across sectors, of those that can be asked', () => {
    const view = testView(parts)
    expect(measureLensShare(view, 'beyondLeaders')).toEqual({ count: 3, of: 4 })
    expect(measureLensShare(view, 'acrossOrganisations')).toEqual({ count: 1, of: 4 })
    expect(measureLensShare(view, 'acrossSectors')).toEqual({ count: 1, of: 3 })
  })

  it('LOOK-22: nothing is told where nobody said what it rests on', () => {
    const bare = testView({
      elements: { a: { kind: 'stakeholder' }, b: { kind: 'stakeholder' } },
      links: { ab: tie('a', 'b') },
    })
    for (const share of ['beyondLeaders', 'acrossOrganisations', 'acrossSectors'] as const)
      expect(measureLensShare(bare, share)).toBeUndefined()
    const untied = testView({ elements: { a: { kind: 'stakeholder', leader: true } } })
    expect(measureLensShare(untied, 'beyondLeaders')).toBeUndefined()
  })
})
