import type { Json } from '../base/json'
import type { Result } from '../base/result'
import { customFieldShape, readCustomFields, type CustomField } from '../model/customField'
import { isBuiltInName } from '../model/builtInName'
import { labelKey } from '../model/label'
import type { MapView } from '../model/mapView'
import type { CommandProblem } from './command'
import { checkFields, type FieldsInput } from './fieldChanges'
import { refuse } from './findRecords'

/** Checked and trimmed; a name that another field has already, or one that Weft has itself, is refused, since tables and files tell columns by name. */
export function checkDefinition(
  view: MapView,
  input: FieldsInput,
  before?: CustomField,
): Result<FieldsInput, CommandProblem> {
  const fields: Record<string, Json | undefined> = { ...input }
  if (typeof fields['name'] === 'string') fields['name'] = fields['name'].trim()
  if (Array.isArray(fields['choices'])) {
    const words = (fields['choices'] as readonly Json[]).map((word) => (typeof word === 'string' ? word.trim() : word))
    fields['choices'] = [...new Set(words)].filter((word) => word !== '')
  }
  for (const required of ['name', 'type']) {
    if (before !== undefined && required in fields && fields[required] === null) return refuse('bad-input', required)
  }
  const checked = checkFields(customFieldShape, fields)
  if (!checked.ok) return checked
  const { name } = checked.value
  if (typeof name === 'string') {
    const isTaken = readCustomFields(view.meta).some(
      (other) => other.id !== before?.id && other.name.toLocaleLowerCase() === name.toLocaleLowerCase(),
    )
    const isWefts = isBuiltInName(name) && labelKey(name) !== labelKey(before?.name ?? '')
    if (isTaken || isWefts) return refuse('field-there', name)
  }
  return checked
}
