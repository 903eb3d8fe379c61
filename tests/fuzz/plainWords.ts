import type * as Y from 'yjs'

/** All roots as plain data, keys in order, so that equal maps are equal texts. */
export function readRoots(doc: Y.Doc): unknown {
  const sorted = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    const record = value as Record<string, unknown>
    return Object.fromEntries(
      Object.keys(record)
        .sort()
        .map((key) => [key, sorted(record[key])]),
    )
  }
  return ['meta', 'elements', 'links', 'positions:board', 'views'].map((root) => sorted(doc.getMap(root).toJSON()))
}

/** A length as the wire writes it. */
export function lengthOf(bytes: Uint8Array): number[] {
  return bytes.length < 128 ? [bytes.length] : [(bytes.length % 128) + 128, Math.floor(bytes.length / 128)]
}

/** A message in a word or two, for the history of a run. */
export function describeMessage(message: Uint8Array): string {
  const kinds: Readonly<Record<number, string>> = { 0: 'sync', 1: 'awareness', 2: 'auth', 100: 'saved', 101: 'event' }
  const kind = kinds[message[0] ?? -1] ?? '?'
  return kind === 'sync' ? `sync-${message[1]} (${message.length})` : kind === 'saved' ? `saved ${message[1]}` : kind
}
