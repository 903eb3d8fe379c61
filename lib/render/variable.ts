import type { ElementShape } from '../geometry/elementShape'
import { drawBox, drawLines, type SymbolContext } from './symbol'

/** A pill whose text carries it: the border only whispers. */
export function renderVariable(shape: ElementShape, context: SymbolContext): string {
  const { palette } = context
  return drawBox(shape, { fill: palette.panel, stroke: palette.quietBorder }) + drawLines(shape, context, palette.ink)
}
