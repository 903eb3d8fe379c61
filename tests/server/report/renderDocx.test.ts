import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { reportSections } from '../../../lib/report/report'
import type { MeetingRecord, ReportWish } from '../../../lib/report/buildReport'
import { composeReport } from '../../../lib/report/composeReport'
import { drawMap } from '../../../lib/render/renderMap'
import type { MapView } from '../../../lib/model/mapView'
import { renderReportDocx } from '../../../server/report/renderDocx'
import { findReportWords } from '../../../server/report/reportWords'
import { outlinePainter } from '../../../server/picture/outlinePainter'
import { parseXml } from '../../helpers/parseXml'
import {
  emptyRecord,
  namesOfPeople,
  personalWords,
  reportOf,
  sampleRecord,
  sampleView,
} from '../../helpers/sampleReport'
import { testView } from '../../helpers/testMap'

const words = findReportWords('en', 'UTC')

/** The parts of a Word file, by their paths. */
async function docxOf(
  view: MapView,
  record: MeetingRecord = emptyRecord,
  wish: Partial<ReportWish> = {},
): Promise<Readonly<Record<string, Uint8Array>>> {
  const page = composeReport(reportOf(view, record, wish), words)
  const picture = drawMap(view, { background: 'white', painter: outlinePainter })
  return unzipSync(await renderReportDocx(page, picture, 'a4'))
}

function xmlOf(parts: Readonly<Record<string, Uint8Array>>, path = 'word/document.xml'): string {
  return strFromU8(parts[path] ?? new Uint8Array())
}

describe('a report as DOCX', () => {
  it('REPORT-14: has real headings, tables with heads, and the picture with its description', async () => {
    const parts = await docxOf(sampleView(), sampleRecord())
    const xml = xmlOf(parts)
    expect(xml.match(/w:val="Title"/g)).toHaveLength(1)
    expect(xml.match(/w:val="Heading1"/g)).toHaveLength(reportSections.length - 2)
    // Every table but the one of facts, which has no head.
    expect(xml.match(/<w:tblHeader\/>/g)?.length).toBe((xml.match(/<w:tbl>/g)?.length ?? 0) - 1)
    expect(xml).toContain('descr="Picture of the map, with 7 elements and 7 links')
    expect(Object.keys(parts).filter((path) => path.startsWith('word/media/') && path.endsWith('.png'))).toHaveLength(1)
    expect(xml).not.toContain('w:external')
  })

  it('REPORT-9: neither the head of a table nor its first or last row stands alone, and six rows stay together', async () => {
    const rowsKept = async (count: number): Promise<readonly boolean[]> => {
      const elements = Object.fromEntries(Array.from({ length: count }, (_, at) => [`v${at}`, {}]))
      const xml = xmlOf(
        await docxOf(testView({ elements, links: {} }), emptyRecord, { sections: new Set(['factors']) }),
      )
      return (xml.match(/<w:tr>.*?<\/w:tr>/gs) ?? []).map((row) => {
        const paragraphs = row.match(/<w:p>/g)?.length ?? 0
        return paragraphs > 0 && row.match(/<w:keepNext\/>/g)?.length === paragraphs
      })
    }
    expect(await rowsKept(9)).toEqual([true, true, ...Array<boolean>(6).fill(false), true, false])
    expect(await rowsKept(6)).toEqual([...Array<boolean>(6).fill(true), false])
    expect(await rowsKept(1)).toEqual([true, false])
  })

  it('REPORT-37: before a map that fills a page it lists the sections, each of which leads there; it says where names are too small', async () => {
    const page = composeReport(reportOf(sampleView(), sampleRecord()), words)
    const large = drawMap(sampleView(), { background: 'white', painter: outlinePainter })
    const xmlAt = async (scale: number): Promise<string> => {
      const picture = { ...large, width: large.width * scale, height: large.height * scale }
      return xmlOf(unzipSync(await renderReportDocx(page, picture, 'a4')))
    }
    const small = await xmlAt(0.5)
    expect(small).not.toContain('In this report')
    const across = await xmlAt(1.8)
    expect(across).toContain('In this report')
    expect(across).toContain('w:orient="landscape"')
    expect(across).not.toContain('too large for its names')
    for (const { id } of page.sections.filter(({ id: one }) => one !== 'purpose' && one !== 'meeting')) {
      expect(across).toContain(`w:anchor="section-${id}"`)
      expect(across).toContain(`w:name="section-${id}"`)
    }
    expect(await xmlAt(6)).toContain('too large for its names')
  })

  it('REPORT-8: is well formed whatever people typed', async () => {
    const evil = '</w:t><w:p>&amp;\u0000\ud800\u000b\ufffe"\' ]]>'
    const parts = await docxOf(
      testView({ meta: { title: evil, description: evil }, elements: { a: { label: evil, description: evil } } }),
    )
    for (const [path, bytes] of Object.entries(parts)) {
      if (!path.endsWith('.xml') && !path.endsWith('.rels')) continue
      const xml = strFromU8(bytes)
        .replace(/^<\?xml[^>]*\?>/, '')
        .replaceAll('&apos;', '&#39;')
        // Names with a prefix are names.
        .replaceAll(/<[^>]*>/g, (tag) => tag.replaceAll(/([\s</])\w+:(?=\w+[\s=/>])/g, '$1'))
      expect(() => parseXml(xml), path).not.toThrow()
    }
    expect(xmlOf(parts)).toContain('&lt;/w:t&gt;')
  })

  it('REPORT-3, REPORT-4: without the ticks no name and nothing personal is in any part of it', async () => {
    const textOf = (parts: Readonly<Record<string, Uint8Array>>): string =>
      Object.entries(parts)
        .filter(([path]) => !path.endsWith('.png'))
        .map(([, bytes]) => strFromU8(bytes))
        .join('\n')
    const secrets = [...namesOfPeople, 'Opposes', ...personalWords.filter((word) => word !== '0.83')]
    const plain = textOf(await docxOf(sampleView(), sampleRecord()))
    expect(secrets.filter((word) => plain.includes(word))).toEqual([])
    const ticked = textOf(await docxOf(sampleView(), sampleRecord(), { names: true, personal: true }))
    expect(secrets.filter((word) => !ticked.includes(word) && word !== 'opposes')).toEqual([])
  })

  it('REPORT-13: text that begins at the right is said to', async () => {
    const xml = xmlOf(await docxOf(testView({ elements: { a: { label: 'الثقة' }, b: { label: 'Trust' } } })))
    expect(xml).toMatch(/<w:bidi\/>.{0,200}الثقة/)
    expect(xml.match(/<w:bidi\/>/g)).toHaveLength(1)
  })

  it('REPORT-1: an empty map makes one, too, and 300 factors do', async () => {
    expect(xmlOf(await docxOf(testView({})))).toContain('There is nothing on the map yet.')
    const elements = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`v${at}`, {}]))
    const xml = xmlOf(await docxOf(testView({ elements })))
    expect(xml.match(/<w:cantSplit\/>/g)?.length).toBeGreaterThan(300)
  })
})
