import * as z from 'zod/mini'
import { createObservable, type Observable } from '../../../lib/base/observable'

/** Suggestions and hints that this person does not want to see on one map, kept on this device. */
export interface NotThis {
  /** Keys of archetypes. */
  readonly archetypes: ReadonlySet<string>
  /** Kinds of hints. */
  readonly hints: ReadonlySet<string>
}

const keptSchema = z.object({ archetypes: z.array(z.string()), hints: z.array(z.string()) })
const keyOf = (mapId: string): string => `weft.not-this.${mapId}`
/** Older ones are forgotten beyond this. */
const mostKept = 300

const known = new Map<string, ReturnType<typeof createObservable<NotThis>>>()

/** What is not wanted on a map. */
export function notThisOn(mapId: string): Observable<NotThis> {
  return open(mapId)
}

export function sayNotThis(mapId: string, what: keyof NotThis, key: string): void {
  const before = open(mapId).get()
  keep(mapId, { ...before, [what]: new Set([...before[what], key].slice(-mostKept)) })
}

/** Brings back all that was put away of one sort. */
export function bringBack(mapId: string, what: keyof NotThis): void {
  keep(mapId, { ...open(mapId).get(), [what]: new Set() })
}

function open(mapId: string): ReturnType<typeof createObservable<NotThis>> {
  const there = known.get(mapId)
  if (there !== undefined) return there
  const made = createObservable(recall(mapId))
  known.set(mapId, made)
  return made
}

function keep(mapId: string, now: NotThis): void {
  try {
    localStorage.setItem(keyOf(mapId), JSON.stringify({ archetypes: [...now.archetypes], hints: [...now.hints] }))
  } catch {
    // Storage is off or full: it holds for as long as the page is open.
  }
  open(mapId).set(now)
}

function recall(mapId: string): NotThis {
  try {
    const parsed = z.safeParse(keptSchema, JSON.parse(localStorage.getItem(keyOf(mapId)) ?? 'null'))
    if (parsed.success) return { archetypes: new Set(parsed.data.archetypes), hints: new Set(parsed.data.hints) }
  } catch {
    // What cannot be read is as if nothing had been put away.
  }
  return { archetypes: new Set(), hints: new Set() }
}
