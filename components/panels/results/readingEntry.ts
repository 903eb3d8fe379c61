import type { DatedReading } from '../../../lib/analysis/results'
import type { JsonFields } from '../../../lib/base/json'

/**
 * A reading with what is said of it. One that is corrected stays whose it was, where it stood among those of its day, and
 * with what this release does not know of it.
 */
export function readingEntry(
  before: DatedReading | { readonly by: string; readonly at: number },
  said: { readonly value: number; readonly on: string; readonly note: string },
): JsonFields {
  const kept = Object.entries(before).filter(([field, value]) => !own.has(field) && value !== undefined)
  const { value, on, note } = said
  return { ...(Object.fromEntries(kept) as JsonFields), value, on, ...(note === '' ? {} : { note }) }
}

const own: ReadonlySet<string> = new Set(['key', 'value', 'on', 'note'])
