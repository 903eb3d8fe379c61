import {
  createByteCursor,
  MalformedBytesError,
  readByte,
  readVarText,
  readVarUint,
  remainingBytes,
  type ByteCursor,
} from '../../lib/protocol/byteCursor'
import type { RecordName } from '../store/mapStore'
import { createNesting, type KnownLevels, type Nesting, type Place, type TypeLevel } from './nesting'
import { isKnownRoot } from './roots'
import { isPlainValue, isSharedType, skipContent } from './updateContent'
import { createVersionWatch, saysCurrentVersion, type StructId, type VersionWatch } from './versionWatch'

/**
 * The guard: what an update from the wire must be before anything of it is stored. Pure; it reads
 * the bytes and asks the room two questions.
 *
 * A 25-byte update can make a document unreadable for everyone for ever, and updates "from the
 * future" pile up in Yjs until the process stands still; so nothing is stored that Yjs could not
 * take in whole, at once.
 */

/** What the guard has to know of the room's document, with what it accepted but not yet applied. */
export interface RoomClocks extends KnownLevels {
  /** The clock that the next new struct of a client must have; 0 for an unknown client. */
  next(client: number): number
  /** True if every struct in the range is deleted already. */
  isDeleted(client: number, clock: number, length: number): boolean
  /** True if a value of the document's version, old or current, is there. */
  holdsVersion(client: number, clock: number): boolean
  /** The values that say its version now, or will when what was accepted is applied. */
  versions(): readonly StructId[]
}

export type Verdict =
  /** Sound and new. `update` is what to store: without the deletions that everyone has already. */
  | {
      readonly kind: 'new'
      readonly update: Uint8Array
      readonly next: ReadonlyMap<number, number>
      /** The shared types it brings, for the judgement of what comes after it. */
      readonly types: readonly TypeLevel[]
      /** The values it brings of the document's version, likewise. */
      readonly versions: readonly StructId[]
      /** Elements and links that it puts under a name that nothing stood under before, as far as it knew. */
      readonly added: readonly RecordName[]
      /** What it says and takes away that the room has not heard of, for whoever asks whose change it was. */
      readonly wrote: readonly StructRange[]
      /** Some struct begins in what the room has and ends beyond it: where it stands is the room's to say. */
      readonly overlaps: boolean
    }
  /** Sound, and the room has all of it. */
  | { readonly kind: 'nothing-new' }
  /** Sound as far as one can see, but something before it is missing. Not to be stored. */
  | { readonly kind: 'gap' }
  /** No well-behaved client sends this. */
  | { readonly kind: 'hostile'; readonly why: string }

/** Structs of one client in a row. */
export interface StructRange {
  readonly client: number
  readonly clock: number
  readonly length: number
}

/** Longest single struct. A client would have to type without pause for years to get there. */
const longestStruct = 2 ** 24
const lastClock = 2 ** 40

interface Reading {
  /** Where each client's structs in this update begin and end. */
  readonly ends: Map<number, number>
  /** Structs of other clients that these build on: the highest clock of each is enough. */
  readonly needs: Map<number, number>
  readonly nesting: Nesting
  readonly versions: VersionWatch
  readonly added: RecordName[]
  /** Some struct is not in the room yet. */
  fresh: boolean
  overlaps: boolean
  gap: boolean
}

/**
 * Judges one update (V1 encoding). Never throws, never changes anything.
 * Cost: one pass over the bytes, a few microseconds for a usual edit.
 */
export function checkUpdate(update: Uint8Array, room: RoomClocks): Verdict {
  try {
    const cursor = createByteCursor(update)
    const reading: Reading = {
      ends: new Map(),
      needs: new Map(),
      nesting: createNesting(),
      versions: createVersionWatch((client, clock) => room.holdsVersion(client, clock)),
      added: [],
      fresh: false,
      overlaps: false,
      gap: false,
    }
    readStructs(cursor, room, reading)
    const structBytes = cursor.at
    for (const [client, clock] of reading.needs) {
      if (clock >= nextAfter(client, room, reading)) reading.gap = true
    }
    const deletions = readDeletions(cursor, room, reading)
    if (remainingBytes(cursor) > 0) return { kind: 'hostile', why: 'bytes after the end of the update' }
    const version = reading.versions.find()
    if (version === 'other') return { kind: 'hostile', why: 'the version of the document is not its to say' }
    if (reading.gap) return { kind: 'gap' }
    if (version === 'nothing' && room.versions().some((id) => covers(deletions, id))) {
      return { kind: 'hostile', why: 'the version of the document is not its to take away' }
    }
    const types = reading.nesting.measure(room)
    if (types === undefined) return { kind: 'gap' }
    if (!reading.fresh && deletions.fresh === 0) return { kind: 'nothing-new' }
    return {
      kind: 'new',
      update: trim(update, structBytes, reading.fresh, deletions),
      next: reading.ends,
      types,
      versions: reading.versions.found,
      added: reading.added,
      wrote: listWritten(reading, deletions, room),
      overlaps: reading.overlaps,
    }
  } catch (cause) {
    if (cause instanceof MalformedBytesError) return { kind: 'hostile', why: cause.message }
    throw cause
  }
}

function listWritten({ ends }: Reading, deletions: Deletions, room: RoomClocks): readonly StructRange[] {
  const wrote: StructRange[] = []
  for (const [client, end] of ends) {
    const clock = room.next(client)
    if (end > clock) wrote.push({ client, clock, length: end - clock })
  }
  for (const [client, ranges] of deletions.ranges) {
    for (const { clock, length } of ranges) wrote.push({ client, clock, length })
  }
  return wrote
}

function nextAfter(client: number, room: RoomClocks, reading: Reading): number {
  return Math.max(room.next(client), reading.ends.get(client) ?? 0)
}

function readStructs(cursor: ByteCursor, room: RoomClocks, reading: Reading): void {
  const clients = readVarUint(cursor)
  for (let index = 0; index < clients; index += 1) {
    const structs = readVarUint(cursor)
    const client = readVarUint(cursor)
    const start = readVarUint(cursor)
    if (client > 0xffff_ffff) throw new MalformedBytesError('client id out of range')
    // Yjs keeps only the last of two runs of one client, so the first would be lost.
    if (reading.ends.has(client)) throw new MalformedBytesError('two runs of one client')
    if (structs === 0) throw new MalformedBytesError('a run without structs')
    const known = room.next(client)
    if (start > known) reading.gap = true
    let clock = start
    for (let struct = 0; struct < structs; struct += 1) {
      const length = readStruct(cursor, client, clock, known, reading)
      if (length < 1 || length > longestStruct) throw new MalformedBytesError(`a struct of length ${length}`)
      if (clock < known && clock + length > known) reading.overlaps = true
      clock += length
      if (clock > lastClock) throw new MalformedBytesError('clock out of range')
    }
    reading.ends.set(client, clock)
    if (clock > known) reading.fresh = true
  }
}

/** Bits of the byte before each struct. */
const hasOrigin = 0b1000_0000
const hasRightOrigin = 0b0100_0000
const hasParentKey = 0b0010_0000
const contentMask = 0b0001_1111

const contentGc = 0
const contentSkip = 10

/** @returns the struct's length in clocks */
function readStruct(cursor: ByteCursor, client: number, clock: number, known: number, reading: Reading): number {
  const head = readByte(cursor)
  let place: Place | undefined
  let isVersion = false
  let record: RecordName | undefined
  if (head === contentGc) return note(readVarUint(cursor))
  if (head === contentSkip) {
    // Written by Yjs where a client itself waits for something: complete it first.
    reading.gap = true
    return readVarUint(cursor)
  }
  if ((head & hasOrigin) !== 0) place = { kind: 'beside', ...readNeed(cursor, client, clock, reading) }
  if ((head & hasRightOrigin) !== 0) {
    const right = readNeed(cursor, client, clock, reading)
    place ??= { kind: 'beside', ...right }
  }
  if (place === undefined) ({ place, isVersion, record } = readParent(cursor, client, clock, head, reading))
  const contentStart = cursor.at
  const length = note(skipContent(cursor, head & contentMask))
  if (record !== undefined && clock >= known && isSharedType(head & contentMask)) reading.added.push(record)
  if (clock + length > known && (isVersion || place.kind === 'beside')) {
    const keeps = isPlainValue(head & contentMask) && saysCurrentVersion(cursor.bytes.subarray(contentStart, cursor.at))
    reading.versions.note(client, clock, place.kind === 'beside' ? place : undefined, keeps)
  }
  return length

  function note(length: number): number {
    reading.nesting.add(client, clock, length, place, isSharedType(head & contentMask))
    return length
  }
}

function readNeed(
  cursor: ByteCursor,
  client: number,
  clock: number,
  reading: Reading,
): { readonly client: number; readonly clock: number } {
  const needClient = readVarUint(cursor)
  const needClock = readVarUint(cursor)
  if (needClient === client) {
    if (needClock >= clock) throw new MalformedBytesError('a struct that builds on itself or later ones')
  } else if (needClock > (reading.needs.get(needClient) ?? -1)) {
    reading.needs.set(needClient, needClock)
  }
  return { client: needClient, clock: needClock }
}

function readParent(
  cursor: ByteCursor,
  client: number,
  clock: number,
  head: number,
  reading: Reading,
): { readonly place: Place; readonly isVersion: boolean; readonly record: RecordName | undefined } {
  let place: Place = { kind: 'root' }
  let inMeta = false
  let records: RecordName['root'] | undefined
  const inRoot = readVarUint(cursor)
  if (inRoot > 1) throw new MalformedBytesError('a parent of an unknown kind')
  if (inRoot === 1) {
    const root = readVarText(cursor)
    if (!isKnownRoot(root)) throw new MalformedBytesError(`a root called ${JSON.stringify(root.slice(0, 40))}`)
    inMeta = root === 'meta'
    if (root === 'elements' || root === 'links') records = root
    // All roots of a map are maps: an entry without a key would make a list of one of them.
    if ((head & hasParentKey) === 0) throw new MalformedBytesError('an entry of a root without a key')
  } else {
    place = { kind: 'inside', ...readNeed(cursor, client, clock, reading) }
  }
  const key = (head & hasParentKey) === 0 ? undefined : readVarText(cursor)
  if (key === '__proto__') throw new MalformedBytesError('a field called __proto__')
  const record = records === undefined || key === undefined ? undefined : { root: records, id: key }
  return { place, isVersion: inMeta && key === 'schemaVersion', record }
}

interface Deletions {
  /** Ranges that are not deleted yet, by client, and how many there are. */
  readonly ranges: Map<number, { clock: number; length: number }[]>
  fresh: number
  known: number
}

function readDeletions(cursor: ByteCursor, room: RoomClocks, reading: Reading): Deletions {
  const deletions: Deletions = { ranges: new Map(), fresh: 0, known: 0 }
  const clients = readVarUint(cursor)
  for (let index = 0; index < clients; index += 1) {
    const client = readVarUint(cursor)
    const count = readVarUint(cursor)
    for (let range = 0; range < count; range += 1) {
      const clock = readVarUint(cursor)
      const length = readVarUint(cursor)
      if (length === 0 || clock + length > lastClock) throw new MalformedBytesError('a deletion out of range')
      if (clock + length > nextAfter(client, room, reading)) {
        reading.gap = true
      } else if (clock + length <= room.next(client) && room.isDeleted(client, clock, length)) {
        deletions.known += 1
      } else {
        deletions.fresh += 1
        const ranges = deletions.ranges.get(client)
        if (ranges === undefined) deletions.ranges.set(client, [{ clock, length }])
        else ranges.push({ clock, length })
      }
    }
  }
  return deletions
}

function covers({ ranges }: Deletions, id: StructId): boolean {
  const own = ranges.get(id.client) ?? []
  return own.some(({ clock, length }) => clock <= id.clock && id.clock < clock + length)
}

/** More deletions that everyone has are no edit: they are the answer of a client that comes back. */
const mostOfAnEdit = 16

/**
 * Leaves out what the room has. A client's sync step 2 always carries every deletion there ever
 * was; storing and sending those again with each reconnect would drown the few that are new.
 *
 * An edit stays whole. What it takes away may be gone with its record already, and then it alone tells whoever
 * deleted that, and puts it back, which letters the new ones took the place of.
 */
function trim(update: Uint8Array, structBytes: number, fresh: boolean, deletions: Deletions): Uint8Array {
  if (fresh && deletions.known <= mostOfAnEdit) return update
  const tail: number[] = []
  writeVarUint(tail, deletions.ranges.size)
  for (const [client, ranges] of deletions.ranges) {
    writeVarUint(tail, client)
    writeVarUint(tail, ranges.length)
    for (const { clock, length } of ranges) {
      writeVarUint(tail, clock)
      writeVarUint(tail, length)
    }
  }
  const structs = fresh ? update.subarray(0, structBytes) : Uint8Array.of(0)
  const trimmed = new Uint8Array(structs.length + tail.length)
  trimmed.set(structs)
  trimmed.set(tail, structs.length)
  return trimmed
}

function writeVarUint(bytes: number[], value: number): void {
  let rest = value
  while (rest > 127) {
    bytes.push((rest % 128) + 128)
    rest = Math.floor(rest / 128)
  }
  bytes.push(rest)
}

/** Number of clients in a state vector; undefined if it is malformed. Reads it whole. */
export function checkVector(vector: Uint8Array): number | undefined {
  try {
    const cursor = createByteCursor(vector)
    const clients = readVarUint(cursor)
    for (let index = 0; index < clients; index += 1) {
      readVarUint(cursor)
      readVarUint(cursor)
    }
    return remainingBytes(cursor) === 0 ? clients : undefined
  } catch (cause) {
    if (cause instanceof MalformedBytesError) return undefined
    throw cause
  }
}
