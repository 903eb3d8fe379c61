import * as Y from 'yjs'
import type { ElementId } from '../base/ids'
import { isSameJson, type JsonFields } from '../base/json'
import type { RecordChange } from '../model/mapPatch'
import type { InverseChange } from './applyPatch'
import type { ForeignTouches } from './foreignTouches'
import { metaRoot, positionsRoot, readRawRecords, recordsRoot } from './roots'

/** What stands in the places of a change; a position is the field of a place. */
export type Left = JsonFields | undefined

/** True if what a change is about is there, and is not as the change would have it. */
export function standsOtherwise(doc: Y.Doc, change: InverseChange): boolean {
  switch (change.kind) {
    case 'create':
      return false
    case 'delete':
      return recordsRoot(doc, change.root).has(change.id)
    case 'retext': {
      const text = readDescription(doc, change)
      return text !== undefined && text.toJSON() !== change.before
    }
    case 'place': {
      const isThere = recordsRoot(doc, 'elements').has(change.id)
      const now: unknown = positionsRoot(doc, change.view).get(change.id)
      const [x, y] = Array.isArray(now) ? (now as readonly unknown[]) : []
      const { position } = change
      return isThere && (position === null ? now !== undefined : x !== position.x || y !== position.y)
    }
    case 'set':
    case 'meta': {
      const isThere = change.kind === 'meta' || recordsRoot(doc, change.root).has(change.id)
      const now = readLeft(doc, [change])[0]
      return isThere && Object.entries(change.fields).some(([field, value]) => !isSameJson(now?.[field], value))
    }
  }
}

/** The element whose lock keeps a change off: one that moves or edits it, and is not about the lock. */
export function guardedBy(change: InverseChange): ElementId | undefined {
  if (change.kind === 'place') return change.id
  const edits = change.kind === 'retext' || (change.kind === 'set' && !('locked' in change.fields))
  return edits && change.root === 'elements' ? (change.id as ElementId) : undefined
}

/** Those elements that are locked before any of these changes is made. */
export function findLocked(doc: Y.Doc, changes: readonly InverseChange[]): ReadonlySet<ElementId> {
  const ids = new Set(changes.flatMap((change) => guardedBy(change) ?? []))
  const records = recordsRoot(doc, 'elements')
  return new Set(
    [...ids].filter((id) => {
      const record = records.get(id)
      return record instanceof Y.Map && record.get('locked') === true
    }),
  )
}

/** Elements and links that a step changed, but did not make, and that are not in the document any more. */
export function listGone(doc: Y.Doc, inverse: readonly InverseChange[]): readonly string[] {
  const made = new Set(inverse.flatMap((change) => (change.kind === 'delete' ? [change.id] : [])))
  const gone = inverse.flatMap((change) => {
    if (change.kind === 'create' || change.kind === 'delete' || change.kind === 'meta') return []
    const root = change.kind === 'place' ? 'elements' : change.root
    const isWanted = (root === 'elements' || root === 'links') && !made.has(change.id)
    return isWanted && !recordsRoot(doc, root).has(change.id) ? [change.id] : []
  })
  return [...new Set<string>(gone)]
}

/** What stands now where these changes would set something; nothing for those that make or delete. */
export function readLeft(doc: Y.Doc, changes: readonly InverseChange[]): readonly Left[] {
  return changes.map((change) => {
    switch (change.kind) {
      case 'place':
        return { place: (positionsRoot(doc, change.view).get(change.id) ?? null) as JsonFields[string] }
      case 'set': {
        const raw = readRawRecords(doc, change.root, [change.id]).get(change.id)
        const fields = Object.keys(change.fields).filter((field) => raw?.[field] !== undefined)
        return Object.fromEntries(fields.map((field) => [field, raw?.[field] as JsonFields[string]]))
      }
      default:
        return undefined
    }
  })
}

/** The part of a change that nobody else has a say in, or undefined if nothing is left of it. */
export function keepOurs(
  doc: Y.Doc,
  change: RecordChange,
  staying: ReadonlySet<string>,
  foreign: ForeignTouches,
  { moment, left }: { readonly moment: number; readonly left: Left },
): RecordChange | undefined {
  // A record that was deleted and put back says nothing new where it says what the step said.
  const now = readLeft(doc, [change])[0]
  switch (change.kind) {
    case 'create':
      return foreign.isRecordTouched(change.root, change.id, moment) || lacksEnd(doc, change) ? undefined : change
    case 'delete':
      return staying.has(`${change.root}/${change.id}`) ? undefined : change
    case 'place': {
      if (staying.has(`elements/${change.id}`)) return undefined
      if (!foreign.isPlaceTouched(change.view, change.id, moment)) return change
      return foreign.isRecordSet('elements', change.id, moment) && isSameJson(now, left) ? change : undefined
    }
    case 'set':
    case 'meta': {
      const root = change.kind === 'meta' ? 'meta' : change.root
      const id = change.kind === 'meta' ? 'meta' : change.id
      const isSetAnew = foreign.isRecordSet(root, id, moment)
      const fields = Object.entries(change.fields).filter(
        ([field]) =>
          !foreign.isFieldTouched(root, id, field, moment) && !(isSetAnew && !isSameJson(now?.[field], left?.[field])),
      )
      return fields.length === 0 ? undefined : { ...change, fields: Object.fromEntries(fields) }
    }
  }
}

/** A link does not come back to an element that somebody else has deleted. */
function lacksEnd(doc: Y.Doc, change: Extract<RecordChange, { kind: 'create' }>): boolean {
  if (change.root !== 'links') return false
  const elements = recordsRoot(doc, 'elements')
  return [change.fields['from'], change.fields['to']].some((end) => typeof end === 'string' && !elements.has(end))
}

/**
 * Of the records that a step made, those that stay when it is taken back: somebody else has worked
 * on them, moved them, or a link that stays ends in them.
 */
export function findStaying(
  doc: Y.Doc,
  inverse: readonly InverseChange[],
  foreign: ForeignTouches,
  moment: number,
): ReadonlySet<string> {
  const made = inverse.filter((change) => change.kind === 'delete')
  const staying = new Set<string>()
  const going = new Set<string>()
  for (const { root, id } of made) {
    const isTheirs =
      foreign.isRecordTouched(root, id, moment) || (root === 'elements' && foreign.isMoved(id as ElementId, moment))
    if (isTheirs) staying.add(`${root}/${id}`)
    else going.add(`${root}/${id}`)
  }
  if (!made.some(({ root }) => root === 'elements')) return staying
  for (const [id, link] of recordsRoot(doc, 'links').entries()) {
    if (!(link instanceof Y.Map) || going.has(`links/${id}`)) continue
    for (const end of [link.get('from'), link.get('to')]) {
      if (going.has(`elements/${String(end)}`)) staying.add(`elements/${String(end)}`)
    }
  }
  return staying
}

export function readDescription(
  doc: Y.Doc,
  { root, id }: Extract<InverseChange, { kind: 'retext' }>,
): Y.Text | undefined {
  const record = root === 'meta' ? metaRoot(doc) : recordsRoot(doc, root).get(id)
  const text = record instanceof Y.Map ? (record.get('description') as unknown) : undefined
  return text instanceof Y.Text ? text : undefined
}
