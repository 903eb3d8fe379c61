import { describe, expect, it } from 'vitest'
import { roundSetupSchema, summariseRound } from '../../../lib/practice/round'
import { mostUnnamedLoops } from '../../../lib/report/loopParts'
import { reportSchema, reportSections } from '../../../lib/report/report'
import {
  begunAt,
  emptyRecord,
  madeAt,
  namesOfPeople,
  personalWords,
  reportOf,
  sampleRecord,
  sampleView,
} from '../../helpers/sampleReport'
import { testView } from '../../helpers/testMap'

describe('the report of a meeting as data', () => {
  it('REPORT-1: an empty map has every section, and each of them is empty', () => {
    const report = reportOf(testView({}))
    expect(report).toEqual({
      report: 1,
      title: 'Test',
      madeAt,
      withNames: false,
      withPersonal: false,
      purpose: '',
      meeting: { begunAt, changedAt: begunAt, people: 0, agenda: { title: '', steps: [] } },
      picture: { elements: 0, links: 0 },
      factors: [],
      links: [],
      loops: { total: 0, countComplete: true, list: [] },
      stakeholders: { list: [], ties: [], holds: [] },
      leverage: { places: [], actions: [], others: [], conflicts: [], unserved: [], idle: [], missingSectors: [] },
      experiments: [],
      coalitions: [],
      results: [],
      pulse: { going: [], checkIns: [], kinds: [] },
      rounds: [],
      comments: [],
      changes: { isAll: true, list: [], ownFields: {} },
    })
  })

  it('RESULT-14: results are told from the person to the system, with what was read; by whom only with names', () => {
    const { results = [] } = reportOf(sampleView(), emptyRecord)
    expect(results.map(({ name, standing }) => [name, standing])).toEqual([
      ['People speak up', 'no-reading'],
      ['Nurses stay', 'on-the-way'],
    ])
    expect(results[1]).toEqual({
      ...{ id: 'stay', name: 'Nurses stay', indicator: 'Who leave within two years', unit: '%', level: 'organisation' },
      ...{ where: 'Wards 3 and 4', aim: 'fall', change: -4.5, share: 0.225, standing: 'on-the-way', overdue: true },
      ...{ baseline: { value: 40, on: '2026-01-01' }, target: { value: 20, on: '2026-10-31' } },
      ...{ latest: { value: 35.5, on: '2026-06-01' }, fromBaseline: true, measures: ['Turnover'] },
      readings: [{ value: 35.5, on: '2026-06-01', note: 'After the new rota' }],
    })
    const named = reportOf(sampleView(), emptyRecord, { names: true }).results
    expect(named?.[1]?.readings[0]?.by).toBe('Evaristo')
  })

  it('REPORT-1: one element is told of once', () => {
    const report = reportOf(testView({ elements: { a: { label: ' Trust ', tags: ['ward'] } } }))
    expect(report.factors).toEqual([{ id: 'a', label: 'Trust', description: '', tags: ['ward'] }])
    expect(report.picture).toEqual({ elements: 1, links: 0 })
  })

  it('REPORT-1: 300 factors stand in the order of their names, numbers in theirs', () => {
    const elements = Object.fromEntries(
      Array.from({ length: 300 }, (_, at) => [`v${at}`, { label: `Ward ${300 - at}` }]),
    )
    const { factors = [] } = reportOf(testView({ elements }))
    expect(factors).toHaveLength(300)
    expect(factors.slice(0, 3).map(({ label }) => label)).toEqual(['Ward 1', 'Ward 2', 'Ward 3'])
    expect(factors.at(-1)?.label).toBe('Ward 300')
  })

  it('REPORT-1: what it makes is what its schema says', () => {
    const report = reportOf(sampleView(), sampleRecord(), { names: true, personal: true })
    expect(reportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report)
  })

  it('REPORT-2: sections that were not asked for are not in it', () => {
    const report = reportOf(sampleView(), sampleRecord(), { sections: new Set(['links']) })
    expect(reportSections.filter((section) => section in report)).toEqual(['links'])
  })

  it('tells links with sign, delay, reason, evidence and how many agree', () => {
    const { links = [] } = reportOf(sampleView())
    expect(links.map(({ from, to, sign, delay }) => [from, to, sign, delay])).toEqual([
      ['Experience', 'Workload', '-', false],
      ['Turnover', 'Experience', '-', true],
      ['Workload', 'Rest', '-', false],
      ['Workload', 'Turnover', '+', false],
    ])
    expect(links[3]).toMatchObject({
      reason: 'Exit talks of 2025 name it first.',
      evidenceUrl: 'https://example.org/exit',
      claims: { agree: 1, disagree: 1, contested: true },
    })
    expect(links[2]).toMatchObject({ strength: 0.5, confidence: 0.75 })
  })

  it('REPORT-3: without the tick no name of anybody who took part is in it', () => {
    const text = JSON.stringify(reportOf(sampleView(), sampleRecord()))
    expect(namesOfPeople.filter((name) => text.includes(name))).toEqual([])
    const report = reportOf(sampleView(), sampleRecord())
    expect(report.meeting?.people).toBe(4)
    expect(report.comments?.[0]?.comments[0]?.text).toBe('@… do we count night shifts?')
  })

  it('REPORT-3: with the tick they are, but for what was answered without names', () => {
    const report = reportOf(sampleView(), sampleRecord(), { names: true })
    expect(report.meeting?.names).toEqual([...namesOfPeople])
    expect(report.links?.at(-1)?.claims).toMatchObject({ agreeNames: ['Benedikta'], disagreeNames: ['Caspian'] })
    expect(report.comments?.[0]?.comments[0]).toMatchObject({ by: 'Dorothea', mark: 'oppose' })
    expect(JSON.stringify(report.rounds)).toContain('Caspian')
  })

  it('REPORT-4: without the tick nothing of stance, power and contacts is in it', () => {
    const text = JSON.stringify(reportOf(sampleView(), sampleRecord(), { names: true }))
    expect(personalWords.filter((word) => text.includes(word))).toEqual([])
    const personal = reportOf(sampleView(), sampleRecord(), { personal: true }).stakeholders?.list[0]?.personal
    expect(personal).toEqual({ stance: 'opposes', power: 0.83, interest: 0.2, contact: 'ines@example.org' })
  })

  it('REPORT-5: named loops come first and whole, of the others as many as one reads, with how many there are', () => {
    const ids = Array.from({ length: 9 }, (_, at) => `v${at}`)
    const links = Object.fromEntries(
      ids.flatMap((from) => ids.flatMap((to) => (from === to ? [] : [[`${from}${to}`, { from, to, polarity: '+' }]]))),
    )
    const view = testView({
      elements: Object.fromEntries(ids.map((id) => [id, {}])),
      links,
      loops: { 'v3v4.v4v5.v5v3': { name: 'Spiral' } },
    })
    const { loops } = reportOf(view)
    expect(loops?.list).toHaveLength(1 + mostUnnamedLoops)
    expect(loops?.list[0]).toMatchObject({ name: 'Spiral', kind: 'reinforcing' })
    expect(loops?.total).toBeGreaterThan(10_000)
    expect(loops?.countComplete).toBe(true)
  })

  it('REPORT-5: a loop is told from its first factor back to it', () => {
    const { loops } = reportOf(sampleView())
    expect(loops?.list[0]?.steps).toEqual([
      { label: 'Experience', goes: 'more', late: false },
      { label: 'Workload', goes: 'less', late: false },
      { label: 'Turnover', goes: 'less', late: false },
      { label: 'Experience', goes: 'more', late: true },
    ])
  })

  it('REPORT-6: what has not been revealed is not in it, whatever it is given', () => {
    const record = sampleRecord()
    const [revealed] = record.rounds
    if (revealed === undefined) throw new Error('There is a round.')
    const closed = { ...revealed, head: { ...revealed.head, state: 'closed' as const } }
    const { rounds } = reportOf(sampleView(), { ...record, rounds: [closed] })
    expect(rounds?.[0]).not.toHaveProperty('outcome')
    expect(rounds?.[0]).toMatchObject({ state: 'closed', done: 3, asked: 4 })
  })

  it('REPORT-7: resolved threads and deleted words are not in it', () => {
    const record = sampleRecord()
    const [open] = record.threads
    const [comment] = open?.comments ?? []
    if (open === undefined || comment === undefined) throw new Error('There is a thread.')
    const gone = { ...open, id: 't3', comments: [{ ...comment, text: '', deleted: true }] }
    const { comments } = reportOf(sampleView(), { ...record, threads: [...record.threads, gone] })
    expect(comments?.map(({ label }) => label)).toEqual(['Workload'])
  })

  it('tells what stakeholders, ties, holds, places and actions there are', () => {
    const { stakeholders, leverage } = reportOf(sampleView(), emptyRecord)
    expect(stakeholders?.ties).toEqual([
      { from: 'Hospital board', to: 'Union', type: 'conflict', way: 'mutual', reason: 'Over the rota.' },
    ])
    expect(stakeholders?.holds).toEqual([{ actor: 'Hospital board', variable: 'Workload', word: 'can-move' }])
    expect(leverage?.places).toEqual([{ id: 'leave', label: 'Turnover', kind: 'variable', place: 7, chosen: true }])
    expect(leverage?.actions[0]?.towards).toEqual([{ label: 'Workload', reason: 'Takes the peaks.' }])
  })

  it('REPORT-34: tells what people contribute, who and what is left out of it, and what works against each other', () => {
    const view = testView({
      elements: {
        rent: { label: 'Rent' },
        wages: { label: 'Wages', chosen: true },
        build: { kind: 'action', label: 'Renovate', act: 'start', state: 'under-way', due: '2020-01-01' },
        guide: { kind: 'action', label: 'Guidance', due: '2999-01-01' },
        council: { kind: 'stakeholder', label: 'Council', sector: 'government' },
        tenants: { kind: 'stakeholder', label: 'Tenants', sector: 'community' },
      },
      links: {
        b: { kind: 'contribution', from: 'build', to: 'rent', effect: 'rise', description: 'Costs go on.' },
        g: { kind: 'contribution', from: 'guide', to: 'rent', effect: 'fall' },
        c: { kind: 'contribution', from: 'council', to: 'build' },
        w: { kind: 'contribution', from: 'tenants', to: 'wages' },
      },
    })
    const { leverage } = reportOf(view, emptyRecord)
    expect(leverage).toMatchObject({
      actions: [
        { label: 'Guidance', state: 'offered', due: '2999-01-01', overdue: false, by: [] },
        {
          ...{ label: 'Renovate', act: 'start', state: 'under-way', due: '2020-01-01', overdue: true, by: ['Council'] },
          towards: [{ label: 'Rent', effect: 'rise', reason: 'Costs go on.' }],
        },
      ],
      others: [{ from: 'Tenants', to: 'Wages', reason: '' }],
      conflicts: [{ variable: 'Rent', rise: ['Renovate'], fall: ['Guidance'], hold: [], direct: true, after: [] }],
      unserved: ['Wages'],
      idle: ['Tenants'],
      missingSectors: ['community'],
    })
  })

  it('REPORT-4: where people see the power of stakeholders is told with the tick alone', () => {
    const setup = roundSetupSchema.parse({
      kind: 'point',
      question: 'Where do they stand?',
      targets: ['actor'],
      across: { name: 'Interest' },
      up: { name: 'Power' },
      fields: 'power-interest',
    })
    const outcome = summariseRound(setup, [{ answer: { points: { actor: [0.2, 0.83] } } }])
    const [first] = sampleRecord().rounds
    const rounds = first === undefined ? [] : [{ head: { ...first.head, setup, state: 'revealed' as const }, outcome }]
    const tell = (personal: boolean) => reportOf(sampleView(), { ...emptyRecord, rounds }, { personal }).rounds
    expect(JSON.stringify(tell(false))).not.toContain('0.83')
    expect(JSON.stringify(tell(true))).toContain('0.83')
  })

  describe('REPORT-16: what has changed since the meeting began', () => {
    const meta = { 'field:cost': { name: 'Cost', type: 'number' } }
    const before = testView({
      meta,
      elements: { load: { label: 'Workload' }, board: { kind: 'stakeholder', label: 'Board', stance: 'opposes' } },
    })
    const after = testView({
      meta,
      elements: {
        load: { label: 'Work load', 'field:cost': 3 },
        rest: { label: 'Rest' },
        board: { kind: 'stakeholder', label: 'Board', stance: 'supports' },
      },
      links: { l: { from: 'load', to: 'rest', polarity: '-' } },
    })
    const tell = (personal: boolean) =>
      reportOf(after, emptyRecord, { personal }, { at: begunAt, view: before }).changes

    it('is told one by one, with what the map calls its own fields', () => {
      expect(tell(false)).toMatchObject({
        since: begunAt,
        isAll: true,
        list: [
          { says: 'added', kind: 'variable', name: 'Rest', of: 'elements' },
          { says: 'renamed', before: 'Workload', after: 'Work load' },
          { says: 'edited', name: 'Work load', fields: ['field:cost'] },
          { says: 'link-added', from: 'Work load', to: 'Rest', sign: '-', of: 'links' },
        ],
        ownFields: { cost: 'Cost' },
      })
    })

    it('REPORT-4: a stance that changed is told with the tick alone', () => {
      expect(JSON.stringify(tell(false))).not.toContain('stance')
      expect(tell(true)?.list).toContainEqual(
        expect.objectContaining({ says: 'edited', name: 'Board', fields: ['stance'] }),
      )
    })
  })
})
