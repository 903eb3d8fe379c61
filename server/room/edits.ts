import * as Y from 'yjs'
import type { Edit, MapFacts } from '../../lib/practice/forbidden'
import { createFieldChanges } from './fieldChanges'

/** What an update does, in the words of the map. */
export interface ReadEdits {
  readonly edits: readonly Edit[]
  /** Its new structs, each with what it writes to. */
  readonly writes: readonly Write[]
}

export interface Write {
  readonly edit: Edit
  readonly client: number
  readonly clock: number
  readonly length: number
}

/** Where a struct stands: under which key of which root, itself (false) or somewhere in what stands there. */
interface Place {
  readonly root: string
  readonly key: string
  readonly isInside: boolean
  /** Of a record, in which of its fields. */
  readonly field?: string | undefined
}

/** `nowhere`: it has no effect, since what it stood in or beside is gone. `unknown`: not in this document, nor the update. */
type Found = Place | 'nowhere' | 'unknown'

const positionsPrefix = 'positions:'

/**
 * Reads which records and places an update touches, by where its structs and deletions stand in the document or in each
 * other. The update has passed the guard. Undefined if it builds on something that the document has not got yet.
 * Cost: one decoding, and a binary search per struct.
 */
export function readEdits(doc: Y.Doc, update: Uint8Array): ReadEdits | undefined {
  const { structs, ds } = Y.decodeUpdate(update)
  const fresh = structs.filter(({ id, length }) => id.clock + length > Y.getState(doc.store, id.client))
  const roots = nameRoots(doc)
  const find = createFinder(doc, fresh, roots)
  const edits = new Map<string, Edit>()
  const writes: Write[] = []
  const fields = createFieldChanges(doc, ds)
  const note = (edit: Edit | undefined): void => {
    if (edit !== undefined) edits.set(JSON.stringify(edit), edit)
  }

  for (const struct of fresh) {
    const place = find(struct.id.client, struct.id.clock)
    if (place === 'unknown') return undefined
    const edit = place === 'nowhere' ? undefined : toEdit(place, 'put')
    note(edit)
    if (struct instanceof Y.Item && typeof place === 'object') fields.note(place, struct)
    if (edit !== undefined)
      writes.push({ edit, client: struct.id.client, clock: struct.id.clock, length: struct.length })
  }
  for (const [client, ranges] of ds.clients) {
    const known = Y.getState(doc.store, client)
    for (const { clock, len } of ranges) {
      for (const item of listAlive(doc, client, clock, Math.min(clock + len, known))) {
        const place = placeInDocument(item, roots)
        if (place === undefined) continue
        note(toEdit(place, 'delete'))
        fields.note(place)
      }
      // Beyond what is known lie structs of this very update, judged above.
      if (clock + len > known && find(client, clock + len - 1) === 'unknown') return undefined
    }
  }
  const isDeleted = (root: string, id: string): boolean => edits.has(JSON.stringify({ kind: 'delete', root, id }))
  for (const { root, id } of fields.listUnmade(isDeleted)) note({ kind: 'unmake', root, id })
  return { edits: [...edits.values()], writes }
}

/** What the rules ask of the map before an edit. */
export function readFacts(doc: Y.Doc, additions: MapFacts['addition']): MapFacts {
  return {
    has: (root, id) => doc.getMap(root).has(id),
    endsOf(link) {
      const record = doc.getMap('links').get(link)
      const ends = record instanceof Y.Map ? [record.get('from'), record.get('to')] : []
      return ends.filter((end) => typeof end === 'string')
    },
    hasPlace: (view, id) => doc.share.has(positionsPrefix + view) && doc.getMap(positionsPrefix + view).has(id),
    addition: additions,
  }
}

function toEdit({ root, key, isInside }: Place, kind: 'put' | 'delete'): Edit | undefined {
  if (root.startsWith(positionsPrefix)) return { kind: 'place', view: root.slice(positionsPrefix.length), id: key }
  if (root !== 'elements' && root !== 'links') return undefined
  return { kind: isInside ? 'change' : kind, root, id: key }
}

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number]

/** Finds where structs stand; what it found on the way up it knows from then on. */
function createFinder(
  doc: Y.Doc,
  fresh: readonly Struct[],
  roots: RootNames,
): (client: number, clock: number) => Found {
  const runs = new Map<number, Struct[]>()
  for (const struct of fresh) {
    const run = runs.get(struct.id.client)
    if (run === undefined) runs.set(struct.id.client, [struct])
    else run.push(struct)
  }
  const found = new Map<Struct, Found>()

  const inDocument = (client: number, clock: number): Found => {
    const structs = doc.store.clients.get(client)
    if (structs === undefined || clock >= Y.getState(doc.store, client)) return 'unknown'
    const struct = structs[Y.findIndexSS(structs, clock)]
    return (struct instanceof Y.Item ? placeInDocument(struct, roots) : undefined) ?? 'nowhere'
  }

  return (client, clock) => {
    // The way up from the struct, for texts typed letter by letter may be long.
    const way: { readonly struct: Y.Item; readonly isWithin: boolean }[] = []
    let at = { client, clock }
    let place: Found | undefined
    while (place === undefined) {
      const struct = findIn(runs.get(at.client), at.clock)
      if (struct === undefined) {
        place = inDocument(at.client, at.clock)
        break
      }
      place = found.get(struct)
      if (place !== undefined) break
      if (!(struct instanceof Y.Item)) {
        place = 'nowhere'
        break
      }
      const { origin, rightOrigin } = struct
      const parent: unknown = struct.parent
      if (typeof parent === 'string') {
        place = struct.parentSub === null ? 'nowhere' : { root: parent, key: struct.parentSub, isInside: false }
        found.set(struct, place)
        break
      }
      const next = origin ?? rightOrigin ?? (parent instanceof Y.ID ? parent : undefined)
      if (next === undefined) {
        place = 'nowhere'
        break
      }
      way.push({ struct, isWithin: origin === null && rightOrigin === null })
      at = { client: next.client, clock: next.clock }
    }
    for (const { struct, isWithin } of way.toReversed()) {
      if (isWithin && typeof place === 'object') {
        place = { ...place, isInside: true, field: place.isInside ? place.field : (struct.parentSub ?? undefined) }
      }
      found.set(struct, place)
    }
    return place
  }
}

/** The struct of a run that holds this clock. */
function findIn(run: readonly Struct[] = [], clock: number): Struct | undefined {
  let [low, high] = [0, run.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const struct = run[middle]
    if (struct === undefined) return undefined
    if (clock < struct.id.clock) high = middle - 1
    else if (clock >= struct.id.clock + struct.length) low = middle + 1
    else return struct
  }
  return undefined
}

/** What is there of so many structs of a client. */
export function* listAlive(doc: Y.Doc, client: number, clock: number, end: number): Generator<Y.Item> {
  const structs = doc.store.clients.get(client)
  if (structs === undefined || clock >= end) return
  for (let index = Y.findIndexSS(structs, clock); index < structs.length; index += 1) {
    const struct = structs[index]
    if (struct === undefined || struct.id.clock >= end) return
    if (struct instanceof Y.Item && !struct.deleted) yield struct
  }
}

/** Names the record or place of a document that an item stands in; undefined for what stands in none. Cost: one look at each root. */
export function createEntryNames(doc: Y.Doc): (item: Y.Item) => string | undefined {
  const roots = nameRoots(doc)
  return (item) => {
    const place = placeInDocument(item, roots)
    return place && `${place.root}/${place.key}`
  }
}

type RootNames = ReadonlyMap<unknown, string>

function nameRoots(doc: Y.Doc): RootNames {
  return new Map([...doc.share].map(([name, type]) => [type, name]))
}

function placeInDocument(from: Y.Item, roots: RootNames): Place | undefined {
  let item = from
  let isInside = false
  let field: string | undefined
  for (;;) {
    const { parent } = item
    if (!(parent instanceof Y.AbstractType)) return undefined
    if (parent._item === null) {
      const root = roots.get(parent)
      return root === undefined || item.parentSub === null ? undefined : { root, key: item.parentSub, isInside, field }
    }
    field = item.parentSub ?? undefined
    item = parent._item
    isInside = true
  }
}
