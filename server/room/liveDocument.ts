import * as Y from 'yjs'
import { findDocumentState, migrateDocument } from '../../lib/document/migrateDocument'
import { readMapView } from '../../lib/document/readMapView'
import type { MapView } from '../../lib/model/mapView'
import { boardView } from '../../lib/model/position'
import { writeSyncStep1, writeSyncStep2 } from '../../lib/protocol/wire'
import type { StoredDocument } from '../store/mapStore'
import { addChange, measureChange, noChange, type ChangeScale, type ChangeSoFar } from './changeScale'
import type { RoomClocks } from './guard'
import { splitIntoPieces } from './pieces'
import { findTouched, type EntryName, type Touched } from './touchedCopy'
import type { StructId } from './versionWatch'

/** What was accepted in a turn and is not in the document yet. */
export interface AcceptedStructs {
  /** The clock after the last accepted struct, by client. */
  readonly next: ReadonlyMap<number, number>
  /** Levels of accepted shared types, by `client:clock`. */
  readonly levels: ReadonlyMap<string, number>
  /** Values of the document's version. */
  readonly versions: readonly StructId[]
}

/** For who asks about the document as it stands. */
export const nothingAccepted: AcceptedStructs = { next: new Map(), levels: new Map(), versions: [] }

/** Update that says nothing, and the state vector of someone who has nothing. */
export const emptyUpdate = Uint8Array.of(0, 0)
export const emptyVector = Uint8Array.of(0)

/** True for the vector of a client that has nothing yet. */
export function isEmptyVector(vector: Uint8Array): boolean {
  return vector.length === 1 && vector[0] === 0
}

/**
 * A room's Y.Doc with what is often asked of it, kept until the next change: a hundred people who
 * join at once cost one encoding.
 */
export interface LiveDocument {
  /** False if Yjs could not take them all in. The document is of no use then: build a new one. */
  apply(updates: readonly Uint8Array[]): boolean
  /**
   * The same one after the other, with a rest after each, as one change. Meanwhile the document is neither what it was nor
   * what it will be, and nothing else may be applied.
   */
  applyInTurns(updates: readonly Uint8Array[], rest: () => Promise<void>): Promise<boolean>
  /** How much the updates applied last have changed. */
  scale(): ChangeScale
  vector(): Uint8Array
  /** What someone with this vector lacks. */
  encodeSince(vector: Uint8Array): Uint8Array
  /** The same, as a sync step 2; shared for those who have nothing. */
  step2For(vector: Uint8Array): Uint8Array
  step1(): Uint8Array
  view(): MapView
  title(): string
  /** Made by a newer Weft: may be read, must not be written. */
  isNewer(): boolean
  /** What brings an older document to this version, to be stored and applied; undefined if nothing is to be done. */
  migrate(): Uint8Array | undefined
  /** What the guard asks; `accepted` holds what was accepted but not applied yet. */
  clocks(accepted: AcceptedStructs): RoomClocks
  /** A copy that may be changed freely. */
  copy(): Y.Doc
  /** An update as several, each of which touches about so many records and places. */
  pieces(update: Uint8Array, most: number): readonly Uint8Array[]
  /** What an update touches, and these entries besides, to be changed in a copy. What is changed there has to be applied here next. */
  touched(update: Uint8Array, besides: readonly EntryName[]): Touched
  /** Reads in the document itself, which must stay as it is. */
  look<Value>(task: (doc: Y.Doc) => Value): Value
  destroy(): void
}

/**
 * Builds a document from what is stored, in one transaction.
 * @returns also the numbers of updates that Yjs cannot take in: they are left out, and should be
 *   set aside in the store
 * @throws if the snapshot itself cannot be read
 * Cost: about 100 ms for 5,000 elements with a long history, on the calling thread.
 */
export function buildDocument(stored: StoredDocument): { document: LiveDocument; unfit: readonly number[] } {
  const unfit: number[] = []
  for (;;) {
    const doc = openSnapshot(stored)
    const rows = stored.updates.filter((row) => !unfit.includes(row.seq)).map((row) => row.bytes)
    if (applyAll(doc, rows)) return { document: createLiveDocument(doc), unfit }
    // Some row does not fit, and has spoiled the document. Find it the slow way and begin again.
    doc.destroy()
    const found = findUnfit(stored, unfit)
    if (found === undefined) throw new Error('The stored updates fit one by one but not together.')
    unfit.push(found)
  }
}

function openSnapshot(stored: StoredDocument): Y.Doc {
  const doc = new Y.Doc()
  if (stored.snapshot !== undefined) Y.applyUpdate(doc, stored.snapshot)
  return doc
}

function findUnfit(stored: StoredDocument, known: readonly number[]): number | undefined {
  const doc = openSnapshot(stored)
  const row = stored.updates.find(({ seq, bytes }) => !known.includes(seq) && !applyAll(doc, [bytes]))
  doc.destroy()
  return row?.seq
}

function applyAll(doc: Y.Doc, updates: readonly Uint8Array[]): boolean {
  try {
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update, 'remote')
    }, 'remote')
  } catch {
    return false
  }
  // Structs that wait for others will wait for ever: the guard lets no gap through.
  return doc.store.pendingStructs === null && doc.store.pendingDs === null
}

function createLiveDocument(doc: Y.Doc): LiveDocument {
  let vector: Uint8Array | undefined
  let fullStep2: Uint8Array | undefined
  let step1: Uint8Array | undefined
  let view: MapView | undefined
  let scale = noChange
  // Else the first change of a document that nobody has read yet could not be measured: Yjs knows a root under another
  // object until it is asked for.
  for (const root of ['elements', `positions:${boardView}`]) doc.getMap(root)
  /** Of what is applied in turns, what the turns so far have changed. */
  let inTurns: { soFar: ChangeSoFar | undefined } | undefined
  doc.on('afterTransaction', (transaction) => {
    if (inTurns === undefined) {
      scale = measureChange(doc, transaction)
      return
    }
    inTurns.soFar = addChange(doc, transaction, inTurns.soFar)
    scale = inTurns.soFar.scale
  })
  /** All copies write under one name: each new one would stay in the document for ever. */
  let author: number | undefined
  const current = (): Uint8Array => (vector ??= Y.encodeStateVector(doc))
  const apply = (updates: readonly Uint8Array[]): boolean => {
    vector = fullStep2 = step1 = view = undefined
    return applyAll(doc, updates)
  }
  return {
    apply,
    async applyInTurns(updates, rest) {
      inTurns = { soFar: undefined }
      try {
        for (const update of updates) {
          if (!apply([update])) return false
          await rest()
        }
        return true
      } finally {
        inTurns = undefined
      }
    },
    scale: () => scale,
    vector: current,
    encodeSince: (since) => Y.encodeStateAsUpdate(doc, since),
    step2For(since) {
      if (isEmptyVector(since)) return (fullStep2 ??= writeSyncStep2(Y.encodeStateAsUpdate(doc)))
      return writeSyncStep2(Y.encodeStateAsUpdate(doc, since))
    },
    step1: () => (step1 ??= writeSyncStep1(current())),
    view: () => (view ??= readMapView(doc)),
    title() {
      const title = doc.getMap('meta').get('title')
      return typeof title === 'string' ? title : ''
    },
    isNewer: () => findDocumentState(doc).kind === 'newer',
    migrate() {
      if (findDocumentState(doc).kind !== 'older') return undefined
      const copy = copyOf(doc)
      const before = Y.encodeStateVector(copy)
      migrateDocument(copy)
      const update = Y.encodeStateAsUpdate(copy, before)
      copy.destroy()
      return update
    },
    clocks: (accepted) => ({
      next: (client) => Math.max(Y.getState(doc.store, client), accepted.next.get(client) ?? 0),
      level: (client, clock) => levelOf(doc, client, clock) ?? accepted.levels.get(`${client}:${clock}`),
      isDeleted: (client, clock, length) => isDeleted(doc, client, clock, length),
      holdsVersion: (client, clock) =>
        holdsVersion(doc, client, clock) || accepted.versions.some((id) => id.client === client && id.clock === clock),
      versions: () => [...findVersion(doc), ...accepted.versions],
    }),
    copy: () => copyOf(doc),
    pieces: (update, most) => splitIntoPieces(doc, update, most),
    touched(update, besides) {
      const { structs, copy } = findTouched(doc, update, besides)
      return {
        structs,
        copy() {
          const made = copy()
          author ??= made.clientID
          made.clientID = author
          return made
        },
      }
    },
    look: (task) => task(doc),
    destroy: () => doc.destroy(),
  }
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

const versionKey = 'schemaVersion'

function holdsVersion(doc: Y.Doc, client: number, clock: number): boolean {
  const structs = doc.store.clients.get(client)
  if (structs === undefined || clock >= Y.getState(doc.store, client)) return false
  const struct = structs[Y.findIndexSS(structs, clock)]
  return struct instanceof Y.Item && struct.parentSub === versionKey && struct.parent === doc.getMap('meta')
}

function findVersion(doc: Y.Doc): readonly StructId[] {
  const item = doc.getMap('meta')._map.get(versionKey)
  return item === undefined || item.deleted ? [] : [item.lastId]
}

/** Levels from the root: 1 for an entry of one, 0 for what is gone, undefined for what is not there. */
function levelOf(doc: Y.Doc, client: number, clock: number): number | undefined {
  const structs = doc.store.clients.get(client)
  if (structs === undefined || clock >= Y.getState(doc.store, client)) return undefined
  let struct = structs[Y.findIndexSS(structs, clock)]
  let level = 0
  while (struct instanceof Y.Item) {
    level += 1
    struct = struct.parent instanceof Y.AbstractType ? (struct.parent._item ?? undefined) : undefined
  }
  return level
}

function isDeleted(doc: Y.Doc, client: number, clock: number, length: number): boolean {
  const structs = doc.store.clients.get(client)
  const end = clock + length
  if (structs === undefined || end > Y.getState(doc.store, client)) return false
  for (let index = Y.findIndexSS(structs, clock); index < structs.length; index += 1) {
    const struct = structs[index]
    if (struct === undefined || struct.id.clock >= end) return true
    if (!struct.deleted) return false
  }
  return true
}
