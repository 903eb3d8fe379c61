import type { ElementId } from '../base/ids'
import { textOf, type JsonFields } from '../base/json'
import { succeed, type Result } from '../base/result'
import type { ElementKind } from '../model/element'
import type { PatchLabel, RecordChange } from '../model/mapPatch'
import type { MapView } from '../model/mapView'
import { boardView, type Position } from '../model/position'
import { addCustomField } from './addCustomField'
import { blockPlaces } from './blockPlaces'
import { changeElement, hasField } from './changeElement'
import type { Command, CommandContext, CommandProblem } from './command'
import type { FieldsInput } from './fieldChanges'
import { findUnlocked, nameStep, noteLocked, refuse } from './findRecords'
import { findOverLimit, makeElement } from './newRecords'

/** What a table says anew: of elements that are there, each its own fields, and of elements to be added. */
export interface SetRowsInput {
  readonly rows: readonly { readonly id: ElementId; readonly fields: FieldsInput }[]
  readonly added?: readonly { readonly kind: ElementKind; readonly fields: FieldsInput }[] | undefined
  /** Fields that the map gets first (see `addCustomField`): rows can say something in them, by their ids. */
  readonly fields?: readonly { readonly id: string; readonly field: FieldsInput }[] | undefined
  /** The middle of the block that added elements form on the board. */
  readonly at: Position
}

/**
 * Writes a block of a table in one step: other fields to each element, names too, and new elements with theirs. Locked
 * elements are passed over, as is what has gone meanwhile; a field that an element does not have is refused, and so is one
 * that cannot be made.
 *
 * @example
 * editor.run(setRows, { rows: [{ id, fields: { label: 'Clinic', power: 0.5 } }], at: { x: 0, y: 0 } })
 */
export const setRows: Command<SetRowsInput> = (before, { rows, added = [], fields: made = [], at }, context) => {
  const defined = defineFields(before, made, context)
  if (!defined.ok) return defined
  const { view, changes } = defined.value
  const ids = rows.map(({ id }) => id)
  const found = rows.length === 0 ? succeed([]) : findUnlocked(view, ids)
  if (!found.ok && added.length === 0) return found
  const free = new Set((found.ok ? found.value : []).map(({ id }) => id))
  const over = findOverLimit(view, { elements: added.length })
  if (over !== undefined) return over
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
  for (const [index, { kind, fields }] of added.entries()) {
    const { label, ...rest } = fields
    const one = makeElement(view, { kind, label: textOf(label), at: places[index] ?? at, fields: rest }, context)
    if (!one.ok) return one
    changes.push(...one.value.changes)
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

/** The map with fields, and the changes that make them. */
function defineFields(
  view: MapView,
  made: NonNullable<SetRowsInput['fields']>,
  context: CommandContext,
): Result<{ readonly view: MapView; readonly changes: RecordChange[] }, CommandProblem> {
  const changes: RecordChange[] = []
  let now = view
  for (const [index, one] of made.entries()) {
    // Each a moment later than the one before: they stand in the order of their columns.
    const added = addCustomField(now, one, { ...context, now: context.now + index })
    if (!added.ok) return added
    changes.push(...added.value.changes)
    const definitions = added.value.changes.flatMap((change) => (change.kind === 'meta' ? [change.fields] : []))
    now = { ...now, meta: { ...now.meta, unknown: Object.assign({}, now.meta.unknown, ...definitions) as JsonFields } }
  }
  return succeed({ view: now, changes })
}
