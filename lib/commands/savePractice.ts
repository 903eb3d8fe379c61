import * as z from 'zod/mini'
import { createId, isId, type ElementId } from '../base/ids'
import { isSameJson, toJson, type Json, type JsonFields } from '../base/json'
import { succeed } from '../base/result'
import type { MapView } from '../model/mapView'
import {
  nameOfPractice,
  practiceNames,
  readPractice,
  schemaOfField,
  type PracticeName,
} from '../model/practice/practices'
import type { Command } from './command'
import { presentFields, type FieldsInput } from './fieldChanges'
import { refuse } from './findRecords'

/** Records that the practices of one map may keep. */
export const mostPractices = 5_000

/**
 * Keeps a record of a practice: a new one, or with the id of one that is there, changes to it. Fields that are not
 * mentioned stay, null removes one; an entry of a table is a field of its own (`reading:<id>`, `member:<element>`), so
 * that two people may change one record at once. Refused: a field that the kind does not have or take, and what would
 * leave a record without a field that it must have.
 *
 * @example
 * editor.run(savePractice, { kind: 'result', fields: { name: 'Fewer nights outside', unit: 'nights' } })
 */
export const savePractice: Command<{
  readonly kind: PracticeName
  /** Chosen by the caller if it has to know it beforehand. */
  readonly id?: string | undefined
  readonly fields: FieldsInput
  /** Fields that have to be there: without them it is refused as `not-found`, as somebody else took them away. */
  readonly expects?: readonly string[] | undefined
  /** The record as somebody last saw it: if it is gone by now, it is put back as that, with the changes. */
  readonly lastSeen?: Readonly<Record<string, unknown>> | undefined
}> = (view, { kind, id: chosen, fields, expects = [], lastSeen }, context) => {
  if (!practiceNames.includes(kind)) return refuse('bad-input', 'kind')
  if (chosen !== undefined && !isId(chosen)) return refuse('bad-input', 'id')
  const id = chosen ?? createId<string>(context.random)
  const existing = view.practices.get(id)
  if (existing !== undefined && existing.kind !== kind) return refuse('bad-input', 'kind')
  const before = existing ?? lastSeen
  if (expects.some((field) => before?.[field] === undefined)) return refuse('not-found', id)
  if (existing === undefined && view.practices.size >= mostPractices) return refuse('bad-input', 'kind')

  const wanted: Record<string, Json | undefined> = {}
  for (const [field, said] of Object.entries(fields)) {
    const schema = field === 'kind' ? undefined : schemaOfField(kind, field)
    if (schema === undefined) return refuse('bad-input', field)
    const value = field === 'name' && typeof said === 'string' ? said.trim() : said
    if (field === 'name' && (value === '' || value === null)) return refuse('bad-input', field)
    const read = value === null || value === undefined ? undefined : z.safeParse(schema, value)
    if (read?.success === false) return refuse('bad-input', field)
    wanted[field] = read?.data as Json | undefined
  }
  if (existing === undefined) {
    const kept = { ...(toJson(lastSeen ?? {}) as JsonFields), ...wanted }
    const made = { at: context.now, ...presentFields(kept), kind }
    // Changes to one that somebody deleted do not make a record.
    if (readPractice(kind, id, made) === undefined) {
      return chosen === undefined ? refuse('bad-input', 'fields') : refuse('not-found', id)
    }
    return succeed({
      changes: [{ kind: 'create', root: 'practices', id, fields: made }],
      label: { step: 'saved-practice', count: 1, name: nameFor(view, made) },
    })
  }
  const different = Object.entries(wanted).filter(([field, value]) => !isSameJson(existing[field], value))
  if (different.length === 0) return refuse('nothing-to-do')
  const changes = Object.fromEntries(different)
  if (readPractice(kind, id, { ...existing, ...changes }) === undefined) return refuse('bad-input', 'fields')
  return succeed({
    changes: [{ kind: 'set', root: 'practices', id, fields: changes }],
    label: { step: 'saved-practice', count: 1, name: nameFor(view, { ...existing, ...changes }) },
  })
}

/** What a step about this record is about: the record's name, or the element's that it speaks of. */
export function nameFor(view: MapView, record: Readonly<Record<string, unknown>>): string {
  return nameOfPractice(record) || (view.elements.get(record['about'] as ElementId)?.label ?? '')
}
