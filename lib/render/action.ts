import type { ElementShape } from '../geometry/elementShape'
import { drawBox, drawLines, type SymbolContext } from './symbol'
import { tag } from './xml'

/** A card with a small forward mark: something that people do. */
export function renderAction(shape: ElementShape, context: SymbolContext): string {
  const { palette } = context
  const { rect, layout } = shape
  const box = layout.tag?.rect
  const mark =
    box === undefined
      ? ''
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
    drawBox(shape, { fill: palette.panel, stroke: palette.nodeBorder }) + mark + drawLines(shape, context, palette.ink)
  )
}
