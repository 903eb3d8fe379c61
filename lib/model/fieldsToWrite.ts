import { isSameJson, type Json, type JsonFields } from '../base/json'

/** What to write into a record so that its fields are others; undefined removes one. Empty if it is like that already. */
export function fieldsToWrite(now: JsonFields, then: JsonFields): Record<string, Json | undefined> {
  const fields: Record<string, Json | undefined> = {}
  for (const field of new Set([...Object.keys(now), ...Object.keys(then)])) {
    const wanted = Object.hasOwn(then, field) ? then[field] : undefined
    if (!isSameJson(Object.hasOwn(now, field) ? now[field] : undefined, wanted)) fields[field] = wanted
  }
  return fields
}
