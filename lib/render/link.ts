import type { LinkShape } from '../geometry/linkShape'
import { drawPaintTag, drawTilde } from './linkParts'
import { renderCausalLine, renderCausalMarks } from './causalLink'
import { renderRelationLine, renderRelationMarks } from './relation'
import type { SymbolContext } from './symbol'
import { renderTieLine, renderTieMarks } from './tie'

/** The lower layer of a link, by its kind: line and ends. */
export function renderLinkLine(shape: LinkShape, context: SymbolContext): string {
  switch (shape.link.kind) {
    case 'causal':
      return renderCausalLine(shape, context)
    case 'tie':
      return renderTieLine(shape, context)
    case 'contribution':
    case 'relation':
      return renderRelationLine(shape, context)
  }
}

/** The upper layer: signs, tags and words, above all lines. */
export function renderLinkMarks(shape: LinkShape, context: SymbolContext): string {
  return drawMarks(shape, context) + drawTilde(shape, context) + drawPaintTag(shape, context)
}

function drawMarks(shape: LinkShape, context: SymbolContext): string {
  switch (shape.link.kind) {
    case 'causal':
      return renderCausalMarks(shape, context)
    case 'tie':
      return renderTieMarks(shape, context)
    case 'contribution':
    case 'relation':
      return renderRelationMarks(shape, context)
  }
}
