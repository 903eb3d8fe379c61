import { openRoots } from '../model/openRoots'
import type { WeftMap } from '../model/weftMap'

/**
 * The map as Weft JSON text, whole and without loss: one record to a line, ids and fields always in
 * the same order, so that two saves of one map are the same text and a change shows as one line.
 */
export function writeWeftJson(map: WeftMap): string {
  const known = ['weft', 'meta', 'elements', 'links', 'positions', ...openRoots]
  const source = map as Readonly<Record<string, unknown>>
  const roots = sortKeys(Object.keys(source), known).filter((root) => source[root] !== undefined)
  const parts = roots.map((root) => {
    const value = source[root]
    const isRecords = typeof value === 'object' && value !== null && !Array.isArray(value) && root !== 'meta'
    return ` ${JSON.stringify(root)}: ${isRecords ? writeRecords(value as Records) : write(value)}`
  })
  return `{\n${parts.join(',\n')}\n}\n`
}

type Records = Readonly<Record<string, unknown>>

const firstFields = [
  'schemaVersion',
  'title',
  'kind',
  'label',
  'from',
  'to',
  'polarity',
  'delay',
  'type',
  'direction',
  'name',
  'description',
]

function writeRecords(records: Records): string {
  const lines = Object.keys(records)
    .sort(byCodePoint)
    .map((id) => `  ${JSON.stringify(id)}: ${write(records[id])}`)
  return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n }`
}

/** `JSON.stringify` with a settled order of keys. Values with nothing in them are left out, as there. */
function write(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item: unknown) => write(item)).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const record = value as Records
  const fields = sortKeys(Object.keys(record), firstFields)
    .filter((field) => Object.hasOwn(record, field) && record[field] !== undefined)
    .map((field) => `${JSON.stringify(field)}: ${write(record[field])}`)
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`
}

/** Known fields in their order first, the others by name. */
function sortKeys(keys: readonly string[], first: readonly string[]): readonly string[] {
  const others = keys.filter((key) => !first.includes(key)).sort(byCodePoint)
  return [...first, ...others]
}

function byCodePoint(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
