import * as z from 'zod/mini'
import type { Json } from '../base/json'
import { customFieldKey, customFieldOf, customFieldShape } from './customField'
import { definitionKeyField } from './definition'
import { sectorRules } from './sector'
import { tieRules } from './tie'

/**
 * How the definitions of a map's own fields, sectors and kinds of tie are stored, so that two people may change two
 * parts of one at once: what was said when it was added is one plain value of meta (`field:<id>`, `sector:<key>`,
 * `tie:<key>`), and every part that was said since is a value of its own (`<that>#<part>`), which outweighs it. Null
 * says that there is no such part any more. See docs/decisions/0014-definitions-of-fields-merge-by-part.md.
 */

type Raw = Readonly<Record<string, unknown>>

interface Family {
  readonly prefix: string
  readonly shape: z.core.$ZodShape
  readonly has: (field: string) => boolean
  /** Weft has it by itself, so that parts alone say all there is to say. */
  readonly isThere: (field: string) => boolean
  /** A part that is kept even where this version cannot read it. */
  readonly kept?: string
}

const partMark = '#'

function toFamily({
  prefix,
  shape,
  isKnown,
}: Pick<Family, 'prefix' | 'shape'> & { readonly isKnown: (key: string) => boolean }): Family {
  const keyOf = (field: string): string => field.slice(prefix.length)
  return {
    prefix,
    shape,
    has: (field) => field.startsWith(prefix) && z.safeParse(definitionKeyField, keyOf(field)).success,
    isThere: (field) => isKnown(keyOf(field)),
  }
}

const families: readonly Family[] = [
  {
    prefix: customFieldKey(''),
    shape: customFieldShape,
    has: (field) => customFieldOf(field) !== undefined,
    isThere: () => false,
    // For whom it is, a newer version may say in other words.
    kept: 'personal',
  },
  toFamily(sectorRules),
  toFamily(tieRules),
]

/** Meta as it is stored with the parts of definitions in their places. Cost: one pass over its fields. */
export function joinDefinitionParts(raw: Raw): Raw {
  const found = Object.entries(raw).flatMap(([name, value]) => {
    const at = name.lastIndexOf(partMark)
    const family = at < 0 ? undefined : families.find(({ prefix }) => name.startsWith(prefix))
    // A sector may be called "C#tag": then this is what was said of it, and no part.
    if (family === undefined || isRecord(value)) return []
    const [field, part] = [name.slice(0, at), name.slice(at + 1)]
    return Object.hasOwn(family.shape, part) && family.has(field) ? [{ name, field, part, family, value }] : []
  })
  if (found.length === 0) return raw
  const joined: Record<string, unknown> = { ...raw }
  for (const { name, field, part, family, value } of found) {
    delete joined[name]
    const definition = joined[field] ?? (family.isThere(field) && value !== null ? {} : undefined)
    // Somebody else has deleted it, or nothing is left to be said.
    if (!isRecord(definition)) continue
    const said = { ...definition, [part]: value }
    const schema = family.shape[part]
    if (value === null) delete said[part]
    // A bad one hides no good one.
    else if (part !== family.kept && (schema === undefined || !z.safeParse(schema, value).success)) continue
    joined[field] = said
  }
  return joined
}

function isRecord(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * The fields of meta to store for changed parts of a definition; undefined takes a part away.
 * @param field the name under which meta holds the definition
 */
export function splitParts(
  field: string,
  changes: Readonly<Record<string, Json | undefined>>,
): Readonly<Record<string, Json>> {
  return Object.fromEntries(Object.entries(changes).map(([part, value]) => [field + partMark + part, value ?? null]))
}

/** The fields of meta that take a definition away, with all its parts. */
export function withoutDefinition(field: string): Readonly<Record<string, undefined>> {
  const parts = Object.keys(families.find(({ has }) => has(field))?.shape ?? {})
  return Object.fromEntries([field, ...parts.map((part) => field + partMark + part)].map((name) => [name, undefined]))
}
