import * as z from 'zod/mini'
import { isId } from '../base/ids'
import type { JsonFields } from '../base/json'
import type { ElementKind } from './element'
import { timeField } from './fields'
import type { MapMeta } from './meta'
import { readFields } from './record'

/** What a field of a map's own holds. */
export const customFieldTypes = ['text', 'number', 'choice', 'date', 'url'] as const
export type CustomFieldType = (typeof customFieldTypes)[number]

/** Fields of one map, characters of a name, words to choose from and their characters, characters of a value. */
export const customFieldLimits = { fields: 40, name: 60, choices: 60, choice: 80, value: 500 } as const

/** Kinds of elements that a field can be for; the others have no name that people work with. */
export const customFieldKinds = [
  'variable',
  'stakeholder',
  'action',
  'note',
  'frame',
] as const satisfies readonly ElementKind[]
export type CustomFieldKind = (typeof customFieldKinds)[number]

const nameField = z.string().check(z.minLength(1), z.maxLength(customFieldLimits.name))

/** A definition as it is stored in the map's meta, under `field:<id>`: one plain value a field. */
export const customFieldShape = {
  name: nameField,
  type: z.enum(customFieldTypes),
  /** Of a field of type `choice`: the words to choose from, in their order. */
  choices: z.optional(
    z
      .array(z.string().check(z.minLength(1), z.maxLength(customFieldLimits.choice)))
      .check(z.maxLength(customFieldLimits.choices)),
  ),
  /** The kinds of elements that have it; absent: all. */
  of: z.optional(z.array(z.enum(customFieldKinds)).check(z.minLength(1))),
  /** What it says leaves the map only where someone asks for it. */
  personal: z.optional(z.boolean()),
  /** When it was added: fields stand in this order. */
  at: z.optional(timeField),
} as const

/** A field that the people of a map added to its elements. */
export interface CustomField {
  readonly id: string
  readonly name: string
  readonly type: CustomFieldType
  readonly choices?: readonly string[] | undefined
  readonly of?: readonly CustomFieldKind[] | undefined
  readonly personal?: boolean | undefined
  readonly at?: number | undefined
}

const prefix = 'field:'

/** Name under which the map's meta holds a field's definition, and an element what it says. */
export function customFieldKey(id: string): string {
  return prefix + id
}

/** The id of the field that a key of meta or of an element is about; undefined for any other key. */
export function customFieldOf(key: string): string | undefined {
  const id = key.startsWith(prefix) ? key.slice(prefix.length) : ''
  return isId(id) ? id : undefined
}

const readByMeta = new WeakMap<MapMeta, readonly CustomField[]>()

/**
 * The fields that a map's elements have besides the built-in ones, the oldest first; at most
 * `customFieldLimits.fields`. A definition without a name is passed over, a bad part of one costs that part, and a
 * type that this version does not know is read as text. Cost: once per meta, then nothing.
 */
export function readCustomFields(meta: MapMeta): readonly CustomField[] {
  const known = readByMeta.get(meta)
  if (known !== undefined) return known
  const fields = Object.entries(meta.unknown ?? {}).flatMap(([key, raw]) => {
    const id = customFieldOf(key)
    const field = id === undefined ? undefined : readDefinition(id, raw)
    return field ?? []
  })
  fields.sort((one, other) => (one.at ?? 0) - (other.at ?? 0) || (one.id < other.id ? -1 : 1))
  const read = fields.slice(0, customFieldLimits.fields)
  readByMeta.set(meta, read)
  return read
}

/** One field of a map; undefined if it has none of this id. */
export function findCustomField(meta: MapMeta, id: string): CustomField | undefined {
  return readCustomFields(meta).find((field) => field.id === id)
}

function readDefinition(id: string, raw: unknown): CustomField | undefined {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return undefined
  const { known } = readFields(customFieldShape, raw as JsonFields)
  if (known.name === undefined || known.name.trim() === '') return undefined
  // What a newer version says of it for whom it is: for nobody else, as far as this one can tell.
  const said = (raw as JsonFields)['personal']
  const isHidden = said !== undefined && said !== null && known.personal === undefined
  return { type: 'text', ...known, ...(isHidden ? { personal: true } : {}), name: known.name, id }
}

/** Whether elements of this kind have the field. */
export function hasCustomField(kind: ElementKind, { of }: Pick<CustomField, 'of'>): boolean {
  const fitting: readonly ElementKind[] = of ?? customFieldKinds
  return fitting.includes(kind)
}
