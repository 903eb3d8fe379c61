import { succeed } from '../base/result'
import { customFieldKey, findCustomField } from '../model/customField'
import { withoutDefinition } from '../model/definitionParts'
import { customValue } from '../model/customValue'
import type { RecordChange } from '../model/mapPatch'
import type { Command } from './command'
import { refuse } from './findRecords'

/**
 * Takes a field away, with what elements say in it, those that are locked too: it belongs to the map, and what nobody
 * sees any more must not travel in its files. Undo brings all of it back.
 */
export const deleteCustomField: Command<{ readonly id: string }> = (view, { id }) => {
  const field = findCustomField(view.meta, id)
  if (field === undefined) return refuse('not-found', id)
  const key = customFieldKey(id)
  const emptied = [...view.elements.values()].flatMap((element): readonly RecordChange[] =>
    customValue(element, field) === undefined
      ? []
      : [{ kind: 'set', root: 'elements', id: element.id, fields: { [key]: undefined } }],
  )
  return succeed({
    changes: [{ kind: 'meta', fields: withoutDefinition(key) }, ...emptied],
    label: { step: 'deleted-field', name: field.name },
  })
}
