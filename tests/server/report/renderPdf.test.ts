import { describe, expect, it } from 'vitest'
import { reportSections } from '../../../lib/report/report'
import { composeReport } from '../../../lib/report/composeReport'
import { drawMap } from '../../../lib/render/renderMap'
import type { MapView } from '../../../lib/model/mapView'
import { renderReportPdf } from '../../../server/report/renderPdf'
import { findReportWords } from '../../../server/report/reportWords'
import type { MeetingRecord, ReportWish } from '../../../lib/report/buildReport'
import { readPdf, type ReadPdf } from '../../helpers/readPdf'
import {
  emptyRecord,
  madeAt,
  namesOfPeople,
  personalWords,
  reportOf,
  sampleRecord,
  sampleView,
} from '../../helpers/sampleReport'
import { testView } from '../../helpers/testMap'

const words = findReportWords('en', 'UTC')

async function pdfOf(
  view: MapView,
  record: MeetingRecord = emptyRecord,
  wish: Partial<ReportWish> = {},
): Promise<ReadPdf> {
  const page = composeReport(reportOf(view, record, wish), words)
  const picture = drawMap(view, { background: 'white', legend: true })
  return readPdf(await renderReportPdf(page, picture, { paper: 'a4', madeAt }))
}

describe('a report as PDF', () => {
  it('REPORT-11: has text that can be selected, and headings, tables and the picture for screen readers', async () => {
    const { text, structure, raw } = await pdfOf(sampleView(), sampleRecord())
    expect(text).toContain('Staff turnover')
    expect(text).toContain('Exit talks of 2025 name it')
    expect(structure.filter((kind) => kind === 'H1')).toHaveLength(1)
    expect(structure.filter((kind) => kind === 'H2')).toHaveLength(reportSections.length - 2)
    expect(structure).toEqual(expect.arrayContaining(['Table', 'TR', 'TH', 'TD', 'Figure', 'P', 'L']))
    expect(raw).toContain('/Lang (en)')
    expect(raw).toContain('Picture of the map')
  })

  it('REPORT-3, REPORT-4: without the ticks no name and nothing personal is in its bytes or its text', async () => {
    const { text, raw } = await pdfOf(sampleView(), sampleRecord())
    const secrets = [...namesOfPeople, 'Opposes', ...personalWords.filter((word) => word !== '0.83')]
    expect(secrets.filter((word) => text.includes(word) || raw.includes(word))).toEqual([])
    const ticked = await pdfOf(sampleView(), sampleRecord(), { names: true, personal: true })
    expect(secrets.filter((word) => !ticked.text.includes(word) && word !== 'opposes')).toEqual([])
  })

  it('REPORT-12: the head of a table stands again on every page that it goes on to', async () => {
    const elements = Object.fromEntries(
      Array.from({ length: 300 }, (_, at) => [`v${at}`, { label: `Ward ${at}`, description: `Story ${at}.` }]),
    )
    const { pages, text } = await pdfOf(testView({ elements }), emptyRecord, { sections: new Set(['factors']) })
    expect(pages).toBeGreaterThan(6)
    expect(text.split('Description|').length - 1).toBe(pages)
    for (let at = 0; at < 300; at += 1) expect(text).toContain(`Story ${at}.|`)
    expect(text).toContain(`Page ${pages} of ${pages}|`)
  })

  it('REPORT-12: a row that is higher than a page goes on, and no word of it is lost', async () => {
    const story = Array.from({ length: 2_000 }, (_, at) => `word${at}`).join(' ')
    const view = testView({ elements: { a: { label: 'A', description: story } } })
    const { text } = await pdfOf(view, emptyRecord, { sections: new Set(['factors']) })
    for (let at = 0; at < 2_000; at += 1) expect(text).toMatch(new RegExp(`\\bword${at}\\b`))
  })

  it('REPORT-13: Arabic, Hebrew, Greek, Cyrillic, Vietnamese and emoji have their letters', async () => {
    const view = testView({
      elements: {
        a: { label: 'الثقة' },
        h: { label: 'אמון' },
        g: { label: 'Εμπιστοσύνη' },
        c: { label: 'Доверие' },
        v: { label: 'Lòng tin' },
        e: { label: '🌱 Growth → Trust ≥ 3' },
      },
    })
    const { text } = await pdfOf(view, emptyRecord, { sections: new Set(['factors']) })
    for (const word of ['Εμπιστοσύνη', 'Доверие', 'Lòng tin', '🌱', '→', '≥']) expect(text).toContain(word)
    expect(text).not.toContain('stands for a character')
  })

  it('REPORT-13: what no face has is shown by a sign, and that is said at the end', async () => {
    const view = testView({ elements: { a: { label: '信任 in Chinese' } } })
    const { text, raw } = await pdfOf(view, emptyRecord, { sections: new Set(['factors']) })
    expect(text).toContain(' in Chinese')
    const characters = Buffer.from('\ufeff信任', 'utf16le').swap16().toString('latin1')
    expect(raw).toContain(characters)
    expect(text.replaceAll('|', ' ')).toContain('stands for a character that the letters of this file do not have')
    const plain = await pdfOf(testView({ elements: { a: {} } }), emptyRecord, { sections: new Set(['factors']) })
    expect(plain.text).not.toContain('stands for a character')
  })

  it('REPORT-1: an empty map makes one, too', async () => {
    const { text, pages } = await pdfOf(testView({}))
    expect(pages).toBeGreaterThan(0)
    expect(text).toContain('There is nothing on the map yet.')
  })
})
