import { tildeAt } from '../geometry/linkMarks'
import { linkMetrics, type LinkShape, type LinkTag } from '../geometry/linkShape'
import { pointAt } from '../geometry/curve'
import { hueKey, toneKey } from './palette'
import type { SymbolContext } from './symbol'
import { tag } from './xml'

/** Parts that several kinds of link share. */

export function colourOf({ tone, link }: LinkShape, { palette }: SymbolContext): string {
  return palette[link.paint?.hue === undefined ? toneKey(tone) : hueKey(link.paint.hue).border]
}

/** The line itself, broken where a delay mark stands. */
export function drawStroke(shape: LinkShape, context: SymbolContext): string {
  return tag('path', {
    d: shape.d,
    fill: 'none',
    stroke: colourOf(shape, context),
    'stroke-width': shape.double ? Math.max(1.2, shape.width * 0.75) : shape.width,
    'stroke-dasharray': shape.dashed || shape.link.paint?.dashed === true ? linkMetrics.dash.join(' ') : undefined,
  })
}

/** Heads and dots. */
export function drawEnds(shape: LinkShape, context: SymbolContext): string {
  const colour = colourOf(shape, context)
  const heads = shape.heads.map((head) =>
    head.filled
      ? tag('path', { d: head.d, fill: colour })
      : tag('path', {
          d: head.d,
          fill: 'none',
          stroke: colour,
          'stroke-width': Math.max(1.5, shape.width),
          'stroke-linecap': 'round',
          'stroke-linejoin': 'round',
        }),
  )
  const dots = shape.dots.map((dot) =>
    tag('circle', {
      cx: dot.x,
      cy: dot.y,
      r: dot.radius,
      fill: dot.filled ? colour : context.ground,
      stroke: dot.filled ? undefined : colour,
      'stroke-width': dot.filled ? undefined : 1.3,
    }),
  )
  return heads.join('') + dots.join('')
}

/** The tilde of a contested link, if it is one, in the colour of text: the doubt is not to be overlooked. */
export function drawTilde({ tilde }: Pick<LinkShape, 'tilde'>, { palette }: SymbolContext): string {
  if (tilde === undefined) return ''
  return (
    tag('circle', {
      cx: tilde.x,
      cy: tilde.y,
      r: linkMetrics.tagRadius,
      fill: palette.panel,
      stroke: palette.ink,
      'stroke-width': 1.2,
    }) +
    tag('path', {
      d: tildeAt(tilde),
      fill: 'none',
      stroke: palette.ink,
      'stroke-width': 2,
      'stroke-linecap': 'round',
    })
  )
}

/** How far along a link its tag of a look stands: clear of a delay mark and a tilde in the middle. */
const tagAlong = 0.32
/** Width of each character beyond the first. */
const tagLetter = 8

/** What a look says of a link, on a disc on its line. */
export function drawPaintTag({ link, curves, ...shape }: LinkShape, context: SymbolContext): string {
  const text = link.paint?.tag
  const [curve] = curves
  if (text === undefined || curve === undefined) return ''
  const at = pointAt(curve, tagAlong)
  const width = linkMetrics.tagRadius * 2 + (Array.from(text).length - 1) * tagLetter
  return drawTag({ text, ...at, width }, colourOf({ link, curves, ...shape }, context), context)
}

/** The words beside a link, with a rim that keeps them off lines. */
export function drawLinkLabel(shape: LinkShape, context: SymbolContext): string {
  const { label } = shape
  if (!label) return ''
  return label.lines
    .map((line, index) =>
      context.painter.paint({
        text: line,
        x: label.x,
        y: label.baseline + index * label.lineHeight,
        size: label.size,
        weight: label.weight,
        anchor: label.anchor,
        fill: context.palette.muted,
        halo: context.ground,
      }),
    )
    .join('')
}

/** A small disc with the letter of a tie, as wide as two letters need. */
export function drawTag({ text, x, y, width }: LinkTag, colour: string, context: SymbolContext): string {
  const radius = linkMetrics.tagRadius
  return (
    tag('rect', {
      x: x - width / 2,
      y: y - radius,
      width,
      height: radius * 2,
      rx: radius,
      fill: context.palette.panel,
      stroke: colour,
      'stroke-width': 1.2,
    }) + context.painter.paint({ text, x, y: y + 3.8, size: 10.5, weight: 600, anchor: 'middle', fill: colour })
  )
}
