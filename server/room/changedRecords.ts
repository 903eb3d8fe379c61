import * as Y from 'yjs'
import type { LastChange, RecordName } from '../store/mapStore'
import type { StructRange } from './guard'
import type { Accepted, Intake } from './intake'

/** What says where and how something is drawn: whoever moves it has not changed what it says. */
const placing: ReadonlySet<string> = new Set(['z', 'curvature'])

/**
 * Whose words and properties of elements and links a turn changed, each record once, the last who did it. To be asked once
 * the turn is in the document. Left out is what was added in the same turn, what was put back, what is not there any
 * more, and what the server does of itself.
 * Cost: linear in the structs that were written.
 * @param at milliseconds since the Unix epoch
 */
export function listChanges(doc: Y.Doc, { accepted, entries }: Intake, at: number): readonly LastChange[] {
  const added = new Set(entries.flatMap((entry) => entry.added ?? []).map(nameOf))
  const changes = new Map<string, LastChange>()
  for (const { from, update, wrote = [], forbidden } of accepted) {
    const isOfNobody = from.member === undefined && from.participant === undefined
    if (update === undefined || isOfNobody) continue
    for (const record of findRecords(doc, wrote)) {
      const name = nameOf(record)
      if (added.has(name) || isPutBack(record, forbidden)) continue
      changes.set(name, { ...record, by: from.participant, at })
    }
  }
  return [...changes.values()]
}

function nameOf({ root, id }: RecordName): string {
  return `${root}/${id}`
}

function isPutBack({ root, id }: RecordName, forbidden: Accepted['forbidden']): boolean {
  const ids: ReadonlySet<string> | undefined = forbidden?.[root]
  return ids?.has(id) === true
}

/** The elements and links that these structs say something of, or said before they were taken away. */
function findRecords(doc: Y.Doc, ranges: readonly StructRange[]): readonly RecordName[] {
  const found = new Map<string, RecordName>()
  const roots = { elements: doc.getMap('elements'), links: doc.getMap('links') } as const
  for (const { client, clock, length } of ranges) {
    const structs = doc.store.clients.get(client)
    if (structs === undefined || clock >= Y.getState(doc.store, client)) continue
    for (let index = Y.findIndexSS(structs, clock); index < structs.length; index += 1) {
      const struct = structs[index]
      if (struct === undefined || struct.id.clock >= clock + length) break
      const { top, field } = climb(struct)
      if (top === undefined || top.parentSub === null || (field !== undefined && placing.has(field))) continue
      const root = top.parent === roots.elements ? 'elements' : top.parent === roots.links ? 'links' : undefined
      if (root === undefined || !roots[root].has(top.parentSub)) continue
      const record: RecordName = { root, id: top.parentSub }
      found.set(nameOf(record), record)
    }
  }
  return [...found.values()]
}

/** The entry of a root that a struct stands in, and in which of its fields; nothing of what has been forgotten. */
function climb(struct: Y.Item | Y.GC): { readonly top: Y.Item | undefined; readonly field: string | undefined } {
  let top = struct instanceof Y.Item ? struct : undefined
  let field: string | undefined
  while (top?.parent instanceof Y.AbstractType && top.parent._item !== null) {
    field = top.parentSub ?? field
    top = top.parent._item
  }
  return { top, field }
}
