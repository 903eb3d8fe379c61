import * as Y from 'yjs'
import type { Json, JsonFields } from '../base/json'
import type { RecordRoot } from '../model/mapPatch'
import { recordsRoot } from './roots'

/** A record that was deleted here, and that others have changed without knowing of it. */
export interface KeptNews {
  readonly root: RecordRoot
  readonly id: string
  /** Yjs client ids of who changed it. */
  readonly clients: ReadonlySet<number>
}

/**
 * Follows records that this page deleted: somebody who did not know of it yet may change them, and a
 * change of a deleted record is seen by nobody. Undo gives it back to them.
 */
export interface KeptRecords {
  /** To be called before records are deleted here. Those that are plain values are not followed. */
  hold(deletions: readonly { readonly root: RecordRoot; readonly id: string }[]): void
  /** To be called after that: lets go of those that were not deleted after all. */
  settle(): void
  release(root: RecordRoot, id: string): void
  /** `fields`, as the record had them when it was deleted, with what others made of them since. */
  bringUpToDate(root: RecordRoot, id: string, fields: JsonFields): JsonFields
  /** A record is there again, with what others made of it: only what they write from now on is news. */
  caughtUp(root: RecordRoot, id: string): void
  /**
   * An update that came from elsewhere, after it was applied. It alone says what others took away from
   * a record that is deleted here: to this document nothing happened.
   */
  merged(update: Uint8Array): void
  /** Called after a transaction from elsewhere that changed what is followed. */
  onNews(listener: (news: readonly KeptNews[]) => void): void
  close(): void
}

interface Held {
  readonly root: RecordRoot
  readonly id: string
  readonly item: Y.Item
  readonly type: Y.Map<unknown>
  /** Fields that others changed since. */
  readonly touched: Set<string>
  /** What others took away: ranges of clocks by client. */
  readonly cleared: { readonly client: number; readonly clock: number; readonly end: number }[]
}

/**
 * Starts to follow. What is held is kept from Yjs' collecting of garbage, so that what arrives later
 * finds its place in it by the same rules as in a record that is there.
 *
 * Cost: what is held stays in memory; while there is any, each update from elsewhere is read once more.
 */
export function createKeptRecords(doc: Y.Doc): KeptRecords {
  const byKey = new Map<string, Held>()
  const byItem = new Map<Y.Item, Held>()
  const unsettled: Held[] = []
  const listeners = new Set<(news: readonly KeptNews[]) => void>()

  /** The record that `item` is a part of, and by which field. */
  const findHeld = (item: Y.Item): { readonly held: Held; readonly field: string | undefined } | undefined => {
    let at: Y.Item | null = item
    let field: string | undefined
    while (at !== null) {
      const held = byItem.get(at)
      if (held !== undefined) return { held, field }
      field = at.parentSub ?? field
      at = at.parent instanceof Y.AbstractType ? at.parent._item : null
    }
    return undefined
  }
  const mayCollect = doc.gcFilter
  doc.gcFilter = (item) => (byItem.size === 0 || findHeld(item) === undefined) && mayCollect(item)

  const onTransaction = (transaction: Y.Transaction): void => {
    if (transaction.local || byItem.size === 0) return
    const clients = new Map<Held, Set<number>>()
    for (const [client, end] of transaction.afterState) {
      const start = transaction.beforeState.get(client) ?? 0
      for (const item of listItems(doc, client, start, end)) {
        const found = findHeld(item)
        if (found?.field === undefined) continue
        found.held.touched.add(found.field)
        clients.set(found.held, (clients.get(found.held) ?? new Set()).add(client))
      }
    }
    if (clients.size === 0) return
    const news = Array.from(clients, ([{ root, id }, by]) => ({ root, id, clients: by }))
    for (const listener of listeners) listener(news)
  }
  doc.on('afterTransaction', onTransaction)

  const release = (root: RecordRoot, id: string): void => {
    const held = byKey.get(`${root}/${id}`)
    if (held === undefined) return
    byKey.delete(`${root}/${id}`)
    byItem.delete(held.item)
  }

  return {
    hold(deletions) {
      for (const { root, id } of deletions) {
        const type = recordsRoot(doc, root).get(id)
        if (!(type instanceof Y.Map) || type._item === null) continue
        unsettled.push({ root, id, item: type._item, type: type as Y.Map<unknown>, touched: new Set(), cleared: [] })
      }
      for (const held of unsettled) {
        release(held.root, held.id)
        byKey.set(`${held.root}/${held.id}`, held)
        byItem.set(held.item, held)
      }
    },
    settle() {
      for (const { root, id, item } of unsettled.splice(0)) if (!item.deleted) release(root, id)
    },
    release,
    bringUpToDate(root, id, fields) {
      const held = byKey.get(`${root}/${id}`)
      if (held === undefined || held.touched.size === 0) return fields
      const now: Record<string, Json> = { ...fields }
      for (const field of held.touched) {
        const value = readField(held, field)
        if (value === unreadable) continue
        if (value === undefined) delete now[field]
        else now[field] = value
      }
      return now
    },
    caughtUp: (root, id) => byKey.get(`${root}/${id}`)?.touched.clear(),
    merged(update) {
      if (byItem.size === 0) return
      const { ds } = Y.decodeUpdate(update)
      for (const [client, ranges] of ds.clients) {
        for (const { clock, len } of ranges) {
          for (const item of listItems(doc, client, clock, clock + len)) {
            const found = findHeld(item)
            // Whoever deleted the record too took away nothing in particular.
            if (found?.field === undefined || Y.isDeleted(ds, found.held.item.id)) continue
            found.held.touched.add(found.field)
            found.held.cleared.push({ client, clock, end: clock + len })
          }
        }
      }
    },
    onNews: (listener) => void listeners.add(listener),
    close() {
      doc.off('afterTransaction', onTransaction)
      doc.gcFilter = mayCollect
      listeners.clear()
      byKey.clear()
      byItem.clear()
    },
  }
}

/** What cannot be told apart any more stays as it was. */
const unreadable = Symbol('unreadable')

function readField({ type, cleared }: Held, field: string): Json | undefined | typeof unreadable {
  const item = type._map.get(field)
  if (item === undefined) return undefined
  const { client, clock } = item.lastId
  const isCleared = isIn(cleared, client, clock)
  const { content } = item
  if (isCleared || content instanceof Y.ContentDeleted) return undefined
  if (content instanceof Y.ContentAny) return content.arr.at(-1) as Json | undefined
  if (content instanceof Y.ContentType && content.type instanceof Y.Text) return readText(content.type, cleared)
  return unreadable
}

/** A text that is deleted with its record, without what was taken away from it before and by others. */
function readText(text: Y.Text, cleared: Held['cleared']): string {
  let words = ''
  for (let item = text._start; item !== null; item = item.right) {
    if (!(item.content instanceof Y.ContentString)) continue
    const { client, clock } = item.id
    for (let at = 0; at < item.length; at++) if (!isIn(cleared, client, clock + at)) words += item.content.str[at]
  }
  return words
}

function isIn(ranges: Held['cleared'], client: number, clock: number): boolean {
  return ranges.some((range) => range.client === client && range.clock <= clock && clock < range.end)
}

/** The items of a client that reach into these clocks. */
function* listItems(doc: Y.Doc, client: number, start: number, end: number): Generator<Y.Item> {
  const structs = doc.store.clients.get(client)
  const last = structs?.at(-1)
  if (structs === undefined || last === undefined || start >= Math.min(end, last.id.clock + last.length)) return
  for (let index = Y.findIndexSS(structs, start); index < structs.length; index++) {
    const struct = structs[index]
    if (struct === undefined || struct.id.clock >= end) return
    if (struct instanceof Y.Item) yield struct
  }
}
