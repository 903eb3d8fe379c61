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

/** What the transactions before this one changed, where several are one change. */
export interface ChangeSoFar {
  readonly scale: ChangeScale
  /** Elements that came or went in them. */
  readonly records: Set<string>
}

/** Elements below which a change is never large, so that usual edits cost no count. */
const fewest = 3

/**
 * Measures a transaction by what it touched at the top of a document. Cost: linear in the elements it touched; a count
 * of all elements where these are more than a few.
 */
export function measureChange(doc: Y.Doc, transaction: Y.Transaction): ChangeScale {
  return (measureMore(doc, transaction, undefined, fewest) ?? { scale: noChange }).scale
}

/** The same of a transaction after others that it is one change with, which are counted on. */
export function addChange(doc: Y.Doc, transaction: Y.Transaction, before: ChangeSoFar | undefined): ChangeSoFar {
  return measureMore(doc, transaction, before, 0) ?? { scale: noChange, records: new Set() }
}

/** @returns undefined where fewer elements were touched than anybody asks about */
function measureMore(
  doc: Y.Doc,
  transaction: Y.Transaction,
  earlier: ChangeSoFar | undefined,
  atLeast: number,
): ChangeSoFar | undefined {
  const elements = doc.getMap('elements')
  const touched: ReadonlyMap<unknown, ReadonlySet<string | null>> = transaction.changed
  const places = touched.get(doc.getMap('positions:board'))
  const records = touched.get(elements)
  if ((records?.size ?? 0) + (places?.size ?? 0) < atLeast) return undefined
  let added = 0
  let removed = 0
  const all = earlier?.records ?? new Set<string>()
  for (const id of records ?? []) {
    if (id === null) continue
    all.add(id)
    if (elements.has(id)) added += 1
    else removed += 1
  }
  let moved = 0
  for (const id of places ?? []) if (id !== null && !all.has(id) && elements.has(id)) moved += 1
  const scale = {
    added: added + (earlier?.scale.added ?? 0),
    removed: removed + (earlier?.scale.removed ?? 0),
    moved: moved + (earlier?.scale.moved ?? 0),
    before: earlier?.scale.before ?? elements.size - added + removed,
  }
  return { scale, records: all }
}
