import type { ElementId, ViewId } from '../base/ids'
import { unite, type Rect } from '../geometry/rect'
import { boardView, type Position } from '../model/position'
import type { Command } from './command'
import { refuse } from './findRecords'
import { findPlaced } from './findRects'
import { placeElements } from './placeElements'

export const alignEdges = ['left', 'right', 'top', 'bottom', 'centre', 'middle'] as const
export type AlignEdge = (typeof alignEdges)[number]

export interface AlignElementsInput {
  readonly ids: readonly ElementId[]
  /** `centre` is the vertical line through the middle of all, `middle` the horizontal one. */
  readonly edge: AlignEdge
  readonly view?: ViewId | undefined
}

/**
 * Moves elements so that they share an edge or a middle line of the area they take together.
 *
 * @example
 * editor.run(alignElements, { ids: selection.elements, edge: 'left' })
 */
export const alignElements: Command<AlignElementsInput> = (view, { ids, edge, view: viewId = boardView }, context) => {
  const placed = findPlaced(view, viewId, ids)
  if (!placed.ok) return placed
  const bounds = unite(placed.value.map(({ rect }) => rect))
  if (bounds === undefined || placed.value.length < 2) return refuse('needs-two')
  const positions = new Map(
    placed.value.map(({ element, position, rect }) => [element.id, alignOne(position, rect, bounds, edge)]),
  )
  return placeElements(view, { view: viewId, positions, step: 'aligned' }, context)
}

function alignOne(position: Position, rect: Rect, bounds: Rect, edge: AlignEdge): Position {
  switch (edge) {
    case 'left':
      return { ...position, x: bounds.x + rect.width / 2 }
    case 'right':
      return { ...position, x: bounds.x + bounds.width - rect.width / 2 }
    case 'centre':
      return { ...position, x: bounds.x + bounds.width / 2 }
    case 'top':
      return { ...position, y: bounds.y + rect.height / 2 }
    case 'bottom':
      return { ...position, y: bounds.y + bounds.height - rect.height / 2 }
    case 'middle':
      return { ...position, y: bounds.y + bounds.height / 2 }
  }
}
