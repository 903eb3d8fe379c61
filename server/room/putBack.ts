import * as Y from 'yjs'
import { isSameJson, textOf, type Json, type JsonFields } from '../../lib/base/json'
import { writeText } from '../../lib/document/applyPatch'
import { writeRecord } from '../../lib/document/createDocument'
import { origins } from '../../lib/document/origin'
import { readRawRecord, toPlain } from '../../lib/document/roots'
import type { Forbidden, ProtectedRoot } from '../../lib/practice/forbidden'
import type { Write } from './edits'

/**
 * Takes an update without what may not be: applies it to a copy of the document and puts every forbidden record and place
 * back as it was, in one transaction. What comes out is one update to be stored and sent in place of the one that came: with
 * it the sender's page, which has made the change, comes back to what everybody has, and nobody else ever sees it. What was
 * written into forbidden places is not in it but as the number of its letters.
 * Cost: linear in the update and in what is put back.
 * @param copy of the document as it stands
 */
export function putBack(
  copy: Y.Doc,
  update: Uint8Array,
  forbidden: Forbidden,
  writes: readonly Write[],
): Uint8Array | undefined {
  const kept = [...remember(copy, 'elements', forbidden.elements), ...remember(copy, 'links', forbidden.links)]
  const places = forbidden.places.map(({ view, id }) => {
    const root = copy.getMap(`positions:${view}`)
    return { root, id, value: toPlain(root.get(id)) as Json | undefined }
  })
  const placeNames = new Set(forbidden.places.map(({ view, id }) => `${view}/${id}`))
  const isForbidden = ({ edit }: Write): boolean =>
    edit.kind === 'place' ? placeNames.has(`${edit.view}/${edit.id}`) : forbidden[edit.root].has(edit.id)

  let result: Uint8Array | undefined
  const take = (whole: Uint8Array): void => {
    result = whole
  }
  copy.on('update', take)
  copy.transact((transaction) => {
    Y.applyUpdate(copy, update)
    // What follows is this copy's own: Yjs would take it for another's under the same name.
    transaction.local = true
    wipe(transaction, writes.filter(isForbidden))
    for (const record of kept) restoreRecord(record)
    for (const { root, id, value } of places) {
      if (isSameJson(toPlain(root.get(id)), value)) continue
      if (value === undefined) root.delete(id)
      else root.set(id, value)
    }
  }, origins.restore)
  copy.off('update', take)
  return result
}

interface KeptRecord {
  readonly records: Y.Map<unknown>
  readonly root: ProtectedRoot
  readonly id: string
  /** What stands there, to be told from another of the same content; its texts likewise. */
  readonly stored: unknown
  readonly fields: JsonFields | undefined
  readonly types: ReadonlyMap<string, unknown>
}

function remember(doc: Y.Doc, root: ProtectedRoot, ids: ReadonlySet<string>): readonly KeptRecord[] {
  const records = doc.getMap<unknown>(root)
  return [...ids].map((id) => {
    const stored = records.get(id)
    const fields = readRawRecord(stored) as JsonFields | undefined
    const entries = stored instanceof Y.Map ? [...stored.entries()] : []
    const types = new Map(entries.filter(([, value]) => value instanceof Y.AbstractType))
    return { records, root, id, stored, fields, types }
  })
}

/** Deletes what was just written, so that nothing of it goes on to anybody. */
function wipe(transaction: Y.Transaction, writes: readonly Write[]): void {
  const ranges = Y.createDeleteSet()
  for (const { client, clock, length } of writes) {
    const range = { clock, len: length }
    const known = ranges.clients.get(client)
    if (known === undefined) ranges.clients.set(client, [range])
    else known.push(range)
  }
  Y.iterateDeletedStructs(transaction, ranges, (struct) => {
    if (struct instanceof Y.Item && !struct.deleted) struct.delete(transaction)
  })
}

function restoreRecord({ records, root, id, stored, fields, types }: KeptRecord): void {
  const now = records.get(id)
  if (fields === undefined) {
    if (now !== undefined && stored === undefined) records.delete(id)
    return
  }
  if (now !== stored || !(now instanceof Y.Map)) {
    writeRecord(records, root, id, fields)
    return
  }
  for (const field of now.keys()) if (!(field in fields)) now.delete(field)
  for (const [field, value] of Object.entries(fields)) {
    const type = types.get(field)
    const current: unknown = now.get(field)
    if (type instanceof Y.Text && current === type) writeText(type, type.toJSON(), textOf(value))
    else if (type instanceof Y.Text) now.set(field, new Y.Text(textOf(value)))
    else if (type !== undefined && current !== type) now.set(field, value)
    else if (!isSameJson(toPlain(current), value)) now.set(field, value)
  }
}
