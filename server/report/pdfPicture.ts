import sharp from 'sharp'
import type { ReportPicture } from '../../lib/report/reportPage'
import type { PdfPen } from './pdfPen'

type Doc = PDFKit.PDFDocument

/** One tag of a picture of ours; `close` ends a group. */
interface SvgTag {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  /** What a `text` says. */
  readonly content: string
  readonly isOpen: boolean
}

/** A picture with what has to be prepared before it can be drawn in one go. */
export interface PreparedPicture {
  readonly tags: readonly (SvgTag | 'close')[]
  readonly images: ReadonlyMap<string, Buffer>
  readonly width: number
  readonly height: number
  readonly left: number
  readonly top: number
}

/**
 * Reads a picture that `drawMap` made, and no other SVG: tags with attributes in double quotes, nothing referred to.
 * Photographs that PDF does not know are turned into PNG.
 */
export async function preparePicture({ svg, width, height }: ReportPicture): Promise<PreparedPicture> {
  const tags = readTags(svg)
  const images = new Map<string, Buffer>()
  for (const tag of tags) {
    const source = tag === 'close' || tag.name !== 'image' ? undefined : tag.attributes.get('href')
    if (source === undefined || images.has(source)) continue
    const bytes = Buffer.from(source.slice(source.indexOf(',') + 1), 'base64')
    // One that cannot be read is left out, as a browser leaves it out.
    const made = await sharp(bytes)
      .png()
      .toBuffer()
      .catch(() => undefined)
    if (made !== undefined) images.set(source, made)
  }
  return { tags, images, width, height, ...cornerOf(tags) }
}

/** The same of a drawing of ours that has no photographs in it. */
export function prepareDrawing({ svg, width, height }: ReportPicture): PreparedPicture {
  const tags = readTags(svg)
  return { tags, images: new Map(), width, height, ...cornerOf(tags) }
}

function cornerOf(tags: PreparedPicture['tags']): Pick<PreparedPicture, 'left' | 'top'> {
  const first = tags.find((tag) => tag !== 'close' && tag.name === 'svg')
  const box = first === undefined || first === 'close' ? '' : (first.attributes.get('viewBox') ?? '')
  const [left = 0, top = 0] = box.split(' ').map(Number)
  return { left, top }
}

/** Draws a picture as lines and letters, its top left corner at a place. */
export function drawPicture(
  doc: Doc,
  pen: PdfPen,
  { tags, images, left, top }: PreparedPicture,
  place: { readonly x: number; readonly y: number; readonly scale: number },
): void {
  doc.save()
  doc.translate(place.x, place.y).scale(place.scale).translate(-left, -top)
  let depth = 0
  for (const tag of tags) {
    if (tag === 'close') {
      if (depth > 0) doc.restore()
      depth = Math.max(0, depth - 1)
      continue
    }
    doc.save()
    transform(doc, tag.attributes.get('transform'))
    if (tag.name === 'g') {
      const opacity = numberOf(tag.attributes, 'opacity')
      if (opacity !== undefined) doc.opacity(opacity)
      depth += 1
      continue
    }
    drawTag(doc, pen, tag, images)
    doc.restore()
  }
  doc.restore()
}

function drawTag(
  doc: Doc,
  pen: PdfPen,
  { name, attributes, content }: SvgTag,
  images: PreparedPicture['images'],
): void {
  const number = (key: string): number => numberOf(attributes, key) ?? 0
  switch (name) {
    case 'rect': {
      const round = Math.min(number('rx'), number('width') / 2, number('height') / 2)
      paint(doc, attributes, () =>
        round > 0
          ? doc.roundedRect(number('x'), number('y'), number('width'), number('height'), round)
          : doc.rect(number('x'), number('y'), number('width'), number('height')),
      )
      return
    }
    case 'circle':
      return paint(doc, attributes, () => doc.circle(number('cx'), number('cy'), number('r')))
    case 'path': {
      const d = attributes.get('d') ?? ''
      if (d !== '') paint(doc, attributes, () => doc.path(d))
      return
    }
    case 'text': {
      const anchor = attributes.get('text-anchor')
      const stroke = attributes.get('stroke')
      pen.drawAt(
        content,
        { x: number('x'), y: number('y'), anchor: anchor === 'middle' || anchor === 'end' ? anchor : 'start' },
        { size: number('font-size'), weight: number('font-weight') >= 550 ? 600 : 400 },
        {
          fill: attributes.get('fill') ?? '#000000',
          ...(stroke === undefined ? {} : { rim: { colour: stroke, width: number('stroke-width') } }),
        },
      )
      return
    }
    case 'image': {
      const image = images.get(attributes.get('href') ?? '')
      if (image === undefined) return
      const fit: [number, number] = [number('width'), number('height')]
      doc.image(image, number('x'), number('y'), { fit, align: 'center', valign: 'center' })
    }
  }
}

/** Fills and strokes a shape as its attributes say; a rim is drawn before what it goes round. */
function paint(doc: Doc, attributes: SvgTag['attributes'], shape: () => Doc): void {
  const fill = colourOf(attributes.get('fill') ?? '#000000')
  const stroke = colourOf(attributes.get('stroke') ?? 'none')
  const width = numberOf(attributes, 'stroke-width') ?? 1
  if (stroke !== undefined) {
    const cap = attributes.get('stroke-linecap')
    const join = attributes.get('stroke-linejoin')
    const dashes = (attributes.get('stroke-dasharray') ?? '').split(/[ ,]+/).map(Number)
    doc
      .lineWidth(width)
      .lineCap(cap ?? 'butt')
      .lineJoin(join ?? 'miter')
    if (dashes.length > 1 && dashes.every((dash) => Number.isFinite(dash)))
      doc.dash(dashes[0] ?? 1, { space: dashes[1] })
  }
  const isRimmed = attributes.get('paint-order') === 'stroke'
  const strokeIt = (): void => {
    if (stroke !== undefined) shape().stroke(stroke)
  }
  if (isRimmed) strokeIt()
  if (fill !== undefined) {
    doc.fillOpacity(numberOf(attributes, 'fill-opacity') ?? numberOf(attributes, 'opacity') ?? 1)
    shape().fill(fill)
  }
  if (!isRimmed) strokeIt()
}

function colourOf(text: string): string | undefined {
  return text === 'none' || text === 'transparent' ? undefined : text
}

function numberOf(attributes: SvgTag['attributes'], name: string): number | undefined {
  const text = attributes.get(name)
  const value = text === undefined ? Number.NaN : Number(text)
  return Number.isFinite(value) ? value : undefined
}

function transform(doc: Doc, text: string | undefined): void {
  for (const [, name, list = ''] of (text ?? '').matchAll(/(translate|scale|rotate)\(([^)]*)\)/g)) {
    const [first = 0, second] = list.trim().split(/[ ,]+/).map(Number)
    if (name === 'translate') doc.translate(first, second ?? 0)
    else if (name === 'scale') doc.scale(first, second ?? first)
    else doc.rotate(first)
  }
}

/** Markup of ours is regular: an end tag, or a tag with attributes in double quotes, and after `text` what it says. */
function readTags(svg: string): readonly (SvgTag | 'close')[] {
  const tags: (SvgTag | 'close')[] = []
  for (const [, end, name = '', attributes = '', empty, text = ''] of svg.matchAll(
    /<(\/)?([a-z]+)((?:\s[a-z:-]+="[^"]*")*)\s*(\/)?>([^<]*)/gi,
  )) {
    if (end !== undefined) {
      if (name === 'g') tags.push('close')
      continue
    }
    const read = new Map(
      [...attributes.matchAll(/([a-z:-]+)="([^"]*)"/gi)].map(([, key = '', value = '']) => [key, unescapeXml(value)]),
    )
    tags.push({ name, attributes: read, content: unescapeXml(text), isOpen: empty === undefined })
  }
  return tags
}

function unescapeXml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}
