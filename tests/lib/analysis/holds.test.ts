import { describe, expect, it } from 'vitest'
import { describeHolds, findPeopleOf, holdsAt, summariseHolds } from '@/lib/analysis/holds'
import { element, elements, testView } from '../../helpers/testMap'

const relation = (from: string, to: string, type?: string) => ({
  kind: 'relation',
  from,
  to,
  ...(type === undefined ? {} : { type }),
})
const parts = {
  elements: {
    rent: { chosen: true },
    wages: { leverage: 5 },
    trust: {},
    council: { kind: 'stakeholder', sector: 'government' },
    landlords: { kind: 'stakeholder', sector: 'business' },
    tenants: { kind: 'stakeholder', sector: 'community' },
    press: { kind: 'stakeholder' },
  },
  links: {
    a: relation('council', 'rent', 'decides'),
    b: relation('trust', 'council', 'can-move'),
    c: relation('tenants', 'rent', 'affected-by'),
    d: relation('tenants', 'wages', 'affected-by'),
    e: relation('landlords', 'rent', 'can-move'),
    f: relation('press', 'trust'),
    g: relation('press', 'rent', 'writes about'),
    h: { kind: 'tie', from: 'press', to: 'council' },
  },
}
const view = testView(parts)

describe('holds of stakeholders on variables', () => {
  it('HOLD-1: are read whichever way they were drawn; a word of people’s own is none', () => {
    expect(holdsAt(view, element('council')).map(({ variable, word }) => [variable, word])).toEqual([
      ['trust', 'can-move'],
      ['rent', 'decides'],
    ])
    expect(holdsAt(view, element('rent')).map(({ actor }) => actor)).toEqual(['landlords', 'tenants', 'council'])
    expect(holdsAt(view, element('press')).map(({ word }) => word)).toEqual([undefined])
  })

  it('HOLD-1: a hold in words, as files have it, is the same hold, however it was drawn', () => {
    const types = ['can move', 'Can move it', 'is affected by', 'Affected_by', 'decides it', 'MEASURES', 'pays for']
    const links = Object.fromEntries(
      types.map((type, index) => [
        `l${index}`,
        index % 2 === 0
          ? { ...relation('council', 'rent', type), direction: 'none' }
          : relation('rent', 'council', type),
      ]),
    )
    const words = holdsAt(testView({ elements: parts.elements, links }), element('council')).map(({ word }) => word)
    expect(words).toEqual(['can-move', 'can-move', 'affected-by', 'affected-by', 'decides', 'measures'])
  })

  it('HOLD-2: leverage points that nobody can move, who has several, who is affected without a hand on it', () => {
    const summary = summariseHolds(view)
    expect(summary.marked).toEqual(['rent', 'wages'])
    expect(summary.unheld).toEqual(['wages'])
    expect(summary.holders).toEqual([{ actor: 'council', variables: ['rent', 'trust'] }])
    expect(summary.exposed).toEqual([{ actor: 'tenants', variables: ['rent', 'wages'] }])
  })

  it('HOLD-2: where no leverage point is marked, every variable counts', () => {
    const plain = testView({ ...parts, elements: { ...parts.elements, rent: {}, wages: {} } })
    expect(summariseHolds(plain)).toMatchObject({ marked: [], unheld: ['wages'] })
    expect(summariseHolds(testView()).isEmpty).toBe(true)
  })

  it('HOLD-3: which sectors have a hold in a loop, and which have none', () => {
    expect(findPeopleOf(view, elements('rent', 'wages'))).toEqual({
      actors: ['council', 'landlords', 'tenants'],
      sectors: ['government', 'business', 'community'],
      affected: ['tenants'],
      affectedSectors: ['community'],
      missing: [],
      moved: ['rent'],
    })
    // Who else of the sector can move it speaks for the sector.
    const both = { ...parts.elements, union: { kind: 'stakeholder', sector: 'community' } }
    const joined = testView({ elements: both, links: { ...parts.links, i: relation('union', 'wages', 'can-move') } })
    expect(findPeopleOf(joined, elements('rent', 'wages'))).toMatchObject({
      affected: ['tenants'],
      affectedSectors: [],
    })
    expect(findPeopleOf(view, elements('trust'))).toMatchObject({
      actors: ['council', 'press'],
      missing: ['business', 'community'],
    })
  })

  it('HOLD-4: are told as plain JSON, and not at all where there are none', () => {
    expect(describeHolds(view)).toMatchObject({
      unheld: ['WAGES'],
      several: [{ stakeholder: 'COUNCIL', variables: ['RENT', 'TRUST'] }],
    })
    expect(describeHolds(view)?.list).toContainEqual({ stakeholder: 'PRESS', variable: 'TRUST', hold: null })
    expect(describeHolds(testView())).toBeUndefined()
  })

  it('HOLD-4: of each loop are told who has a hold in it and which sectors have none, by the names that the map gives them', () => {
    const named = { ...view, meta: { ...view.meta, unknown: { 'sector:business': { name: 'Trade' } } } }
    const loops = [{ key: 'x', tag: 'R1', variables: elements('trust') }]
    expect(describeHolds(view, [{ key: 'y', tag: 'B1', variables: elements('rent') }])?.loops).toMatchObject([
      { onlyAffected: ['TENANTS'], affectedSectors: ['Community'] },
    ])
    expect(describeHolds(named, loops)).toMatchObject({
      exposed: [{ stakeholder: 'TENANTS', variables: ['RENT', 'WAGES'] }],
      loops: [{ key: 'x', tag: 'R1', stakeholders: ['COUNCIL', 'PRESS'], missingSectors: ['Trade', 'Community'] }],
    })
    expect(
      describeHolds(
        view,
        Array.from({ length: 300 }, () => loops[0]).flatMap((loop) => loop ?? []),
      )?.loops,
    ).toHaveLength(100)
  })
})
