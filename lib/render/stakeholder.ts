import { elementMetrics } from '../geometry/elementLayout'
import type { ElementShape } from '../geometry/elementShape'
import { layoutSectorTag, patternWidth } from '../geometry/sectorPattern'
import { stanceMark, stancePlace } from '../geometry/stanceMark'
import { starMark } from '../geometry/starMark'
import type { SectorLook } from '../model/sector'
import { findPaint } from './paint'
import { hueKey } from './palette'
import { drawBox, drawLines, type SymbolContext } from './symbol'
import { svgNumber, tag } from './xml'

/**
 * A card in the colours of its sector, with the sector's two letters in a box: people are round,
 * groups have a double border, discs count influence.
 */
export function renderStakeholder(shape: ElementShape, context: SymbolContext): string {
  const { element, rect, layout, sector } = shape
  if (element.kind !== 'stakeholder' || sector === undefined) return ''
  const { palette } = context
  const keys = hueKey(sector.colour)
  const { fill, border } = findPaint(element.paint, palette) ?? {
    fill: palette[keys.fill],
    border: palette[keys.border],
  }
  const parts = [drawBox(shape, { fill, stroke: border, width: 1.5 })]
  if (element.form === 'group') parts.push(drawBox(shape, { fill: 'none', stroke: border, width: 1, inset: 3.5 }))
  if (layout.tag) {
    parts.push(drawSectorTag(sector, rect.x + layout.tag.rect.x, rect.y + layout.tag.rect.y, border, context))
  }
  for (const disc of layout.discs ?? []) {
    parts.push(tag('circle', { cx: rect.x + disc.x, cy: rect.y + disc.y, r: elementMetrics.discRadius, fill: border }))
  }
  if (layout.star) parts.push(drawStar(rect.x + layout.star.x, rect.y + layout.star.y, context))
  parts.push(drawLines(shape, context, palette.ink))
  if (context.stance && element.stance) {
    parts.push(drawStance(element.stance, rect.x + stancePlace.x, rect.y + stancePlace.y, context))
  }
  return parts.join('')
}

/** The box with a sector's two letters, and its pattern below them. */
export function drawSectorTag(
  { tag: text, pattern }: Pick<SectorLook, 'tag' | 'pattern'>,
  x: number,
  y: number,
  border: string,
  context: SymbolContext,
): string {
  const { width, height } = elementMetrics.tagSize
  const layout = layoutSectorTag(pattern)
  return (
    tag('rect', { x, y, width, height, rx: 4, fill: context.palette.panel, stroke: border, 'stroke-width': 1 }) +
    context.painter.paint({
      text,
      x: x + width / 2,
      y: y + layout.letters + 4,
      size: 11,
      weight: 600,
      anchor: 'middle',
      fill: border,
    }) +
    (layout.pattern === ''
      ? ''
      : tag('path', {
          transform: `translate(${svgNumber(x)} ${svgNumber(y)})`,
          d: layout.pattern,
          fill: 'none',
          stroke: border,
          'stroke-width': patternWidth[pattern],
          'stroke-linecap': pattern === 'dots' ? 'round' : undefined,
        }))
  )
}

/** The same on the sector's own colour, with letters in that of text: where no card is around it. */
export function drawTintedTag(sector: SectorLook, x: number, y: number, context: SymbolContext): string {
  const keys = hueKey(sector.colour)
  const { palette, painter } = context
  return drawSectorTag(sector, x, y, palette[keys.border], {
    ...context,
    palette: { ...palette, panel: palette[keys.fill] },
    painter: { paint: (run) => painter.paint({ ...run, fill: palette.ink }) },
  })
}

/** Before the name of whom a look marks. */
export function drawStar(x: number, y: number, { palette }: SymbolContext): string {
  return tag('path', {
    transform: `translate(${svgNumber(x)} ${svgNumber(y)})`,
    d: starMark.path,
    fill: palette.ink,
  })
}

/** ▲ supports, ■ neutral, ▼ opposes, ◆ mixed: a disc at a card's corner. */
export function drawStance(
  stance: keyof typeof stanceMark.paths,
  x: number,
  y: number,
  context: SymbolContext,
): string {
  const { palette } = context
  return tag(
    'g',
    { transform: `translate(${x} ${y})` },
    tag('circle', { r: stanceMark.radius, fill: palette.panel, stroke: palette.nodeBorder, 'stroke-width': 1 }) +
      tag('path', { d: stanceMark.paths[stance], fill: palette.ink }),
  )
}
