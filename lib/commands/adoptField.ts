import { createId } from '../base/ids'
import type { Json } from '../base/json'
import { succeed } from '../base/result'
import { customFieldKey, customFieldLimits, readCustomFields } from '../model/customField'
import { customText, toCustomValue } from '../model/customValue'
import { isSaidName } from '../model/extraName'
import { choiceWords, guessFieldType } from '../model/guessFieldType'
import { movedExtraField } from '../model/movedExtra'
import type { RecordChange } from '../model/mapPatch'
import type { MapView } from '../model/mapView'
import { isPersonalName } from '../model/personalName'
import type { Command } from './command'
import { presentFields } from './fieldChanges'
import { checkDefinition } from './fieldDefinition'
import { refuse } from './findRecords'

/** What an import kept of elements under names that Weft does not know, and of how many elements. */
export interface ImportedColumn {
  readonly name: string
  readonly count: number
}

/** The columns that an import brought and that are no fields of the map yet, most said first. Cost: linear in elements. */
export function listImportedColumns({ elements }: Pick<MapView, 'elements'>): readonly ImportedColumn[] {
  const counts = new Map<string, number>()
  for (const { extra = {} } of elements.values()) {
    for (const name of Object.keys(extra)) {
      if (isSaidName(name) && name.length <= customFieldLimits.name) counts.set(name, (counts.get(name) ?? 0) + 1)
    }
  }
  const columns = [...counts].map(([name, count]) => ({ name, count }))
  return columns.sort((one, other) => other.count - one.count || one.name.localeCompare(other.name))
}

/**
 * Makes a field of the map of what an import kept under a name: what elements say under it comes to the field, as a
 * number, date or address where all of them are and a number would be written just so (a phone number is none), as a
 * choice where few words are said by many. What is
 * too long for a field stays where it is. `as` is what the field is called, where not so: a name that Weft's own field
 * has is refused (`field-there`; see `readImported`). One step.
 *
 * @example
 * editor.run(adoptField, { name: 'region' })
 */
export const adoptField: Command<{ readonly name: string; readonly as?: string | undefined }> = (
  view,
  { name, as = name },
  context,
) => {
  const said = [...view.elements.values()].flatMap((element) => {
    const value = element.extra?.[name]
    const text = customText(value).trim()
    return value === undefined || text === '' || text.length > customFieldLimits.value ? [] : [{ element, value, text }]
  })
  if (said.length === 0) return refuse('not-found', name)
  if (readCustomFields(view.meta).length >= customFieldLimits.fields) {
    return refuse('too-many-fields', String(customFieldLimits.fields))
  }
  const type = guessFieldType(said.map(({ text }) => text))
  const checked = checkDefinition(view, {
    name: as,
    type,
    ...(type === 'choice' ? { choices: choiceWords(said.map(({ text }) => text)) } : {}),
    // What files left out before is left out after as well.
    ...(isPersonalName(
      name,
      said.some(({ element }) => element.kind === 'stakeholder'),
    )
      ? { personal: true }
      : {}),
    at: Math.max(0, Math.trunc(context.now)),
  })
  if (!checked.ok) return checked
  const key = customFieldKey(createId<string>(context.random))
  const moved = said.map(({ element, text }): RecordChange => {
    const value: Json = type === 'choice' ? text : (toCustomValue({ type }, text) ?? text)
    return { kind: 'set', root: 'elements', id: element.id, fields: { [key]: value, [movedExtraField(name)]: null } }
  })
  return succeed({
    changes: [{ kind: 'meta', fields: { [key]: presentFields(checked.value) } }, ...moved],
    label: { step: 'added-field', name: as.trim() },
  })
}
