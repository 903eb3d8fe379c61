import { describe, expect, it } from 'vitest'
import type { ReportBlock, ReportPage, ReportPicture } from '../../../lib/report/reportPage'
import { renderReportPdf } from '../../../server/report/renderPdf'
import { readPdf, type ReadPdf } from '../../helpers/readPdf'
import { madeAt } from '../../helpers/sampleReport'

const tooSmall = 'The picture file is larger.'

function pageOf(sections: Readonly<Record<string, readonly ReportBlock[]>>, lead: readonly string[] = []): ReportPage {
  return {
    ...{ lang: 'en', dir: 'ltr', title: 'Housing', subtitle: 'Report', lacking: '', contents: 'In this report' },
    sections: [
      { id: 'lead', title: 'Lead', blocks: lead.map((text) => ({ kind: 'text', text }) as const) },
      ...Object.entries(sections).map(([title, blocks]) => ({ id: title, title, blocks })),
    ],
    foot: { text: 'Foot', page: (page, pages) => `Page ${page} of ${pages}` },
  }
}

async function pdfOf(page: ReportPage, picture?: ReportPicture): Promise<ReadPdf> {
  return readPdf(await renderReportPdf(page, picture, { paper: 'a4', madeAt }))
}

/** A table of so many rows of so many lines each. */
function tableOf(rows: number, lines = 1): ReportBlock {
  const cell = (row: number): string => [`row-${row}`, ...Array.from({ length: lines - 1 }, () => 'more')].join('\n')
  return {
    kind: 'table',
    table: {
      ...{ id: 'rows', title: 'Rows', columns: [{ title: 'Head', weight: 1 }] },
      rows: Array.from({ length: rows }, (_, row) => [cell(row)]),
    },
  }
}

function pictureOf(width: number, height: number): ReportPicture {
  const box = `viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${box}><rect x="0" y="0" width="9" height="9" fill="#000000"/></svg>`
  return { svg, width, height }
}

const filler = (count: number): readonly string[] => Array.from({ length: count }, (_, at) => `line ${at}`)
const rowsOn = (text: string): number => (text.match(/row-\d+\|/g) ?? []).length

describe('pages of a report as PDF', () => {
  it('REPORT-9: no page holds a single row of a table, nor its head without rows', { timeout: 60_000 }, async () => {
    for (const rows of [2, 3, 7, 8, 31, 47]) {
      for (let lead = 20; lead < 34; lead += 1) {
        const { pageTexts } = await pdfOf(pageOf({ Next: [tableOf(rows)] }, filler(lead)))
        const counts = pageTexts.map(rowsOn)
        const about = `${rows} rows below ${lead} lines: ${counts.join(', ')}`
        expect(
          counts.reduce((sum, one) => sum + one, 0),
          about,
        ).toBe(rows)
        expect(
          counts.filter((count) => count === 1),
          about,
        ).toEqual([])
        pageTexts.forEach((text, at) => {
          if (text.includes('Head|')) expect(counts[at], about).toBeGreaterThan(1)
          if (text.includes('Next|')) expect(counts[at], about).toBeGreaterThan(1)
        })
        if (rows <= 6)
          expect(
            counts.filter((count) => count > 0),
            about,
          ).toEqual([rows])
      }
    }
  })

  it('REPORT-9: so it is with rows of several lines', { timeout: 60_000 }, async () => {
    for (let lead = 4; lead < 30; lead += 1) {
      const { pageTexts } = await pdfOf(pageOf({ Next: [tableOf(13, 7)] }, filler(lead)))
      expect(pageTexts.map(rowsOn).filter((count) => count === 1)).toEqual([])
    }
  })

  it('REPORT-9: a heading stays with what follows, and what says what a table is about with the table', async () => {
    for (let lead = 20; lead < 36; lead += 1) {
      const blocks: readonly ReportBlock[] = [
        { kind: 'heading', text: 'Below' },
        { kind: 'text', tone: 'quiet', text: 'What it is about' },
        tableOf(3),
      ]
      const { pageTexts } = await pdfOf(pageOf({ Next: blocks }, filler(lead)))
      const holding = (word: string): number => pageTexts.findIndex((text) => text.includes(word))
      expect(['Below|', 'What it is about|', 'row-2|'].map(holding), `${lead} lines`).toEqual(
        ['Next|', 'Next|', 'Next|'].map(holding),
      )
    }
  })

  it('REPORT-37: a picture whose names can be read there stands on the page that has been begun', async () => {
    const blocks: readonly ReportBlock[] = [{ kind: 'picture', alt: 'The map', tooSmall }]
    const { pageTexts } = await pdfOf(pageOf({ Map: blocks, Next: [tableOf(3)] }), pictureOf(900, 500))
    expect(pageTexts[0]).toContain('Map|')
    expect(pageTexts.join('')).not.toContain(tooSmall)
  })

  it('REPORT-37: a larger one has a page of its own, and the page before says what is in the report, and where', async () => {
    const blocks: readonly ReportBlock[] = [{ kind: 'picture', alt: 'The map', tooSmall }]
    const sections = { Map: blocks, Next: [tableOf(60)], Last: [tableOf(2)] }
    const { pageTexts, structure, raw } = await pdfOf(pageOf(sections), pictureOf(1_600, 900))
    expect(pageTexts).toHaveLength(4)
    expect(pageTexts[0]).toMatch(/In this report\|.*Map\|.*2\|.*Next\|.*3\|.*Last\|.*4\|/)
    expect(pageTexts[1]).toContain('Map|')
    expect(pageTexts[1]).not.toContain('Next|')
    expect(raw).toContain('[0 0 841.89 595.28]')
    expect(structure).toEqual(expect.arrayContaining(['TOC', 'TOCI', 'Figure']))
    expect(pageTexts.join('')).not.toContain(tooSmall)
  })

  it('REPORT-37: where its names are too small on any page of the paper, that is said; no page is empty', async () => {
    const blocks: readonly ReportBlock[] = [{ kind: 'picture', alt: 'The map', tooSmall }]
    const { pageTexts } = await pdfOf(pageOf({ Map: blocks }), pictureOf(4_000, 2_500))
    expect(pageTexts).toHaveLength(2)
    expect(pageTexts[1]).toContain(tooSmall)
    const tall = await pdfOf(pageOf({ Map: blocks }), pictureOf(1_000, 1_500))
    expect(tall.pageTexts.join('')).not.toContain(tooSmall)
    expect(tall.raw).not.toContain('[0 0 841.89 595.28]')
  })
})
