import type { ElementId } from '../base/ids'
import { textOf } from '../base/json'
import { succeed } from '../base/result'
import type { ElementKind } from '../model/element'
import type { PatchLabel, RecordChange } from '../model/mapPatch'
import { boardView, type Position } from '../model/position'
import { blockPlaces } from './blockPlaces'
import { changeElement, hasField } from './changeElement'
import type { Command } from './command'
import type { FieldsInput } from './fieldChanges'
import { findUnlocked, nameStep, noteLocked, refuse } from './findRecords'
import { findOverLimit, makeElement } from './newRecords'

/** What a table says anew: of elements that are there, each its own fields, and of elements to be added. */
export interface SetRowsInput {
  readonly rows: readonly { readonly id: ElementId; readonly fields: FieldsInput }[]
  readonly added?: readonly { readonly kind: ElementKind; readonly fields: FieldsInput }[] | undefined
  /** The middle of the block that added elements form on the board. */
  readonly at: Position
}

/**
 * Writes a block of a table in one step: other fields to each element, names too, and new elements with theirs. Locked
 * elements are passed over, as is what has gone meanwhile; a field that an element does not have is refused.
 *
 * @example
 * editor.run(setRows, { rows: [{ id, fields: { label: 'Clinic', power: 0.5 } }], at: { x: 0, y: 0 } })
 */
export const setRows: Command<SetRowsInput> = (view, { rows, added = [], at }, context) => {
  const ids = rows.map(({ id }) => id)
  const found = rows.length === 0 ? succeed([]) : findUnlocked(view, ids)
  if (!found.ok && added.length === 0) return found
  const free = new Set((found.ok ? found.value : []).map(({ id }) => id))
  const over = findOverLimit(view, { elements: added.length })
  if (over !== undefined) return over
  const changes: RecordChange[] = []
  const changed: { readonly label: string }[] = []
  for (const { id, fields } of rows) {
    const element = view.elements.get(id)
    if (element === undefined || !free.has(id)) continue
    const foreign = Object.keys(fields).find((name) => !hasField(view, element.kind, name))
    if (foreign !== undefined) return refuse('bad-input', foreign)
    const { label } = fields
    const change = changeElement(view, element, typeof label === 'string' ? { ...fields, label: label.trim() } : fields)
    if (!change.ok) return change
    if (change.value === undefined) continue
    changes.push(change.value)
    changed.push(element)
  }
  const places = blockPlaces(added.length, at, view.positions.get(boardView)?.values())
  const made: ElementId[] = []
  for (const [index, { kind, fields }] of added.entries()) {
    const { label, ...rest } = fields
    const one = makeElement(view, { kind, label: textOf(label), at: places[index] ?? at, fields: rest }, context)
    if (!one.ok) return one
    changes.push(...one.value.changes)
    made.push(one.value.id)
  }
  if (changes.length === 0) return refuse('nothing-to-do')
  const label: PatchLabel =
    changed.length > 0
      ? nameStep('edited', changed)
      : nameStep(
          'added',
          added.map(({ fields }) => ({ label: textOf(fields['label']) })),
        )
  return succeed({ changes, label, ...noteLocked(view, ids) })
}
