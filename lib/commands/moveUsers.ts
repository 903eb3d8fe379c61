import type { DefinitionFamily } from '../model/definition'
import type { MapElement } from '../model/element'
import type { MapPatch, RecordChange } from '../model/mapPatch'
import type { MapView } from '../model/mapView'
import { tieTypesOf, wayOfTie, type TieDirection } from '../model/tie'
import { keepAuthor } from './changeLinks'
import type { CommandContext } from './command'
import { describeLocked } from './findRecords'

interface Moved {
  readonly changes: readonly RecordChange[]
  /** Locked ones, which keep the word they had. */
  readonly stayed?: NonNullable<MapPatch['stayed']>
}

/**
 * What gives everything that has one sector, or kind of tie, another. Ties go the way they went.
 * @param way which way ties of the new word go unless they say so themselves
 * Cost: linear in elements or links.
 */
export function moveUsers(
  view: MapView,
  of: DefinitionFamily,
  from: string,
  to: { readonly word: string; readonly way: TieDirection },
  context: Pick<CommandContext, 'author'>,
): Moved {
  const changes: RecordChange[] = []
  if (of === 'sector') {
    const locked: MapElement[] = []
    for (const element of view.elements.values()) {
      if (element.kind !== 'stakeholder' || element.sector !== from) continue
      if (element.locked === true) locked.push(element)
      else changes.push({ kind: 'set', root: 'elements', id: element.id, fields: { sector: to.word } })
    }
    return locked.length === 0 ? { changes } : { changes, stayed: describeLocked(locked) }
  }
  const types = tieTypesOf(view.meta)
  for (const link of view.links.values()) {
    if (link.kind !== 'tie' || link.type !== from) continue
    const was = wayOfTie(link, types)
    const fields = { type: to.word, ...(link.direction === undefined && was !== to.way ? { direction: was } : {}) }
    changes.push({ kind: 'set', root: 'links', id: link.id, fields: keepAuthor(link, fields, context) })
  }
  return { changes }
}

/** How many have a sector, or are of a kind of tie. Cost: linear in elements or links. */
export function countUsers(
  view: Pick<MapView, 'elements' | 'links'>,
  of: DefinitionFamily,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  const add = (word: string | undefined): void => {
    if (word !== undefined) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  if (of === 'sector')
    for (const one of view.elements.values()) add(one.kind === 'stakeholder' ? one.sector : undefined)
  else for (const link of view.links.values()) add(link.kind === 'tie' ? link.type : undefined)
  return counts
}
