import * as z from 'zod/mini'
import { isSameJson, type Json } from '../base/json'
import { succeed, type Result } from '../base/result'
import type { CommandProblem } from './command'
import { refuse } from './findRecords'

/** Fields to set; null or undefined removes one. */
export type FieldsInput = Readonly<Record<string, Json | undefined>>

/** What only Weft itself writes: it cannot be asked for, neither with a new record nor later. */
const signedFields = ['kind', 'createdBy', 'createdAt'] as const
/** Fields of an element that have a command of their own, or that nothing may change. */
export const elementFieldsApart: readonly string[] = [...signedFields, 'locked']
/** The same of a link. */
export const linkFieldsApart: readonly string[] = [...signedFields, 'createdAs', 'from', 'to']

/** Texts whose fault is nearly always their length. */
const longTexts: readonly string[] = ['label', 'title', 'description', 'name']

/**
 * Checks fields against the shape of a record: each must be known, valid, and removable if it is to
 * be removed. Null becomes undefined, which a patch understands as removal.
 */
export function checkFields(shape: z.core.$ZodShape, fields: FieldsInput): Result<FieldsInput, CommandProblem> {
  const checked: Record<string, Json | undefined> = {}
  for (const [field, value] of Object.entries(fields)) {
    const schema = Object.hasOwn(shape, field) ? shape[field] : undefined
    if (schema === undefined) return refuse('bad-input', field)
    const wanted = value === null ? undefined : value
    const parsed = z.safeParse(schema, wanted)
    if (!parsed.success) {
      if (field === 'evidenceUrl')
        return refuse('bad-address', typeof value === 'string' ? value : JSON.stringify(value))
      const isLong = longTexts.includes(field) && typeof value === 'string'
      return isLong ? refuse('label-too-long', String(value.length)) : refuse('bad-input', field)
    }
    checked[field] = parsed.data as Json | undefined
  }
  return succeed(checked)
}

/** Only the fields whose value would change; undefined if none would. */
export function findChanges(record: object, fields: FieldsInput): FieldsInput | undefined {
  const changed = Object.entries(fields).filter(
    ([field, value]) => !isSameJson((record as Readonly<Record<string, unknown>>)[field], value),
  )
  return changed.length === 0 ? undefined : Object.fromEntries(changed)
}

/** Fields without the absent ones: what a new record is made of. */
export function presentFields(fields: FieldsInput): Readonly<Record<string, Json>> {
  return Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, Json] => entry[1] !== undefined))
}
