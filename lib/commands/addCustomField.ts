import { createId, isId } from '../base/ids'
import { succeed } from '../base/result'
import {
  customFieldKey,
  customFieldLimits,
  findCustomField,
  readCustomFields,
  type CustomField,
} from '../model/customField'
import { isPersonalField } from '../model/personalField'
import type { Command } from './command'
import { presentFields, type FieldsInput } from './fieldChanges'
import { checkDefinition } from './fieldDefinition'
import { refuse } from './findRecords'

/**
 * Adds a field to the map's elements, besides the built-in ones. One whose name says that it is personal is marked so,
 * unless `personal` is given: null or false for one that is not.
 *
 * @example
 * editor.run(addCustomField, { field: { name: 'Budget', type: 'number', of: ['stakeholder'] } })
 */
export const addCustomField: Command<{
  readonly field: FieldsInput
  /** Chosen by the caller if it has to know it beforehand. */
  readonly id?: string | undefined
}> = (view, { field, id: chosen }, context) => {
  if (chosen !== undefined && (!isId(chosen) || findCustomField(view.meta, chosen) !== undefined)) {
    return refuse('bad-input', chosen)
  }
  if (readCustomFields(view.meta).length >= customFieldLimits.fields) {
    return refuse('too-many-fields', String(customFieldLimits.fields))
  }
  const checked = checkDefinition(view, { ...field, at: Math.max(0, Math.trunc(context.now)) })
  if (!checked.ok) return checked
  const { name, type } = checked.value
  if (typeof name !== 'string' || typeof type !== 'string') {
    return refuse('bad-input', typeof name === 'string' ? 'type' : 'name')
  }
  const key = customFieldKey(chosen ?? createId<string>(context.random))
  const of = checked.value['of'] as CustomField['of']
  const marked = field['personal'] === undefined && isPersonalField(view, { name, of }) ? { personal: true } : {}
  return succeed({
    changes: [{ kind: 'meta', fields: { [key]: presentFields({ ...checked.value, ...marked }) } }],
    label: { step: 'added-field', name },
  })
}
