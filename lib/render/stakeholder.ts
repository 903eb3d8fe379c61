import { elementMetrics } from '../geometry/elementLayout'
import type { ElementShape } from '../geometry/elementShape'
import { findSectorStyle } from '../model/sector'
import { sectorKey } from './palette'
import { drawBox, drawLines, type SymbolContext } from './symbol'
import { tag } from './xml'

/**
 * A card in the colours of its sector, with the sector's two letters in a box: people are round,
 * groups have a double border, discs count influence.
 */
export function renderStakeholder(shape: ElementShape, context: SymbolContext): string {
  const { element, rect, layout } = shape
  if (element.kind !== 'stakeholder') return ''
  const { palette } = context
  const keys = sectorKey(findSectorStyle(element.sector))
  const border = palette[keys.border]
  const parts = [drawBox(shape, { fill: palette[keys.fill], stroke: border, width: 1.5 })]
  if (element.form === 'group') parts.push(drawBox(shape, { fill: 'none', stroke: border, width: 1, inset: 3.5 }))
  if (layout.tag) {
    parts.push(drawSectorTag(layout.tag.text, rect.x + layout.tag.rect.x, rect.y + layout.tag.rect.y, border, context))
  }
  for (const disc of layout.discs ?? []) {
    parts.push(tag('circle', { cx: rect.x + disc.x, cy: rect.y + disc.y, r: elementMetrics.discRadius, fill: border }))
  }
  parts.push(drawLines(shape, context, palette.ink))
  if (context.stance && element.stance) {
    parts.push(drawStance(element.stance, rect.x + rect.width - 4, rect.y, context))
  }
  return parts.join('')
}

/** The box with a sector's two letters. */
export function drawSectorTag(text: string, x: number, y: number, border: string, context: SymbolContext): string {
  const { width, height } = elementMetrics.tagSize
  return (
    tag('rect', { x, y, width, height, rx: 4, fill: context.palette.panel, stroke: border, 'stroke-width': 1 }) +
    context.painter.paint({
      text,
      x: x + width / 2,
      y: y + height / 2 + 4,
      size: 11,
      weight: 600,
      anchor: 'middle',
      fill: border,
    })
  )
}

const stancePaths = {
  supports: 'M0 -5L5 4L-5 4Z',
  neutral: 'M-4 -4H4V4H-4Z',
  opposes: 'M0 5L5 -4L-5 -4Z',
  mixed: 'M0 -5.5L5.5 0L0 5.5L-5.5 0Z',
} as const

/** ▲ supports, ■ neutral, ▼ opposes, ◆ mixed: a disc at a card's corner. */
export function drawStance(stance: keyof typeof stancePaths, x: number, y: number, context: SymbolContext): string {
  const { palette } = context
  return tag(
    'g',
    { transform: `translate(${x} ${y})` },
    tag('circle', { r: 9, fill: palette.panel, stroke: palette.nodeBorder, 'stroke-width': 1 }) +
      tag('path', { d: stancePaths[stance], fill: palette.ink }),
  )
}
