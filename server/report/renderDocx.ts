import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Tab,
  TextRun,
  TabStopType,
  type FileChild,
  type ISectionOptions,
} from 'docx'
import type { ReportBlock, ReportEntry, ReportPage, ReportPicture } from '../../lib/report/reportPage'
import type { Paper } from '../../lib/report/reportQuery'
import { rasterise } from '../picture/renderPng'
import { colours, directionOf, makeRuns, paragraph } from './docxText'
import { makeFactTable, makeTable } from './docxTable'
import { docxStyles } from './docxStyles'

/** Twentieths of a point, as Word measures paper. */
const papers = { a4: { width: 11_906, height: 16_838 }, letter: { width: 12_240, height: 15_840 } } as const
const margin = { top: 1_134, bottom: 1_134, left: 1_134, right: 1_134 } as const
const twipsPerPixel = 15
/** Longest side of a picture: finer than any printer shows it on such paper. */
const mostPixels = 4_800

/** A picture that a portrait page would show at less than this is given a page across. */
const leastScale = 0.55

interface Drawn {
  readonly png: Uint8Array
  readonly width: number
  readonly height: number
}

/**
 * The report as a Word document: real headings, tables with heads that stand again on the next page, the map as a
 * picture of twice its size in pixels with its description, page numbers. Nothing is fetched.
 * @param sheet close together and at this scale, as something that is to fit on a page
 * @throws if the picture cannot be drawn
 */
export async function renderReportDocx(
  page: ReportPage,
  picture: ReportPicture | undefined,
  paper: Paper,
  sheet?: number,
): Promise<Uint8Array> {
  const drawn = picture === undefined ? undefined : await drawPng(picture)
  const { width } = papers[paper]
  const room = width - margin.left - margin.right
  const isAcross =
    drawn !== undefined && drawn.width > drawn.height * 1.15 && room / twipsPerPixel / drawn.width < leastScale

  const parts: { isAcross: boolean; children: FileChild[] }[] = [
    {
      isAcross: false,
      children: [paragraph(page.title, { heading: HeadingLevel.TITLE }), paragraph(page.subtitle, { style: 'Quiet' })],
    },
  ]
  for (const { title, blocks } of page.sections) {
    const across = isAcross && blocks.some(({ kind }) => kind === 'picture')
    const head = paragraph(title, { heading: HeadingLevel.HEADING_1 })
    const children = [head, ...blocks.flatMap((block) => makeBlock(block, drawn, paper, across))]
    const last = parts.at(-1)
    if (last === undefined || across || last.isAcross) parts.push({ isAcross: across, children })
    else last.children.push(...children)
  }

  const document = new Document({
    creator: 'Weft',
    lastModifiedBy: 'Weft',
    title: cleanProperty(page.title),
    description: cleanProperty(page.subtitle),
    styles: docxStyles(page.lang, sheet),
    sections: parts.map((part) => makeSection(part, page, paper)),
  })
  const bytes = await Packer.toBuffer(document)
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function makeSection(
  { isAcross, children }: { readonly isAcross: boolean; readonly children: FileChild[] },
  { foot }: ReportPage,
  paper: Paper,
): ISectionOptions {
  const size = papers[paper]
  const right = (isAcross ? size.height : size.width) - margin.left - margin.right
  const orientation = isAcross ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT
  return {
    properties: { page: { size: { ...size, orientation }, margin } },
    footers: {
      default: new Footer({
        children: [
          new Paragraph({
            style: 'Foot',
            tabStops: [{ type: TabStopType.RIGHT, position: right }],
            children: [...makeRuns(foot.text), new TextRun({ children: [new Tab(), ...numberPages(foot.page)] })],
          }),
        ],
      }),
    },
    children,
  }
}

/** Stand in a sentence where numbers will: no language uses them. */
const marks = { page: '\ue000', pages: '\ue001' } as const

/** "Page 1 of 4" with the numbers left to Word. */
function numberPages(say: ReportPage['foot']['page']): string[] {
  return say(marks.page, marks.pages)
    .split(/(\ue000|\ue001)/)
    .filter((part) => part !== '')
    .map((part) => (part === marks.page ? PageNumber.CURRENT : part === marks.pages ? PageNumber.TOTAL_PAGES : part))
}

function makeBlock(
  block: ReportBlock,
  drawn: Drawn | undefined,
  paper: Paper,
  isAcross: boolean,
): readonly FileChild[] {
  const { width, height } = papers[paper]
  const room = (isAcross ? height : width) - margin.left - margin.right
  switch (block.kind) {
    case 'text':
      return [
        paragraph(block.text, block.tone === undefined ? {} : { style: block.tone === 'quiet' ? 'Quiet' : 'Lead' }),
      ]
    case 'heading':
      return [paragraph(block.text, { heading: HeadingLevel.HEADING_2 })]
    case 'facts':
      return [makeFactTable(block.rows, room), spacer()]
    case 'table':
      return [makeTable(block.table, room), spacer()]
    case 'entries':
      return block.entries.flatMap(makeEntry)
    case 'picture': {
      if (drawn === undefined) return []
      const across = room / twipsPerPixel
      // Room for the heading above it.
      const down = ((isAcross ? width : height) - margin.top - margin.bottom) / twipsPerPixel - 90
      const scale = Math.min(across / drawn.width, down / drawn.height, 1)
      return [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          children: [
            new ImageRun({
              type: 'png',
              data: Buffer.from(drawn.png),
              transformation: { width: Math.round(drawn.width * scale), height: Math.round(drawn.height * scale) },
              altText: { title: '', description: block.alt, name: 'map' },
            }),
          ],
        }),
      ]
    }
  }
}

function makeEntry({ lead, aside, lines }: ReportEntry): readonly FileChild[] {
  return [
    new Paragraph({
      keepNext: true,
      spacing: { before: 160 },
      ...directionOf(lead),
      children: [
        ...makeRuns(lead, { bold: true }),
        ...(aside === '' ? [] : makeRuns(`  ${aside}`, { color: colours.quiet, size: 18 })),
      ],
    }),
    ...lines.map((line) => paragraph(line)),
  ]
}

/** Word wants a paragraph between a table and what follows. */
function spacer(): Paragraph {
  return new Paragraph({ spacing: { before: 0, after: 60 } })
}

async function drawPng({ svg, width, height }: ReportPicture): Promise<Drawn> {
  const scale = Math.min(2, mostPixels / Math.max(width, height))
  const made = await rasterise(svg, { width, height }, scale)
  if (!made.ok) throw new Error(`The picture could not be drawn: ${made.reason}`)
  return { png: made.value, width, height }
}

function cleanProperty(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, ' ')
}
