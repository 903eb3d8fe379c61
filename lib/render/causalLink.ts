import { linkMetrics, type LinkShape, type LinkSign } from '../geometry/linkShape'
import type { Polarity } from '../model/causalLink'
import { colourOf, drawEnds, drawLinkLabel, drawStroke } from './linkParts'
import type { SymbolContext } from './symbol'
import { tag } from './xml'

/** What lies under signs and words: the arc, its head and its delay mark. */
export function renderCausalLine(shape: LinkShape, context: SymbolContext): string {
  const delay = shape.delay
    ? tag('path', {
        d: shape.delay.d,
        fill: 'none',
        stroke: colourOf(shape, context),
        'stroke-width': Math.min(2.4, Math.max(1.8, shape.width)),
        'stroke-linecap': 'round',
      })
    : ''
  return drawStroke(shape, context) + delay + drawEnds(shape, context)
}

/** The sign before the head, and the label. */
export function renderCausalMarks(shape: LinkShape, context: SymbolContext): string {
  const { sign } = shape
  const drawn = sign ? drawSign(sign, colourOf(shape, context), context) : ''
  return drawn + drawLinkLabel(shape, context)
}

const signLetters: Readonly<Record<Polarity, string>> = { '+': 's', '-': 'o', '?': '?' }

/** A sign on its disc, as strokes, letters or words according to the map's style. */
export function drawSign(
  { polarity, x, y, width }: Pick<LinkSign, 'polarity' | 'x' | 'y' | 'width'>,
  colour: string,
  context: SymbolContext,
): string {
  const { palette, painter, signStyle, texts } = context
  const radius = linkMetrics.signRadius
  // Where a word has no room, the sign stands.
  if (signStyle === 'words' && polarity !== '?' && width > radius * 2) {
    return (
      tag('rect', { x: x - width / 2, y: y - radius, width, height: radius * 2, rx: radius, fill: palette.panel }) +
      painter.paint({
        text: texts.signWords[polarity],
        x,
        y: y + 4,
        size: 12,
        weight: 600,
        anchor: 'middle',
        fill: colour,
      })
    )
  }
  const disc = tag('circle', { cx: x, cy: y, r: radius, fill: palette.panel })
  if (signStyle === 's-o' || polarity === '?') {
    const letter = signLetters[polarity]
    return (
      disc + painter.paint({ text: letter, x, y: y + 4.6, size: 13.5, weight: 600, anchor: 'middle', fill: colour })
    )
  }
  const arm = 5
  const upright = polarity === '+' ? `M${x} ${y - arm}V${y + arm}` : ''
  return (
    disc +
    tag('path', {
      d: roundedPath(`M${x - arm} ${y}H${x + arm}${upright}`),
      fill: 'none',
      stroke: colour,
      'stroke-width': 2.2,
      'stroke-linecap': 'round',
    })
  )
}

function roundedPath(path: string): string {
  return path.replace(/-?\d+\.\d+/g, (number) => String(Math.round(Number(number) * 100) / 100))
}
