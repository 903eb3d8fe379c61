import * as z from 'zod/mini'
import { isId } from '../base/ids'
import { isSameJson, toJson, type Json } from '../base/json'
import { scenarioShape } from './scenario'

/**
 * How a scenario is stored, so that two people may change two entries of one of its tables at once:
 * what was there when it was made is one plain table (`clamps`), and every entry that was changed since
 * is a field of the record (`clamp:<variable>`), which outweighs the table. Null says that there is no
 * such entry any more. See docs/decisions/0010-scenarios-merge-by-variable.md.
 */
const tables = {
  clamps: { prefix: 'clamp:', isKey: isId },
  preferred: { prefix: 'wish:', isKey: isId },
  settings: { prefix: 'setting:', isKey: (key: string) => key !== '' && key !== '__proto__' },
} as const
type TableName = keyof typeof tables
const tableNames = Object.keys(tables) as readonly TableName[]

type Raw = Readonly<Record<string, unknown>>

function tableOf(value: unknown): Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Raw) : {}
}

/** The entry that a field of a stored scenario holds; undefined for any other field. */
function entryOf(field: string): { readonly table: TableName; readonly key: string } | undefined {
  const table = tableNames.find((name) => field.startsWith(tables[name].prefix))
  if (table === undefined) return undefined
  const key = field.slice(tables[table].prefix.length)
  return tables[table].isKey(key) ? { table, key } : undefined
}

/**
 * A stored scenario as the tables that it says: every entry in its place, a bad one left out and named, by its
 * field or, where it stands in a table as older maps have them, by the table. A scenario without such fields and
 * bad entries stays as it is.
 */
export function joinEntries(raw: Raw): { readonly raw: Raw; readonly bad: readonly string[] } {
  const joined: Record<string, unknown> = { ...raw }
  const bad: string[] = []
  for (const table of tableNames) {
    const prefix = tables[table].prefix
    const entries = Object.entries(tableOf(raw[table]))
    const good = entries.filter(([key, value]) => !Object.hasOwn(raw, prefix + key) && isEntry(table, key, value))
    if (good.length === entries.length) continue
    joined[table] = Object.fromEntries(good)
    const isBad = entries.some(([key, value]) => !Object.hasOwn(raw, prefix + key) && !isEntry(table, key, value))
    if (isBad) bad.push(table)
  }
  const entries = Object.keys(raw).flatMap((field) => {
    const entry = entryOf(field)
    return entry === undefined ? [] : [{ field, ...entry }]
  })
  // Sorted, so that every peer reads the same table.
  for (const { field, table, key } of entries.sort((one, other) => (one.field < other.field ? -1 : 1))) {
    delete joined[field]
    const value = raw[field]
    if (value === null) continue
    // A bad value hides no good one of the table.
    const before = tableOf(raw[table])[key]
    const said = isEntry(table, key, value) ? value : isEntry(table, key, before) ? before : undefined
    if (said !== value) bad.push(field)
    if (said !== undefined) joined[table] = { ...tableOf(joined[table]), [key]: said }
  }
  for (const name of tableNames) {
    const isEmptied = !isSameJson(joined[name], raw[name]) && Object.keys(tableOf(joined[name])).length === 0
    if (isEmptied) delete joined[name]
  }
  return { raw: joined, bad }
}

function isEntry(table: TableName, key: string, value: unknown): boolean {
  return toJson(value) !== undefined && z.safeParse(scenarioShape[table], { [key]: value }).success
}

/**
 * The fields to store for a change of a scenario: of its tables only the entries that differ.
 * @param before the scenario as it is read now
 * @param fields checked; undefined takes a field away
 */
export function splitEntries(
  before: Raw,
  fields: Readonly<Record<string, Json | undefined>>,
): Readonly<Record<string, Json | undefined>> {
  const split: Record<string, Json | undefined> = {}
  for (const [field, value] of Object.entries(fields)) {
    const table = tableNames.find((name) => name === field)
    if (table === undefined) {
      split[field] = value
      continue
    }
    const [was, wanted] = [tableOf(before[table]), tableOf(value)]
    for (const key of new Set([...Object.keys(was), ...Object.keys(wanted)])) {
      if (isSameJson(was[key], wanted[key])) continue
      split[tables[table].prefix + key] = (wanted[key] as Json | undefined) ?? null
    }
  }
  return split
}
