import { badgeMetrics, badgeRing, tagSizeOf, type BadgedLoop, type LoopBadge, type Turn } from '../geometry/loopBadge'
import type { SymbolContext } from './symbol'
import { svgNumber, tag } from './xml'

/** A loop's badge with its name below, as the canvas shows it. */
export function renderLoopBadge({ centre, loop, turn, name }: LoopBadge, context: SymbolContext): string {
  const words = (name?.lines ?? []).map((line, index) =>
    context.painter.paint({
      text: line,
      x: centre.x + (name?.x ?? 0),
      y: centre.y + (name?.baseline ?? 0) + index * (name?.lineHeight ?? 0),
      size: badgeMetrics.nameSize,
      weight: 500,
      anchor: name?.anchor ?? 'middle',
      fill: context.palette.ink,
      halo: context.ground,
    }),
  )
  return drawBadge(loop, turn, centre.x, centre.y, context) + words.join('')
}

/** The ring with the tag in it, around a place. */
export function drawBadge(
  { kind, delayed, tag: text }: Pick<BadgedLoop, 'kind' | 'delayed' | 'tag'>,
  turn: Turn,
  x: number,
  y: number,
  context: SymbolContext,
  scale = 1,
): string {
  const { palette } = context
  const { arc, head, delay } = badgeRing(turn)
  const line = { fill: 'none', stroke: palette.muted, 'stroke-width': badgeMetrics.ringWidth }
  const size = tagSizeOf(text)
  const ring =
    tag('circle', { r: badgeMetrics.radius, fill: palette.panel }) +
    tag('path', { d: arc, ...line, 'stroke-dasharray': kind === 'undetermined' ? '4 3.5' : undefined }) +
    tag('path', { d: head, fill: palette.muted }) +
    (delayed ? drawDelay(delay, context) : '') +
    context.painter.paint({ text, x: 0, y: size * 0.36, size, weight: 600, anchor: 'middle', fill: palette.ink })
  const place = `translate(${svgNumber(x)} ${svgNumber(y)})`
  return tag('g', { transform: scale === 1 ? place : `${place} scale(${svgNumber(scale)})` }, ring)
}

/** Two strokes on a patch that breaks the ring between them, as on a delayed link. */
function drawDelay(d: string, { palette }: SymbolContext): string {
  return (
    tag('path', { d: badgeMetrics.delayGap, fill: 'none', stroke: palette.panel, 'stroke-width': 5 }) +
    tag('path', { d, fill: 'none', stroke: palette.muted, 'stroke-width': 2, 'stroke-linecap': 'round' })
  )
}
