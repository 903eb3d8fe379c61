import type { ElementId, ViewId } from '../base/ids'
import { succeed } from '../base/result'
import { sizeOf } from '../geometry/elementLayout'
import { centreOf, inflate, rectAround, unite, type Rect } from '../geometry/rect'
import type { MapView } from '../model/mapView'
import { boardView } from '../model/position'
import type { Command } from './command'
import { nameStep, refuse } from './findRecords'
import { findOverLimit, makeElement } from './newRecords'

export interface FrameElementsInput {
  readonly ids: readonly ElementId[]
  readonly label: string
  readonly view?: ViewId | undefined
  readonly id?: ElementId | undefined
}

/** Room between the frame and what it is drawn around. */
const margin = 40

/** What a frame around elements takes up, with room; undefined if none of them is on that view. */
export function areaAround(view: MapView, ids: readonly ElementId[], viewId: ViewId = boardView): Rect | undefined {
  const rects = ids.flatMap((id) => {
    const element = view.elements.get(id)
    const position = view.positions.get(viewId)?.get(id)
    return element === undefined || position === undefined ? [] : [rectAround(position, sizeOf(element, position))]
  })
  const bounds = unite(rects)
  return bounds && inflate(bounds, margin)
}

/**
 * Draws a named frame around elements. The elements themselves do not change, so locked ones may be
 * framed too.
 *
 * @example
 * editor.run(frameElements, { ids: selection.elements, label: 'Staffing' })
 */
export const frameElements: Command<FrameElementsInput> = (
  view,
  { ids, label, view: viewId = boardView, id },
  context,
) => {
  const over = findOverLimit(view, { elements: 1 })
  if (over !== undefined) return over
  const area = areaAround(view, ids, viewId)
  if (area === undefined) return ids[0] === undefined ? refuse('nothing-to-do') : refuse('not-found', ids[0])
  const at = { ...centreOf(area), width: area.width, height: area.height }
  const made = makeElement(view, { kind: 'frame', at, view: viewId, label, id }, context)
  if (!made.ok) return made
  return succeed({
    changes: made.value.changes,
    label: nameStep('added', [{ label: label.trim() }]),
    select: { elements: [made.value.id], links: [] },
  })
}
