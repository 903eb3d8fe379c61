import type { Json, JsonFields } from '../base/json'
import { mostDefinitions, definitionNameLength, type DefinitionFamily, type Definitions } from '../model/definition'
import { labelKey } from '../model/label'
import type { PatchLabel } from '../model/mapPatch'
import type { MapView } from '../model/mapView'
import { sectorRules } from '../model/sector'
import { tieRules } from '../model/tie'
import { countUsers } from './moveUsers'

/** How each is stored and read. */
export const families = { sector: sectorRules, tie: tieRules } as const

type Lists = Omit<Definitions<{ readonly key: string; readonly name: string | undefined; readonly tag: string }>, 'of'>

/** What a map defines of a family. */
export function definitionsOf({ meta }: Pick<MapView, 'meta'>, of: DefinitionFamily): Lists {
  return families[of].read(meta)
}

/** As the map calls it; undefined for a known one that nobody renamed. */
export function definedName({ meta }: Pick<MapView, 'meta'>, of: DefinitionFamily, key: string): string | undefined {
  return families[of].read(meta).of(key).name
}

/** The label of a step about one; the name of one that nobody renamed is left to each language. */
export function labelOfStep(view: MapView, of: DefinitionFamily, key: string, step: PatchLabel['step']): PatchLabel {
  const name = definedName(view, of, key)
  return name === undefined ? { step, count: 1, name: key, wordOf: of } : { step, count: 1, name }
}

/** Whether a map has no room for one more of its own. */
export function isFull(view: MapView, of: DefinitionFamily): boolean {
  const { isKnown } = families[of]
  return [...definitionsOf(view, of).defined].filter((key) => !isKnown(key)).length >= mostDefinitions
}

/**
 * The key of another one that is called so, or was first called so: people would take the two for one.
 * Cost: linear in elements or links.
 */
export function findNamesake(
  view: Pick<MapView, 'meta' | 'elements' | 'links'>,
  of: DefinitionFamily,
  name: string,
  besides: string,
): string | undefined {
  const { known } = families[of]
  const { defined } = definitionsOf(view, of)
  const wanted = labelKey(name)
  return [...new Set([...known, ...defined, ...countUsers(view, of).keys()])].find(
    (key) => key !== besides && [key, definedName(view, of, key) ?? key].some((word) => labelKey(word) === wanted),
  )
}

/** The key of another one that is offered and drawn with these letters. */
export function findTagOwner(
  view: Pick<MapView, 'meta'>,
  of: DefinitionFamily,
  letters: string,
  besides: string,
): string | undefined {
  const wanted = letters.toLocaleUpperCase('en')
  const { offered } = definitionsOf(view, of)
  return wanted === '' ? undefined : offered.find(({ key, tag }) => key !== besides && tag === wanted)?.key
}

/** What is stored of one definition, fields that this version does not know included. */
export function storedDefinition(view: Pick<MapView, 'meta'>, field: string): JsonFields | undefined {
  const stored: Json | undefined = view.meta.unknown?.[field]
  return isJsonFields(stored) ? stored : undefined
}

function isJsonFields(value: Json | undefined): value is JsonFields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A word as it is kept: trimmed, inner spaces single; undefined if there is none or it is too long. */
export function toDefinitionWord(text: string): string | undefined {
  const word = text.trim().replace(/\s+/g, ' ')
  return word === '' || word.length > definitionNameLength ? undefined : word
}
