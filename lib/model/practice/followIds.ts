/** Fields whose value, or each member of it, is the id of an element or of another record: every practice names its own by these. */
export const referenceFields = ['about', 'measures', 'result', 'scenario', 'askedBy'] as const
const references: ReadonlySet<string> = new Set(referenceFields)

/** Deeper than any record of ours; a hostile one may be nested to exhaust the stack. */
const deepest = 24

/**
 * Records as they are once what they refer to has other ids: in a field that holds a reference, and behind the colon of
 * a field's name (`member:<id>`), where what is said of the new one already stays. Texts are left alone, also those
 * that read like an id. Cost: what is in the records.
 */
export function followIds<Stored>(
  records: Readonly<Record<string, Stored>>,
  ids: ReadonlyMap<string, string>,
): Record<string, Stored> {
  if (ids.size === 0) return { ...records }
  return Object.fromEntries(
    Object.entries(records).map(([id, record]) => [id, followIn(record, ids, deepest) as Stored]),
  )
}

function followIn(value: unknown, ids: ReadonlyMap<string, string>, depth: number): unknown {
  if (typeof value !== 'object' || value === null || depth === 0) return value
  if (Array.isArray(value)) return value.map((item: unknown) => followIn(item, ids, depth - 1))
  const members: Record<string, unknown> = {}
  for (const [key, member] of Object.entries(value)) {
    const followed = followKey(key, ids)
    if (followed !== key && Object.hasOwn(value, followed)) continue
    members[followed] = references.has(key) ? followReference(member, ids) : followIn(member, ids, depth - 1)
  }
  return members
}

function followReference(value: unknown, ids: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return ids.get(value) ?? value
  return Array.isArray(value)
    ? value.map((item: unknown) => (typeof item === 'string' ? (ids.get(item) ?? item) : item))
    : value
}

function followKey(key: string, ids: ReadonlyMap<string, string>): string {
  const colon = key.indexOf(':') + 1
  const id = key.slice(colon)
  return colon > 0 && ids.has(id) ? key.slice(0, colon) + (ids.get(id) ?? '') : key
}
