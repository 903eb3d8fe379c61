import type { LinkShape } from '../geometry/linkShape'
import { colourOf, drawEnds, drawLinkLabel, drawStroke, drawTag } from './linkParts'
import type { SymbolContext } from './symbol'

/** Relations and contributions: thin and neutral, so that they never look causal. */
export function renderRelationLine(shape: LinkShape, context: SymbolContext): string {
  return drawStroke(shape, context) + drawEnds(shape, context)
}

export function renderRelationMarks(shape: LinkShape, context: SymbolContext): string {
  const letters = shape.tag === undefined ? '' : drawTag(shape.tag, colourOf(shape, context), context)
  return letters + drawLinkLabel(shape, context)
}
