import * as z from 'zod/mini'
import type { MapSeat } from '../../hooks/api'

/** Words that have not been sent. */
export interface CommentDraft {
  /** Under which it is sent, as long as it is not changed: what is sent twice is there once. */
  readonly id?: string | undefined
  readonly text: string
  readonly mark?: string | undefined
  /** People who were chosen by name. */
  readonly mentions: readonly { readonly id: string; readonly name: string }[]
}

export const emptyDraft: CommentDraft = { text: '', mentions: [] }

const schema = z.object({
  id: z.optional(z.string()),
  text: z.string(),
  mark: z.optional(z.string()),
  mentions: z.array(z.object({ id: z.string(), name: z.string() })),
})

/** For browsers that keep nothing, and for what no longer fits. */
const here = new Map<string, CommentDraft>()

/**
 * What was typed at a place and has not been sent: it outlives the panel and a reload of the tab.
 * @param place tells maps, people and threads apart
 */
export function readDraft(place: string): CommentDraft {
  const known = here.get(place)
  if (known !== undefined) return known
  try {
    const stored = sessionStorage.getItem(keyOf(place))
    const read = stored === null ? undefined : z.safeParse(schema, JSON.parse(stored)).data
    return read ?? emptyDraft
  } catch {
    return emptyDraft
  }
}

/** Keeps a draft; one without words or mark is forgotten. */
export function keepDraft(place: string, draft: CommentDraft): void {
  const isEmpty = draft.text === '' && draft.mark === undefined
  if (isEmpty) here.delete(place)
  else here.set(place, draft)
  try {
    if (isEmpty) sessionStorage.removeItem(keyOf(place))
    else sessionStorage.setItem(keyOf(place), JSON.stringify(draft))
  } catch {
    // A browser that stores nothing keeps it as long as the tab is open.
  }
}

/** Tells the places of one person on one map apart from all others. */
export function draftPlace({ mapId, participant = '' }: MapSeat, place: string): string {
  return `${mapId} ${participant} ${place}`
}

function keyOf(place: string): string {
  return `weft-comment ${place}`
}
