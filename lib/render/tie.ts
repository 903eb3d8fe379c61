import type { LinkShape } from '../geometry/linkShape'
import { colourOf, drawEnds, drawLinkLabel, drawStroke, drawTag } from './linkParts'
import type { SymbolContext } from './symbol'
import { tag } from './xml'

/** The line of a tie with the ends of its type. */
export function renderTieLine(shape: LinkShape, context: SymbolContext): string {
  return drawStroke(shape, context) + drawEnds(shape, context)
}

/** The letter of its type, a conflict's bolt, and the label. */
export function renderTieMarks(shape: LinkShape, context: SymbolContext): string {
  const colour = colourOf(shape, context)
  const letter = shape.tag ? drawTag(shape.tag, colour, context) : ''
  return (shape.zigzag ? drawBolt(shape.zigzag, colour, context) : '') + letter + drawLinkLabel(shape, context)
}

/** The zigzag of a conflict on a patch of ground that hides the line under it. */
function drawBolt(d: string, colour: string, context: SymbolContext): string {
  const look = { d, fill: 'none', 'stroke-linejoin': 'round', 'stroke-linecap': 'round' } as const
  return (
    tag('path', { ...look, stroke: context.ground, 'stroke-width': 6 }) +
    tag('path', { ...look, stroke: colour, 'stroke-width': 1.8 })
  )
}
