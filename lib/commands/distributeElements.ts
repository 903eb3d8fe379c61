import type { ElementId, ViewId } from '../base/ids'
import { boardView, type Position } from '../model/position'
import type { Command } from './command'
import { refuse } from './findRecords'
import { findPlaced } from './findRects'
import { placeElements } from './placeElements'

export interface DistributeElementsInput {
  readonly ids: readonly ElementId[]
  readonly axis: 'horizontal' | 'vertical'
  readonly view?: ViewId | undefined
}

/**
 * Moves elements so that the gaps between neighbours are equal; the first and the last stay.
 *
 * @example
 * editor.run(distributeElements, { ids: selection.elements, axis: 'horizontal' })
 */
export const distributeElements: Command<DistributeElementsInput> = (
  view,
  { ids, axis, view: viewId = boardView },
  context,
) => {
  const placed = findPlaced(view, viewId, ids)
  if (!placed.ok) return placed
  if (placed.value.length < 3) return refuse('needs-three')
  const [centre, extent] = axis === 'horizontal' ? (['x', 'width'] as const) : (['y', 'height'] as const)
  const inOrder = [...placed.value].sort((one, other) => one.position[centre] - other.position[centre])
  const start = Math.min(...inOrder.map(({ rect }) => rect[centre]))
  const end = Math.max(...inOrder.map(({ rect }) => rect[centre] + rect[extent]))
  const taken = inOrder.reduce((sum, { rect }) => sum + rect[extent], 0)
  const gap = (end - start - taken) / (inOrder.length - 1)
  const positions = new Map<ElementId, Position>()
  let at = start
  for (const { element, position, rect } of inOrder) {
    positions.set(element.id, { ...position, [centre]: at + rect[extent] / 2 })
    at += rect[extent] + gap
  }
  return placeElements(view, { view: viewId, positions, step: 'aligned' }, context)
}
