import type * as Y from 'yjs'

/** How much of a map one turn of its room changed: what history tells a clear or an import by. */
export interface ChangeScale {
  /** Elements that came, that went, and that were there and stand elsewhere on the board. */
  readonly added: number
  readonly removed: number
  readonly moved: number
  /** Elements that were there before; 0 where so little changed that nobody asks. */
  readonly before: number
}

export const noChange: ChangeScale = { added: 0, removed: 0, moved: 0, before: 0 }

/** Elements below which a change is never large, so that usual edits cost no count. */
const fewest = 3

/**
 * Measures a transaction by what it touched at the top of a document. Cost: linear in the elements it touched; a count
 * of all elements where these are more than a few.
 */
export function measureChange(doc: Y.Doc, transaction: Y.Transaction): ChangeScale {
  const elements = doc.getMap('elements')
  const touched: ReadonlyMap<unknown, ReadonlySet<string | null>> = transaction.changed
  const places = touched.get(doc.getMap('positions:board'))
  const records = touched.get(elements)
  if ((records?.size ?? 0) + (places?.size ?? 0) < fewest) return noChange
  let added = 0
  let removed = 0
  for (const id of records ?? []) {
    if (id === null) continue
    if (elements.has(id)) added += 1
    else removed += 1
  }
  let moved = 0
  for (const id of places ?? []) if (id !== null && records?.has(id) !== true && elements.has(id)) moved += 1
  return { added, removed, moved, before: elements.size - added + removed }
}
