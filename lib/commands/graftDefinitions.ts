import type { Json, JsonFields } from '../base/json'
import { definitionFamilies, mostDefinitions, type DefinitionFamily } from '../model/definition'
import { withoutDefinition } from '../model/definitionParts'
import { labelKey } from '../model/label'
import type { RecordChange } from '../model/mapPatch'
import type { MapView } from '../model/mapView'
import type { MapMeta } from '../model/meta'
import { tieDirections, tieTypesOf, wayOfTie, type TieDirection } from '../model/tie'
import { definedName, definitionsOf, families, findNamesake, findTagOwner, storedDefinition } from './definitionFamily'
import { countUsers } from './moveUsers'

/** What the sectors and kinds of tie of another map become on this one. */
export interface GraftedDefinitions {
  /** Fields of `meta` that come; none if nothing does. */
  readonly changes: readonly RecordChange[]
  /** What a change of the other map's elements and links is with these. */
  readonly follow: (change: RecordChange) => RecordChange
  /** Whether ties of this word say something else here than there, so that those that come have to say it themselves. */
  readonly isOtherHere: (word: string) => boolean
}

/**
 * The sectors and kinds of tie that another map defines and this one does not, as fields of `meta`, as long as there
 * is room; of those that were deleted there, what they were called. What this map says of a word stays, and
 * so do its letters: what comes with letters that are taken here gets others. A word that is in use here stays what it
 * is called and goes the way it goes; what comes keeps its name by a word of its own, and ties say the way that
 * they went. Cost: linear in elements and links of this map.
 */
export function graftDefinitions(
  view: Pick<MapView, 'meta' | 'elements' | 'links'>,
  other: MapMeta,
): GraftedDefinitions {
  const fields: Record<string, Json | undefined> = {}
  const words: Record<DefinitionFamily, Map<string, string>> = { sector: new Map(), tie: new Map() }
  for (const of of definitionFamilies) Object.assign(fields, bringFamily(view, other, of, words[of]))
  const changes: readonly RecordChange[] = Object.keys(fields).length === 0 ? [] : [{ kind: 'meta', fields }]
  const brought = Object.entries(fields).filter((entry): entry is [string, Json] => entry[1] !== undefined)
  const [here, there] = [
    tieTypesOf({ ...view.meta, unknown: { ...view.meta.unknown, ...Object.fromEntries(brought) } }),
    tieTypesOf(other),
  ]
  const toWord = (of: DefinitionFamily, word: string): string => words[of].get(word) ?? word
  return {
    changes,
    follow: (change) => {
      if (change.kind !== 'create') return change
      const { sector, type } = change.fields
      if (change.root === 'elements')
        return typeof sector === 'string' ? changed(change, { sector: toWord('sector', sector) }) : change
      if (change.root !== 'links' || change.fields['kind'] !== 'tie' || typeof type !== 'string') return change
      const direction = tieDirections.find((one) => one === change.fields['direction'])
      const [was, is] = [wayOfTie({ type, direction }, there), wayOfTie({ type: toWord('tie', type), direction }, here)]
      return changed(change, { type: toWord('tie', type), ...(was === is ? {} : { direction: was }) })
    },
    isOtherHere: (word) => words.tie.has(word) || here.of(word).way !== there.of(word).way,
  }
}

type Create = Extract<RecordChange, { readonly kind: 'create' }>

function changed(change: Create, fields: JsonFields): RecordChange {
  return { ...change, fields: { ...change.fields, ...fields } }
}

/**
 * The definitions of one family that come.
 * @param words gets the words that come under another one
 */
function bringFamily(
  view: Pick<MapView, 'meta' | 'elements' | 'links'>,
  other: MapMeta,
  of: DefinitionFamily,
  words: Map<string, string>,
): Readonly<Record<string, Json | undefined>> {
  const { fieldOf, isKnown } = families[of]
  const [here, there] = [definitionsOf(view, of), definitionsOf({ meta: other }, of)]
  const users = countUsers(view, of)
  const fields: Record<string, Json | undefined> = {}
  let room = mostDefinitions - [...here.defined].filter((key) => !isKnown(key)).length
  const bring = (key: string, { tag, ...said }: JsonFields): void => {
    if (said['deleted'] !== true && !isKnown(key)) {
      if (room <= 0) return
      room -= 1
    }
    const isFree = typeof tag !== 'string' || findTagOwner(view, of, tag, key) === undefined
    const kept = tag === undefined || !isFree ? said : { ...said, tag }
    Object.assign(fields, withoutDefinition(fieldOf(key)), { [fieldOf(key)]: kept })
  }
  const missing = [...there.defined].filter((key) => !here.defined.has(key))
  const gone = [...there.deleted].filter((key) => !here.defined.has(key) && !here.deleted.has(key))
  for (const key of [...missing.filter(isKnown), ...missing.filter((key) => !isKnown(key)), ...gone]) {
    const said = storedDefinition({ meta: other }, fieldOf(key)) ?? {}
    if (!users.has(key)) {
      bring(key, said)
      continue
    }
    const [name, nameHere] = [definedName({ meta: other }, of, key) ?? key, definedName(view, of, key) ?? key]
    const isCalledAlike = labelKey(name) === labelKey(nameHere)
    const namesake = isCalledAlike ? undefined : findNamesake(view, of, name, key)
    if (namesake !== undefined) words.set(key, namesake)
    else if (isCalledAlike || name === key || there.defined.has(name) || there.deleted.has(name)) {
      bring(key, asCalledHere(view, of, key, said))
    } else {
      words.set(key, name)
      if (said['deleted'] !== true) bring(name, { ...drawnLike(other, of, key), ...said, name })
    }
  }
  return fields
}

/** What the other map says of a word that is in use here, but for what it is called and the way that its ties go. */
function asCalledHere(
  view: Pick<MapView, 'meta'>,
  of: DefinitionFamily,
  key: string,
  { name: _, way: __, ...said }: JsonFields,
): JsonFields {
  const name = definedName(view, of, key)
  return {
    ...said,
    ...(name === undefined || name === key ? {} : { name }),
    ...(of === 'tie' ? { way: wayHere(view, key) } : {}),
  }
}

function wayHere({ meta }: Pick<MapView, 'meta'>, key: string): TieDirection {
  return tieTypesOf(meta).of(key).way
}

/** How one that every map offers is drawn there: under a word of its own it would be drawn as any other. */
function drawnLike(other: MapMeta, of: DefinitionFamily, key: string): JsonFields {
  const { isKnown, shape, read } = families[of]
  if (!isKnown(key)) return {}
  const look = read(other).of(key) as unknown as JsonFields
  const parts = ['colour', 'style', 'way', 'pattern'].filter((part) => part in shape && look[part] !== undefined)
  return Object.fromEntries(parts.map((part) => [part, look[part] ?? null]))
}
