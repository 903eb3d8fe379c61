import type { ElementId } from '../base/ids'
import { succeed } from '../base/result'
import type { ElementKind } from '../model/element'
import type { RecordChange } from '../model/mapPatch'
import type { Position } from '../model/position'
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

const columnWidth = 240
const rowHeight = 90

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
  const columns = Math.max(1, Math.round(Math.sqrt((wanted.length * rowHeight) / columnWidth)))
  const rows = Math.ceil(wanted.length / columns)
  const changes: RecordChange[] = []
  const ids: ElementId[] = []
  for (const [index, label] of wanted.entries()) {
    // Down the first column, then the next: the order in which a list is read.
    const x = at.x + (Math.floor(index / rows) - (Math.ceil(wanted.length / rows) - 1) / 2) * columnWidth
    const y = at.y + ((index % rows) - (rows - 1) / 2) * rowHeight
    const made = makeElement(view, { kind, label, at: { x, y } }, context)
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
