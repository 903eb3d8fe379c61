import type { Point } from '../../geometry/rect'
import { tieLettersWidth } from '../../layout/tieLetterPlaces'
import type { TieLook } from '../../model/tie'
import type { SymbolContext } from '../symbol'
import { svgNumber, tag } from '../xml'

/** The letters of a kind of tie on a patch of ground, around a point. */
export function drawTieLetters(kind: TieLook, { x, y }: Point, colour: string, context: SymbolContext): string {
  const width = tieLettersWidth(kind)
  return (
    tag('rect', {
      x: x - width / 2,
      y: y - 8,
      width,
      height: 16,
      rx: 8,
      fill: context.palette.panel,
      stroke: colour,
      'stroke-width': 1,
    }) + drawMark(kind, { x, y }, colour, context)
  )
}

/** The letters alone; a bolt and a dot as shapes, since not every font has them. */
export function drawMark(kind: TieLook, { x, y }: Point, colour: string, { painter }: SymbolContext): string {
  if (kind.tag === '') {
    return kind.style === 'zigzag'
      ? tag('path', {
          transform: `translate(${svgNumber(x)} ${svgNumber(y)})`,
          d: 'M1.5 -5.5L-2.5 0.8H2.5L-1.5 5.5',
          fill: 'none',
          stroke: colour,
          'stroke-width': 1.6,
          'stroke-linejoin': 'round',
          'stroke-linecap': 'round',
        })
      : tag('circle', { cx: x, cy: y, r: 2.5, fill: colour })
  }
  return painter.paint({ text: kind.tag, x, y: y + 4, size: 11, weight: 600, anchor: 'middle', fill: colour })
}
