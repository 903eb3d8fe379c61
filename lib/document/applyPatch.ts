import * as Y from 'yjs'
import { isSameJson, type Json, type JsonFields } from '../base/json'
import type { MapPatch, RecordChange, RecordRoot } from '../model/mapPatch'
import { schemaVersion } from '../model/meta'
import { toPosition, toStoredPosition, type StoredPosition } from '../model/position'
import { writeRecord } from './createDocument'
import type { Origin } from './origin'
import { deletePlainRecord, setPlainFields } from './plainRecords'
import { isPlainRoot, metaRoot, positionsRoot, readRawRecords, recordsRoot, toPlain } from './roots'
import { findSplices } from './splice'

/** What would take a change back. */
export type InverseChange =
  | RecordChange
  /** A text that was `before` and became `after`; others may have typed in it since. */
  | {
      readonly kind: 'retext'
      readonly root: RecordRoot | 'meta'
      readonly id: string
      readonly before: string
      readonly after: string
    }

/**
 * Applies a patch in one transaction. Changes of records that are not there (any more) are left
 * out, a record that exists is not made again, and a value that is the same is not written, so the
 * document does not grow by nothing.
 * @returns what takes it back, in the order to apply it
 */
export function applyPatch(doc: Y.Doc, patch: Pick<MapPatch, 'changes'>, origin: Origin): readonly InverseChange[] {
  return doc.transact(() => {
    const inverse: InverseChange[] = []
    for (const change of patch.changes) inverse.push(...applyChange(doc, change))
    return inverse.reverse()
  }, origin)
}

function applyChange(doc: Y.Doc, change: RecordChange): readonly InverseChange[] {
  switch (change.kind) {
    case 'create':
      return createRecord(doc, change)
    case 'set':
      return setFields(doc, change)
    case 'delete':
      return deleteRecord(doc, change)
    case 'place':
      return placeElement(doc, change)
    case 'meta':
      return setMeta(doc, change.fields)
  }
}

type ChangeOf<Kind extends RecordChange['kind']> = Extract<RecordChange, { readonly kind: Kind }>

function createRecord(doc: Y.Doc, { root, id, fields }: ChangeOf<'create'>): readonly InverseChange[] {
  const records = recordsRoot(doc, root)
  if (isPlainRoot(root) ? readRawRecords(doc, root, [id]).has(id) : records.has(id)) return []
  writeRecord(records, root, id, fields)
  return [{ kind: 'delete', root, id }]
}

function deleteRecord(doc: Y.Doc, { root, id }: ChangeOf<'delete'>): readonly InverseChange[] {
  const records = recordsRoot(doc, root)
  const raws = readRawRecords(doc, root, [id])
  const raw = raws.get(id) as JsonFields | undefined
  if (isPlainRoot(root)) {
    deletePlainRecord(records, id)
    // Field by field, since others may have said something of it anew.
    return raw === undefined ? [] : [{ kind: 'set', root, id, fields: raw }]
  }
  if (!raws.has(id)) return []
  records.delete(id)
  return raw === undefined ? [] : [{ kind: 'create', root, id, fields: raw }]
}

function setFields(doc: Y.Doc, { root, id, fields }: ChangeOf<'set'>): readonly InverseChange[] {
  const records = recordsRoot(doc, root)
  if (isPlainRoot(root)) {
    const old = setPlainFields(records, id, fields, toPlain)
    return old === undefined ? [] : [{ kind: 'set', root, id, fields: old }]
  }
  const stored = records.get(id)
  return stored instanceof Y.Map ? writeFields(stored as Y.Map<unknown>, root, id, fields) : []
}

function setMeta(doc: Y.Doc, fields: ChangeOf<'meta'>['fields']): readonly InverseChange[] {
  const meta = metaRoot(doc)
  if (!meta.has('schemaVersion')) meta.set('schemaVersion', schemaVersion)
  return writeFields(meta, 'meta', 'meta', fields)
}

function writeFields(
  record: Y.Map<unknown>,
  root: RecordRoot | 'meta',
  id: string,
  fields: Readonly<Record<string, Json | undefined>>,
): readonly InverseChange[] {
  const inverse: InverseChange[] = []
  const old: Record<string, Json | undefined> = {}
  for (const [field, value] of Object.entries(fields)) {
    const stored = record.get(field)
    if (stored instanceof Y.Text) {
      const before = stored.toJSON()
      const after = typeof value === 'string' ? value : ''
      // Only the difference is written, so that what another person types meanwhile survives.
      if (writeText(stored, before, after)) inverse.push({ kind: 'retext', root, id, before, after })
      continue
    }
    const before = toPlain(stored) as Json | undefined
    if (isSameJson(before, value)) continue
    old[field] = before
    if (value === undefined) record.delete(field)
    else record.set(field, value)
  }
  if (Object.keys(old).length > 0) {
    inverse.unshift(root === 'meta' ? { kind: 'meta', fields: old } : { kind: 'set', root, id, fields: old })
  }
  return inverse
}

/** Turns the text `before` into `after`, passage by passage. True if there was anything to do. */
export function writeText(text: Y.Text, before: string, after: string): boolean {
  const splices = findSplices(before, after)
  // From the last on, so that the places of the others hold.
  for (const { at, removed, inserted } of splices.toReversed()) {
    if (removed !== '') text.delete(at, removed.length)
    if (inserted !== '') text.insert(at, inserted)
  }
  return splices.length > 0
}

function placeElement(doc: Y.Doc, { view, id, position }: ChangeOf<'place'>): readonly InverseChange[] {
  const places = positionsRoot(doc, view)
  const before = places.get(id) as StoredPosition | undefined
  const after = position === null ? undefined : toStoredPosition(position)
  if (isSameJson(before, after)) return []
  if (after === undefined) places.delete(id)
  else places.set(id, after)
  // A bad value that was there is not worth bringing back.
  const undone = Array.isArray(before) && before.length >= 2 ? toPosition(before) : null
  return [{ kind: 'place', view, id, position: undone }]
}
