import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { composeReport, listTables } from '../../../lib/report/composeReport'
import { listCsvTables, renderReportTable, renderReportZip } from '../../../lib/report/renderCsv'
import { renderReportHtml } from '../../../lib/report/renderHtml'
import type { ReportPage } from '../../../lib/report/reportPage'
import { findReportWords } from '../../../server/report/reportWords'
import { namesOfPeople, personalWords, reportOf, sampleRecord, sampleView } from '../../helpers/sampleReport'
import { parseXml } from '../../helpers/parseXml'
import { testView } from '../../helpers/testMap'

const words = findReportWords('en', 'UTC')
const evil = '<img src=x onerror="alert(1)">&amp;\u0000\ud800=1+1'

function textOf(page: ReportPage): string {
  return JSON.stringify(page)
}

describe('a report in words', () => {
  it('REPORT-1: sections of which there is nothing are named in one sentence at the end', () => {
    const page = composeReport(reportOf(testView({ elements: {}, links: {} })), words)
    expect(page.sections.map(({ id }) => id)).toEqual(['purpose', 'meeting', 'picture', 'changes', 'empty'])
    for (const { blocks } of page.sections) expect(blocks.length).toBeGreaterThan(0)
    const text =
      'Nothing stands yet under “Factors”, “Links and reasons”, “Loops”, “Stakeholders and ties”, “Leverage and actions”, ' +
      '“Pulse and kind of problem”, “Results”, “Experiments”, “Coalitions”, “What the group was asked”, and “Open comments”.'
    expect(page.sections.at(-1)?.blocks).toEqual([{ kind: 'text', tone: 'quiet', text }])
    expect(listTables(page)).toEqual([])
  })

  it('REPORT-1: a section that was not asked for is not called empty, and that links close no loop is said', () => {
    const sections = new Set(['factors', 'links', 'loops'] as const)
    const ids = (view: ReturnType<typeof testView>): readonly string[] =>
      composeReport(reportOf(view, undefined, { sections }), words).sections.map(({ id }) => id)
    expect(ids(testView())).toEqual(['factors', 'links', 'loops'])
    expect(ids(testView({ elements: { a: {} }, links: {} }))).toEqual(['factors', 'empty'])
  })

  it('REPORT-5: a loop is a sentence in plain words', () => {
    const page = composeReport(reportOf(sampleView()), words)
    const loops = page.sections.find(({ id }) => id === 'loops')
    expect(loops?.blocks[1]).toEqual({
      kind: 'entries',
      entries: [
        {
          lead: 'R1 Burnout spiral',
          aside: 'reinforcing, with a delay',
          lines: [
            'More “Experience” leads to less “Workload”, which leads to less “Turnover”, which in time leads to more “Experience”. It feeds itself.',
            'Everyone knew it.',
          ],
        },
      ],
    })
  })

  it('has words for all that it says: no key of the catalogue is left', () => {
    for (const ticks of [false, true]) {
      const page = composeReport(reportOf(sampleView(), sampleRecord(), { names: ticks, personal: ticks }), words)
      expect(textOf(page)).not.toMatch(/reportDocument|"[a-z]+\.[a-z]+(\.[a-zA-Z0-9]+)?"/)
    }
  })

  it('tells times in the zone and language that are asked for, and in UTC and English for others', () => {
    const at = Date.UTC(2026, 10, 23, 23, 30)
    expect(findReportWords('en-GB', 'Europe/Lisbon').moment(at)).toBe('23 November 2026 at 23:30')
    expect(findReportWords('en-GB', 'Asia/Tokyo').moment(at)).toBe('24 November 2026 at 08:30')
    expect(findReportWords('xx-!!', 'Nowhere/Atall').moment(at)).toMatch(/November 23, 2026/)
  })
})

describe('a report as HTML', () => {
  it('REPORT-8: is well formed, and no text of people becomes markup', () => {
    const view = testView({
      meta: { title: evil, description: evil },
      elements: {
        a: { label: evil, description: evil, tags: [evil] },
        b: { label: 'B' },
        s: { kind: 'stakeholder', label: evil, sector: 'x', role: evil },
      },
      links: { ab: { from: 'a', to: 'b', description: evil, label: evil } },
    })
    const html = renderReportHtml(composeReport(reportOf(view), words), undefined)
    expect(html).not.toContain('<img')
    expect(html).not.toMatch(/<script/i)
    expect(html).not.toContain('\u0000')
    const body = html.slice(html.indexOf('<main'), html.indexOf('</main>') + '</main>'.length)
    expect(() => parseXml(body)).not.toThrow()
  })

  it('REPORT-9: has one heading of the first level, tables with heads, and the picture with its description', () => {
    const page = composeReport(reportOf(sampleView()), words)
    const html = renderReportHtml(page, { svg: '<svg xmlns="http://www.w3.org/2000/svg"/>', width: 10, height: 10 })
    expect(html.match(/<h1/g)).toHaveLength(1)
    expect(html.match(/<table/g)?.length).toBe(html.match(/<thead/g)?.length)
    expect(html).toMatch(/<img [^>]*alt="Picture of the map, with 7 elements and 7 links/)
    expect(html).not.toMatch(/(src|href)="https?:/)
  })

  it('REPORT-3, REPORT-4: has neither names nor what is personal without the ticks', () => {
    const html = renderReportHtml(composeReport(reportOf(sampleView(), sampleRecord()), words), undefined)
    expect([...namesOfPeople, 'Opposes', ...personalWords].filter((word) => html.includes(word))).toEqual([])
  })
})

describe('a report as CSV', () => {
  it('REPORT-10: is a ZIP of one file for each table, the same bytes for the same report', () => {
    const report = reportOf(sampleView(), sampleRecord())
    const zip = renderReportZip(report, words)
    expect(Object.keys(unzipSync(zip))).toEqual([
      'agenda.csv',
      'factors.csv',
      'links.csv',
      'stakeholders.csv',
      'ties.csv',
      'holds.csv',
      'leverage.csv',
      'actions.csv',
      'results.csv',
      'readings.csv',
      'round-1.csv',
      'loops.csv',
      'comments.csv',
    ])
    expect(renderReportZip(report, words)).toEqual(zip)
    const dots = unzipSync(zip)['round-1.csv'] ?? new Uint8Array()
    expect([...dots.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(strFromU8(dots)).toBe('Rank,About,Dots,People\r\n1,Workload,4,2\r\n2,Turnover,2,1\r\n')
    const all = Object.values(unzipSync(zip))
      .map((bytes) => strFromU8(bytes))
      .join('\n')
    expect([...namesOfPeople, 'Opposes', ...personalWords].filter((word) => all.includes(word))).toEqual([])
  })

  it('REPORT-8: no text of people becomes a formula', () => {
    const view = testView({ elements: { a: { label: '=HYPERLINK("x")', description: '@cmd', tags: ['+1'] } } })
    const table = listCsvTables(reportOf(view), words).find(({ id }) => id === 'factors')
    expect(table && renderReportTable(table)).toBe(
      `\uFEFFFactor,Description,Tags\r\n"'=HYPERLINK(""x"")",'@cmd,'+1\r\n`,
    )
  })
})

describe('the agenda in the report', () => {
  const render = (record = sampleRecord()): string => textOf(composeReport(reportOf(sampleView(), record), words))

  it('REPORT-35: it is told as what was planned, and step by step whether it was held', () => {
    const { meeting } = reportOf(sampleView(), sampleRecord())
    expect(meeting?.agenda.steps).toMatchObject([{ held: true }, { held: false }])
    expect(render()).toContain('25 minutes planned in all.')
    expect(render()).toContain('[1,"Warm up",5,"yes"],[2,"Link",20,"no"]')
  })

  it('REPORT-35: held is told in minutes beside those that were planned, where they were written down', () => {
    const record = sampleRecord()
    const [first = '', second = ''] = record.agenda.steps.map(({ id }) => id)
    const minute = 60_000
    const known = { ...record, held: new Map([[first, 7.4 * minute] as const, [second, 20_000] as const]) }
    expect(reportOf(sampleView(), known).meeting?.agenda.steps).toMatchObject([
      { minutes: 5, heldMinutes: 7 },
      { minutes: 20, heldMinutes: 0 },
    ])
    expect(render(known)).toContain('25 minutes planned in all. Held: 7 minutes in all.')
    expect(render(known)).toContain('[1,"Warm up",5,"7 minutes"],[2,"Link",20,"under a minute"]')
  })

  it('REPORT-35: where no step has been held, that is said once', () => {
    expect(render({ ...sampleRecord(), held: new Map() })).toContain('None of its steps has been held.')
    expect(render({ ...sampleRecord(), held: new Map() })).toContain('[1,"Warm up",5]')
  })
})
