import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

/** An entry of a root: what stands under a key of it. */
export interface EntryName {
  readonly root: string
  readonly key: string
}

/** What an update touches of a document. */
export interface Touched {
  /** How many structs of the document that is. */
  readonly structs: number
  /**
   * A document that is the same as the other as far as the update can tell. Of everything that it does not touch it has nothing but how much
   * there was, so that clocks go on where they do. What is changed in it, with the update or without, can be applied to the other.
   * Cost: linear in what is touched and in the number of clients that ever wrote; nothing for the rest of the document.
   */
  copy(): Y.Doc
}

/**
 * Finds every entry of a root that an update writes in, deletes from or stands beside, with all that ever stood there, and these entries
 * besides. The update has passed the guard. Cost: linear in the update and in what it touches.
 */
export function findTouched(doc: Y.Doc, update: Uint8Array, besides: readonly EntryName[]): Touched {
  const kept = createKept(doc)
  const { structs, ds } = Y.decodeUpdate(update)
  for (const struct of structs) {
    const known = Y.getState(doc.store, struct.id.client)
    if (struct.id.clock + struct.length <= known) continue
    // It may begin in what is known.
    if (struct.id.clock < known) kept.keepAt(struct.id)
    if (!(struct instanceof Y.Item)) continue
    const parent: unknown = struct.parent
    if (typeof parent === 'string') kept.keepEntry({ root: parent, key: struct.parentSub ?? '' })
    for (const id of [struct.origin, struct.rightOrigin, parent]) if (id instanceof Y.ID) kept.keepAt(id)
  }
  for (const [client, ranges] of ds.clients) {
    for (const { clock, len } of ranges) kept.keepRange(client, clock, clock + len)
  }
  for (const name of besides) kept.keepEntry(name)
  return {
    structs: kept.size(),
    copy() {
      const copy = new Y.Doc()
      Y.applyUpdate(copy, encodeKept(doc, kept.list()))
      return copy
    },
  }
}

interface Kept {
  keepAt(id: Y.ID): void
  keepRange(client: number, clock: number, end: number): void
  keepEntry(name: EntryName): void
  size(): number
  list(): ReadonlyMap<number, readonly Y.Item[]>
}

function createKept(doc: Y.Doc): Kept {
  const items = new Set<Y.Item>()
  /** Roots whose lists, and keys of roots whose entries, are in it already. */
  const done = new Map<unknown, Set<string | null>>()
  const keepType = (type: Y.AbstractType<unknown>): void => {
    for (const last of type._map.values()) keepBackwards(last)
    for (let item = type._start; item !== null; item = item.right) keep(item)
  }
  const keep = (item: Y.Item): void => {
    if (items.has(item)) return
    items.add(item)
    if (item.content instanceof Y.ContentType) keepType(item.content.type as Y.AbstractType<unknown>)
  }
  const keepBackwards = (last: Y.Item | undefined): void => {
    for (let item: Y.Item | null = last ?? null; item !== null; item = item.left) keep(item)
  }
  const keepUnder = (root: Y.AbstractType<unknown>, key: string | null): void => {
    const keys = done.get(root) ?? new Set()
    if (keys.has(key)) return
    done.set(root, keys.add(key))
    if (key === null) for (let item = root._start; item !== null; item = item.right) keep(item)
    else keepBackwards(root._map.get(key))
  }
  const keepEntryOf = (from: Y.Item): void => {
    let item = from
    for (;;) {
      const { parent } = item
      if (!(parent instanceof Y.AbstractType)) return
      if (parent._item === null) {
        keepUnder(parent as Y.AbstractType<unknown>, item.parentSub)
        return
      }
      item = parent._item
    }
  }
  const keepRange = (client: number, clock: number, end: number): void => {
    const structs = doc.store.clients.get(client)
    if (structs === undefined || clock >= Math.min(end, Y.getState(doc.store, client))) return
    for (let index = Y.findIndexSS(structs, clock); index < structs.length; index += 1) {
      const struct = structs[index]
      if (struct === undefined || struct.id.clock >= end) return
      if (struct instanceof Y.Item) keepEntryOf(struct)
    }
  }
  return {
    keepAt: ({ client, clock }) => keepRange(client, clock, clock + 1),
    keepRange,
    keepEntry({ root, key }) {
      const type = doc.share.get(root)
      if (type !== undefined) keepUnder(type as Y.AbstractType<unknown>, key)
    },
    size: () => items.size,
    list() {
      const lists = new Map<number, Y.Item[]>()
      for (const item of items) {
        const list = lists.get(item.id.client)
        if (list === undefined) lists.set(item.id.client, [item])
        else list.push(item)
      }
      for (const list of lists.values()) list.sort((a, b) => a.id.clock - b.id.clock)
      return lists
    },
  }
}

/** An update of the whole document in which everything but these items is said to have been thrown away. */
function encodeKept(doc: Y.Doc, kept: ReadonlyMap<number, readonly Y.Item[]>): Uint8Array {
  const encoder = new Y.UpdateEncoderV1()
  const { clients } = doc.store
  encoding.writeVarUint(encoder.restEncoder, clients.size)
  // In the order in which Yjs writes them.
  for (const client of [...clients.keys()].toSorted((a, b) => b - a)) {
    const runs: (Y.Item | Y.GC)[] = []
    let clock = 0
    const skipTo = (end: number): void => {
      if (end > clock) runs.push(new Y.GC(Y.createID(client, clock), end - clock))
    }
    for (const item of kept.get(client) ?? []) {
      skipTo(item.id.clock)
      runs.push(item)
      clock = item.id.clock + item.length
    }
    skipTo(Y.getState(doc.store, client))
    encoding.writeVarUint(encoder.restEncoder, runs.length)
    encoder.writeClient(client)
    encoding.writeVarUint(encoder.restEncoder, 0)
    for (const struct of runs) struct.write(encoder, 0)
  }
  writeDeletions(encoder, kept)
  return encoder.toUint8Array()
}

function writeDeletions(encoder: Y.UpdateEncoderV1, kept: ReadonlyMap<number, readonly Y.Item[]>): void {
  const deleted = [...kept].flatMap(([client, items]) => {
    const gone = items.filter((item) => item.deleted)
    return gone.length === 0 ? [] : [{ client, gone }]
  })
  encoding.writeVarUint(encoder.restEncoder, deleted.length)
  for (const { client, gone } of deleted) {
    encoding.writeVarUint(encoder.restEncoder, client)
    encoding.writeVarUint(encoder.restEncoder, gone.length)
    for (const { id, length } of gone) {
      encoding.writeVarUint(encoder.restEncoder, id.clock)
      encoding.writeVarUint(encoder.restEncoder, length)
    }
  }
}
