import * as Y from 'yjs'
import { isId, type ViewId } from '../base/ids'
import type { RecordRoot } from '../model/mapPatch'

/** The names of the document's roots, and how a record's fields come out of them. */

export const recordRoots: readonly RecordRoot[] = ['elements', 'links', 'loops', 'views', 'scenarios']
/** Roots whose records are one plain value each, since two peers might make the same one at once. */
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
 * The fields of a stored record, or undefined if what is stored there is not a record: of plain
 * roots an object, of the others a Y.Map.
 */
export function readRawRecord(root: RecordRoot, value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (value instanceof Y.Map) return mapToPlain(value, deepest)
  const mayBePlain = isPlainRoot(root) && typeof value === 'object' && value !== null && !Array.isArray(value)
  return mayBePlain && Object.getPrototypeOf(value) === Object.prototype
    ? (value as Readonly<Record<string, unknown>>)
    : undefined
}
