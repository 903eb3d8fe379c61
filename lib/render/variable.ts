import { elementMetrics } from '../geometry/elementLayout'
import type { ElementShape } from '../geometry/elementShape'
import { drawBox, drawLines, type SymbolContext } from './symbol'
import { tag } from './xml'

/** A pill whose text carries it: the border only whispers. A dot at its corner says that the group chose it. */
export function renderVariable(shape: ElementShape, context: SymbolContext): string {
  const { palette } = context
  const { rect, layout } = shape
  return (
    drawBox(shape, { fill: palette.panel, stroke: palette.quietBorder }) +
    drawLines(shape, context, palette.ink) +
    (layout.dot === undefined ? '' : drawDot(rect.x + layout.dot.x, rect.y + layout.dot.y, context))
  )
}

/** The group chose this. */
export function drawDot(x: number, y: number, context: SymbolContext): string {
  const { dotRadius, dotRing } = elementMetrics
  return tag('circle', {
    cx: x,
    cy: y,
    r: dotRadius + dotRing / 2,
    fill: context.palette.accent,
    stroke: context.palette.panel,
    'stroke-width': dotRing,
  })
}
