import type { ElementId } from '../../lib/base/ids'
import { describeStep } from '../../lib/editor/describeStep'
import type { MapPatch } from '../../lib/model/mapPatch'
import type { MapView } from '../../lib/model/mapView'
import { shortName } from './shortName'
import { longestName, stepValues } from './stepLabel'

/** Values for the message `steps.gone`. */
export interface DeletionValues {
  readonly [key: string]: string | number
  readonly elements: number
  /** With an element go the links that begin or end there. */
  readonly links: number
  /** Of the one element, else of the one link by its ends; cut where it is long. */
  readonly name: string
  readonly named: 'yes' | 'no'
}

/** Values for the message `steps.mergedSaid`. */
export interface MergeValues {
  readonly [key: string]: string | number
  /** How many became part of the one that stays. */
  readonly others: number
  /** Of the only other one. */
  readonly name: string
  readonly into: string
  /** Links whose signs differed. */
  readonly open: number
}

/** What became part of what; undefined if the step merged nothing. @param view the map before the step */
export function mergeValues(
  view: MapView,
  { changes, label }: Pick<MapPatch, 'changes' | 'label'>,
): MergeValues | undefined {
  if (label.step !== 'merged') return undefined
  const gone = changes.flatMap((change) =>
    change.kind === 'delete' && change.root === 'elements' ? (view.elements.get(change.id as ElementId) ?? []) : [],
  )
  const open = changes.filter(
    (change) => change.kind === 'set' && change.root === 'links' && change.fields['polarity'] === '?',
  )
  return {
    others: gone.length,
    name: shortName(gone[0]?.label ?? '', longestName),
    into: shortName(label.name ?? '', longestName),
    open: open.length,
  }
}

/**
 * What a deletion took, in numbers and by name, ways of ties included; undefined if the step is no deletion of elements
 * or links.
 *
 * Cost: one pass over the changes.
 * @param view the map before the step
 */
export function deletionValues(view: MapView, patch: Pick<MapPatch, 'changes' | 'label'>): DeletionValues | undefined {
  if (patch.label.step !== 'deleted') return undefined
  const count = (root: 'elements' | 'links'): number =>
    patch.changes.filter((change) => change.kind === 'delete' && change.root === root).length
  // A tie that went both ways and keeps its other half has lost one way all the same.
  const halves = patch.changes.filter((change) => change.kind === 'set' && change.root === 'links').length
  const [elements, links] = [count('elements'), count('links') + halves]
  if (elements + links === 0) return undefined
  const { name, named } = stepValues(describeStep(view, patch))
  return { elements, links, name, named }
}
