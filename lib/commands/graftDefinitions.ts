import type { Json } from '../base/json'
import { definitionFamilies, mostDefinitions } from '../model/definition'
import { withoutDefinition } from '../model/definitionParts'
import type { MapMeta } from '../model/meta'
import { definitionsOf, families, findTagOwner, storedDefinition } from './definitionFamily'

/**
 * The sectors and kinds of tie that another map defines and this one does not, as fields of `meta`, as long as there
 * is room; of those that were deleted there, what they were called. What this map says of a word stays, and
 * so do its letters: what comes with letters that are taken here gets others.
 */
export function graftDefinitions(meta: MapMeta, other: MapMeta): Readonly<Record<string, Json | undefined>> {
  const fields: Record<string, Json | undefined> = {}
  for (const of of definitionFamilies) {
    const { fieldOf, isKnown } = families[of]
    const [here, there] = [definitionsOf({ meta }, of), definitionsOf({ meta: other }, of)]
    const isOwn = (key: string): boolean => !isKnown(key)
    const missing = [...there.defined].filter((key) => !here.defined.has(key))
    const room = mostDefinitions - [...here.defined].filter(isOwn).length
    const words = [...there.deleted].filter((key) => !here.defined.has(key) && !here.deleted.has(key))
    for (const key of [...missing.filter(isKnown), ...missing.filter(isOwn).slice(0, room), ...words]) {
      const { tag, ...said } = storedDefinition({ meta: other }, fieldOf(key)) ?? {}
      const isFree = typeof tag !== 'string' || findTagOwner({ meta }, of, tag, key) === undefined
      const kept = tag === undefined || !isFree ? said : { ...said, tag }
      Object.assign(fields, withoutDefinition(fieldOf(key)), { [fieldOf(key)]: kept })
    }
  }
  return fields
}
