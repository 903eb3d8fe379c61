import { chosenTick } from '../geometry/chosenTick'
import { elementMetrics } from '../geometry/elementLayout'
import type { ElementShape } from '../geometry/elementShape'
import { variableMarkPaths, variableMarkStroke } from '../geometry/variableMark'
import type { VariableMark } from '../model/variable'
import { findPaint } from './paint'
import { drawSectorTag } from './stakeholder'
import { drawBox, drawLines, type SymbolContext } from './symbol'
import { svgNumber, tag } from './xml'

/** A pill whose text carries it: the border only whispers. A dot at its corner says that the group chose it. */
export function renderVariable(shape: ElementShape, context: SymbolContext): string {
  const { palette } = context
  const { element, rect, layout } = shape
  const paint = findPaint(element.paint, palette)
  return (
    drawBox(shape, { fill: paint?.fill ?? palette.panel, stroke: paint?.border ?? palette.quietBorder }) +
    (element.paint?.tag === undefined || layout.tag === undefined || layout.tag.text === ''
      ? ''
      : drawSectorTag(
          { tag: layout.tag.text, pattern: 'none' },
          rect.x + layout.tag.rect.x,
          rect.y + layout.tag.rect.y,
          paint?.border ?? palette.ink,
          context,
        )) +
    (element.kind === 'variable' &&
    element.mark !== undefined &&
    element.paint?.tag === undefined &&
    layout.tag !== undefined
      ? drawVariableMark(
          element.mark,
          rect.x + layout.tag.rect.x + layout.tag.rect.width / 2,
          rect.y + layout.tag.rect.y + layout.tag.rect.height / 2,
          context,
        )
      : '') +
    drawLines(shape, context, palette.ink) +
    (layout.dot === undefined ? '' : drawDot(rect.x + layout.dot.x, rect.y + layout.dot.y, context))
  )
}

/** What a variable is to the people of the map. */
export function drawVariableMark(mark: VariableMark, x: number, y: number, context: SymbolContext): string {
  return tag('path', {
    transform: `translate(${x} ${y})`,
    d: variableMarkPaths[mark],
    fill: 'none',
    stroke: context.palette.accent,
    'stroke-width': variableMarkStroke,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  })
}

/** The group chose this: a dot with a tick. */
export function drawDot(x: number, y: number, context: SymbolContext): string {
  const { dotRadius, dotRing } = elementMetrics
  const { accent, panel, onAccent } = context.palette
  return tag(
    'g',
    { transform: `translate(${svgNumber(x)} ${svgNumber(y)})` },
    tag('circle', { r: dotRadius + dotRing / 2, fill: accent, stroke: panel, 'stroke-width': dotRing }) +
      tag('path', {
        d: chosenTick.path,
        fill: 'none',
        stroke: onAccent,
        'stroke-width': chosenTick.stroke,
        'stroke-linecap': 'round',
        'stroke-linejoin': 'round',
      }),
  )
}
