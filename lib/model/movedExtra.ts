/**
 * What an import kept of an element is one plain table, `extra`. A name of it that has become a field of the map's own
 * is marked as moved by a field of the record, `extra:<name>`, which is null: so two people may move two names at once,
 * and each takes back their own. The table itself stays as it was; files have it without what has moved.
 */

type Raw = Readonly<Record<string, unknown>>

const prefix = 'extra:'

/** Name of the field of an element that says that this name of its `extra` has moved. */
export function movedExtraField(name: string): string {
  return prefix + name
}

/** A stored element without what has moved from its `extra`, and without the marks that say so. Cost: one pass. */
export function leaveMovedOut(raw: Raw): Raw {
  const isMark = (field: string): boolean => field.startsWith(prefix) && raw[field] === null
  if (!Object.keys(raw).some(isMark)) return raw
  const rest = Object.fromEntries(Object.entries(raw).filter(([field]) => !isMark(field)))
  const { extra } = raw
  if (typeof extra !== 'object' || extra === null) return rest
  const kept = Object.entries(extra).filter(([name]) => !isMark(prefix + name))
  if (kept.length > 0) return { ...rest, extra: Object.fromEntries(kept) }
  delete rest['extra']
  return rest
}
