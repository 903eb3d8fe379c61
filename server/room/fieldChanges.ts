import * as Y from 'yjs'
import { readRawRecord, toPlain } from '../../lib/document/roots'
import { readElement, readLink, type RawFields } from '../../lib/model/readRecord'
import { isSameEnds, type ProtectedRoot } from '../../lib/practice/forbidden'

/** Gathers what an update does to the fields of records that are there, to say which of them it unmakes. */
export interface FieldChanges {
  /** @param struct that writes there; none for a deletion of what stands there */
  note(place: FieldPlace, struct?: Y.Item): void
  /**
   * Records that could be read and cannot be any more, and links that lead elsewhere. Where two people wrote one field at
   * once it is taken for empty, as it may be: so something may be listed that would have stayed, never the other way round.
   * @param isGone of which this is known anyway
   * Cost: reading each other record that was noted.
   */
  listUnmade(
    isGone: (root: ProtectedRoot, id: string) => boolean,
  ): readonly { readonly root: ProtectedRoot; readonly id: string }[]
}

interface FieldPlace {
  readonly root: string
  readonly key: string
  readonly field?: string | undefined
}

type Deletions = ReturnType<typeof Y.decodeUpdate>['ds']

/** Texts of which nothing depends on what is in them. */
const freeFields: ReadonlySet<string> = new Set(['label', 'description'])

/** @param ds what the update deletes */
export function createFieldChanges(doc: Y.Doc, ds: Deletions): FieldChanges {
  const records = new Map<string, { root: ProtectedRoot; id: string; fields: Map<string, Y.Item[]> }>()
  const isDeleted = createDeletedTest(ds)
  return {
    note({ root, key, field }, struct) {
      if ((root !== 'elements' && root !== 'links') || field === undefined || freeFields.has(field)) return
      const name = `${root}/${key}`
      let record = records.get(name)
      if (record === undefined) records.set(name, (record = { root, id: key, fields: new Map() }))
      const writes = record.fields.get(field)
      if (writes === undefined) record.fields.set(field, struct === undefined ? [] : [struct])
      else if (struct !== undefined) writes.push(struct)
    },
    listUnmade: (isGone) =>
      [...records.values()].filter(({ root, id, fields }) => {
        if (isGone(root, id)) return false
        const record: unknown = doc.getMap(root).get(id)
        if (!(record instanceof Y.Map)) return false
        const before: RawFields = readRawRecord(record) ?? {}
        const after: Record<string, unknown> = { ...before }
        for (const [field, writes] of fields) after[field] = valueAfter(record._map.get(field), writes, isDeleted)
        if (root === 'elements') return isReadable(readElement, id, before) && !isReadable(readElement, id, after)
        if (!isReadable(readLink, id, before)) return false
        return !isReadable(readLink, id, after) || !isSameEnds(before, after)
      }),
  }
}

function isReadable(read: typeof readElement | typeof readLink, id: string, fields: RawFields): boolean {
  return read(id, fields).record !== undefined
}

/** What a field holds once each of these has been written after what stands there; undefined if that is not what they say. */
function valueAfter(
  current: Y.Item | undefined,
  writes: readonly Y.Item[],
  isDeleted: (client: number, clock: number) => boolean,
): unknown {
  const after = new Map(writes.map((write) => [nameOf(write.origin), write]))
  let last: Y.Item | undefined
  for (let count = 0; count < writes.length; count += 1) {
    const next = after.get(nameOf((last ?? current)?.lastId ?? null))
    if (next === undefined || next.rightOrigin !== null) return undefined
    last = next
  }
  if (last === undefined || isDeleted(last.lastId.client, last.lastId.clock)) return undefined
  const value: unknown = last.content.getContent().at(-1)
  return value instanceof Y.AbstractType ? undefined : toPlain(value)
}

const nameOf = (id: Y.ID | null): string => (id === null ? '' : `${id.client}:${id.clock}`)

/** Sorts the deletions of a client the first time it is asked of it. */
function createDeletedTest(ds: Deletions): (client: number, clock: number) => boolean {
  const sorted = new Map<number, readonly { readonly start: number; readonly end: number }[]>()
  const sort = (client: number): readonly { readonly start: number; readonly end: number }[] => {
    const joined: { start: number; end: number }[] = []
    const ranges = [...(ds.clients.get(client) ?? [])].sort((a, b) => a.clock - b.clock)
    for (const { clock, len } of ranges) {
      const last = joined.at(-1)
      if (last !== undefined && clock <= last.end) last.end = Math.max(last.end, clock + len)
      else joined.push({ start: clock, end: clock + len })
    }
    sorted.set(client, joined)
    return joined
  }
  return (client, clock) => {
    const ranges = sorted.get(client) ?? sort(client)
    let [low, high] = [0, ranges.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ranges[middle]?.end ?? 0) <= clock) low = middle + 1
      else high = middle
    }
    return (ranges[low]?.start ?? Infinity) <= clock
  }
}
