import type { LinkShape } from '../geometry/linkShape'
import { drawEnds, drawLinkLabel, drawStroke } from './linkParts'
import type { SymbolContext } from './symbol'

/** Relations and contributions: thin and neutral, so that they never look causal. */
export function renderRelationLine(shape: LinkShape, context: SymbolContext): string {
  return drawStroke(shape, context) + drawEnds(shape, context)
}

export function renderRelationMarks(shape: LinkShape, context: SymbolContext): string {
  return drawLinkLabel(shape, context)
}
