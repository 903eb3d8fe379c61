import { createId, isId } from '../base/ids'
import { limits } from '../base/limits'
import { succeed } from '../base/result'
import { fieldsOfLook, isLookField, readLook, type Look } from '../look/look'
import { labelKey } from '../model/label'
import type { Command } from './command'
import { findChanges, type FieldsInput } from './fieldChanges'
import { refuse } from './findRecords'

/**
 * Saves a look: a new one, or with the id of one that is there, another name for it, what it looks like now, or both.
 * Of what it looks like only the parts that differ are written, so that two people may change one look at once; what
 * this version does not know stays. A name that another one has is refused (`look-there`).
 *
 * @example
 * editor.run(saveLook, { name: 'Money', look: { hiddenTies: ['conflict', 'information'] } })
 */
export const saveLook: Command<{
  readonly id?: string | undefined
  readonly name?: string | undefined
  readonly look?: Look | undefined
}> = (view, { id: chosen, name: said, look }, context) => {
  if (chosen !== undefined && !isId(chosen)) return refuse('bad-input', 'id')
  const id = chosen ?? createId<string>(context.random)
  const existing = view.views.get(id)
  const name = (said ?? existing?.name ?? '').trim()
  if (name === '') return refuse('bad-input', 'name')
  if (name.length > limits.label) return refuse('label-too-long', String(name.length))
  const wantedKey = labelKey(name)
  const hasOther = [...view.views].some(([one, record]) => one !== id && labelKey(record.name) === wantedKey)
  // Saving anew under a name that two came to have at once is no reason to refuse.
  if (hasOther && existing?.name !== name) return refuse('look-there', name)
  // Read again, so that nothing is stored that a reader would pass over.
  const fields = look === undefined ? {} : fieldsOfLook(readLook(fieldsOfLook(look)))
  if (existing === undefined) {
    return succeed({
      changes: [{ kind: 'create', root: 'views', id, fields: { name, ...fields } }],
      label: { step: 'saved-look', count: 1, name },
    })
  }
  const gone =
    look === undefined ? [] : Object.keys(existing).filter((field) => isLookField(field) && !(field in fields))
  const wanted: FieldsInput = { name, ...fields, ...Object.fromEntries(gone.map((field) => [field, undefined])) }
  const different = findChanges(existing, wanted)
  if (different === undefined) return refuse('nothing-to-do')
  return succeed({
    changes: [{ kind: 'set', root: 'views', id, fields: different }],
    label: { step: 'saved-look', count: 1, name },
  })
}
