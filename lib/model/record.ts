import * as z from 'zod/mini'
import { toJson, type Json, type JsonFields } from '../base/json'

/** What is wrong with one record of a map, for people to see: a map with issues still opens. */
export interface RecordIssue {
  readonly field: string
  readonly problem: 'missing' | 'invalid'
}

/** Outcome of reading one record: its known fields, its unknown fields, and what was left out. */
export interface RecordReading<Known> {
  readonly known: Partial<Known>
  /** Fields that this version does not know. They are kept and written back untouched. */
  readonly unknown: JsonFields
  readonly issues: readonly RecordIssue[]
}

/**
 * Reads a record field by field, so that one bad value costs that value and not the record.
 * Cost: one parse per known field present.
 */
export function readFields<Shape extends z.core.$ZodShape>(
  shape: Shape,
  raw: Readonly<Record<string, unknown>>,
): RecordReading<{ [Key in keyof Shape]: z.output<Shape[Key]> }> {
  const known: Record<string, unknown> = {}
  const unknown: Record<string, Json> = {}
  const issues: RecordIssue[] = []
  for (const [field, value] of Object.entries(raw)) {
    if (value === undefined || field === '__proto__') continue
    // Converted first: a value that is nested without end would exhaust the parser's stack.
    const json = toJson(value)
    // Only own keys: a field may be called `constructor`.
    const schema = Object.hasOwn(shape, field) ? shape[field] : undefined
    if (schema === undefined) {
      if (json === undefined) issues.push({ field, problem: 'invalid' })
      else unknown[field] = json
      continue
    }
    const parsed = json === undefined ? undefined : z.safeParse(schema, json)
    if (parsed?.success === true) known[field] = parsed.data
    else issues.push({ field, problem: 'invalid' })
  }
  return { known: known as Partial<{ [Key in keyof Shape]: z.output<Shape[Key]> }>, unknown, issues }
}
