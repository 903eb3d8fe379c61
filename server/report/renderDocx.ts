import {
  AlignmentType,
  Bookmark,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  InternalHyperlink,
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
import { isTooSmall, placeFigure, scaleIn, type FigureRoom } from './figurePlace'

/** Twentieths of a point, as Word measures paper. */
const papers = { a4: { width: 11_906, height: 16_838 }, letter: { width: 12_240, height: 15_840 } } as const
const margin = { top: 1_134, bottom: 1_134, left: 1_134, right: 1_134 } as const
/** Points of 1/72 inch are what places are reckoned in; a picture is measured in pixels of 1/96 inch. */
const [twipsPerPoint, pixelsPerPoint] = [20, 4 / 3]
/** A unit of the map is a pixel at most. */
const largest = 1 / pixelsPerPoint
/** Room for the heading above a picture and for what is said below it, in points. */
const besidePicture = 80
/** Longest side of a picture: finer than any printer shows it on such paper. */
const mostPixels = 4_800

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
  const place = drawn === undefined ? 'here' : placeInWord(drawn, paper)
  const drawings = await drawAll(page)

  const parts: { isAcross: boolean; children: FileChild[] }[] = [
    {
      isAcross: false,
      children: [paragraph(page.title, { heading: HeadingLevel.TITLE }), paragraph(page.subtitle, { style: 'Quiet' })],
    },
  ]
  page.sections.forEach((section, at) => {
    const { blocks } = section
    const own = blocks.some(({ kind }) => kind === 'picture') ? place : 'here'
    const across = own === 'landscape'
    const children = [
      makeSectionHead(section),
      ...blocks.flatMap((block) => makeBlock(block, drawings.get(block) ?? drawn, paper, across)),
    ]
    const last = parts.at(-1)
    // What the page before would leave empty tells what follows.
    if (own !== 'here') last?.children.push(...makeContents(page, page.sections.slice(at)))
    if (last === undefined || own !== 'here' || last.isAcross) parts.push({ isAcross: across, children })
    else last.children.push(...children)
  })

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

/** Where the map stands: as on paper, but for what is above it, which Word alone knows; half a page is taken to be free. */
function placeInWord(drawn: Drawn, paper: Paper): ReturnType<typeof placeFigure> {
  const [portrait, landscape] = [pictureRoom(paper, false), pictureRoom(paper, true)]
  return placeFigure(drawn, { here: { ...portrait, height: portrait.height / 2 }, portrait, landscape })
}

function pictureRoom(paper: Paper, isAcross: boolean): FigureRoom {
  const { width, height } = papers[paper]
  const [across, down] = isAcross ? [height, width] : [width, height]
  return {
    width: (across - margin.left - margin.right) / twipsPerPoint,
    height: (down - margin.top - margin.bottom) / twipsPerPoint - besidePicture,
  }
}

type Section = ReportPage['sections'][number]

function makeSectionHead({ id, title }: Section): Paragraph {
  return new Paragraph({
    heading: HeadingLevel.HEADING_1,
    ...directionOf(title),
    children: [new Bookmark({ id: `section-${id}`, children: makeRuns(title) })],
  })
}

/** The sections that follow, each of which leads to where it begins. Pages are Word's to know. */
function makeContents({ contents }: ReportPage, sections: readonly Section[]): readonly FileChild[] {
  if (contents === undefined) return []
  return [
    new Paragraph({ spacing: { before: 440 }, keepNext: true, children: makeRuns(contents, { bold: true, size: 28 }) }),
    ...sections.map(
      ({ id, title }) =>
        new Paragraph({
          ...directionOf(title),
          children: [new InternalHyperlink({ anchor: `section-${id}`, children: makeRuns(title) })],
        }),
    ),
  ]
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
    case 'drawing':
    case 'picture': {
      if (drawn === undefined) return []
      const scale = Math.min(scaleIn(drawn, pictureRoom(paper, isAcross)), largest)
      const pixels = (units: number): number => Math.round(units * scale * pixelsPerPoint)
      return [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          keepNext: block.kind === 'picture' && isTooSmall(scale),
          children: [
            new ImageRun({
              type: 'png',
              data: Buffer.from(drawn.png),
              transformation: { width: pixels(drawn.width), height: pixels(drawn.height) },
              altText: { title: '', description: block.alt, name: block.kind === 'picture' ? 'map' : 'figures' },
            }),
          ],
        }),
        ...(block.kind === 'picture' && isTooSmall(scale)
          ? [new Paragraph({ children: makeRuns(block.tooSmall, { color: colours.quiet, size: 18 }) })]
          : []),
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

/** Every small picture of the report, by its block. */
async function drawAll({ sections }: ReportPage): Promise<ReadonlyMap<ReportBlock, Drawn>> {
  const drawn = new Map<ReportBlock, Drawn>()
  for (const block of sections.flatMap(({ blocks }) => blocks)) {
    if (block.kind === 'drawing') drawn.set(block, await drawPng(block.drawing))
  }
  return drawn
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
