import type { Conditions, Focus, Look } from '../../lib/look/look'
import { isPlain } from '../../lib/look/look'

/** A look with some parts other than they were; what becomes undefined, or an empty list, is no longer said. */
export function changeLook(
  look: Look | undefined,
  changes: { readonly [Key in keyof Look]?: Look[Key] | undefined },
): Look | undefined {
  const next = Object.fromEntries(
    Object.entries({ ...look, ...changes }).filter(([, value]) => value !== undefined && !isEmpty(value)),
  ) as Look
  return isPlain(next) ? undefined : next
}

/** The same of one condition of its filter. */
export function changeFilter(
  look: Look | undefined,
  changes: { readonly [Key in keyof Conditions]?: Conditions[Key] | undefined },
): Look | undefined {
  const conditions = Object.fromEntries(
    Object.entries({ ...look?.filter, ...changes }).filter(([, value]) => value !== undefined && !isEmpty(value)),
  ) as Conditions
  return changeLook(look, { filter: Object.keys(conditions).length === 0 ? undefined : conditions })
}

function isEmpty(value: unknown): boolean {
  if (value === '') return true
  if (Array.isArray(value)) return value.length === 0
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0
}

/** The list with the value if it was not in it, without it if it was. */
export function toggle<Value>(list: readonly Value[] | undefined, value: Value): readonly Value[] {
  return list?.includes(value) === true ? list.filter((one) => one !== value) : [...(list ?? []), value]
}

/** One step farther or nearer, from 1 to `most`. */
export function stepFocus(focus: Focus, by: 1 | -1, most: number): Focus {
  return { ...focus, steps: Math.min(most, Math.max(1, focus.steps + by)) }
}
