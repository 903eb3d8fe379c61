import { elementMetrics } from '../geometry/elementLayout'
import type { ElementShape } from '../geometry/elementShape'
import { findPaint } from './paint'
import { drawSectorTag } from './stakeholder'
import { drawBox, drawLines, type SymbolContext } from './symbol'
import { tag } from './xml'

/** A card with a small forward mark: something that people do. Painted, it has the letter of its paint in its place. */
export function renderAction(shape: ElementShape, context: SymbolContext): string {
  const { palette } = context
  const { element, rect, layout } = shape
  const paint = findPaint(element.paint, palette)
  const letter = element.paint?.tag
  const box = layout.tag?.rect
  const mark =
    box === undefined
      ? ''
      : letter !== undefined
        ? drawSectorTag(
            { tag: letter, pattern: 'none' },
            rect.x + box.x + (box.width - elementMetrics.tagSize.width) / 2,
            rect.y + box.y + (box.height - elementMetrics.tagSize.height) / 2,
            paint?.border ?? palette.ink,
            context,
          )
        : tag(
            'g',
            { transform: `translate(${rect.x + box.x + box.width / 2} ${rect.y + box.y + box.height / 2})` },
            tag('circle', { r: box.width / 2, fill: palette.accent }) +
              tag('path', {
                d: 'M-2 -4L2.5 0L-2 4',
                fill: 'none',
                stroke: palette.onAccent,
                'stroke-width': 1.8,
                'stroke-linecap': 'round',
                'stroke-linejoin': 'round',
              }),
          )
  return (
    drawBox(shape, { fill: paint?.fill ?? palette.panel, stroke: paint?.border ?? palette.nodeBorder }) +
    mark +
    drawLines(shape, context, palette.ink)
  )
}
