import { elementMetrics } from '../geometry/elementLayout'
import type { ElementShape } from '../geometry/elementShape'
import { findPaint } from './paint'
import { noteKey } from './palette'
import { drawSectorTag } from './stakeholder'
import { drawBox, drawLines, type SymbolContext } from './symbol'
import { svgNumber, tag } from './xml'

/** Symbols beside the model: what sets the scene but is not linked by cause. */

/** Between what has no card and the outline in the colour of its paint. */
const outlineGap = 3

/** A sticky note: flat, one colour, a folded corner. */
export function renderNote(shape: ElementShape, context: SymbolContext): string {
  const { element, rect } = shape
  if (element.kind !== 'note') return ''
  const fold = 14
  const right = rect.x + rect.width
  const bottom = rect.y + rect.height
  const corner = `M${svgNumber(right - fold)} ${svgNumber(bottom)}V${svgNumber(bottom - fold)}H${svgNumber(right)}Z`
  const body = `M${svgNumber(rect.x)} ${svgNumber(rect.y)}H${svgNumber(right)}V${svgNumber(bottom - fold)}L${svgNumber(right - fold)} ${svgNumber(bottom)}H${svgNumber(rect.x)}Z`
  return (
    tag('path', { d: body, fill: context.palette[noteKey(element.colour)], 'stroke-linejoin': 'round' }) +
    tag('path', { d: corner, fill: context.palette.ink, 'fill-opacity': 0.12 }) +
    drawLines(shape, context, context.palette.ink)
  )
}

/** Free text, without a box. */
export function renderText(shape: ElementShape, context: SymbolContext): string {
  return drawLines(shape, context, context.palette.ink)
}

/** A named area: its title above the top left corner. */
export function renderFrame(shape: ElementShape, context: SymbolContext): string {
  const { palette } = context
  return (
    drawBox(shape, { fill: palette.frameFill, stroke: palette.frameBorder, width: 1 }) +
    drawLines(shape, context, palette.muted)
  )
}

/** A picture from the document; a source that is not one of the allowed data URLs is not drawn. */
export function renderImage(shape: ElementShape, context: SymbolContext): string {
  const { element, rect } = shape
  if (element.kind !== 'image') return ''
  const allowed = /^data:image\/(png|jpeg|webp);base64,[A-Za-z0-9+/=]*$/.test(element.source)
  const picture = allowed
    ? tag('image', { ...rect, href: element.source, preserveAspectRatio: 'xMidYMid meet' })
    : drawBox(shape, { fill: context.palette.frameFill, stroke: context.palette.frameBorder })
  return picture + drawLines(shape, context, context.palette.muted)
}

/** A pen stroke, smoothed through the middles of its points. */
export function renderInk(shape: ElementShape, context: SymbolContext): string {
  const { element, centre } = shape
  if (element.kind !== 'ink' || element.points.length === 0) return ''
  return tag('path', {
    d: inkPath(element.points, centre.x, centre.y),
    fill: 'none',
    stroke: context.palette.ink,
    'stroke-width': 2.5,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  })
}

/**
 * What tells of something that has no card: an outline in the colour of its paint, with the letter of that on the upper
 * corner across from a frame's title. Empty where its paint has no letter.
 */
export function outlinePaint(shape: ElementShape, context: SymbolContext): string {
  const { element, rect } = shape
  const paint = findPaint(element.paint, context.palette)
  const letter = element.paint?.tag
  if (paint === undefined || letter === undefined || letter === '') return ''
  const { width, height } = elementMetrics.tagSize
  return (
    drawBox(shape, { fill: 'none', stroke: paint.border, width: 2, inset: -outlineGap }) +
    drawSectorTag(
      { tag: letter, pattern: 'none' },
      rect.x + rect.width + outlineGap - width,
      rect.y - outlineGap - height / 2,
      paint.border,
      context,
    )
  )
}

/** Path data of a stroke whose points are relative to a place. */
function inkPath(points: readonly (readonly [number, number])[], x: number, y: number): string {
  const at = (index: number): readonly [number, number] => {
    const [px, py] = points[index] ?? [0, 0]
    return [px + x, py + y]
  }
  const write = (px: number, py: number): string => `${svgNumber(px)} ${svgNumber(py)}`
  const first = at(0)
  if (points.length < 3) {
    const last = at(points.length - 1)
    return `M${write(...first)}L${write(...last)}`
  }
  let path = `M${write(...first)}`
  for (let index = 1; index < points.length - 1; index += 1) {
    const here = at(index)
    const next = at(index + 1)
    path += `Q${write(...here)} ${write((here[0] + next[0]) / 2, (here[1] + next[1]) / 2)}`
  }
  return `${path}L${write(...at(points.length - 1))}`
}
