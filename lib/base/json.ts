/** Plain data as JSON can carry it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** Fields of a record as plain data. */
export type JsonFields = Readonly<Record<string, Json>>

/** Deeper than anything Weft stores; a value from outside may be nested to exhaust the stack. */
const deepest = 24

/**
 * A copy of `value` as plain data, or undefined if JSON cannot carry it faithfully: functions,
 * bytes, big integers, NaN, class instances, or nesting beyond 24 levels. Members of an object that
 * are undefined are left out, as JSON does.
 */
export function toJson(value: unknown, depth = deepest): Json | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  if (typeof value !== 'object' || depth === 0) return undefined
  if (Array.isArray(value)) {
    const items: Json[] = []
    for (const item of value as readonly unknown[]) {
      const json = toJson(item, depth - 1)
      if (json === undefined) return undefined
      items.push(json)
    }
    return items
  }
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) return undefined
  const fields: Record<string, Json> = {}
  for (const [key, member] of Object.entries(value)) {
    if (member === undefined || key === '__proto__') continue
    const json = toJson(member, depth - 1)
    if (json === undefined) return undefined
    fields[key] = json
  }
  return fields
}

/** A text, number or truth value in words; anything else, and nothing, is the empty text. */
export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

/** True if both are the same plain data; the order of an object's members does not matter. */
export function isSameJson(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (Array.isArray(one) || Array.isArray(other)) {
    return (
      Array.isArray(one) &&
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((item, index) => isSameJson(item, other[index]))
    )
  }
  const keys = Object.keys(one)
  if (keys.length !== Object.keys(other).length) return false
  return keys.every(
    (key) =>
      Object.hasOwn(other, key) &&
      isSameJson((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]),
  )
}
