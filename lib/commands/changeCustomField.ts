import { isSameJson, type JsonFields } from '../base/json'
import { succeed } from '../base/result'
import { customFieldKey, findCustomField, type CustomField } from '../model/customField'
import { splitParts } from '../model/definitionParts'
import { customText, customValue, fitsCustomField, rewriteCustomValue } from '../model/customValue'
import type { RecordChange } from '../model/mapPatch'
import type { MapView } from '../model/mapView'
import type { Command } from './command'
import { findChanges, presentFields, type FieldsInput } from './fieldChanges'
import { checkDefinition } from './fieldDefinition'
import { refuse } from './findRecords'

/**
 * Changes what is said of a field: its name, type, words to choose from, kinds, whether it is personal; null takes a
 * part away. Where the type changes, what elements say is written anew where it fits (`12` as a number), and stays as
 * it is where it does not (`countMisfits`). One step.
 */
export const changeCustomField: Command<{ readonly id: string; readonly changes: FieldsInput }> = (
  view,
  { id, changes },
) => {
  const before = findCustomField(view.meta, id)
  if (before === undefined) return refuse('not-found', id)
  const checked = checkDefinition(view, changes, before)
  if (!checked.ok) return checked
  const key = customFieldKey(id)
  // What a newer version says of the field stays.
  const stored = (view.meta.unknown?.[key] ?? {}) as JsonFields
  const definition = presentFields({ ...stored, ...checked.value })
  const after = { ...before, ...checked.value } as CustomField
  if (isSameJson(definition, stored)) return refuse('nothing-to-do')
  const changed = findChanges(stored, checked.value) ?? {}
  const rewritten = [...view.elements.values()].flatMap((element): readonly RecordChange[] => {
    const value = customValue(element, { id })
    if (value === undefined || fitsCustomField(after, value)) return []
    const fitting = rewriteCustomValue(after, customText(value))
    if (fitting === undefined || fitting === null) return []
    return [{ kind: 'set', root: 'elements', id: element.id, fields: { [key]: fitting } }]
  })
  return succeed({
    changes: [{ kind: 'meta', fields: splitParts(key, changed) }, ...rewritten],
    label: { step: 'changed-field', name: after.name },
  })
}

/** Of how many elements what they say in the field would not fit it, were it like this; and how many say anything. */
export function countMisfits(
  { elements }: Pick<MapView, 'elements'>,
  field: Pick<CustomField, 'id' | 'type' | 'choices'>,
): { readonly said: number; readonly misfits: number } {
  let said = 0
  let misfits = 0
  for (const element of elements.values()) {
    const value = customValue(element, field)
    if (value === undefined) continue
    said += 1
    if (rewriteCustomValue(field, customText(value)) === undefined || typeof value === 'object') misfits += 1
  }
  return { said, misfits }
}
