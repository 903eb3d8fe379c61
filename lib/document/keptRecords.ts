import * as Y from 'yjs'
import { isSameJson, type Json, type JsonFields } from '../base/json'
import type { RecordRoot } from '../model/mapPatch'
import { createClockRanges, type ClockRanges } from './clockRanges'
import { readRawRecord, recordsRoot } from './roots'

/** A record that was deleted here, and that others have changed without knowing of it. */
export interface KeptNews {
  readonly root: RecordRoot
  readonly id: string
  /** What of it they wrote anew. */
  readonly fields: ReadonlySet<string>
  /** Yjs client ids of who changed it. */
  readonly clients: ReadonlySet<number>
}

/**
 * Follows records that this page deleted: somebody who did not know of it yet may change them, and a
 * change of a deleted record is seen by nobody. Undo gives it back to them. What is deleted, comes back
 * and is deleted again is followed in each of its lives, since words may arrive for any of them.
 */
export interface KeptRecords {
  /** To be called before records are deleted here. Those that are plain values are not followed. */
  hold(deletions: readonly { readonly root: RecordRoot; readonly id: string }[]): void
  /** To be called after that: lets go of those that were not deleted after all, and of the oldest deletions. */
  settle(): void
  /**
   * `fields`, as the record had them when it was last deleted, with what others made of them since. What
   * they wrote for an earlier life counts where nobody has changed the field in a later one.
   */
  bringUpToDate(root: RecordRoot, id: string, fields: JsonFields): JsonFields
  /** A record is there again: what others wrote for an earlier life, and it says now, is no news later. */
  caughtUp(root: RecordRoot, id: string): void
  /** What others wrote that the record does not say yet, which is thereby told: undo does not bring it any more. */
  drain(root: RecordRoot, id: string): ReadonlyMap<string, Json | undefined>
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
  /** As it was when it was deleted. */
  readonly was: Readonly<Record<string, unknown>>
  /** Fields that others changed since. */
  readonly touched: Set<string>
  /** What others took away. */
  readonly cleared: ClockRanges
}

/** Deletions that are followed; more than the undo list has steps, since it lets go of some. */
const mostDeletions = 500
/** Records that are followed, as long as they are not all of one deletion. */
const mostRecords = 50_000
/** Lives of one record: whoever presses undo and redo in turn makes one each time. */
const mostLives = 8

/**
 * Starts to follow. What is held is kept from Yjs' collecting of garbage, so that what arrives later
 * finds its place in it by the same rules as in a record that is there.
 *
 * Cost: what is held stays in memory; while there is any, each update from elsewhere is read once more.
 */
export function createKeptRecords(doc: Y.Doc): KeptRecords {
  /** Lives of a record, the oldest first. */
  const byKey = new Map<string, Held[]>()
  /** What was deleted together, the oldest first. */
  const deletions = new Set<Set<Held>>()
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
    const news = new Map<string, { root: RecordRoot; id: string; fields: Set<string>; clients: Set<number> }>()
    for (const [client, end] of transaction.afterState) {
      const start = transaction.beforeState.get(client) ?? 0
      for (const item of listItems(doc, client, start, end)) {
        const found = findHeld(item)
        if (found?.field === undefined) continue
        const { root, id, touched } = found.held
        touched.add(found.field)
        const one = news.get(`${root}/${id}`) ?? { root, id, fields: new Set(), clients: new Set() }
        one.fields.add(found.field)
        one.clients.add(client)
        news.set(`${root}/${id}`, one)
      }
    }
    if (news.size === 0) return
    for (const listener of listeners) listener([...news.values()])
  }
  doc.on('afterTransaction', onTransaction)

  const livesOf = (root: RecordRoot, id: string): readonly Held[] => byKey.get(`${root}/${id}`) ?? []
  const release = (held: Held): void => {
    const key = `${held.root}/${held.id}`
    const lives = livesOf(held.root, held.id).filter((life) => life !== held)
    if (lives.length === 0) byKey.delete(key)
    else byKey.set(key, lives)
    byItem.delete(held.item)
  }
  const releaseOldest = (): void => {
    for (const deletion of deletions) {
      if (deletions.size <= mostDeletions && (byItem.size <= mostRecords || deletions.size === 1)) return
      deletions.delete(deletion)
      for (const held of deletion) release(held)
    }
  }

  return {
    hold(wanted) {
      for (const { root, id } of wanted) {
        const type = recordsRoot(doc, root).get(id)
        if (!(type instanceof Y.Map) || type._item === null || byItem.has(type._item)) continue
        const held: Held = {
          root,
          id,
          item: type._item,
          type: type as Y.Map<unknown>,
          was: readRawRecord(type) ?? {},
          touched: new Set(),
          cleared: createClockRanges(),
        }
        unsettled.push(held)
        byKey.set(`${root}/${id}`, [...livesOf(root, id), held])
        byItem.set(held.item, held)
      }
    },
    settle() {
      const deletion = new Set<Held>()
      for (const held of unsettled.splice(0)) {
        if (held.item.deleted) deletion.add(held)
        else release(held)
      }
      if (deletion.size === 0) return
      for (const { root, id } of deletion) {
        const [oldest, ...later] = livesOf(root, id)
        if (oldest === undefined || later.length < mostLives) continue
        release(oldest)
        for (const earlier of deletions) if (earlier.delete(oldest) && earlier.size === 0) deletions.delete(earlier)
      }
      deletions.add(deletion)
      releaseOldest()
    },
    bringUpToDate(root, id, fields) {
      const now: Record<string, Json> = { ...fields }
      for (const held of livesOf(root, id)) {
        for (const field of held.touched) {
          const value = readField(held, field)
          if (value === unreadable || !isAlike(held.was[field], fields[field])) continue
          if (value === undefined) delete now[field]
          else now[field] = value
        }
      }
      return now
    },
    caughtUp(root, id) {
      const lives = livesOf(root, id)
      const now = lives.length === 0 ? undefined : readRawRecord(recordsRoot(doc, root).get(id))
      if (now === undefined) return
      for (const held of lives) {
        for (const field of held.touched) {
          const value = readField(held, field)
          if (value === unreadable || isAlike(value, now[field])) held.touched.delete(field)
        }
      }
    },
    drain(root, id) {
      const words = new Map<string, Json | undefined>()
      for (const held of livesOf(root, id)) {
        for (const field of held.touched) {
          const value = readField(held, field)
          if (value !== unreadable) words.set(field, value)
        }
        held.touched.clear()
      }
      return words
    },
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
            found.held.cleared.add(
              client,
              Math.max(clock, item.id.clock),
              Math.min(clock + len, item.id.clock + item.length),
            )
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
      deletions.clear()
    },
  }
}

/** A text that is not there says what an empty one says. */
function isAlike(one: unknown, other: unknown): boolean {
  return isSameJson(one ?? '', other ?? '')
}

/** What cannot be told apart any more stays as it was. */
const unreadable = Symbol('unreadable')

function readField({ type, cleared }: Held, field: string): Json | undefined | typeof unreadable {
  const item = type._map.get(field)
  if (item === undefined) return undefined
  const { client, clock } = item.lastId
  const isCleared = cleared.has(client, clock)
  const { content } = item
  if (isCleared || content instanceof Y.ContentDeleted) return undefined
  if (content instanceof Y.ContentAny) return content.arr.at(-1) as Json | undefined
  if (content instanceof Y.ContentType && content.type instanceof Y.Text) return readText(content.type, cleared)
  return unreadable
}

/** A text that is deleted with its record, without what was taken away from it before and by others. */
function readText(text: Y.Text, cleared: Held['cleared']): string {
  const words: string[] = []
  for (let item = text._start; item !== null; item = item.right) {
    if (!(item.content instanceof Y.ContentString)) continue
    words.push(cleared.cutOut(item.id.client, item.id.clock, item.content.str))
  }
  return words.join('')
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
