import * as Y from 'yjs'
import { isId, type ViewId } from '../base/ids'
import type { RecordRoot } from '../model/mapPatch'
import { openRoots } from '../model/openRoots'
import { readPlainRecords } from './plainRecords'

/** The names of the document's roots, and how a record's fields come out of them. */

export const recordRoots: readonly RecordRoot[] = ['elements', 'links', ...openRoots]
/** Roots whose records are plain values, since two peers might make the same one at once: see plainRecords.ts. */
const plainRoots: readonly RecordRoot[] = ['loops']

const positionsPrefix = 'positions:'

/** True if the records of this root are plain values, false if each is a Y.Map of fields. */
export function isPlainRoot(root: RecordRoot): boolean {
  return plainRoots.includes(root)
}

export function metaRoot(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('meta')
}

export function recordsRoot(doc: Y.Doc, root: RecordRoot): Y.Map<unknown> {
  return doc.getMap(root)
}

export function positionsRoot(doc: Y.Doc, view: ViewId): Y.Map<unknown> {
  return doc.getMap(positionsPrefix + view)
}

/** The views that have positions, as far as this document has heard of them. */
export function listPositionViews(doc: Y.Doc): readonly ViewId[] {
  return [...doc.share.keys()]
    .filter((name) => name.startsWith(positionsPrefix))
    .map((name) => name.slice(positionsPrefix.length))
    .filter(isId) as ViewId[]
}

/** Deeper than any record of ours; a hostile document may nest types to exhaust the stack. */
const deepest = 24

/** A stored value without shared types: text as a string, maps as objects, arrays as arrays. */
export function toPlain(value: unknown, depth = deepest): unknown {
  if (depth === 0) return undefined
  // XML types extend the others' base only; all three checks are by class.
  if (value instanceof Y.Text) return value.toJSON()
  if (value instanceof Y.Map) return mapToPlain(value, depth)
  if (value instanceof Y.Array) return value.toArray().map((item) => toPlain(item, depth - 1))
  return value instanceof Y.AbstractType || value instanceof Y.Doc ? undefined : value
}

function mapToPlain(map: Y.Map<unknown>, depth: number): Readonly<Record<string, unknown>> {
  return Object.fromEntries([...map.entries()].map(([key, member]) => [key, toPlain(member, depth - 1)]))
}

/**
 * Stored records with their fields, undefined for what is not a record. Those that are not there are not among them.
 * @param wanted only these ids; otherwise all
 * Cost: of plain roots one pass over the root, of others what is asked for.
 */
export function readRawRecords(
  doc: Y.Doc,
  root: RecordRoot,
  wanted?: Iterable<string>,
): ReadonlyMap<string, Readonly<Record<string, unknown>> | undefined> {
  const records = recordsRoot(doc, root)
  if (isPlainRoot(root)) return readPlainRecords(records, toPlain, wanted && new Set(wanted))
  const raws = new Map<string, Readonly<Record<string, unknown>> | undefined>()
  for (const id of wanted ?? records.keys()) if (records.has(id)) raws.set(id, readRawRecord(records.get(id)))
  return raws
}

/** The fields of a record that is a Y.Map, or undefined if what is stored there is none. */
export function readRawRecord(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return value instanceof Y.Map ? mapToPlain(value, deepest) : undefined
}
