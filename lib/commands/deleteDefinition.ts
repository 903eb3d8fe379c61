import type { Json } from '../base/json'
import { succeed } from '../base/result'
import type { DefinitionFamily } from '../model/definition'
import { splitParts, withoutDefinition } from '../model/definitionParts'
import type { MapView } from '../model/mapView'
import type { Command } from './command'
import { definitionsOf, families, labelOfStep, storedDefinition } from './definitionFamily'
import { refuse } from './findRecords'
import { countUsers } from './moveUsers'

/**
 * Takes a sector, or a kind of tie, off the lists. One that every map offers is hidden, and what has it stays as it
 * is drawn. Of one of the map's own the name stays for what has it, or comes to have it in the same moment, drawn as a
 * word that nobody defined; ties go the way they went. No element or link is changed, locked or not.
 */
export const deleteDefinition: Command<{ readonly of: DefinitionFamily; readonly key: string }> = (
  view,
  { of, key },
) => {
  const { isKnown, fieldOf } = families[of]
  const field = fieldOf(key)
  if (isKnown(key)) {
    if (storedDefinition(view, field)?.['hidden'] === true) return refuse('nothing-to-do')
    return succeed({
      changes: [{ kind: 'meta', fields: splitParts(field, { hidden: true }) }],
      label: labelOfStep(view, of, key, 'edited'),
    })
  }
  if (!definitionsOf(view, of).defined.has(key)) return refuse('not-found', key)
  return succeed({
    changes: [{ kind: 'meta', fields: { ...withoutForgotten(view, of), ...markDeleted(field) } }],
    label: labelOfStep(view, of, key, 'deleted'),
  })
}

/** The fields of meta that leave of a definition what it is called; versions that do not know of it hide it. */
export function markDeleted(field: string): Readonly<Record<string, Json>> {
  return splitParts(field, { deleted: true, hidden: true })
}

/** The fields of meta that take away what was deleted before and nobody has any more. */
export function withoutForgotten(
  view: Pick<MapView, 'meta' | 'elements' | 'links'>,
  of: DefinitionFamily,
): Readonly<Record<string, undefined>> {
  const used = countUsers(view, of)
  const forgotten = [...definitionsOf(view, of).deleted].filter((key) => !used.has(key))
  const fields = forgotten.map((key) => withoutDefinition(families[of].fieldOf(key)))
  return Object.assign({}, ...fields) as Readonly<Record<string, undefined>>
}
