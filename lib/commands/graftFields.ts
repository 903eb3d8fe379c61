import { createId } from '../base/ids'
import { isSameJson, type Json } from '../base/json'
import {
  customFieldKey,
  customFieldLimits,
  customFieldOf,
  readCustomFields,
  type CustomField,
} from '../model/customField'
import { splitParts } from '../model/definitionParts'
import type { RecordChange } from '../model/mapPatch'
import type { MapMeta } from '../model/meta'
import type { CommandContext } from './command'

/**
 * What the fields of another map's own become on this one: one of the same name takes what its elements say, others
 * are added, as long as there is room; the words of those for which there is none stay on the elements, unseen and under no field of this map.
 * One that is personal on either map is personal here.
 * @returns the changes that add fields, and what a change of the other map's elements is with these
 */
export function graftFields(
  meta: MapMeta,
  other: MapMeta,
  context: Pick<CommandContext, 'random'>,
): { readonly changes: readonly RecordChange[]; readonly follow: (change: RecordChange) => RecordChange } {
  const here = readCustomFields(meta)
  const keys = new Map<string, string>()
  const added: Record<string, Json> = {}
  let count = 0
  const freshKey = (): string => customFieldKey(createId<string>(context.random))
  const isFree = (key: string): boolean => meta.unknown?.[key] === undefined && added[key] === undefined
  /** Where the other map's words go; those of a field that does not come along, under no field that is here. */
  const follow = (key: string): string => {
    const known = keys.get(key)
    if (known !== undefined || customFieldOf(key) === undefined) return known ?? key
    const newKey = isFree(key) ? key : freshKey()
    keys.set(key, newKey)
    return newKey
  }
  for (const field of readCustomFields(other)) {
    const key = customFieldKey(field.id)
    const same = here.find((one) => isSameField(one, field))
    if (same !== undefined) {
      if (field.personal === true && same.personal !== true) {
        Object.assign(added, splitParts(customFieldKey(same.id), { personal: true }))
      }
      keys.set(key, customFieldKey(same.id))
      continue
    }
    if (here.length + count >= customFieldLimits.fields) continue
    count += 1
    const newKey = isFree(key) ? key : freshKey()
    added[newKey] = other.unknown?.[key] ?? null
    keys.set(key, newKey)
  }
  return {
    changes: Object.keys(added).length === 0 ? [] : [{ kind: 'meta', fields: added }],
    follow: (change) => {
      if (change.kind !== 'create' || change.root !== 'elements') return change
      const fields = Object.entries(change.fields).map(([name, value]): [string, Json] => [follow(name), value])
      return { ...change, fields: Object.fromEntries(fields) }
    },
  }
}

function isSameField(one: CustomField, other: CustomField): boolean {
  const isSameType = one.type === other.type && isSameJson(one.choices, other.choices)
  return isSameType && one.name.toLocaleLowerCase() === other.name.toLocaleLowerCase()
}
