import * as Y from 'yjs'

/**
 * True if every struct of an update that begins in what the document has and ends beyond it stands where the document's own
 * does. Yjs puts the rest of such a struct after the document's item whatever place it names itself: one that names another
 * would be judged there, and stand in a list that is not its parent's. The update has passed the guard.
 * Cost: one decoding, and a binary search or two per struct that overlaps.
 */
export function agreesWhereItOverlaps(doc: Y.Doc, update: Uint8Array): boolean {
  return Y.decodeUpdate(update).structs.every((struct) => {
    const known = Y.getState(doc.store, struct.id.client)
    if (struct.id.clock >= known || struct.id.clock + struct.length <= known) return true
    const first = findStruct(doc, struct.id.client, struct.id.clock)
    const last = findStruct(doc, struct.id.client, known - 1)
    if (!(first instanceof Y.Item) || !(last instanceof Y.Item)) return !isAlive(doc, struct)
    return struct instanceof Y.Item && isSamePlace(struct, first, last)
  })
}

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number]

/** Splitting and joining keep all of this; so it is the same for whoever got it from Yjs. */
function isSamePlace(struct: Y.Item, first: Y.Item, last: Y.Item): boolean {
  const { client, clock } = struct.id
  const origin = first.id.clock === clock ? first.origin : Y.createID(client, clock - 1)
  if (!Y.compareIDs(struct.origin, origin) || !Y.compareIDs(struct.rightOrigin, last.rightOrigin)) return false
  if (first.parent !== last.parent || first.parentSub !== last.parentSub) return false
  // Beside another it stands where that does.
  if (struct.origin !== null || struct.rightOrigin !== null) return true
  if (struct.parentSub !== first.parentSub || !(first.parent instanceof Y.AbstractType)) return false
  const { _item: holder, doc } = first.parent
  const declared: unknown = struct.parent
  if (holder !== null) return declared instanceof Y.ID && Y.compareIDs(declared, holder.id)
  return typeof declared === 'string' && doc?.share.get(declared) === first.parent
}

/** False for what Yjs throws away, since what it names is gone, as what stands there is. */
function isAlive(doc: Y.Doc, struct: Struct): boolean {
  if (!(struct instanceof Y.Item)) return false
  const parent: unknown = struct.parent
  if (typeof parent === 'string') return true
  return [struct.origin, struct.rightOrigin, parent].some((id) => {
    if (!(id instanceof Y.ID)) return false
    const named = findStruct(doc, id.client, id.clock)
    return named instanceof Y.Item && !(id === parent && named.deleted)
  })
}

function findStruct(doc: Y.Doc, client: number, clock: number): unknown {
  const structs = doc.store.clients.get(client)
  if (structs === undefined || clock >= Y.getState(doc.store, client)) return undefined
  return structs[Y.findIndexSS(structs, clock)]
}
