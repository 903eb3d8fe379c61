import type { ElementId } from '../base/ids'
import { rectOfSign } from '../geometry/buildLink'
import { placeResultMarks, resultMark } from '../geometry/resultMark'
import type { Scene } from '../geometry/scene'
import type { ResultMarkText } from '../model/resultMark'
import { fade } from './paint'
import type { SymbolContext } from './symbol'
import { tag } from './xml'

/** The marks of results, as the canvas shows them: one markup line each. */
export function drawResultMarks(
  scene: Scene,
  marks: ReadonlyMap<ElementId, ResultMarkText>,
  context: SymbolContext,
): readonly string[] {
  const signs = Array.from(scene.links.values()).flatMap(({ sign }) => (sign === undefined ? [] : [rectOfSign(sign)]))
  return Array.from(placeResultMarks(scene.elements, marks, signs), ([id, { x, y, width, height }]) => {
    const { palette, painter } = context
    const { text = '', tone } = marks.get(id) ?? {}
    const colour = tone === 'against' ? palette.warn : tone === 'reached' ? palette.ok : palette.ink
    const plate = tag('rect', {
      ...{ x, y, width, height, rx: resultMark.radius },
      fill: palette.panel,
      stroke: tone === 'plain' ? palette.quietBorder : colour,
      'stroke-width': tone === 'plain' ? 1 : 1.4,
      'stroke-dasharray': tone === 'against' ? resultMark.dashes : undefined,
    })
    const words = painter.paint({
      ...{ text, x: x + width / 2, y: y + resultMark.baseline },
      ...{ ...resultMark.font, anchor: 'middle', fill: colour },
    })
    return fade(plate + words, scene.elements.get(id)?.element.paint?.faded)
  })
}
