import type { Json, JsonFields } from '../base/json'
import { succeed, type Result } from '../base/result'
import { customFieldOf, findCustomField, hasCustomField } from '../model/customField'
import { fitsCustomField } from '../model/customValue'
import { elementSchemas, type ElementKind, type MapElement } from '../model/element'
import type { RecordChange } from '../model/mapPatch'
import type { MapView } from '../model/mapView'
import { movedExtraField } from '../model/movedExtra'
import type { CommandProblem } from './command'
import { checkFields, elementFieldsApart, findChanges, type FieldsInput } from './fieldChanges'
import { refuse } from './findRecords'

/** Whether elements of this kind have the field: of their own, or one of the map's (`field:<id>`). */
export function hasField({ meta }: Pick<MapView, 'meta'>, kind: ElementKind, name: string): boolean {
  const custom = customFieldOf(name)
  if (custom === undefined) return !elementFieldsApart.includes(name) && Object.hasOwn(elementSchemas[kind].shape, name)
  const field = findCustomField(meta, custom)
  return field !== undefined && hasCustomField(kind, field)
}

/**
 * Checks fields for an element of this kind, those of the map's own by their definition. Null becomes undefined, which
 * a patch understands as removal. Fields that the kind does not have are for the caller.
 */
export function checkElementFields(
  { meta }: Pick<MapView, 'meta'>,
  kind: ElementKind,
  fields: FieldsInput,
): Result<FieldsInput, CommandProblem> {
  const own: Record<string, Json | undefined> = {}
  const custom: Record<string, Json | undefined> = {}
  for (const [name, value] of Object.entries(fields)) {
    const id = customFieldOf(name)
    if (id === undefined) {
      own[name] = value
      continue
    }
    const field = findCustomField(meta, id)
    const isEmpty = value === null || value === undefined
    if (field === undefined || !hasCustomField(kind, field)) return refuse('bad-input', name)
    if (!isEmpty && !fitsCustomField(field, value)) return refuse('bad-input', field.name)
    custom[name] = isEmpty ? undefined : value
  }
  const checked = checkFields(elementSchemas[kind].shape, own)
  return checked.ok ? succeed({ ...checked.value, ...custom }) : checked
}

/** The change that sets fields of one element, or undefined if they say so already. See `checkElementFields`. */
export function changeElement(
  view: Pick<MapView, 'meta'>,
  element: MapElement,
  fields: FieldsInput,
): Result<RecordChange | undefined, CommandProblem> {
  const checked = checkElementFields(view, element.kind, fields)
  if (!checked.ok) return checked
  const different = findChanges({ ...element.unknown, ...element }, checked.value)
  if (different === undefined) return succeed(undefined)
  // What is said there anew has not moved to a field.
  const said = Object.keys((different['extra'] ?? {}) as JsonFields).map((name) => [movedExtraField(name), undefined])
  const change = { ...different, ...Object.fromEntries(said) } as FieldsInput
  return succeed({ kind: 'set', root: 'elements', id: element.id, fields: change })
}
