import type { ElementId } from '../base/ids'
import { succeed } from '../base/result'
import type { ElementKind } from '../model/element'
import type { RecordChange } from '../model/mapPatch'
import { boardView, type Position } from '../model/position'
import { blockPlaces } from './blockPlaces'
import type { Command } from './command'
import { nameStep, refuse } from './findRecords'
import { findOverLimit, makeElement } from './newRecords'

/** A list of labels, such as a pasted one; `at` is the middle of the block they form. */
export interface AddElementsInput {
  readonly labels: readonly string[]
  readonly at: Position
  /** Variables if absent. */
  readonly kind?: ElementKind | undefined
}

/**
 * Adds one element per label, in columns that together are about as wide as high. Empty labels are
 * passed over. One step.
 *
 * @example
 * editor.run(addElements, { labels: ['Workload', 'Turnover'], at: { x: 0, y: 0 } })
 */
export const addElements: Command<AddElementsInput> = (view, { labels, at, kind = 'variable' }, context) => {
  const wanted = labels.map((label) => label.trim()).filter((label) => label !== '')
  if (wanted.length === 0) return refuse('nothing-to-do')
  const over = findOverLimit(view, { elements: wanted.length })
  if (over !== undefined) return over
  const places = blockPlaces(wanted.length, at, view.positions.get(boardView)?.values())
  const changes: RecordChange[] = []
  const ids: ElementId[] = []
  for (const [index, label] of wanted.entries()) {
    const made = makeElement(view, { kind, label, at: places[index] ?? at }, context)
    if (!made.ok) return made
    changes.push(...made.value.changes)
    ids.push(made.value.id)
  }
  return succeed({
    changes,
    label: nameStep(
      'added',
      wanted.map((label) => ({ label })),
    ),
    select: { elements: ids, links: [] },
  })
}
