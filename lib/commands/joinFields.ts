import { limits } from '../base/limits'
import type { Json, JsonFields } from '../base/json'

interface Record_ {
  readonly unknown?: JsonFields
  readonly extra?: JsonFields | undefined
}

/**
 * What a record does not say and others do: of several that say it the first. Fields that Weft does not know, and
 * what an import left, count each for itself.
 * @param own fields that are never taken over
 */
export function addMissing(
  kept: Record_,
  others: readonly Record_[],
  own: ReadonlySet<string>,
): Record<string, Json | undefined> {
  const fields: Record<string, Json | undefined> = {}
  const said = fieldsOf(kept, own)
  for (const other of others) {
    for (const [name, value] of Object.entries(fieldsOf(other, own))) {
      if (said[name] === undefined && fields[name] === undefined) fields[name] = value
    }
  }
  const extra = Object.assign({}, ...others.map((one) => one.extra).toReversed(), kept.extra) as JsonFields
  if (Object.keys(extra).length > Object.keys(kept.extra ?? {}).length) fields['extra'] = extra
  return fields
}

function fieldsOf({ unknown, ...known }: Record_, own: ReadonlySet<string>): Readonly<Record<string, Json>> {
  const fields = Object.entries({ ...unknown, ...known } as Readonly<Record<string, Json | undefined>>)
  return Object.fromEntries(
    fields.filter((entry): entry is [string, Json] => entry[1] !== undefined && !own.has(entry[0])),
  )
}

/** Texts one after the other, each once and none empty, with an empty line between; cut where a description ends. */
export function joinTexts(texts: readonly string[]): string {
  const different = [...new Set(texts.filter((text) => text.trim() !== ''))]
  return different.join('\n\n').slice(0, limits.description)
}
