import type { ElementId, ViewId } from '../base/ids'
import { succeed, type Result } from '../base/result'
import { sizeOf } from '../geometry/elementLayout'
import { rectAround, type Rect } from '../geometry/rect'
import type { MapElement } from '../model/element'
import type { MapView } from '../model/mapView'
import type { Position } from '../model/position'
import type { CommandProblem } from './command'
import { findUnlocked } from './findRecords'

/** An element with the place and the room it takes. */
export interface PlacedElement {
  readonly element: MapElement
  readonly position: Position
  readonly rect: Rect
}

/** Those of `ids` that may be moved and have a place in the view. */
export function findPlaced(
  view: MapView,
  viewId: ViewId,
  ids: readonly ElementId[],
): Result<readonly PlacedElement[], CommandProblem> {
  const found = findUnlocked(view, ids)
  if (!found.ok) return found
  return succeed(
    found.value.flatMap((element) => {
      const position = view.positions.get(viewId)?.get(element.id)
      return position === undefined
        ? []
        : [{ element, position, rect: rectAround(position, sizeOf(element, position)) }]
    }),
  )
}
