import type { ElementShape } from '../geometry/elementShape'
import { renderAction } from './action'
import { outlinePaint, renderFrame, renderImage, renderInk, renderNote, renderText } from './scenery'
import { renderStakeholder } from './stakeholder'
import type { SymbolContext } from './symbol'
import { renderVariable } from './variable'

/** An element by its kind. */
export function renderElement(shape: ElementShape, context: SymbolContext): string {
  switch (shape.element.kind) {
    case 'variable':
      return renderVariable(shape, context)
    case 'stakeholder':
      return renderStakeholder(shape, context)
    case 'action':
      return renderAction(shape, context)
    case 'note':
      return renderNote(shape, context) + outlinePaint(shape, context)
    case 'text':
      return renderText(shape, context) + outlinePaint(shape, context)
    case 'frame':
      return renderFrame(shape, context) + outlinePaint(shape, context)
    case 'image':
      return renderImage(shape, context) + outlinePaint(shape, context)
    case 'ink':
      return renderInk(shape, context) + outlinePaint(shape, context)
  }
}
