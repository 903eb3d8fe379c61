import type { ElementId } from '../base/ids'
import { succeed } from '../base/result'
import { elementSchemas } from '../model/element'
import type { RecordChange } from '../model/mapPatch'
import type { Command } from './command'
import { checkFields, elementFieldsApart, findChanges, type FieldsInput } from './fieldChanges'
import { findUnlocked, nameStep, noteLocked, refuse } from './findRecords'

/**
 * Sets fields of one or several elements; null removes a field. Of several kinds, each element gets
 * the fields its kind has; a field that none of them has is refused.
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
  const refused = names.find(
    (name) =>
      elementFieldsApart.includes(name) ||
      !found.value.some((element) => Object.hasOwn(elementSchemas[element.kind].shape, name)),
  )
  if (refused !== undefined) return refuse('bad-input', refused)
  const changes: RecordChange[] = []
  const changed: { readonly label: string }[] = []
  for (const element of found.value) {
    const shape = elementSchemas[element.kind].shape
    const own = Object.fromEntries(Object.entries(fields).filter(([name]) => Object.hasOwn(shape, name)))
    const checked = checkFields(shape, own)
    if (!checked.ok) return checked
    const different = findChanges(element, checked.value)
    if (different === undefined) continue
    changes.push({ kind: 'set', root: 'elements', id: element.id, fields: different })
    changed.push(element)
  }
  if (changes.length === 0) return refuse('nothing-to-do')
  return succeed({ changes, label: nameStep('edited', changed), ...noteLocked(view, ids) })
}
