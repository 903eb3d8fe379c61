import { isSameJson } from '../../lib/base/json'

/** A form that was left half filled in: as it was opened, and what stood in it. */
export interface KeptForm<Draft> {
  readonly opened: Draft
  readonly draft: Draft
}

/** For browsers that store nothing. */
const here = new Map<string, string>()

/**
 * What stood in a form that was left without being kept: it outlives the form and a reload of the tab. Undefined where
 * nothing did, or what did is of another form than `like`.
 * @param place tells maps, people and forms apart
 * @param like a draft of this form: plain data without null
 */
export function readKeptForm<Draft extends object>(place: string, like: Draft): KeptForm<Draft> | undefined {
  try {
    const stored = here.get(place) ?? sessionStorage.getItem(keyOf(place))
    if (stored === null) return undefined
    const { opened, draft } = JSON.parse(stored) as KeptForm<Draft>
    return isLike(opened, like) && isLike(draft, like) ? { opened: revive(opened), draft: revive(draft) } : undefined
  } catch {
    return undefined
  }
}

/** Keeps a form; one in which nothing was changed is forgotten. */
export function keepForm<Draft extends object>(place: string, form: KeptForm<Draft>): void {
  const isEmpty = isSameJson(form.opened, form.draft)
  const text = JSON.stringify(form, (_, value: unknown) => value ?? null)
  if (isEmpty) here.delete(place)
  else here.set(place, text)
  try {
    if (isEmpty) sessionStorage.removeItem(keyOf(place))
    else sessionStorage.setItem(keyOf(place), text)
  } catch {
    // A browser that stores nothing keeps it as long as the tab is open.
  }
}

/** Forgets it: it was kept on the map, or is not wanted. */
export function forgetForm(place: string): void {
  keepForm(place, { opened: {}, draft: {} })
}

/** No field that the form does not have, and each a text where the form has one. */
function isLike(stored: unknown, like: object): boolean {
  if (typeof stored !== 'object' || stored === null) return false
  return (
    Object.entries(stored).every(([field, value]) => {
      const known: unknown = (like as Readonly<Record<string, unknown>>)[field]
      return field in like && (value === null || known === undefined || typeof known === typeof value)
    }) && Object.keys(like).every((field) => field in stored)
  )
}

/** Null stands for what is not said. */
function revive<Draft extends object>(stored: Draft): Draft {
  return Object.fromEntries(Object.entries(stored).map(([field, value]) => [field, value ?? undefined])) as Draft
}

function keyOf(place: string): string {
  return `weft-form ${place}`
}
