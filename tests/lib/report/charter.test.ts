import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { leavePersonalOut } from '../../../lib/model/personal'
import { buildCharter, charterSchema } from '../../../lib/report/charter'
import { listCoalitions } from '../../../lib/report/coalitionPart'
import { composeCharter } from '../../../lib/report/composeCharter'
import { composeReport } from '../../../lib/report/composeReport'
import { findReportWords } from '../../../server/report/reportWords'
import { coalitionView, personalOfCoalition } from '../../helpers/sampleCoalition'
import { emptyRecord, madeAt, reportOf } from '../../helpers/sampleReport'
import { testView } from '../../helpers/testMap'

const words = findReportWords('en', 'UTC')
const view = coalitionView(3)
const wish = { personal: false, madeAt }

function textOf(personal: boolean): string {
  const charter = buildCharter(personal ? view : leavePersonalOut(view), 'c1', { personal, madeAt })
  return JSON.stringify(charter && composeCharter(charter, words))
}

describe('the charter of a coalition', () => {
  it('COALITION-14: says what for, who is in by sector, who is asked by whom, which sectors are missing and how they decide', () => {
    const charter = buildCharter(view, 'c1', wish)
    expect(z.parse(charterSchema, JSON.parse(JSON.stringify(charter)))).toEqual(charter)
    const page = charter && composeCharter(charter, words)
    expect(page?.title).toBe('Roofs for all')
    expect(page?.subtitle).toContain('Housing')
    expect(page?.sections.map(({ id }) => id)).toEqual(['purpose', 'in', 'asking', 'missing', 'decides', 'sign'])
    const tables = page?.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : [])),
    )
    const brings = 'Two days a month, and the large room on Mondays.'
    const role = 'Backbone'
    expect(tables?.[0]?.rows).toEqual([
      ['Member 2', 'Government', role, brings],
      ['Member 0', 'Health', role, brings],
      ['Member 1', 'Community', role, brings],
      // The role is in their own words.
      ['Tenants’ league', 'Community', 'Hosts the suppers', ''],
    ])
    expect(tables?.[1]?.rows).toEqual([
      ['Ada', 'Business', 'Asked', 'Member 0'],
      ['Ben', 'Business', 'To ask', 'Nobody yet'],
    ])
    const said = JSON.stringify(page)
    expect(said).toContain('Nobody of these sectors is in yet: Business, Young people.')
    expect(said).toContain('Consent: We go on when nobody has a strong reason against it.')
    expect(said).toContain('Tenants are heard first.')
    // Who said not now is nobody else's business.
    expect(said).not.toContain('Cleo')
  })

  it('COALITION-14: who said not now is not in it, nor as who asks others', () => {
    const asking = testView({
      elements: { ann: { kind: 'stakeholder' }, bo: { kind: 'stakeholder' }, cy: { kind: 'stakeholder' } },
      practices: {
        c: {
          ...{ kind: 'coalition', name: 'Roofs', 'member:ann': { state: 'not-now' } },
          ...{ 'member:bo': { state: 'asked', askedBy: 'ann' }, 'member:cy': { state: 'in', askedBy: 'bo' } },
        },
      },
    })
    const charter = buildCharter(asking, 'c', wish)
    expect(charter?.coalition.members).toEqual([
      { label: 'CY', state: 'in', role: '', commitment: '', contributions: [], askedBy: 'BO' },
      { label: 'BO', state: 'asked', role: '', commitment: '', contributions: [] },
    ])
    expect(JSON.stringify(charter)).not.toContain('ANN')
  })

  it('COALITION-19: says what of the map members do and by when, has room to sign, and the day to look again', () => {
    const acting = testView({
      elements: {
        bo: { kind: 'stakeholder', label: 'Bo' },
        clinic: { kind: 'action', label: 'Open a clinic', due: '2026-12-15', state: 'under-way' },
        sing: { kind: 'action', label: 'Sing' },
      },
      links: {
        c1: { kind: 'contribution', from: 'bo', to: 'clinic' },
        c2: { kind: 'contribution', from: 'bo', to: 'sing' },
      },
      practices: {
        c: {
          kind: 'coalition',
          name: 'Roofs',
          'member:bo': { state: 'in', commitment: 'A room' },
          lookAgain: '2027-03-01',
        },
      },
    })
    const charter = buildCharter(acting, 'c', wish)
    expect(z.parse(charterSchema, JSON.parse(JSON.stringify(charter)))).toEqual(charter)
    const page = charter && composeCharter(charter, words)
    const inside = page?.sections.find(({ id }) => id === 'in')?.blocks[0]
    expect(inside?.kind === 'table' && inside.table.rows).toEqual([
      ['Bo', '', '', 'A room\nOpen a clinic, by Dec 15, 2026 (under way)\nSing'],
    ])
    expect(page?.sections.at(-1)?.title).toBe('Signatures')
    expect(JSON.stringify(page?.sections.at(-1)?.blocks)).toMatch(/Bo\u00a0_{10}/)
    expect(JSON.stringify(page?.sections.at(-2))).toContain('We look at this again on Mar 1, 2027.')
  })

  it('COALITION-6: on a map without sectors it says that gaps cannot be told, and not that none is missing', () => {
    const bare = testView({
      elements: { bo: { kind: 'stakeholder' } },
      practices: { c: { kind: 'coalition', name: 'Roofs', 'member:bo': { state: 'in' } } },
    })
    const charter = buildCharter(bare, 'c', wish)
    expect(charter?.coalition).toMatchObject({ hasSectors: false, missing: [] })
    const said = JSON.stringify(charter && composeCharter(charter, words))
    expect(said).toContain('No stakeholder has a sector, so gaps cannot be told.')
    expect(said).not.toContain('No sector is missing.')
    const told = buildCharter(
      testView({
        ...{ elements: { bo: { kind: 'stakeholder', sector: 'health' } } },
        practices: { c: { kind: 'coalition', name: 'Roofs', 'member:bo': { state: 'in' } } },
      }),
      'c',
      wish,
    )
    expect(JSON.stringify(told && composeCharter(told, words))).toContain('No sector is missing.')
  })

  it('COALITION-15: contacts, stance and power are in it only where they are ticked', () => {
    expect(personalOfCoalition.filter((word) => textOf(false).includes(word))).toEqual([])
    expect(personalOfCoalition.filter((word) => !textOf(true).includes(word))).toEqual([])
  })

  it('COALITION-6: a new coalition has one, and a record of another kind has none', () => {
    const bare = testView({
      elements: {},
      practices: { c: { kind: 'coalition', name: 'New' }, r: { kind: 'result', name: 'Nights' } },
    })
    const charter = buildCharter(bare, 'c', wish)
    expect(charter?.coalition).toEqual({
      id: 'c',
      name: 'New',
      purpose: '',
      decides: '',
      members: [],
      missing: [],
      hasSectors: false,
    })
    const said = JSON.stringify(charter && composeCharter(charter, words))
    expect(said).toContain('Nobody is in yet.')
    expect(said).toContain('We have not said yet how we decide.')
    expect(buildCharter(bare, 'r', wish)).toBeUndefined()
    expect(buildCharter(bare, 'gone', wish)).toBeUndefined()
  })
})

describe('coalitions in the report', () => {
  it('COALITION-17: has a section with what for, members and how they decide, and what is personal not', () => {
    const said = JSON.stringify(
      composeReport(reportOf(view, emptyRecord, { sections: new Set(['coalitions']) }), words),
    )
    for (const text of [
      'Roofs for all',
      'Nobody sleeps in a car.',
      'Hosts the suppers',
      'Not now',
      'Consent: We go on',
    ]) {
      expect(said).toContain(text)
    }
    expect(personalOfCoalition.filter((word) => said.includes(word))).toEqual([])
    const none = reportOf(testView({}), emptyRecord, { sections: new Set(['coalitions']) })
    expect(JSON.stringify(composeReport(none, words))).toContain('Nothing stands yet under “Coalitions”.')
  })

  it('COALITION-1: who is kept from sight is in neither, nor as who asks', () => {
    const elements = new Map(view.elements)
    elements.delete([...elements.keys()][0]!)
    const [part] = listCoalitions({ ...view, elements })
    expect(part?.members.map(({ label }) => label)).not.toContain('Member 0')
    expect(JSON.stringify(part)).not.toContain('Member 0')
  })
})
