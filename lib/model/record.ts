import * as z from 'zod/mini'
import type { Json, JsonFields } from '../base/json'

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
    const schema = shape[field]
    if (schema === undefined) {
      unknown[field] = value as Json
      continue
    }
    const parsed = z.safeParse(schema, value)
    if (parsed.success) known[field] = parsed.data
    else issues.push({ field, problem: 'invalid' })
  }
  return { known: known as Partial<{ [Key in keyof Shape]: z.output<Shape[Key]> }>, unknown, issues }
}
