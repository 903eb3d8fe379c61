import type { ElementShape } from '../geometry/elementShape'
import type { Sectors } from '../model/sector'
import type { TieTypes } from '../model/tie'
import type { Palette } from './palette'
import type { RenderTexts } from './texts'
import type { TextPainter } from './textPainter'
import { tag } from './xml'

/** What every symbol needs besides its own shape. */
export interface SymbolContext {
  readonly palette: Palette
  readonly painter: TextPainter
  readonly signStyle: 'plus-minus' | 's-o' | 'words'
  readonly texts: RenderTexts
  /** The map's sectors and kinds of tie. */
  readonly sectors: Sectors
  readonly tieTypes: TieTypes
  /** Colour that shows between things: the halo of labels. */
  readonly ground: string
  /** Stance of stakeholders is drawn only on request: it may be sensitive. */
  readonly stance: boolean
}

/** The box of an element with its corners. */
export function drawBox(
  { rect, radius }: ElementShape,
  look: { readonly fill: string; readonly stroke?: string; readonly width?: number; readonly inset?: number },
): string {
  const inset = look.inset ?? 0
  return tag('rect', {
    x: rect.x + inset,
    y: rect.y + inset,
    width: Math.max(0, rect.width - inset * 2),
    height: Math.max(0, rect.height - inset * 2),
    rx: Math.max(0, Math.min(radius, rect.height / 2) - inset),
    fill: look.fill,
    stroke: look.stroke,
    'stroke-width': look.stroke === undefined ? undefined : (look.width ?? 1.2),
  })
}

/** All lines of an element's label in their places. */
export function drawLines(shape: ElementShape, context: SymbolContext, fill: string): string {
  const { rect, layout } = shape
  const { text, lines } = layout
  return lines
    .map((line, index) =>
      context.painter.paint({
        text: line,
        x: rect.x + text.x,
        y: rect.y + text.baseline + index * text.lineHeight,
        size: text.size,
        weight: text.weight,
        anchor: text.anchor,
        fill,
      }),
    )
    .join('')
}
