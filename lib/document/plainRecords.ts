import * as Y from 'yjs'
import { isId } from '../base/ids'
import { isSameJson, type Json, type JsonFields } from '../base/json'

/**
 * Records that two people may make at once, as loops are: under the record's key stands one plain value, what
 * was said when it was made; every field that is said or changed is a plain value of its own under
 * `<key>#<field>`, which outweighs the record. Null says that there is no such field any more. See
 * docs/decisions/0011-loops-merge-by-field.md.
 */

type Raw = Readonly<Record<string, unknown>>

const fieldMark = '#'
const fieldName = /^[a-z][A-Za-z0-9]*$/u

/** The record, and the field of it, that stand under a name of such a root. */
export function readPlainName(name: string): { readonly id: string; readonly field?: string } {
  const mark = name.lastIndexOf(fieldMark)
  if (mark < 0) return { id: name }
  const [id, field] = [name.slice(0, mark), name.slice(mark + 1)]
  // Any other name is whole, as it was before fields had names of their own.
  return fieldName.test(field) && id.split('.').every(isId) ? { id, field } : { id: name }
}

function nameOf(id: string, field: string): string {
  return id + fieldMark + field
}

/** False for fields, and records, of other programs whose names cannot be told apart again: they stay in the record. */
function hasOwnName(id: string, field: string): boolean {
  return readPlainName(nameOf(id, field)).field === field
}

/** A plain object as it is stored, or undefined for anything else. */
function asRecord(value: unknown): Raw | undefined {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isObject && Object.getPrototypeOf(value) === Object.prototype ? (value as Raw) : undefined
}

/** What of a record is stored: its own value, and its fields by name. */
interface Parts {
  base: unknown
  readonly fields: Map<string, unknown>
}

function gatherParts(records: Y.Map<unknown>, wanted?: ReadonlySet<string>): ReadonlyMap<string, Parts> {
  const found = new Map<string, Parts>()
  for (const [name, value] of records.entries()) {
    const { id, field } = readPlainName(name)
    if (wanted?.has(id) === false) continue
    const parts: Parts = found.get(id) ?? { base: undefined, fields: new Map() }
    found.set(id, parts)
    if (field === undefined) parts.base = value
    else parts.fields.set(field, value)
  }
  return found
}

/** @param toPlain makes plain data of a shared type, as other programs may have stored one */
function joinParts({ base, fields }: Parts, toPlain: (value: unknown) => unknown): Raw | undefined {
  const whole = asRecord(base instanceof Y.Map ? toPlain(base) : base)
  if (whole === undefined && base !== undefined && fields.size === 0) return undefined
  const joined: Record<string, unknown> = { ...whole }
  // Sorted, so that every peer reads the same record.
  for (const [field, value] of [...fields].sort(([one], [other]) => (one < other ? -1 : 1))) {
    if (value === null) delete joined[field]
    else joined[field] = toPlain(value)
  }
  return joined
}

/**
 * The records of such a root with their fields in place; one that is not a record is undefined, one of
 * which nothing is left is not among them.
 * @param wanted only these
 * Cost: one pass over the root.
 */
export function readPlainRecords(
  records: Y.Map<unknown>,
  toPlain: (value: unknown) => unknown,
  wanted?: ReadonlySet<string>,
): ReadonlyMap<string, Raw | undefined> {
  const read = new Map<string, Raw | undefined>()
  for (const [id, parts] of gatherParts(records, wanted)) {
    const joined = joinParts(parts, toPlain)
    const isGone = joined !== undefined && parts.fields.size > 0 && Object.keys(joined).length === 0
    if (!isGone) read.set(id, joined)
  }
  return read
}

/** Takes a record away, with all its fields. What somebody writes of it meanwhile stays. */
export function deletePlainRecord(records: Y.Map<unknown>, id: string): void {
  for (const name of [...records.keys()]) if (readPlainName(name).id === id) records.delete(name)
}

/**
 * Sets fields of a record, each by itself; undefined removes one. A record that is not there is made, so that
 * a reader who knows nothing of such fields has it too; one that has nothing left goes.
 * @returns the fields as they were, or undefined if all of them are so already
 */
export function setPlainFields(
  records: Y.Map<unknown>,
  id: string,
  fields: Readonly<Record<string, Json | undefined>>,
  toPlain: (value: unknown) => unknown,
): Readonly<Record<string, Json | undefined>> | undefined {
  const parts = gatherParts(records, new Set([id])).get(id) ?? { base: undefined, fields: new Map() }
  const before: Raw = joinParts(parts, toPlain) ?? {}
  const changed = Object.entries(fields).filter(([field, value]) => !isSameJson(before[field], value))
  if (changed.length === 0) return undefined
  const after = Object.fromEntries(
    Object.entries({ ...before, ...fields }).filter((entry): entry is [string, Json] => entry[1] !== undefined),
  )
  if (Object.keys(after).length === 0) deletePlainRecord(records, id)
  else {
    let isMade = parts.base instanceof Y.Map || asRecord(parts.base) !== undefined
    for (const [field, value] of changed) {
      if (hasOwnName(id, field)) records.set(nameOf(id, field), value ?? null)
      else isMade = false
    }
    if (!isMade) records.set(id, after satisfies JsonFields)
  }
  return Object.fromEntries(changed.map(([field]) => [field, before[field] as Json | undefined]))
}
