import * as z from 'zod/mini'
import type { ElementId } from '../base/ids'
import type { Json } from '../base/json'
import { limits } from '../base/limits'
import { elementKinds } from '../model/element'
import { elementIdField } from '../model/fields'
import { linkKinds } from '../model/link'
import { sectorField } from '../model/sector'
import { stakeholderForms, stances } from '../model/stakeholder'

/** Most values of one condition, and most entries of one kind, that a look keeps. */
export const mostEntries = 100

const word = z.string().check(z.maxLength(limits.label))
const words = z.array(word).check(z.maxLength(mostEntries))
const range = z.tuple([z.number(), z.number()])

/**
 * What an element has to be to be meant. All that is said must hold; of several values one is enough. The empty
 * word stands for elements of which nobody said it.
 */
const conditionShape = {
  kinds: z.optional(z.array(z.enum(elementKinds)).check(z.maxLength(mostEntries))),
  sectors: z.optional(z.array(z.union([sectorField, z.literal('')])).check(z.maxLength(mostEntries))),
  stances: z.optional(z.array(z.enum([...stances, ''])).check(z.maxLength(mostEntries))),
  forms: z.optional(z.array(z.enum([...stakeholderForms, ''])).check(z.maxLength(mostEntries))),
  tags: z.optional(words),
  /** Has a tie of one of these types. */
  tieTypes: z.optional(words),
  /** In the name, the role or a tag. */
  text: z.optional(word),
} as const

/** How to look at a map: plain data, in which everything may be left out. */
export interface Look {
  readonly filter?: Conditions
  /** What becomes of the elements that the filter does not mean; faded unless told. */
  readonly others?: 'fade' | 'hide'
  /** Types of ties that are switched off; the empty word for ties without one. */
  readonly hiddenTies?: readonly string[]
  readonly hiddenLinks?: readonly (typeof linkKinds)[number][]
  /** What colours, sizes and second lines stand for: the name of a value that `valueOf` or `numberOf` knows. */
  readonly colourBy?: string
  readonly sizeBy?: string
  readonly labelBy?: string
  /** Only what lies within some steps of an element. */
  readonly focus?: Focus
  /** Elements with the same value are drawn as one. */
  readonly clusterBy?: string
  /** Values whose elements are drawn one by one all the same. */
  readonly opened?: readonly string[]
  /** The view of the map that it is for. */
  readonly shown?: string
  /** The lens that it was made by. */
  readonly lens?: string
}

export type Conditions = z.output<z.ZodMiniObject<typeof conditionShape>> & {
  /** Power, interest, another share or a field of the map's own → from, to; of dates in whole days from 1970. */
  readonly ranges?: Readonly<Record<string, readonly [number, number]>>
  /** Fields of the map's own, and `leader` (`yes`) → their values. */
  readonly fields?: Readonly<Record<string, readonly string[]>>
}

export type FocusWay = 'any' | 'out' | 'in'
export interface Focus {
  readonly element: ElementId
  /** How many links away; 1 to 3. */
  readonly steps: number
  readonly way: FocusWay
}
export const mostSteps = 3

/** A look that changes nothing. */
export const plainLook: Look = {}

const focusSchema = z.object({
  element: elementIdField,
  steps: z.int().check(z.gte(1), z.lte(mostSteps)),
  way: z._default(z.enum(['any', 'out', 'in']), 'any'),
})

const plainShape = {
  others: z.enum(['fade', 'hide']),
  colourBy: word,
  sizeBy: word,
  labelBy: word,
  focus: focusSchema,
  clusterBy: word,
  shown: word,
  lens: word,
} as const

const prefixes = {
  filter: 'filter:',
  range: 'range:',
  field: 'where:',
  tie: 'tie:',
  link: 'link:',
  open: 'open:',
} as const

type Raw = Readonly<Record<string, unknown>>

/**
 * A look from a stored record, field by field: what cannot be read is as if it were not there, and no more than
 * `mostEntries` of a kind are taken.
 */
export function readLook(raw: unknown): Look {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return plainLook
  const record = raw as Raw
  const look: Record<string, unknown> = {}
  for (const [field, schema] of Object.entries(plainShape)) {
    const parsed = z.safeParse(schema, record[field])
    if (parsed.success) look[field] = parsed.data
  }
  const filter = readConditions(record)
  if (Object.keys(filter).length > 0) look['filter'] = filter
  const hiddenTies = keysOf(record, prefixes.tie, false)
  if (hiddenTies.length > 0) look['hiddenTies'] = hiddenTies
  const hiddenLinks = keysOf(record, prefixes.link, false).filter((kind) => linkKinds.some((known) => known === kind))
  if (hiddenLinks.length > 0) look['hiddenLinks'] = hiddenLinks
  const opened = keysOf(record, prefixes.open, true)
  if (opened.length > 0) look['opened'] = opened
  return look
}

function readConditions(record: Raw): Conditions {
  const conditions: Record<string, unknown> = {}
  for (const [name, schema] of Object.entries(conditionShape)) {
    const value = record[prefixes.filter + name]
    const parsed = value === undefined ? undefined : z.safeParse(schema, value)
    if (parsed?.success === true) conditions[name] = parsed.data
  }
  const ranges = entriesOf(record, prefixes.range, (value) => z.safeParse(range, value))
  if (Object.keys(ranges).length > 0) conditions['ranges'] = ranges
  const fields = entriesOf(record, prefixes.field, (value) => z.safeParse(words, value))
  if (Object.keys(fields).length > 0) conditions['fields'] = fields
  return conditions
}

function keysOf(record: Raw, prefix: string, value: boolean): readonly string[] {
  return Object.keys(record)
    .filter((field) => field.startsWith(prefix) && record[field] === value)
    .map((field) => field.slice(prefix.length))
    .filter((key) => key.length <= limits.label)
    .sort()
    .slice(0, mostEntries)
}

function entriesOf<Value>(
  record: Raw,
  prefix: string,
  read: (value: unknown) => { readonly success: boolean; readonly data?: Value | undefined },
): Readonly<Record<string, Value>> {
  const entries: Record<string, Value> = {}
  let count = 0
  for (const field of Object.keys(record)
    .filter((name) => name.startsWith(prefix))
    .sort()) {
    if (count === mostEntries) break
    const key = field.slice(prefix.length)
    if (key === '' || key === '__proto__') continue
    const parsed = read(record[field])
    if (!parsed.success || parsed.data === undefined) continue
    entries[key] = parsed.data
    count += 1
  }
  return entries
}

/**
 * A look as the fields of a record, every part that two people might change at once in a field of its own
 * (docs/ARCHITECTURE.md, "Looks"). What the look does not say is not among them.
 */
export function fieldsOfLook(look: Look): Readonly<Record<string, Json>> {
  const fields: Record<string, Json> = {}
  for (const name of Object.keys(plainShape) as (keyof typeof plainShape)[]) {
    const value = look[name]
    if (value !== undefined) fields[name] = typeof value === 'string' ? value : { ...value }
  }
  const { ranges = {}, fields: own = {}, ...conditions } = look.filter ?? {}
  for (const [name, value] of Object.entries(conditions)) {
    if (value !== undefined) fields[prefixes.filter + name] = typeof value === 'string' ? value : [...value]
  }
  for (const [key, [from, to]] of Object.entries(ranges)) fields[prefixes.range + key] = [from, to]
  for (const [key, values] of Object.entries(own)) fields[prefixes.field + key] = [...values]
  for (const type of look.hiddenTies ?? []) fields[prefixes.tie + type] = false
  for (const kind of look.hiddenLinks ?? []) fields[prefixes.link + kind] = false
  for (const key of look.opened ?? []) fields[prefixes.open + key] = true
  return fields
}

/** True for the fields of a record that say how a look looks, rather than what it is called or what is not known here. */
export function isLookField(field: string): boolean {
  return Object.hasOwn(plainShape, field) || Object.values(prefixes).some((prefix) => field.startsWith(prefix))
}

/** True if the look says nothing at all. */
export function isPlain(look: Look): boolean {
  return Object.keys(fieldsOfLook(look)).length === 0
}
