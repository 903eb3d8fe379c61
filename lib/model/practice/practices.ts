import * as z from 'zod/mini'
import { isId } from '../../base/ids'
import type { MapView } from '../mapView'
import { readFields } from '../record'
import { checkIn } from './checkIn'
import { coalition } from './coalition'
import { experiment } from './experiment'
import type { PracticeKind } from './practiceKind'
import { result } from './result'

/** Every kind of record that practices keep, by the word that it says as its `kind`. */
export const practiceKinds = { 'check-in': checkIn, result, experiment, coalition } as const
type Kinds = typeof practiceKinds
export type PracticeName = keyof Kinds
export const practiceNames = Object.keys(practiceKinds) as readonly PracticeName[]

type Fields<Kind extends PracticeKind> = z.output<z.ZodMiniObject<Kind['shape']>>
type Tables<Kind extends PracticeKind> = {
  readonly [Name in keyof Kind['tables']]: ReadonlyMap<string, z.output<Kind['tables'][Name]['entry']>>
}
/** A record of this kind: its fields, and its tables as maps by key. */
export type Practice<Name extends PracticeName> = Readonly<Fields<Kinds[Name]>> &
  Tables<Kinds[Name]> & { readonly id: string }

/** A bad field costs that field, a bad entry of a table that entry; a missing or bad field that has to be there, the record. */
export function readPractice<Name extends PracticeName>(
  name: Name,
  id: string,
  raw: Readonly<Record<string, unknown>>,
): Practice<Name> | undefined {
  const kind: PracticeKind = practiceKinds[name]
  const { known } = readFields(kind.shape, raw)
  const parsed = z.safeParse(z.object(kind.shape), known)
  if (!parsed.success) return undefined
  const tables = Object.entries(kind.tables).map(([table, { entry }]) => {
    const read = new Map<string, unknown>()
    for (const [field, value] of Object.entries(raw)) {
      const place = findEntry(kind, field)
      const got = place?.table === table ? z.safeParse(entry, value) : undefined
      if (place !== undefined && got?.success === true) read.set(place.key, got.data)
    }
    return [table, read] as const
  })
  return { id, ...parsed.data, ...Object.fromEntries(tables) } as unknown as Practice<Name>
}

/**
 * All records of a kind, those first that were written down first; ids decide between equals, so that every peer has one
 * order. Cost: the records of all practices.
 */
export function listPractices<Name extends PracticeName>(
  { practices }: Pick<MapView, 'practices'>,
  name: Name,
): readonly Practice<Name>[] {
  const list: Practice<Name>[] = []
  for (const [id, raw] of practices) {
    const read = raw.kind === name ? readPractice(name, id, raw) : undefined
    if (read !== undefined) list.push(read)
  }
  const at = (one: Practice<Name>): number => (one as { readonly at?: number }).at ?? 0
  return list.sort((one, other) => at(one) - at(other) || (one.id < other.id ? -1 : 1))
}

/** Where in a table of its kind a field of a record stands; undefined for any other field. */
function findEntry(kind: PracticeKind, field: string): { readonly table: string; readonly key: string } | undefined {
  for (const [table, { prefix, isKey = isId }] of Object.entries(kind.tables)) {
    const key = field.startsWith(prefix) ? field.slice(prefix.length) : undefined
    if (key !== undefined && isKey(key)) return { table, key }
  }
  return undefined
}

/** What takes a value of this field; undefined if the kind has no such field. */
export function schemaOfField(name: PracticeName, field: string): z.ZodMiniType | undefined {
  const kind: PracticeKind = practiceKinds[name]
  const place = findEntry(kind, field)
  if (place !== undefined) return kind.tables[place.table]?.entry
  return Object.hasOwn(kind.shape, field) ? (kind.shape[field] as z.ZodMiniType) : undefined
}

/** What a record calls itself: its name, or nothing. */
export function nameOfPractice(record: Readonly<Record<string, unknown>>): string {
  return typeof record['name'] === 'string' ? record['name'] : ''
}
