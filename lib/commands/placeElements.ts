import type { ElementId, ViewId } from '../base/ids'
import { isSameJson } from '../base/json'
import { succeed } from '../base/result'
import type { MapElement } from '../model/element'
import type { RecordChange, StepName } from '../model/mapPatch'
import { isPlaceable, boardView, toStoredPosition, type Position } from '../model/position'
import type { Command } from './command'
import { findUnlocked, nameStep, refuse } from './findRecords'

export interface PlaceElementsInput {
  readonly view?: ViewId | undefined
  readonly positions: ReadonlyMap<ElementId, Position>
  /** What the step is called; `moved` if absent. */
  readonly step?: StepName | undefined
}

/**
 * Puts elements where they are to stand. A position without a size keeps the size people gave the
 * element. Locked elements and those that are gone stay out of it.
 *
 * @example
 * editor.run(placeElements, { positions: new Map([[id, { x: 120, y: 40 }]]) })
 */
export const placeElements: Command<PlaceElementsInput> = (
  view,
  { view: viewId = boardView, positions, step = 'moved' },
) => {
  const found = findUnlocked(view, positions.keys())
  if (!found.ok) return found
  const changes: RecordChange[] = []
  const moved: MapElement[] = []
  for (const element of found.value) {
    const now = view.positions.get(viewId)?.get(element.id)
    const wanted = keepSize(positions.get(element.id), now)
    if (wanted === undefined) continue
    if (!isPlaceable(wanted)) return refuse('bad-input', element.label)
    if (now !== undefined && isSameJson(toStoredPosition(now), toStoredPosition(wanted))) continue
    changes.push({ kind: 'place', view: viewId, id: element.id, position: wanted })
    moved.push(element)
  }
  return changes.length === 0 ? refuse('nothing-to-do') : succeed({ changes, label: nameStep(step, moved) })
}

function keepSize(wanted: Position | undefined, now: Position | undefined): Position | undefined {
  if (wanted === undefined || wanted.width !== undefined || now?.width === undefined) return wanted
  return { ...now, x: wanted.x, y: wanted.y }
}
