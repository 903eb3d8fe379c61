import type { ElementId } from '../base/ids'
import { succeed } from '../base/result'
import type { RecordChange } from '../model/mapPatch'
import { changeElement, hasField } from './changeElement'
import type { Command } from './command'
import type { FieldsInput } from './fieldChanges'
import { findUnlocked, nameStep, noteLocked, refuse } from './findRecords'

/**
 * Sets fields of one or several elements; null removes a field. Of several kinds, each element gets
 * the fields its kind has; a field that none of them has is refused. Fields of the map's own are named
 * `field:<id>`.
 *
 * @example
 * editor.run(setElementFields, { ids, fields: { sector: 'health', influence: 3 } })
 */
export const setElementFields: Command<{ readonly ids: readonly ElementId[]; readonly fields: FieldsInput }> = (
  view,
  { ids, fields },
) => {
  const found = findUnlocked(view, ids)
  if (!found.ok) return found
  const names = Object.keys(fields)
  const refused = names.find((name) => !found.value.some(({ kind }) => hasField(view, kind, name)))
  if (refused !== undefined) return refuse('bad-input', refused)
  const changes: RecordChange[] = []
  const changed: { readonly label: string }[] = []
  for (const element of found.value) {
    const own = Object.fromEntries(Object.entries(fields).filter(([name]) => hasField(view, element.kind, name)))
    const change = changeElement(view, element, own)
    if (!change.ok) return change
    if (change.value === undefined) continue
    changes.push(change.value)
    changed.push(element)
  }
  if (changes.length === 0) return refuse('nothing-to-do')
  return succeed({ changes, label: nameStep('edited', changed), ...noteLocked(view, ids) })
}
